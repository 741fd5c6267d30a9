/** Figures that docs/theory quotes from runs of the model are those that it gives now: `npm run figures` writes them. */

import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { openRegion } from './open-fixture.ts'
import { referenceAndProduct } from './reference-and-product-fixture.ts'
import { cellsOf, states } from './stated-fixture.ts'
import { endOf, figure, figures, type Seen, seenIn } from './theory-figures-fixture.ts'

const open = openRegion('northeast')
const { areas } = open.region
const current = seenIn(open)

const says = (page: string, ...sentences: readonly string[]): void => states(`docs/theory/${page}.md`, ...sentences)

/** Growth on the year before, %. */
const growth = (of: (year: number) => number, year: number): number => 100 * (of(year) / of(year - 1) - 1)

it('changes: before and after', () => {
  const years = [2025, 2030, 2040]
  const row = (title: string, now: string): string => `| ${title} | … | ${now} |`
  const three = (of: (year: number) => number, digits = 1): string => figures(years.map(of), digits, ', ')
  const each = (of: (year: number, area: string) => number, digits: number): string =>
    years
      .map(year =>
        figures(
          areas.map(area => of(year, area)),
          digits,
        ),
      )
      .join('; ')
  const mean = (name: string, digits: number, scale = 1): string =>
    each((year, area) => scale * current(name, year, area), digits)
  says(
    'changes',
    row(
      'growth of the region, %',
      three(year => growth(at => current('output', at), year)),
    ),
    row(
      'growth per head, %',
      three(year => growth(at => current('output', at) / current('residentsTotal', at), year)),
    ),
    row(
      'growth of the nation, %',
      three(year => growth(at => current('nationalOutput', at), year)),
    ),
    row(
      'people, m, mean of the year',
      three(year => current('residentsTotal', year)),
    ),
    row(
      'debt over output, %',
      three(year => 100 * current('regionDebtToGdp', endOf(year)), 0),
    ),
    row(
      'transfers over output, %',
      each((year, area) => (100 * current('centralTransfers', year, area)) / current('nominalOutput', year, area), 1),
    ),
    row('house price, thousand yuan', mean('housePrice', 1)),
    row('home sales, m m2', mean('homeSales', 1)),
    row('land revenue, bn', mean('landRevenue', 0)),
    row('pension gap over output, %', mean('pensionGapToGdp', 1, 100)),
    row('fine dust, µg/m³', mean('fineDust', 0)),
    row('distance to distress, points', mean('distressDistance', 0, 100)),
    row('net migration, thousand', mean('netMigration', 0, 1000)),
  )
})

/** The effects of a measure in 2026, 2030 and 2037 in docs/theory/multipliers.md: of a yuan spent, or what it is compared by. */
const effects = (measure: string, by = String.raw`[\d.]+`): number[] =>
  cellsOf('docs/theory/multipliers.md', new RegExp(String.raw`^\| ${measure} \| [^|]+ \| ${by} \|.*$`, 'm'))
    .slice(4, 7)
    .map(Number)

const atCurrentPrices = effects('Extra central transfers, of output', 'output, yuan at current prices [^|]+')

it('changes: effects', () => {
  const yuan = (measure: string): string => figures(effects(measure), 2)
  says(
    'changes',
    `public investment … → ${yuan('Extra public investment, of output')} (published`,
    `central transfers … → ${yuan('Extra central transfers, of output')}, as studies measure it ${figures(atCurrentPrices, 2)} (`,
    `direct payments … → ${yuan('Direct payment to residents')};`,
    `unemployment benefit … → ${yuan('Unemployed who receive benefit')};`,
    `farm modernisation … → ${yuan('Farm modernisation, of output')};`,
    `a robot subsidy … → ${yuan('Subsidy on robots and digital equipment, of cost')} (`,
  )
})

it('changes: back-test', () => {
  const hindcast = 'docs/hindcast.md'
  const held = readFileSync(new URL(`../../${hindcast}`, import.meta.url), 'utf8')
  const fiveYears = held.split('### 5 years ahead, held-out')[1]!
  const error = (series: string): string =>
    figures(
      ['Liaoning', 'Jilin', 'Heilongjiang'].map(area =>
        Number(new RegExp(String.raw`^\| ${series} \| ${area} \| \d+ \| ([\d.]+) `, 'm').exec(fiveYears)![1]),
      ),
      1,
    )
  const mark = (title: string, digits: number): string =>
    figure(Number.parseFloat(cellsOf(hindcast, new RegExp(String.raw`^\| ${title} \|.*$`, 'm'))[3]!), digits)
  const bias = ['Liaoning', 'Jilin', 'Heilongjiang'].map(area =>
    mark(`bias of mean growth over 5 years, held out, ${area}`, 1),
  )
  const missed = held.match(/^\| F(?:\d|1\d|2[0-4]) \|.* \| missed by .*$/gm)!.length
  says(
    'changes',
    `error of output … → ${error('output')} %; of bonds … → ${error('provincialBonds')} % (quotas by province are known policy); bias of growth now ${bias.join(' ')} points; growth over two years ${mark('error of mean growth over 2 years, held out', 2)} points; population at four years … → ${mark('error of the population at 4 years, held out', 2)} %; missed facts among F1 to F24 31 → ${missed}.`,
  )
})

it('changes: first specification, figures, fit', () => {
  says('changes', ...referenceAndProduct())
})

it('changes: half the time step', () => {
  const halved = seenIn(openRegion('northeast', { stepsPerYear: 8 }))
  const years = Array.from({ length: 17 }, (_, at) => 2024 + at)
  /** The largest change of a yearly figure, %. */
  const change = (of: (seen: Seen, year: number, area: string) => number): string =>
    figure(
      Math.max(
        ...areas.flatMap(area =>
          years.map(year => 100 * Math.abs(of(halved, year, area) / of(current, year, area) - 1)),
        ),
      ),
      1,
    )
  const of = (name: string): string => change((seen, year, area) => seen(name, year, area))
  const debt = change((seen, year, area) => seen('debtClosing', endOf(year), area) / seen('nominalOutput', year, area))
  says(
    'changes',
    `output .5 and ${of('output')}, unemployment 5.5 and ${of('unemploymentRate')}, house price .9 and ${of('housePrice')}, pension gap .55 and ${of('pensionGap')}, debt over output ${debt} now, bank losses 1.5 and ${of('bankLosses')}, land revenue 7.6 and ${of('landRevenue')}.`,
  )
})

it('transfers', () => {
  const years = [2026, 2027, 2030, 2033, 2037]
  const changeBy = (levers: Readonly<Record<string, number>>): Seen => {
    const changed = seenIn(open, levers)
    return (...asked) => changed(...asked) - current(...asked)
  }
  const measures = {
    'extra transfers': changeBy({ extraTransfers: 1 }),
    'public investment alone': changeBy({ publicInvestment: 1 }),
    'public posts alone': changeBy({ publicEmploymentGrowth: 3 }),
  }
  const perYuan = (change: Seen, year: number): number =>
    change('nominalOutput', year) / change('publicExpenditure', year)
  says(
    'transfers',
    ...Object.entries(measures).map(
      ([title, change]) =>
        `| ${title} | ${figures(
          years.map(year => perYuan(change, year)),
          2,
          ' | ',
        )} |`,
    ),
  )
})
