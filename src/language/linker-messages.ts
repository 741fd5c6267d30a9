/** What is wrong with a model that does not link, by code and in both languages. */

import texts from '../texts/linker.ts'
import { type Both, type Message, messageTable, type Of } from './messages.ts'

type Names = readonly string[]

const quoted = (names: Names): Both<string> => ({
  en: names.map(name => `'${name}'`).join(' and '),
  zh: names.map(name => `“${name}”`).join('和'),
})

const meantBy = (meant: string | undefined): Both<string> =>
  meant === undefined ? { en: '', zh: '' } : { en: `; did you mean '${meant}'?`, zh: `；是否应为“${meant}”？` }

const inWords = (unit: string | number): Both<string> =>
  unit === '1' ? { en: '1 (dimensionless)', zh: '1（无量纲）' } : { en: String(unit), zh: String(unit) }

const accountKinds: Readonly<Record<string, string>> = { identity: '恒等式', matrix: '账户矩阵' }

interface InText {
  readonly where: string
  readonly what: Message
  readonly place: string
  readonly meant: string | undefined
}

export const linkerMessages = messageTable('linker', texts, {
  inText: ({ where, what, place, meant }: InText) => ({
    en: `${where}: in '${place}', ${what.text.en}${meantBy(meant).en}`,
    zh: `${where}：在“${place}”中，${what.text.zh}${meantBy(meant).zh}`,
  }),
  syntax: (values: {
    readonly where: string
    readonly what: Message
    readonly character: number
    readonly shown: string
  }) => {
    const { where, what, character, shown } = values
    return {
      en: `${where}: ${what.text.en} at character ${character} of ${shown === '' ? 'an empty text' : `'${shown}'`}`,
      zh: `${where}：${shown === '' ? '空文本' : `“${shown}”`}第 ${character} 个字符处：${what.text.zh}`,
    }
  },

  noValue: ({ name, kind }: Of<'name' | 'kind'>) => ({
    en: `'${name}' is a ${kind} and has no value to read`,
    zh: `“${name}”是${accountKinds[kind] ?? kind}，没有可读取的数值`,
  }),
  labelOfSeveral: ({ written, name, owners }: Of<'written' | 'name'> & { readonly owners: Names }) => ({
    en: `label '${written}' of '${name}' belongs to ${quoted(owners).en}`,
    zh: `“${name}”的标签“${written}”同属维度${quoted(owners).zh}`,
  }),

  // Units.
  unitDeclared: ({ text, unit, declared }: Of<'text' | 'unit' | 'declared'>) => ({
    en: `'${text}' is in ${inWords(unit).en}, but ${inWords(declared).en} is declared`,
    zh: `“${text}”的单位为 ${inWords(unit).zh}，声明的单位却是 ${inWords(declared).zh}`,
  }),
  unitsMixed: (values: Of<'what' | 'first' | 'second' | 'part'> & { readonly all: boolean }) => {
    const { what, first, second, part, all } = values
    return {
      en: `in '${part}', '${what}' mixes ${inWords(first).en} and ${inWords(second).en}; ${all ? 'all its values' : 'both sides'} must have the same unit`,
      zh: `“${part}”中“${what}”混用了单位 ${inWords(first).zh} 和 ${inWords(second).zh}；${all ? '各自变量' : '两边'}的单位必须相同`,
    }
  },
  unitOfArgument: ({ name, wanted, unit, part }: Of<'name' | 'wanted' | 'unit' | 'part'>) => ({
    en: `in '${part}', the argument of '${name}' must be in ${inWords(wanted).en} but is in ${inWords(unit).en}`,
    zh: `“${part}”中“${name}”的自变量单位应为 ${inWords(wanted).zh}，实为 ${inWords(unit).zh}`,
  }),
  unitOfPower: ({ part, unit }: Of<'part' | 'unit'>) => ({
    en: `'^' needs dimensionless numbers unless the exponent is a literal, but '${part}' is in ${inWords(unit).en}`,
    zh: `除非指数是常数，“^”的两边应无量纲，而“${part}”的单位为 ${inWords(unit).zh}`,
  }),

  overUnknown: ({ dimension, meant }: { readonly dimension: string; readonly meant: string | undefined }) => ({
    en: `unknown dimension '${dimension}'${meantBy(meant).en}`,
    zh: `维度“${dimension}”未知${meantBy(meant).zh}`,
  }),
  ofUnknown: ({ word, meant }: { readonly word: string; readonly meant: string | undefined }) => ({
    en: `unknown name '${word}'${meantBy(meant).en}`,
    zh: `名称“${word}”未知${meantBy(meant).zh}`,
  }),
  rowUnknown: ({ word, meant }: { readonly word: string; readonly meant: string | undefined }) => ({
    en: `unknown row '${word}'${meantBy(meant).en}`,
    zh: `没有行“${word}”${meantBy(meant).zh}`,
  }),
  columnUnknown: ({ word, meant }: { readonly word: string; readonly meant: string | undefined }) => ({
    en: `unknown column '${word}'${meantBy(meant).en}`,
    zh: `没有列“${word}”${meantBy(meant).zh}`,
  }),
  valuesMissing: ({ labels, name }: { readonly labels: Names; readonly name: string }) => ({
    en: `no value for label '${labels.join("', '")}' of ${name}; give one value for each label`,
    zh: `${name} 的标签“${labels.join('”、“')}”缺少数值；请为每个标签给出一个数值`,
  }),
  valuesUnknown: ({ labels, name }: { readonly labels: Names; readonly name: string }) => ({
    en: `'${labels.join("', '")}' is not a label of ${name}; give one value for each label`,
    zh: `“${labels.join('”、“')}”不是 ${name} 的标签；请为每个标签给出一个数值`,
  }),
  trialOver: ({ name, own, of, other }: Of<'name' | 'of'> & { readonly own: Names; readonly other: Names }) => ({
    en: `${name} is over ${own.join(', ') || 'no dimension'}, but '${of}' is over ${other.join(', ') || 'no dimension'}; they must be the same`,
    zh: `${name} 的维度为 ${own.join(', ') || '无'}，而“${of}”的维度为 ${other.join(', ') || '无'}；两者必须相同`,
  }),

  recordOfSeveral: ({ labels, owners }: { readonly labels: string; readonly owners: Names }) => ({
    en: `the labels ${labels} belong to ${quoted(owners).en}`,
    zh: `标签 ${labels} 同属维度${quoted(owners).zh}`,
  }),
  recordUnknown: (values: { readonly label: string; readonly names: Names; readonly meant: string | undefined }) => {
    const { label, names, meant } = values
    return {
      en: `unknown label '${label}' in the record; its dimensions are ${names.map(name => `'${name}'`).join(', ')}${meantBy(meant).en}`,
      zh: `分写的文本中标签“${label}”未知；其维度为${quoted(names).zh}${meantBy(meant).zh}`,
    }
  },
  recordMissing: ({ labels, name }: { readonly labels: Names; readonly name: string }) => ({
    en: `no text for label '${labels.join("', '")}' of '${name}'; add it, or 'else' for the rest`,
    zh: `“${name}”的标签“${labels.join('”、“')}”没有文本；请补上，或用 else 表示其余标签`,
  }),

  unknownsFix: ({ names }: { readonly names: Names }) => ({
    en: `the unknowns ${quoted(names).en} depend on each other; make one of them explicit`,
    zh: `未知量${quoted(names).zh}相互依赖；请将其中之一改为显式方程`,
  }),
})
