/**
 * Makes modules (src/texts, not committed) of the tables of texts (texts/, one CSV a family): functions and their types,
 * so that a value left out or misspelt does not compile. A faulty table is refused, with the row and what to change.
 *
 * Columns: key, values, en, zh, note. A point in a key nests ('schemes.dark'; numbers make a list). `values` names what
 * the texts speak of, each with its type after a colon. In a text stand {name}; {count, number}, which groups thousands;
 * {count, plural, one {…} other {…}}; and {name, select, some {…} none {…} other {…}}, where `none` is chosen for an
 * empty value and `yes` for a true one. Functions of texts/app take values in their order, all others by name.
 */

import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { csvParse, csvParseRows } from 'd3-dsv'

const root = join(import.meta.dirname, '..')
const made = join(root, 'src/texts')

type Language = 'en' | 'zh'

interface ValueType {
  readonly type: string
  /** The expression that writes the value into a text, where it is not written as it is. */
  readonly shown?: (value: string, language: Language) => string
  /** The expression for whether the form `none` applies. */
  readonly none?: (value: string) => string
}

const quoted = (value: string, language: Language, between: string): string =>
  `${value}.map(one => \`${language === 'zh' ? '“${one}”' : "'${one}'"}\`).join('${between}')`

const valueTypes: Readonly<Record<string, ValueType>> = {
  '': { type: 'string | number' },
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean', none: value => `!${value}` },
  maybe: { type: 'string | undefined', none: value => `${value} === undefined` },
  both: { type: 'Both<string>', shown: (value, language) => `${value}.${language}` },
  message: { type: 'Message', shown: (value, language) => `${value}.text.${language}` },
  unit: {
    type: 'string | number',
    shown: (value, language) =>
      `(${value} === '1' ? '${language === 'zh' ? '1（无量纲）' : '1 (dimensionless)'}' : ${value})`,
  },
  quoted: {
    type: 'readonly string[]',
    shown: (value, language) => quoted(value, language, language === 'zh' ? '和' : ' and '),
  },
  each: {
    type: 'readonly string[]',
    shown: (value, language) => quoted(value, language, language === 'zh' ? '、' : ', '),
  },
  list: {
    type: 'readonly string[]',
    shown: (value, language) => `${value}.join('${language === 'zh' ? '、' : ', '}')`,
    none: value => `${value}.length === 0`,
  },
}

type Part = string | { readonly name: string; readonly kind: string; readonly forms: ReadonlyMap<string, Part[]> }

/** Position of the brace that closes the one opened before `from`. */
const closing = (text: string, from: number): number => {
  for (let at = from, depth = 1; at < text.length; at += 1) {
    depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
    if (depth === 0) return at
  }
  throw new Error('a brace is not closed')
}

const formsOf = (text: string): Map<string, Part[]> => {
  const forms = new Map<string, Part[]>()
  for (let rest = text.trim(); rest !== ''; ) {
    const [head, form] = /^([\w-]+) \{/.exec(rest) ?? []
    if (head === undefined || form === undefined)
      throw new Error(`'${rest}' does not begin with a form such as other {…}`)
    const end = closing(rest, head.length)
    forms.set(form, partsOf(rest.slice(head.length, end)))
    rest = rest.slice(end + 1).trimStart()
  }
  if (!forms.has('other')) throw new Error("the form 'other {…}' is missing")
  return forms
}

const partsOf = (text: string): Part[] => {
  const parts: Part[] = []
  let at = 0
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const end = closing(text, open + 1)
    const inside = text.slice(open + 1, end)
    const [, name, kind = '', forms] = /^(\w+)(?:, (number)|, (?:plural|select), (.*))?$/s.exec(inside) ?? []
    if (name === undefined) throw new Error(`{${inside}} is neither {name}, {name, number}, plural nor select`)
    const choice = /^\w+, (plural|select)/.exec(inside)?.[1]
    parts.push(text.slice(at, open), { name, kind: choice ?? kind, forms: formsIf(forms) })
    at = end + 1
  }
  if (text.indexOf('}', at) >= 0) throw new Error('a brace is closed that was not opened')
  return [...parts, text.slice(at)].filter(part => part !== '')
}

const formsIf = (text: string | undefined): Map<string, Part[]> => (text === undefined ? new Map() : formsOf(text))

const namesIn = (parts: readonly Part[]): Set<string> =>
  new Set(
    parts.flatMap(part => (typeof part === 'string' ? [] : [part.name, ...namesIn([...part.forms.values()].flat())])),
  )

interface Row {
  readonly key: string
  readonly values: ReadonlyMap<string, string>
  readonly en: Part[]
  readonly zh: Part[]
}

const columns = ['key', 'values', 'en', 'zh', 'note']

/** The rows of a table; `fault` is called for each that cannot be used. */
const rowsOf = (content: string, fault: (where: string, what: string) => void): Row[] => {
  // Spreadsheets mark UTF-8 with the first character.
  const [head = [], ...lines] = csvParseRows(content.replace(/^\ufeff/, ''))
  if (content.includes('\ufffd')) fault('', 'the file is not UTF-8; save it as “CSV UTF-8”')
  if (head.join() !== columns.join()) fault('', `the columns are ${head.join()}, not ${columns.join()}`)
  const keys = new Set<string>()
  return lines.flatMap((cells): Row[] => {
    const [key = '', named = '', english = '', chinese = ''] = cells
    const wrong = (what: string): void => fault(`${key}: `, what)
    if (cells.length !== columns.length)
      wrong(`the row has ${cells.length} cells, not ${columns.length}; put a text with a comma between double quotes`)
    if (keys.has(key)) wrong('the key stands twice')
    keys.add(key)
    if (english === '' || chinese === '') wrong(`the text is missing in ${english === '' ? 'English' : 'Chinese'}`)
    if (/[\u4e00-\u9fff]/.test(english) && /[A-Za-z]/.test(english)) wrong('the English text has Chinese characters')
    const [mark] =
      /(?<=[\u4e00-\u9fff])[,;:!?]|[,;:!?](?=[\u4e00-\u9fff])/.exec(
        chinese.replaceAll(/, (?:number|plural|select)/g, ''),
      ) ?? []
    if (mark !== undefined) wrong(`the Chinese text has the half-width mark ‘${mark}’; write it full width`)
    const values = new Map(
      named
        .split(' ')
        .filter(Boolean)
        .map(one => one.split(':') as [string, string?])
        .map(([name, type = '']) => [name, type]),
    )
    for (const [name, type] of values)
      if (!(type in valueTypes))
        wrong(`the value ${name} has the unknown type '${type}'; known: ${Object.keys(valueTypes).join(' ').trim()}`)
    const parts = (text: string): Part[] => {
      try {
        return partsOf(text)
      } catch (problem) {
        wrong(`${(problem as Error).message} in ‘${text}’`)
        return []
      }
    }
    const row = { key, values, en: parts(english), zh: parts(chinese) }
    const [inEnglish, inChinese] = [namesIn(row.en), namesIn(row.zh)]
    const shown = (name: string): boolean => new RegExp(`\\{${name}(?:\\}|, number)`).test(english)
    for (const name of [...inEnglish, ...inChinese])
      if (!values.has(name)) wrong(`{${name}} is not among the values of the row`)
    for (const name of values.keys()) {
      if (!inEnglish.has(name)) wrong(`the English text does not use {${name}}`)
      // A value that only chooses a form in English, such as a plural, may have no place in Chinese.
      if (!inChinese.has(name) && shown(name)) wrong(`the Chinese text does not use {${name}}`)
    }
    return [row]
  })
}

const escaped = (text: string): string => text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')

const condition = (value: string, type: string, kind: string, form: string): string => {
  if (kind === 'plural') return `${value} === ${form === 'one' ? 1 : form}`
  if (form === 'none') return valueTypes[type]?.none?.(value) ?? `${value} === ''`
  return form === 'yes' ? value : `${value} === '${form}'`
}

/** A template of code for a text. */
const template = (parts: readonly Part[], { values }: Row, language: Language, prefix: string): string =>
  `\`${parts
    .map((part): string => {
      if (typeof part === 'string') return escaped(part)
      const value = prefix + part.name
      const type = values.get(part.name) ?? ''
      if (part.kind === 'number') return `\${${value}.toLocaleString('en')}`
      if (part.kind === '') return `\${${valueTypes[type]?.shown?.(value, language) ?? value}}`
      const inner = (form: string): string => template(part.forms.get(form) ?? [], { values } as Row, language, prefix)
      const choices = [...part.forms.keys()].filter(form => form !== 'other')
      return `\${${choices.map(form => `${condition(value, type, part.kind, form)} ? ${inner(form)} : `).join('')}${inner('other')}}`
    })
    .join('')}\``

type Tree = Map<string, Tree | string>

const treeCode = (tree: Tree): string => {
  const entries = [...tree].map(([key, one]) => [key, typeof one === 'string' ? one : treeCode(one)] as const)
  return entries.every(([key], index) => key === String(index))
    ? `[${entries.map(([, code]) => code).join(', ')}]${entries.every(([, code]) => code.startsWith('`')) ? ` as [${entries.map(() => 'string').join(', ')}]` : ''}`
    : `{ ${entries.map(([key, code]) => `${JSON.stringify(key)}: ${code}`).join(',\n')} }`
}

const languageCode = (rows: readonly Row[], language: Language, byOrder: boolean): string => {
  const tree: Tree = new Map()
  for (const row of rows) {
    const path = row.key.split('.')
    const last = path.pop() ?? ''
    let place = tree
    for (const step of path) {
      const next = place.get(step) ?? new Map()
      place.set(step, next)
      place = next as Tree
    }
    const types = [...row.values].map(([name, type]) => `${name}: ${valueTypes[type]?.type}`)
    const typed = language === 'en'
    const names = [...row.values.keys()].join(', ')
    const parameters = byOrder ? (typed ? types.join(', ') : names) : typed ? `v: { ${types.join('; ')} }` : 'v'
    const text = template(row[language], row, language, byOrder ? '' : 'v.')
    place.set(last, row.values.size === 0 ? text : `(${parameters}) => ${text}`)
  }
  return treeCode(tree)
}

/** The module of a table, by the path of the table from texts/; throws with all faults of the table. */
export const textModule = (path: string, content: string): string => {
  const faults: string[] = []
  const rows = rowsOf(content, (where, what) => faults.push(`texts/${path}: ${where}${what}`))
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const byOrder = path.startsWith('app/')
  const types = ['both', 'message'].filter(one => rows.some(({ values }) => [...values.values()].includes(one)))
  const up = '../'.repeat(path.split('/').length)
  const family = byOrder || rows.some(({ key }) => key.includes('.')) ? undefined : path.replace(/\.csv$/, '')
  return [
    `// Made of texts/${path} by tools/texts.ts: change the table.`,
    ...(family === undefined ? [] : [`import { messageTable } from '${up}language/messages.ts'`]),
    ...(types.length > 0
      ? [
          `import type { ${types.map(one => valueTypes[one]!.type.replace('<string>', '')).join(', ')} } from '${up}language/messages.ts'`,
        ]
      : []),
    `const en = ${languageCode(rows, 'en', byOrder)}`,
    `const zh: typeof en = ${languageCode(rows, 'zh', byOrder)}`,
    'export default { en, zh }',
    ...(family === undefined ? [] : [`export const messages = /* @__PURE__ */ messageTable('${family}', { en, zh })`]),
    '',
  ].join('\n')
}

const nameColumns = ['name', 'en', 'zh', 'note']

/**
 * A table of names has a row for each name of the model or of a series, with what it is called; a language may be empty
 * where another text serves, such as the sentence of the model. Each language is a module of its own, which a page in the
 * other one never loads.
 */
export const nameModules = (path: string, content: string): Readonly<Record<Language, string>> | undefined => {
  const [head = [], ...lines] = csvParseRows(content.replace(/^\ufeff/, ''))
  if (head.join() !== nameColumns.join()) return undefined
  const faults: string[] = []
  const known = new Set<string>()
  for (const [name = '', english = '', chinese = '', ...rest] of lines) {
    const fault = (what: string): number => faults.push(`texts/${path}: ${name}: ${what}`)
    if (rest.length !== 1) fault('the row has not 4 cells; put a text with a comma between double quotes')
    if (known.has(name)) fault('the name stands twice')
    known.add(name)
    if (english === '' && chinese === '') fault('it has no text in either language')
    if (/[\u4e00-\u9fff]/.test(english)) fault('the English text has Chinese characters')
    if (/(?<=[\u4e00-\u9fff])[,;:!?]/.test(chinese))
      fault('the Chinese text has a half-width mark; write it full width')
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const of = (column: 1 | 2): string => {
    const entries = lines.filter(cells => cells[column] !== '').map(cells => [cells[0], cells[column]])
    return `// Made of texts/${path} by tools/texts.ts: change the table.
const names: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), undefined, 1)}
export default names\n`
  }
  return { en: of(1), zh: of(2) }
}

/** Tables of what studies and theory say, which lie in regions and which every door needs without a file: as texts, or as rows. */
const regionTables = (): string => {
  const table = (name: string): string => readFileSync(join(root, 'regions', `${name}.csv`), 'utf8')
  const texts = ['signs', 'sizes', 'sign-outcomes', 'sign-findings'].map(name => [name, table(name)])
  const rows = ['studies', 'published-effects'].map(name => [name, [...csvParse(table(name))]])
  return [
    '// Made of tables in regions by tools/texts.ts: change the tables.',
    `export const tables = ${JSON.stringify(Object.fromEntries(texts), undefined, 1)}`,
    `export const rows = ${JSON.stringify(Object.fromEntries(rows), undefined, 1)}\n`,
  ].join('\n')
}

/** Brings src/texts to the state of the tables; throws with all faults of all tables. */
export const makeTexts = (): void => {
  const faults: string[] = []
  const files = new Map<string, string>()
  for (const path of globSync('**/*.csv', { cwd: join(root, 'texts') }).map(one => one.replaceAll('\\', '/'))) {
    try {
      const content = readFileSync(join(root, 'texts', path), 'utf8')
      const names = nameModules(path, content)
      if (names === undefined) files.set(path.replace(/csv$/, 'ts'), textModule(path, content))
      else
        for (const language of ['en', 'zh'] as const) files.set(path.replace(/csv$/, `${language}.ts`), names[language])
    } catch (problem) {
      faults.push((problem as Error).message)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  files.set('tables.ts', regionTables())
  for (const old of globSync('**/*.ts', { cwd: made }))
    if (!files.has(old.replaceAll('\\', '/'))) rmSync(join(made, old))
  for (const [path, code] of files) {
    const file = join(made, path)
    // Files that have not changed are left as they are: others may be reading them.
    if (statSync(file, { throwIfNoEntry: false }) !== undefined && readFileSync(file, 'utf8') === code) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
  writeFileSync(join(made, '.made'), '')
}

if (import.meta.main) {
  try {
    makeTexts()
  } catch (problem) {
    process.stderr.write(`The tables of texts have faults:\n${(problem as Error).message}\n`)
    process.exitCode = 1
  }
}
