/**
 * Names of variables and equations as readers see them: in Chinese where they have a name there, else from the model.
 */

import { type Notation, written } from '../../language/notation.ts'
import { parse, type Syntax } from '../../language/parse.ts'
import type { Language } from '../../language/messages.ts'
import keywords from '../../texts/keywords.zh.ts'
import labels from '../../texts/labels.zh.ts'
import { chineseName } from './names.ts'

/** A variable by its sentence in the model, or by its name in Chinese where it has one. */
export const variableName = (name: string, doc: string, language: Language): string =>
  language === 'zh' ? (chineseName(name) ?? doc) : doc

/** 'publicInvestmentReal' -> 'public investment real'. */
export const spelt = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()

/** Purpose of a text of a stock, a delay or a smoothed value: it stands before the text, with a colon. */
const roles: Readonly<Record<string, string>> = {
  of: '取自',
  years: '平滑年数',
  start: '试算初值',
  newborn: '新增0岁',
  residual: '求解使其为零',
  low: '下界',
  high: '上界',
}

/** As mathematics writes them in any language. */
const mathematics = new Set(['max', 'min', 'exp', 'ln', 'sqrt'])

const wordOf = (name: string, language: Language): string => {
  if (language === 'en') return spelt(name)
  return mathematics.has(name) ? name : (keywords[name] ?? chineseName(name) ?? labels[name] ?? spelt(name))
}

/** The operators that are written otherwise than in the equation language; 'and', 'or' and 'not' are words. */
const signs: Readonly<Record<string, string>> = { '*': '×', '>=': '≥', '<=': '≤', '!=': '≠' }

/** A quantity without what keeps it from dividing by zero: max(x, 1e-9) is x to a reader. */
const unguarded = (syntax: Syntax): Syntax => {
  if (syntax.type !== 'call' || syntax.name !== 'max') return syntax
  const [inner, guard] = syntax.inputs
  return inner !== undefined && guard?.type === 'number' && guard.value === 1e-9 ? inner : syntax
}

const notationIn = (language: Language, nameOf: NameOf): Notation => ({
  name: name => nameOf(name, wordOf(name, language)),
  label: label => wordOf(label, language),
  // Units are those of the quantities beside the number.
  number: value => String(value),
  operator: operator =>
    operator === 'not' ? `${wordOf('not', language)} ` : ` ${signs[operator] ?? wordOf(operator, language)} `,
  prefix: name => (name === 'sum' ? 'Σ' : undefined),
  instead: unguarded,
})

/** Words for a name of the model that is known. */
type NameOf = (name: string, words: string) => string

/**
 * The texts of an equation with names spelt out, or in Chinese, each after what it gives where that is not the whole.
 */
export const equationInWords = (
  texts: ReadonlyArray<{ readonly role: string; readonly text: string }>,
  language: Language,
  nameOf: NameOf = (_, words) => words,
): string => {
  const notation = notationIn(language, nameOf)
  const roleOf = (role: string): string =>
    role === '' ? '' : language === 'zh' ? `${roles[role] ?? keywords[role] ?? role}：` : `${role}: `
  return texts
    .map(({ role, text }) => `${roleOf(role)}${written(parse(text), notation)}`)
    .join(language === 'zh' ? '；' : '; ')
}
