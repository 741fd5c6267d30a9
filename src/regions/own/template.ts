/** Makes a workbook to fill in: the tables of a known region, with or without its values. */

import type { Both } from '../../language/messages.ts'
import { messages as fault } from '../../texts/region.ts'
import { messages as fix } from '../../texts/fix.ts'
import { parseRegion } from '../parse.ts'
import { PackError, type PackProblem } from '../problems.ts'
import type { ReadText } from '../types.ts'
import { inChinese } from './chinese.ts'
import { aboutSheet, type CellValue, meaning, type Sheet, sheetsOf, withMeanings } from './workbook.ts'

export interface TemplateOptions {
  /** The tables as they stand, or the same rows without values, years, grades, sources and notes. */
  readonly blank?: boolean
  /** What the model says of a name; undefined where it has no such name. */
  readonly meaningOf: (name: string) => string | undefined
  /** Given, the workbook is in Chinese: names a figure, path or series, or a column by its code ('' where it has no name). */
  readonly chineseOf?: (name: string, labels: string) => string
}

/** Filled in by whoever knows the region. */
const toFill = new Set([
  'value',
  'low',
  'high',
  'from',
  'year',
  'evidence',
  'source',
  'note',
  'persons',
  'deaths',
  'inflated',
])

/** Fields of region.json that hold for the pattern alone: its name, its censuses, and the fit to its own past. */
const ofPattern = /^(id$|names\.|parameters|census\.|pastCensuses\.|compared\.|inputOutput\.)/

/** Tables that are a list of figures; others hold a fixed frame of rows or free lists. */
const emptied = (sheet: Sheet): Sheet => {
  if (sheet.name === 'sources') return sheet
  const [header = [], ...rows] = sheet.rows
  if (sheet.name.endsWith('region')) {
    const kept = (field: CellValue, value: CellValue): CellValue => (ofPattern.test(String(field)) ? undefined : value)
    return { ...sheet, rows: [header, ...rows.map(([field, value]) => [field, kept(field, value)])] }
  }
  const frame = new Set(['sex', 'age'])
  const isCohorts = sheet.name.endsWith('cohorts')
  const empties = header.map(column => toFill.has(String(column)) || (isCohorts && !frame.has(String(column))))
  const labels = header.indexOf('labels')
  const kept = rows.filter(row => !isByIndustry(row[labels]))
  return {
    ...sheet,
    rows: [header, ...kept.map(row => row.map((cell, at) => (empties[at] === true ? undefined : cell)))],
  }
}

/** The sheet with an input-output table, and the figures by industry that go with it: a region may do without. */
const tableSheet = 'input-output'
const isByIndustry = (labels: CellValue): boolean => String(labels).startsWith('industry=')

const guideLines = (names: readonly string[], context: string): Both<readonly string[]> => ({
  en: [
    'How to fill in this workbook',
    'Give the region an id (letters, digits, hyphens) and names in the sheet region. Leave the names of the sheets.',
    'Replace every value, year, evidence and source in the sheets. Keep names, labels and units: convert values to the unit that stands there.',
    'Shares lie between 0 and 1: 5 % is 0.05, and a cell formatted as a percentage is read right.',
    'evidence is official (a statistical office or ministry), secondary (press or a panel quoting one), derived (computed; say how in the note) or assumed (judgement).',
    'source is an id of the sheet sources; add yours there: id, what it is, address.',
    'What the region does not have is 0, never an empty cell. A value ten times the one of the year before needs a note.',
    'The sheet cohorts follows from census and vital; without a census empty the fields census… of region, delete those sheets, and fill cohorts.',
    `The nation around the region is ${context}, from the program, unless the workbook has sheets that begin with “context”.`,
    `Sheets of this workbook: ${names.join(', ')}. The column “${meaning}” is for reading only.`,
    `Figures by industry and the sheet ${tableSheet} are for a region with an input-output table, see docs/guide/regions.md. Without them it has no outcomes by industry.`,
    'Then import it. All that is missing or misspelt is told at once, with sheet and row.',
  ],
  zh: [
    '填写说明',
    '在“地区”表中填写地区编号（字母、数字、连字符）和名称。请勿改动各工作表的名称。',
    '逐行替换数值、年份、证据等级和来源编号。指标代码和分组代码请保持不变；“指标名称”一栏仅供阅读。',
    '单位可从下拉列表中选取，如亿元、万元、万人、人；导入时自动换算。',
    '比例填0至1之间的数：5%填0.05；设为百分比格式的单元格也可正确读取。',
    '证据等级分四级：官方（统计局或主管部门发布）、二手（媒体或数据库转引）、推算（计算得出，请在备注中说明方法）、假设（判断）。',
    '来源编号须列于“来源”表；请在该表中补充您的来源：编号、内容、网址。',
    '本地区没有的项目填0，不要留空。数值为上年十倍以上的，请在备注中说明。',
    '“分年龄人口”由“人口普查”和“出生与死亡”推算得出；没有人口普查的，请清空“地区”表中的人口普查各项，删除这两张表，直接填写“分年龄人口”。',
    `全国数据采用程序自带的${context}；工作簿中有以“全国”开头的工作表时除外。`,
    `本工作簿包含：${names.join('、')}。`,
    '分行业指标和“投入产出表”仅用于有投入产出表的地区（见docs/guide/regions.md）；不填则没有分行业结果。',
    '填好后导入。缺漏和错误会一次列出，并注明工作表和行号。',
  ],
})

/**
 * The sheets for an area: its files and sources.csv, and with them those of its context where they are given.
 * `texts` are the files by their paths, in the order in which the sheets shall stand.
 */
export const templateOf = (
  texts: ReadonlyMap<string, string>,
  area: string,
  context: string,
  { blank = false, meaningOf, chineseOf }: TemplateOptions,
): Sheet[] => {
  const written = sheetsOf(texts, area)
    .filter(({ name }) => !blank || name !== tableSheet)
    .map(sheet => withMeanings(sheet, meaningOf))
    .map(sheet => (blank ? emptied(sheet) : sheet))
  const sheets = chineseOf === undefined ? written : written.map(sheet => inChinese(sheet, chineseOf))
  const lines = guideLines(
    sheets.map(({ name }) => name),
    context,
  )[chineseOf === undefined ? 'en' : 'zh']
  const about: Sheet = { name: aboutSheet, rows: lines.map(line => [line]) }
  return [chineseOf === undefined ? about : inChinese(about, () => ''), ...sheets]
}

/** Tables in the order in which somebody fills them in; what is not named comes after. */
const order = ['region.json', 'figures.csv', 'census.csv', 'vital.csv', 'cohorts.csv', 'series.csv', 'paths.csv']

const inOrder = (paths: readonly string[]): string[] => {
  const place = (path: string): number => {
    const at = order.findIndex(table => path.endsWith(`/${table}`))
    return at < 0 ? order.length : at
  }
  return paths.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/**
 * The files that a template for an area shows, and the id of its context. `filesIn` lists the files of a folder. Throws
 * where the id is no area's, because a union has no figures of its own.
 */
export const templateTexts = (
  area: string,
  filesIn: (folder: string) => readonly string[],
  read: ReadText,
  /** Given, the tables of the context come too, with this as its institutions.csv where it has none. */
  institutions?: string,
): { readonly texts: ReadonlyMap<string, string>; readonly context: string } => {
  const problems: PackProblem[] = []
  const file = `${area}/region.json`
  const region = parseRegion({ file, text: read(file) ?? '', sources: {}, problems }, area)
  if (problems.length > 0) throw new PackError(area, problems)
  if (region?.kind !== 'area') {
    const message = fault.noTemplate({ id: area, kind: region?.kind ?? '' })
    throw new PackError(area, [{ file, field: 'kind', message, fix: fix.takeArea() }])
  }
  const ownInstitutions = `${region.context}/institutions.csv`
  const ofContext = institutions === undefined ? [] : [...new Set([...filesIn(region.context), ownInstitutions])]
  const paths = [...inOrder(filesIn(area)), ...inOrder(ofContext), 'sources.csv']
  const texts = paths.flatMap(path => {
    const text = read(path) ?? (path === ownInstitutions ? institutions : undefined)
    return text === undefined ? [] : [[path, text] as const]
  })
  return { texts: new Map(texts), context: region.context }
}
