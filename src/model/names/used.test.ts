/** Dictionaries hold no word that no reader can meet: what an entry stands for is in the model or in the data. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { auditReport } from '../../analysis/explain/books/audit-report.ts'
import { dataPoints } from '../../analysis/region/pack.ts'
import { payingSectors } from '../../analysis/who/payers.ts'
import { peopleKinds } from '../../analysis/who/people.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { declaredPackages } from '../packages.ts'
import { ownPacks } from '../../regions/read.ts'
import checksInChinese from '../../texts/account-checks.zh.ts'
import rowsInChinese from '../../texts/account-rows.zh.ts'
import notesInChinese from '../../texts/notes.zh.ts'
import { columnNames, peopleNames, accountSectorNames as payers } from './accounts.ts'
import { cyclicalModel } from '../cyclical.ts'
import { linkedAreas } from '../links.ts'
import { financingNames, leverName, payerName, percentOf, themeNames } from './levers.ts'
import chineseNames from '../../texts/names.zh.ts'
import englishSeries from '../../texts/series.en.ts'
import chineseSeries from '../../texts/series.zh.ts'
import { packageWords } from './packages.ts'
import { sectorNames } from './sectors.ts'
import { ownSources } from './sources.ts'

const open = openRegion('northeast')
const { linked } = open
const rows = readdirSync(ownPacks, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.csv'))
  .map(path => ({ path, rows: csvParse(readFileSync(join(ownPacks, path), 'utf8')) }))
const cells = (column: string, file = ''): Set<string> =>
  new Set(rows.flatMap(({ path, rows: own }) => (path.endsWith(file) ? own.flatMap(row => row[column] ?? []) : [])))

const levers = [...linked.variables.values()].flatMap(({ declaration }) =>
  declaration?.kind === 'lever' ? [declaration] : [],
)
const left = (entries: object, known: Iterable<string>): string[] => {
  const wanted = new Set(known)
  return Object.keys(entries).filter(key => !wanted.has(key))
}

describe('every entry has something that it names', () => {
  it('series and figures', () => {
    expect(
      left({ ...englishSeries, ...chineseSeries }, [
        ...cells('series', 'series.csv'),
        ...cells('name', 'vital.csv'),
        ...cells('name', 'targets.csv'),
      ]),
    ).toEqual([])
    const doubled = Object.entries(chineseSeries).filter(([name, text]) => text === chineseNames[name])
    expect(doubled.map(([name]) => name)).toEqual([])
  })

  it('notes: all of one, or a part of it', () => {
    const points = ['northeast', 'northeast@2024', 'northeast-as-reported'].flatMap(id =>
      dataPoints(openRegion(id).region, linked),
    )
    const notes = [...cells('note'), ...[...points, ...linked.variables.values()].flatMap(({ note }) => note ?? [])]
    const parts = notes.flatMap(note => [note, ...note.split('; '), ...note.split(/; |\. /)])
    expect(left(notesInChinese, parts)).toEqual([])
  })

  it('sources', () => {
    expect(left(ownSources, cells('id', 'sources.csv'))).toEqual([])
  })

  it('rows, columns, sectors, people and checks of the accounts', () => {
    expect(
      left(
        rowsInChinese,
        linked.matrices.flatMap(matrix => matrix.rows.map(({ name }) => name)),
      ),
    ).toEqual([])
    const columns = linked.matrices.flatMap(matrix => matrix.columns.map(({ name }) => name))
    expect(left(columnNames.zh, columns)).toEqual([])
    expect(Object.keys(columnNames.en)).toEqual(Object.keys(columnNames.zh))
    expect(
      left(
        checksInChinese,
        auditReport(open, {}).map(({ id }) => id),
      ),
    ).toEqual([])
    expect(
      left(
        payers.zh,
        payingSectors.map(({ id }) => id),
      ),
    ).toEqual([])
    expect(
      left(
        peopleNames.zh,
        peopleKinds.map(({ id }) => id),
      ),
    ).toEqual([])
  })

  it('levers in per cent say of what', () => {
    const inPercent = [...linked.variables.values()].flatMap(({ name, declaration }) =>
      declaration?.kind === 'lever' && declaration.unit === '%' ? [name] : [],
    )
    expect(inPercent).toEqual(expect.arrayContaining(Object.keys(percentOf.en)))
    expect(Object.keys(percentOf.zh)).toEqual(Object.keys(percentOf.en))
  })

  it('levers: themes, payers, ways of financing, short labels', () => {
    expect(
      left(
        themeNames.zh,
        levers.map(({ theme }) => theme),
      ),
    ).toEqual([])
    const bearers = levers.flatMap(({ payer = '', cost }) => (typeof cost === 'object' ? Object.keys(cost) : [payer]))
    expect(bearers.filter(payer => payer !== '' && payerName(payer, 'zh') === payer)).toEqual([])
    expect(left(financingNames.zh, linked.variables.keys())).toEqual([])
    for (const { en, zh } of [themeNames, financingNames]) expect(Object.keys(en)).toEqual(Object.keys(zh))
    const names = [...linked.variables.values()].flatMap(({ name, declaration }) =>
      declaration?.kind === 'lever' && declaration.theme in themeNames.zh ? [name] : [],
    )
    expect(names.length).toBeGreaterThan(30)
    expect(names.filter(name => leverName(name, '', 'en') === '' || leverName(name, '', 'zh') === '')).toEqual([])
  })

  it('sectors and packages', () => {
    const titles = linkedAreas(cyclicalModel(linked.source, true)).sectors.map(({ title }) => title)
    expect(left(sectorNames.zh, ['assumedGains', ...titles])).toEqual([])
    const holding = [...linked.variables.values()].flatMap(({ kind, sector }) => (kind === 'parameter' ? [sector] : []))
    expect([...new Set(holding)].filter(title => !(title in sectorNames.zh))).toEqual([])
    expect(
      left(
        packageWords.zh,
        declaredPackages.map(({ id }) => id),
      ),
    ).toEqual([])
    expect(
      left(
        packageWords.en,
        declaredPackages.map(({ id }) => id),
      ),
    ).toEqual([])
  })
})
