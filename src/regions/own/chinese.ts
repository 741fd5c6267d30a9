/**
 * The workbook in Chinese: names of sheets, columns and fields, grades of evidence and units as a statistical office
 * writes them. A sheet goes into Chinese and comes back with the same rows and values.
 */

import chinese from '../../texts/workbook.zh.ts'
import { factorBetween, times } from './unit-slips.ts'
import { type CellValue, contextPrefix, meaning, type Sheet } from './workbook.ts'

type Words = Readonly<Record<string, string>>

/** The words of one kind, by their codes. */
const wordsOf = (kind: string): Words =>
  Object.fromEntries(
    Object.entries(chinese).flatMap(([key, word]) =>
      key.startsWith(`${kind} `) ? [[key.slice(kind.length + 1), word]] : [],
    ),
  )

const sheetNames = wordsOf('sheet')
const nationPrefix = '全国·'

const columnNames = wordsOf('column')

const fieldNames = wordsOf('field')

const grades: Words = { official: '官方', secondary: '二手', derived: '推算', assumed: '假设' }
const sexes: Words = { female: '女', male: '男' }
/** Columns whose cells are words of a closed list. */
const cellNames: Readonly<Record<string, Words>> = { evidence: grades, sex: sexes }

/** A unit of the model -> those that an office writes; values are given in the first. */
const units: Readonly<Record<string, readonly string[]>> = {
  'CNY bn/year': ['亿元/年', '万元/年'],
  'CNY bn': ['亿元', '万元'],
  'CNY k/person/year': ['元/人/年', '万元/人/年'],
  'CNY k/person': ['元/人', '万元/人'],
  'CNY k/m2': ['元/平方米', '万元/平方米'],
  'person m': ['万人', '人'],
  'person m/year': ['万人/年', '人/年'],
  'household m': ['万户', '户'],
  'm2 m': ['万平方米', '平方米'],
  'm2 m/year': ['万平方米/年', '平方米/年'],
  't m/year': ['万吨/年', '吨/年'],
  'robot k': ['台', '万台'],
  share: ['比例', '%'],
  '1/year': ['1/年', '%/年'],
  index: ['指数'],
  year: ['年'],
  'ug/m3': ['微克/立方米'],
  'USD/barrel': ['美元/桶'],
}
/** Units that stand alone in their list are the same unit under another name. */
const factorOf = (from: string, to: string): number => factorBetween(from, to) ?? 1
const valueColumns = ['value', 'low', 'high']

const inverse = (words: Words): Map<string, string> =>
  new Map(Object.entries(words).map(([code, word]) => [word, code]))
const codeOfSheet = inverse(sheetNames)
const codeOfColumn = inverse(columnNames)
const codeOfCell = Object.fromEntries(Object.entries(cellNames).map(([column, words]) => [column, inverse(words)]))
const modelUnit = new Map(Object.entries(units).flatMap(([model, own]) => own.map(unit => [unit, model] as const)))

/** Values from which a user may choose in some rows of a column. */
export interface CellList {
  readonly column: number
  /** Places of the rows; the header is 0. */
  readonly rows: readonly number[]
  readonly values: readonly string[]
}

const fieldName = (field: string): string | undefined => {
  const plain = field.replaceAll(/\.\d+(?=\.|$)/g, '')
  const [, whole = '', part = ''] = /^(.+)\.(\w+)$/.exec(plain) ?? []
  const of = fieldNames[whole]
  return (
    fieldNames[plain] ??
    (of === undefined ? undefined : `${of}：${part === 'moment' ? '标准时点' : (columnNames[part] ?? part)}`)
  )
}

const converted = (cell: CellValue, factor: number): CellValue => {
  if (cell === undefined || (typeof cell === 'string' && (cell.trim() === '' || Number.isNaN(Number(cell)))))
    return cell
  return Number(times(String(cell), factor))
}

const sheetInChinese = (name: string): string => {
  const inNation = name.startsWith(contextPrefix)
  const table = inNation ? name.slice(contextPrefix.length) : name
  const [, base = table, year = ''] = /^(census)(-\d+)$/.exec(table) ?? []
  return `${inNation ? nationPrefix : ''}${sheetNames[base] ?? base}${year}`
}

const sheetFromChinese = (name: string): string => {
  const inNation = name.startsWith(nationPrefix)
  const table = inNation ? name.slice(nationPrefix.length) : name
  const [, base = table, year = ''] = /^(人口普查)(-\d+)$/.exec(table) ?? []
  return `${inNation ? contextPrefix : ''}${codeOfSheet.get(base) ?? base}${year}`
}

/** The codes of a header in Chinese: '起始人口（startPopulation）' stands for the code in it. */
const columnCode = (cell: CellValue): CellValue => {
  const word = String(cell ?? '').trim()
  return codeOfColumn.get(word) ?? /（([A-Za-z]\w*)）$/.exec(word)?.[1] ?? cell
}

/** Each cell of a body by what its row and column hold. */
const mapped = (
  rows: readonly (readonly CellValue[])[],
  header: readonly CellValue[],
  unitOf: (unit: string) => { readonly unit: string; readonly factor: number } | undefined,
  wordOf: (column: string, cell: string) => string | undefined,
): CellValue[][] => {
  const unitAt = header.indexOf('unit')
  return rows.map(row => {
    const unit = unitAt < 0 ? undefined : unitOf(String(row[unitAt] ?? '').trim())
    return row.map((cell, at) => {
      const column = String(header[at] ?? '')
      if (unit !== undefined && at === unitAt) return unit.unit
      if (unit !== undefined && valueColumns.includes(column)) return converted(cell, unit.factor)
      return (typeof cell === 'string' ? wordOf(column, cell.trim()) : undefined) ?? cell
    })
  })
}

/**
 * A sheet of the template in Chinese. `nameOf` names a figure or series; the names stand first, with the label of the
 * row behind them.
 */
export const inChinese = (sheet: Sheet, nameOf: (name: string, labels: string) => string): Sheet => {
  const [header = [], ...rows] = sheet.rows
  const translated = mapped(
    rows,
    header,
    unit => {
      const [own] = units[unit] ?? []
      return own === undefined ? undefined : { unit: own, factor: factorOf(unit, own) }
    },
    (column, cell) => cellNames[column]?.[cell],
  )
  const heads = header.map(column => {
    const known = columnNames[String(column)]
    const named = nameOf(String(column), '')
    return known ?? (named === '' ? column : `${named}（${column}）`)
  })
  const name = sheetInChinese(sheet.name)
  if (header[0] === 'field') {
    const body = rows.map(([field, value]) => {
      const grade = String(field).endsWith('evidence') ? grades[String(value)] : undefined
      return [fieldName(String(field)), field, grade ?? value]
    })
    return { name, rows: [['项目', ...heads], ...body] }
  }
  if (header[0] !== 'name' && header[0] !== 'series') return { name, rows: [heads, ...translated] }
  const labels = header.indexOf('labels')
  const kept = header.flatMap((column, at) => (column === meaning ? [] : [at]))
  return {
    name,
    rows: [
      [columnNames[meaning], ...kept.map(at => heads[at])],
      ...translated.map((row, at) => [
        nameOf(String(rows[at]![0] ?? ''), labels < 0 ? '' : String(row[labels] ?? '')),
        ...kept.map(place => row[place]),
      ]),
    ],
  }
}

/** A sheet as the program reads it; one that is not in Chinese stays as it is. */
export const fromChinese = (sheet: Sheet): Sheet => {
  const name = sheetFromChinese(sheet.name.trim())
  const [written = [], ...rows] = sheet.rows
  if (!written.some(cell => /\p{Script=Han}/u.test(String(cell ?? ''))))
    return { ...sheet, name, written: sheet.name.trim() }
  const header = written.map(columnCode)
  if (header.includes('field')) {
    const [field, value] = [header.indexOf('field'), header.indexOf('value')]
    const body = rows.map(row => {
      const graded = String(row[field] ?? '').endsWith('evidence')
      return [row[field], graded ? (codeOfCell['evidence']?.get(String(row[value]).trim()) ?? row[value]) : row[value]]
    })
    return { name, written: sheet.name.trim(), rows: [['field', 'value'], ...body] }
  }
  const body = mapped(
    rows,
    header,
    unit => {
      const model = modelUnit.get(unit)
      return model === undefined ? undefined : { unit: model, factor: factorOf(unit, model) }
    },
    (column, cell) => codeOfCell[column]?.get(cell),
  )
  return { name, written: sheet.name.trim(), rows: [header, ...body] }
}

/** Grades, and in Chinese also units, as lists to choose from; anything else can be typed all the same. */
export const choicesIn = ({ rows: [header = [], ...rows] }: Sheet): CellList[] => {
  const codes = header.map(columnCode)
  const [evidence, unit] = [codes.indexOf('evidence'), codes.indexOf('unit')]
  const all = rows.map((_, at) => at + 1)
  const gradeWords = header[evidence] === 'evidence' ? Object.keys(grades) : Object.values(grades)
  const byUnit = Map.groupBy(unit < 0 ? [] : all, row => modelUnit.get(String(rows[row - 1]![unit] ?? '')) ?? '')
  return [
    ...(evidence < 0 ? [] : [{ column: evidence, rows: all, values: gradeWords }]),
    ...[...byUnit].flatMap(([model, own]) => {
      const values = units[model]
      return values === undefined ? [] : [{ column: unit, rows: own, values }]
    }),
  ]
}
