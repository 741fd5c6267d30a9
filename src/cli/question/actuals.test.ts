/** Tests `actuals`, and regions opened in another year, on the command line. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { heartland, json } from '../testing/command-line-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'heartland-actuals-'))
afterAll(() => rmSync(folder, { recursive: true }))
const header = 'series,area,year,value,unit,source'
const fileOf = (name: string, ...rows: readonly string[]): string => {
  const file = join(folder, name)
  writeFileSync(file, [header, ...rows, ''].join('\n'))
  return file
}

/** Figures of 2025 as the communiqués and the press had them; births and deaths rounded. */
const of2025 = (area: string, output: number, growth: number, births: number, deaths: number): string[] => [
  `nominalOutput,${area},2025,${output},CNY bn/year,communique`,
  `outputGrowth,${area},2025,${growth},1/year,communique`,
  `births,${area},2025,${births},person m/year,communique`,
  `deaths,${area},2025,${deaths},person m/year,communique`,
]

const file = fileOf(
  '2025.csv',
  ...of2025('Liaoning', 3318.29, 0.037, 0.13, 0.41),
  ...of2025('Jilin', 1497.39, 0.05, 0.071, 0.217),
  ...of2025('Heilongjiang', 1687.8, 0.042, 0.08, 0.3),
)

describe('actuals', () => {
  it('says what each figure was forecast as, and what is forecast now', async () => {
    const found = await json(['actuals', 'northeast', file])
    expect([found.from, found.start, found.given.length, found.derived.length]).toEqual([2025, 2026, 12, 6])
    const compared = (series: string, area: string) =>
      found.compared.find((one: any) => one.point.series === series && one.point.area === area)
    const { forecast, miss, usual } = compared('nominalOutput', 'CN-JL')
    expect(miss).toBeCloseTo(forecast / 1497.39 - 1, 12)
    expect(usual).toBeGreaterThan(0.005)
    const growth = compared('outputGrowth', 'CN-LN')
    expect(growth.miss).toBeCloseTo(growth.forecast - 0.037, 12)
    // The forecast before is that of a plain run.
    const run = await json('run northeast --years 2026,2027')
    const of = (area: string) =>
      found.revisions.find((one: any) => one.series === 'residentsTotal' && one.area === area).years[0].before
    const people = ['CN-LN', 'CN-JL', 'CN-HL'].reduce((sum, area) => sum + of(area), 0)
    expect(people).toBeCloseTo(run.outcomes.population.values['2026'], 0)
    const opening = found.moves.find((one: any) => one.name === 'gdpBaseYear' && one.area === 'CN-LN')
    expect(opening.after).toBeCloseTo(3318.29, 6)
    expect(found.conflicts).toEqual([])
  })

  it('in words, and in Chinese', async () => {
    const { code, out } = await heartland(['actuals', 'northeast', file])
    expect(code).toBe(0)
    expect(out).toContain('Northeast China, opened again on 1 January 2026')
    expect(out).toMatch(/Births +Liaoning +million people a year +2025 /)
    const { out: chinese } = await heartland(['actuals', 'northeast', file, '--lang', 'zh'])
    expect(chinese).toContain('从2026年1月1日重新起算')
  })

  it('names conflicts between figures: in 2007 taxes against revenue', async () => {
    const file2007 = fileOf(
      '2007.csv',
      'ownRevenue,CN-LN,2007,108.269,CNY bn/year,yearbook',
      'taxRevenue,CN-LN,2007,81.567,CNY bn/year,yearbook',
    )
    const found = await json(['actuals', 'northeast@2007', file2007])
    expect(found.conflicts).toEqual([
      'CN-LN, 2007: taxRevenue changed by -0.2 % and ownRevenue, of which it is a part, by 32.4 %: one of them changed its scope, or is wrong',
    ])
    const [revenue, taxes] = found.compared.map((one: any) => one.miss)
    expect(revenue).toBeLessThan(-0.05)
    expect(taxes).toBeGreaterThan(0.2)
  })

  it('checks without a run, and says what the next opening lacks', async () => {
    const checked = await json(['actuals', 'northeast', file, '--check'])
    expect([checked.start, checked.compared, checked.revisions]).toEqual([2026, [], []])
    const { wanted, start } = await json(['actuals', 'northeast', fileOf('header.csv')])
    expect(start).toBe(2026)
    expect(wanted.map((one: any) => one.series)).toEqual(
      'births deaths outputGrowth outputDeflatorGrowth nominalOutput outputIndex'.split(' '),
    )
  })

  it.each([
    [['northeast'], 2, 'name a file after the region'],
    [['northeast', 'nothing.csv'], 2, "there is no file 'nothing.csv'"],
    [['northeast', fileOf('part.csv', 'ownRevenue,CN-LN,2025Q1,70,CNY bn/year,x')], 1, "'2025Q1' is a part of a year"],
    [
      ['northeast', fileOf('one.csv', 'ownRevenue,CN-LN,2025,290,CNY bn/year,x')],
      1,
      'nominalOutput of CN-LN, CN-JL, CN-HL ends in 2024',
    ],
    [['northeast@2022', fileOf('own.csv', 'ownRevenue,CN-LN,2023,275,CNY bn/year,x')], 2, 'starts by itself, 2024'],
  ])('refuses %j', async (words, code, message) => {
    for (const check of [[], ['--check']]) {
      const ended = await heartland(['actuals', ...words, ...check])
      expect(ended.err).toContain(message)
      expect(ended.code).toBe(code)
    }
  })
})

describe('a region opened in another year', () => {
  it('runs, by its name or from figures', async () => {
    const found = await json('run northeast@2024 --years 2024,2030')
    expect(found.region).toBe('northeast@2024')
    expect(found.outcomes.population.values['2024']).toBeCloseTo(95, 0)
    // The year in which it opens by itself is no other.
    const standard = await json('run northeast@2025 --years 2025,2030')
    expect([standard.region, standard.data]).toEqual(['northeast', (await json('run northeast --years 2025')).data])
    expect(standard.outcomes.population.values['2025']).toBeCloseTo(94.2, 0)
    const given = await json(['run', 'northeast', '--actuals', file, '--years', '2026,2030'])
    expect(given.region).toBe('northeast@2026')
    expect(given.data).not.toBe(standard.data)
    const { err } = await heartland('run northeast@2025 --years 2030')
    expect(err).toBe('')
  })

  it('is refused by what it lacks', async () => {
    const { code, err } = await heartland('run northeast@2026')
    expect(code).toBe(1)
    expect(err).toContain('an opening on 1 January 2026 needs that of 2025 for gdpBaseYear')
    expect((await heartland('run northeast@1990')).err).toContain('northeast cannot be opened in 1990')
    expect((await heartland('run nort@2025')).err).toContain("unknown region 'nort@2025'")
  })

  it('answers where it opens with the packages, from the share of the last year known', {
    tags: ['thorough'],
  }, async () => {
    const asked = ['answer', 'northeast', '--actuals', file, '--simulations', '20']
    const { start, verdict, definitions, cost } = await json(asked)
    expect([start, cost.from, verdict.reduced, verdict.share.year]).toEqual([2026, 2026, true, 2025])
    // 6,503 bn of 140,188 bn yuan.
    expect(verdict.share.now).toBeCloseTo(0.0464, 4)
    expect(definitions.weight).toContain('from 2026 to 2040')
    const { low, high } = verdict.share.current
    expect(low / verdict.share.now).toBeGreaterThan(0.7)
    expect(high / verdict.share.now).toBeLessThan(0.9)
    const page = (await heartland([...asked, '--full'])).out
    expect(page).toContain('in 2025 to')
    expect(page).toMatch(/equal to 0\.5 % of 2026\s+output/)
    expect(page).toMatch(/GDP\s+above 2026/)
    expect(page).toMatch(/where a criterion says\s+2025, it compares with 2026/)
  })

  it('has its back-test with an origin more', { tags: ['thorough'] }, async () => {
    const [own, later] = [
      await json('record northeast --scores --simulations 40'),
      await json(['record', 'northeast', '--actuals', file, '--scores', '--simulations', '40']),
    ]
    expect([own.origins, later.origins]).toEqual([
      [2005, 2023],
      [2005, 2024],
    ])
    const points = ({ scores }: any) =>
      scores.find(
        (one: any) =>
          one.series === 'ownRevenue' && one.area === 'CN-JL' && one.horizon === 1 && one.split === 'holdout',
      ).points
    expect(points(later)).toBe(points(own) + 1)
  })
})

describe('parts of a year', () => {
  const growth = (year: string, value: number): string => `outputGrowth,CN-JL,${year},${value},1/year,bulletin`

  it('of the first year after whole years hold a level, those of later years growth', async () => {
    const first = fileOf('first.csv', ...of2025('Jilin', 1497.39, 0.05, 0.071, 0.217), growth('2026H1', 0.045))
    const { holds } = await json(['judgement', 'CN-JL', '--actuals', first])
    expect(holds.map(({ outcome, period }: any) => [outcome, period])).toEqual([
      ['output[CN-JL]', '2026Q1'],
      ['output[CN-JL]', '2026Q2'],
    ])
    // A quarter apart along the growth of 2025; the first .375 years before the middle of that year.
    expect(holds[1].value / holds[0].value).toBeCloseTo(1.05 ** 0.25, 9)
    expect(holds[0].value / 1497.39).toBeCloseTo(1.05 ** -0.375 * 1.045, 2)
    const later = await json(['judgement', 'CN-JL', '--actuals', fileOf('later.csv', growth('2026Q1-Q3', 0.045))])
    expect(later.holds.map(({ outcome, period, value }: any) => [outcome, period, value])).toEqual(
      ['2026Q1', '2026Q2', '2026Q3'].map(period => ['growth(output[CN-JL])', period, 0.045]),
    )
  })

  it('are shown by the question, which opens nothing anew where no whole year is given', async () => {
    const { code, out } = await heartland(['actuals', 'CN-JL', fileOf('only.csv', growth('2026Q1', 0.045))])
    expect(code).toBe(0)
    expect(out).toMatch(/Parts of a year[\s\S]*GDP growth: Jilin +2026Q1/)
    expect(out).not.toContain('figures were given')
  })

  it('are refused as levels, and for series that no outcome of the model stands for', async () => {
    const level = fileOf('level.csv', 'ownRevenue,CN-JL,2026Q1,30,CNY bn/year,bulletin')
    expect((await heartland(['actuals', 'CN-JL', level])).err).toContain(
      'Give the growth on the same part of the year before',
    )
    const other = fileOf('other.csv', 'tertiaryOutput,CN-JL,2026Q1,.04,1/year,bulletin')
    const { code, err } = await heartland(['actuals', 'CN-JL', other])
    expect([code, err]).toEqual([2, expect.stringMatching(/no outcome of the series|unknown series|tertiaryOutput/)])
  })
})
