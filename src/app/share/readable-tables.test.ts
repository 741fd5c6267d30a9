/** Tests the workbook of results: order of its sheets, names beside codes, and units of the language. */

import { expect, it } from 'vitest'
import { assumptionsTable, type ExportTable, figuresTable } from '../../analysis/files/export/tables.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { readableTables } from './readable-tables.ts'

const open = openRegion('CN-JL')
const scenario = { name: '', region: 'CN-JL', policy: {}, assumptions: { spendingFromWages: 0.6 } }
const policy: ExportTable = {
  name: 'policy',
  columns: ['lever', 'value', 'unit', 'payer', 'meaning'].map(name => ({
    name,
    kind: name === 'value' ? ('number' as const) : ('text' as const),
  })),
  rows: [['childAllowance', 6, 'CNY k/person/year', 'province and centre', 'Child allowance for each child covered']],
}
const tables = [figuresTable(open.region, open.linked), assumptionsTable(open.linked, scenario), policy]

it('opens with what a reader looks at', () => {
  expect(readableTables(tables, 'en').map(({ name }) => name)).toEqual(['policy', 'assumptions', 'figures'])
  expect(readableTables(tables, 'zh').map(({ name }) => name)).toEqual(['政策', '假设', '数据'])
})

it('names codes and gives amounts in the units of the language', () => {
  const [english, chinese] = (['en', 'zh'] as const).map(language => readableTables(tables, language)[0]!.rows[0]!)
  expect(english!.slice(0, 5)).toEqual([
    'Child allowance',
    'childAllowance',
    6,
    'thousand yuan a year',
    'provincial governments and central government',
  ])
  expect(chinese!.slice(0, 5)).toEqual(['育儿补贴', 'childAllowance', 0.6, '万元/年', '全省（含市县）、中央'])
})

it('says whose an assumption is, and leaves no head without a Chinese name', () => {
  const [, assumptions, figures] = readableTables(tables, 'zh')
  const own = assumptions!.rows.find(row => row[1] === 'spendingFromWages')!
  expect(own.slice(0, 4)).toEqual(['工资的消费倾向', 'spendingFromWages', 0.6, '自定'])
  for (const { columns } of [assumptions!, figures!])
    expect(columns.map(({ name }) => name).filter(name => !/[\u4e00-\u9fff]/.test(name))).toEqual([])
  expect(figures!.rows.filter(row => String(row[0]) === '')).toEqual([])
})

it('leaves no figure without words and a unit, in either language', () => {
  const areas = open.region.areas.map(id => ({ id, names: open.region.areaNames[id]!, residents: 1 }))
  const places = { region: open.region.id, names: open.region.names, areas }
  for (const language of ['en', 'zh'] as const) {
    const [{ columns, rows }] = readableTables([figuresTable(open.region, open.linked)], language, places) as [
      ExportTable,
    ]
    const at = (head: string): number => columns.findIndex(({ name }) => name === head)
    const [code, unit, region] = language === 'en' ? ['code', 'unit', 'region'] : ['数据代码', '单位', '地区']
    const spelt = (name: string): string => name.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()
    expect(rows.filter(row => row[0] === '' || row[0] === spelt(String(row[at(code!)])))).toEqual([])
    expect(rows.filter(row => row[at(unit!)] === '')).toEqual([])
    expect(new Set(rows.map(row => row[at(region!)]))).toEqual(
      new Set(language === 'en' ? ['Jilin', 'China'] : ['吉林', '全国']),
    )
    expect(rows.filter(row => row.some(cell => /^(?:group|firm|use|industry|quarter)=/.test(String(cell))))).toEqual([])
  }
})

it('says in Chinese what a run was', () => {
  const cells = [
    ['region', 'northeast (Northeast China)'],
    ['prices', 'real values in prices of 2023; CNY'],
    ['calibrated', 'Parameters are fitted to data up to 2024.'],
    ['conditions', '基准外部环境'],
  ]
  const about: ExportTable = {
    name: 'about',
    columns: ['what', 'which'].map(name => ({ name, kind: 'text' })),
    rows: cells,
  }
  const places = { region: 'northeast', names: { en: 'Northeast China', zh: '东北三省' }, areas: [] }
  const [sheet] = readableTables([about], 'zh', places)
  expect(sheet!.rows).toEqual([
    ['地区', '东北三省'],
    ['价格', '实际值按2023年价格计算；货币为人民币'],
    ['校准', '参数按截至2024年的数据校准'],
    ['条件', '基准外部环境'],
  ])
})
