/** Figures that docs/theory quotes from runs of the model are those that it gives now: `npm run figures` writes them. */

import { it } from 'vitest'
import type { Parameter, Prior } from '../../src/language/declare.ts'
import { simulatorOver } from '../../src/analysis/region/open-under.ts'
import { openRegion } from '../../src/cli/testing/open-fixture.ts'
import { referenceAndProduct } from '../../src/cli/testing/reference-and-product-fixture.ts'
import {
  areaNames,
  effects,
  endOf,
  figure,
  figures,
  fitted,
  listed,
  type Seen,
  says,
  seenIn,
} from './theory-figures-fixture.ts'

const open = openRegion('northeast')
const { areas } = open.region
const current = seenIn(open)
const { start } = open.region
/** Opened at the start of its figures, as the first specification was. */
const fromFigures = openRegion('northeast@2024')
const earlier = seenIn(fromFigures)

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
    each((year, area) => scale * earlier(name, year, area), digits)
  says(
    'changes',
    row(
      'growth of the region, %',
      three(year => growth(at => earlier('output', at), year)),
    ),
    row(
      'growth per head, %',
      three(year => growth(at => earlier('output', at) / earlier('residentsTotal', at), year)),
    ),
    row(
      'growth of the nation, %',
      three(year => growth(at => earlier('nationalOutput', at), year)),
    ),
    row(
      'people, m, mean of the year',
      three(year => earlier('residentsTotal', year)),
    ),
    row(
      'debt over output, %',
      three(year => 100 * earlier('regionDebtToGdp', endOf(year)), 0),
    ),
    row(
      'transfers over output, %',
      each((year, area) => (100 * earlier('centralTransfers', year, area)) / earlier('nominalOutput', year, area), 1),
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

it('changes: first specification, figures, fit', () => {
  says('changes', ...referenceAndProduct())
})

it('changes: the first two years', () => {
  /** Change from 2024 to 2025 by area, %. */
  const change = (of: (year: number, area: string) => number): number[] =>
    areas.map(area => growth(year => of(year, area), 2025))
  const printed = (values: readonly number[]): string => listed(values.map(value => figure(value, 1)))
  const prices = change((year, area) => earlier('nominalOutput', year, area) / earlier('output', year, area))
  const jobs = change((year, area) => earlier('employed', year, area))
  says(
    'changes',
    `Growth of 2025 is ${printed(change((year, area) => earlier('output', year, area)))} % where 3.7, 5.0 and 4.2 % were announced.`,
    `as announced and by ${printed(prices.map(value => -value))} % here.`,
    `**Jobs** fall by ${printed(jobs.map(value => -value))} % in 2025,`,
  )
})

it('changes: half the time step', () => {
  const halved = seenIn(openRegion('northeast@2024', { stepsPerYear: 8 }))
  const years = Array.from({ length: 17 }, (_, at) => fromFigures.region.start + at)
  /** The largest change of a yearly figure, %. */
  const change = (of: (seen: Seen, year: number, area: string) => number): string =>
    figure(
      Math.max(
        ...areas.flatMap(area =>
          years.map(year => 100 * Math.abs(of(halved, year, area) / of(earlier, year, area) - 1)),
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

/** Against current policy, with levers at once from 2026 on, paid by the central government. */
const changeBy = (levers: Readonly<Record<string, number>>): Seen => {
  const changed = seenIn(open, levers)
  return (...asked) => changed(...asked) - current(...asked)
}
/** The same in %. */
const percentBy = (levers: Readonly<Record<string, number>>): Seen => {
  const change = changeBy(levers)
  return (...asked) => (100 * change(...asked)) / current(...asked)
}
const transfers = changeBy({ extraTransfers: 1 })
const investment = changeBy({ publicInvestment: 1 })

/** A flow at current prices, deflated by the price level of each area. */
const deflated = (seen: Seen, name: string, year: number): number =>
  areas.reduce((sum, area) => sum + seen(name, year, area) / seen('price', year, area), 0)
/** Outlay of a measure, in prices of the start. */
const spentOn = (levers: Readonly<Record<string, number>>, year: number): number =>
  deflated(seenIn(open, levers), 'policyOutlay', year)
const ofOutput = (name: string, year: number, area: string, time = year): number =>
  (100 * current(name, time, area)) / current('nominalOutput', year, area)
/** One figure for each area, '18, 32 and 27'. */
const byArea = (of: (area: string) => number, digits = 0): string => listed(areas.map(area => figure(of(area), digits)))

it('transfers', () => {
  const years = [2026, 2027, 2030, 2033, 2037]
  const perYuan = (change: Seen, year: number): number =>
    change('nominalOutput', year) / change('publicExpenditure', year)
  const measures = {
    'extra transfers': transfers,
    'public investment alone': investment,
    'public posts alone': changeBy({ publicEmploymentGrowth: 3 }),
  }
  const set = { extraTransfers: 1 }
  const after = seenIn(open, set)
  const real = (name: string, year: number): number => deflated(after, name, year) - deflated(current, name, year)
  /** For a yuan of transfers in the fifth year. */
  const each = (change: number, digits = 1): string => figure(change / spentOn(set, 2030), digits)
  const unused = seenIn(open, { quotaUnused: 50 })
  const debt = (seen: Seen): string => figure(100 * seen('regionDebtToGdp', endOf(2040)))
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
    `${figure(transfers('publicExpenditure', 2030) / after('policyOutlay', 2030), 1)} yuan for each are spent in the fifth year (${each(transfers('purchasesReal', 2030) + transfers('publicInvestmentReal', 2030))} on purchases and investment at constant prices, ${each(real('publicWages', 2030))} on pay)`,
    `Firms invest ${each(transfers('investment', 2030))} and households spend ${each(transfers('consumption', 2030))} more. Imports take ${each(transfers('imports', 2030))}:`,
    `it sells ${each(-transfers('exportsNation', 2030), 2)} less to the rest of the country; this leakage brings the fifth year (${each(transfers('output', 2030), 2)}) below the second (${figure(transfers('output', 2027) / spentOn(set, 2027), 2)}).`,
    `At prices of the provinces the first three figures below would be ${listed(years.slice(0, 3).map(year => figure(transfers('output', year) / real('publicExpenditure', year), 2)))}.`,
    `With half of the quota unused from 2026 on, debt of 2040 is ${debt(unused)} % of output in place of ${debt(current)}; output is ${figure(-percentBy({ quotaUnused: 50 })('output', 2040), 1)} % lower`,
  )
})

it('levers', () => {
  const perYuan = (name: string): string => figure(investment(name, 2027) / spentOn({ publicInvestment: 1 }, 2027), 2)
  const invested = percentBy({ publicInvestment: 1 })
  const opened = { registrationOpenness: 1 }
  const come = (year: number): string => figure(1000 * changeBy(opened)('netMigration', year), 1)
  const benefit = effects('Unemployed who receive benefit')
  const homes = percentBy({ homePurchaseProgramme: 1.1 })
  says(
    'levers',
    `in the second year of a yuan of public investment firms invest ${perYuan('investment')} more, and households consume ${perYuan('consumption')}.`,
    `the model has ${figure(invested('regionDisposableIncome', 2026) / invested('regionNominalOutput', 2026), 2)} in the first year of public investment.`,
    `wages are ${byArea(area => invested('wage', 2030, area), 1)} % higher in ${listed(areaNames)}, prices ${byArea(area => invested('price', 2030, area), 1)} %, external sales`,
    `a yuan of benefit raises output by ${figure(benefit[0]!, 2)} yuan in the first year and by ${figure(benefit[2]!, 2)} in the twelfth.`,
    `The last tenth brings ${come(2027)} thousand people in 2027 and ${come(2037)} thousand in 2037, and ${figure(percentBy(opened)('output', 2037), 2)} % of output in twelve years.`,
    `developers start ${figure(homes('homeStarts', 2030))} % more homes in 2030, and output changes by ${figure(homes('output', 2030), 2)} % in that year and by ${figure(homes('output', 2036), 2)} % in 2036.`,
  )
})

it('migration', () => {
  const returned = (year: number): string => figure(1000 * current('returners', year))
  const none = seenIn(open, {}, { migrationResponse: 0 })
  const without = (year: number): string => figure(-1000 * none('netMigration', year))
  const oldShare = (name: string, year: number, ...labels: string[]): number =>
    (100 * current(name, year, '60+', ...labels)) / current(name, year, ...labels)
  const oldLost = (year: number, ...labels: string[]): string =>
    figure(1000 * (current('departures', year, '60+', ...labels) - current('arrivals', year, '60+', ...labels)))
  const emigrants = (year: number): string => byArea(area => current('emigrants', year, area), 1)
  const slower = seenIn({
    simulator: simulatorOver(open, { nationalGrowth: { change: 'add', pieces: [{ value: -1, from: 2027 }] } }),
  })
  const lost = (from: number, to: number): string => {
    const grown = (seen: Seen): number => Math.log(seen('output', to) / seen('output', from - 1)) / (to - from + 1)
    return figure(100 * (grown(current) - grown(slower)), 1)
  }
  const nation = (year: number): number => growth(at => current('nationalOutput', at), year)
  const behind = (year: number): number =>
    nation(year) -
    growth(at => current('nationalResidents', at), year) -
    growth(at => current('output', at) / current('residentsTotal', at), year)
  says(
    'migration',
    `the region loses ${without(start)},000 people in ${start} and ${without(2040)},000 in 2040,`,
    `People of 60 and over are ${byArea(area => oldShare('departures', start, area))} % of those who leave ${listed(areaNames)} in ${start} and ${byArea(area => oldShare('departures', 2040, area))} % in 2040, when they are ${figure(oldShare('population', 2040))} % of the residents; on balance the region loses ${oldLost(2040)} thousand of them in 2040 in place of ${oldLost(start)} thousand in ${start}. Heilongjiang still loses ${oldLost(2040, 'CN-HL')} thousand of them in 2040, of ${figure(-1000 * current('netMigration', 2040, 'CN-HL'))} thousand people in all`,
    `Emigrants become ${emigrants(2040)} million in 2040 from ${emigrants(start)}; those who return fall from ${returned(start)} to ${returned(2040)} thousand a year`,
    `takes ${lost(2027, 2029)} points from growth of the region in 2027–29, ${lost(2030, 2032)} in 2030–32, ${lost(2033, 2037)} in 2033–37 and ${lost(2038, 2040)} in 2038–40,`,
    `the nation slows from ${figure(nation(start + 1), 1)} % in ${start + 1} to ${figure(nation(2040), 1)} % in 2040, grows by ${figure(behind(start + 1), 1)} points less per head than the nation in ${start + 1}, by ${figure(behind(2030), 1)} less in 2030 and by ${figure(-behind(2040), 1)} more in 2040;`,
  )
})

it('industries', () => {
  const row = (industry: string): string => {
    const spread = seenIn(open, { directedInvestment: 1.3 })
    const into = seenIn(open, { directedInvestment: 1.3, [`investmentTo[${industry}]`]: 1 })
    const change = (name: string, digits: number, ...labels: string[]): string => {
      const text = figure(100 * (into(name, 2035, ...labels) / spread(name, 2035, ...labels) - 1), digits)
      return text.startsWith('−') ? text : `+${text}`
    }
    const cells = areas.map(area => `${change('output', 2, area)}; ${change('outputOfIndustry', 1, area, industry)}`)
    return `| into ${industry}: output of all, %; value added of ${industry}, % | ${cells.join(' | ')} |`
  }
  says(
    'industries',
    `With the fitted parameters (\`importPosition\` ${figure(fitted('all').get('importPosition')!.posterior.central, 2)}) every industry`,
    ...['vehicles', 'chemicals', 'services'].map(row),
  )
})

it('chains: land', () => {
  const known = (series: string): number =>
    areas.reduce((sum, area) => {
      const point = open.region.series.find(one => one.area === area && one.series === series && one.year === 2021)
      return sum + point!.value
    }, 0)
  const then = (100 * known('landRevenue')) / known('nominalOutput')
  const now = (year: number): number => (100 * current('landRevenue', year)) / current('nominalOutput', year)
  const { value } = open.linked.variables.get('landNetShare')!.declaration as Parameter
  const net = (value as Prior).central
  says(
    'chains',
    `Land revenue was ${figure(then, 1)} % of output in 2021, is ${figure(now(2026), 1)} % in 2026 and ${figure(now(2028), 1)} % in 2028: most of the fall lies behind, and what is left cannot hurt much. −70 % of it is ${figure(0.7 * now(2028), 2)} % of output, ${figure(0.7 * net * now(2028), 2)} % after compensation. The same fall in 2021 would have taken ${figure(0.7 * then, 1)} % of output in revenue and ${figure(0.35 * then, 1)} to ${figure(0.49 * then, 1)} % of output, at .5 to .7 of it.`,
  )
})

it('chains: exports to Russia', () => {
  const none = { change: 'times', pieces: [{ value: 0, from: 2027 }] } as const
  const lost = seenIn({ simulator: simulatorOver(open, { russiaDemand: none, chineseCarShare: none }) })
  const loss = (name: string, year: number): number => 1 - lost(name, year) / current(name, year)
  const jobs = (year: number): string => figure(100 * loss('marketEmployed', year), 2)
  const left = (year: number): string => figure((100 * loss('output', year)) / loss('output', 2027))
  says(
    'chains',
    `a permanent loss of all exports to Russia from 2027 on costs ${jobs(2027)} % of market jobs in its year, ${jobs(2029)} % two years later, and ${jobs(2032)} % after five and ${jobs(2040)} % after thirteen years`,
    `Of the loss of output ${left(2030)} % are left after three years, ${left(2032)} % after five and ${left(2040)} % after thirteen`,
  )
})

it('housing', () => {
  const months = (year: number): string => figure(current('monthsOfSupply', year, 'CN-LN'))
  const land = (year: number): string => figure(current('landRevenue', year, 'CN-LN'))
  const [, fifth, twelfth] = effects('State purchase of unsold homes, of output')
  const set = { homePurchaseProgramme: 1.1 }
  const bought = changeBy(set)
  const until = (year: number): string => {
    const years = Array.from({ length: year - 2025 }, (_, at) => 2026 + at)
    const sum = (of: (year: number) => number): number => years.reduce((all, one) => all + of(one), 0)
    return figure(sum(one => bought('output', one)) / sum(one => spentOn(set, one)), 2)
  }
  const loans = (year: number): string => figure((100 * current('loans', endOf(year))) / current('nominalOutput', year))
  says(
    'housing',
    `Months of supply in Liaoning go from ${months(start)} in ${start} to ${months(2037)} in 2037 in the baseline, without a shortage after the glut; land revenue of Liaoning from ${land(start)} bn in ${start} to ${land(2028)} in 2028 and ${land(2037)} in 2037.`,
    `(${figure(fifth!, 2)} yuan of output for a yuan spent in 2030, ${figure(twelfth!, 2)} in 2037). Over all years to 2040 a yuan spent gives ${until(2040)} of a yuan of output, until 2035 ${until(2035)}.`,
    `Debt still falls, from ${loans(start)} % of output in ${start} to ${loans(2040)} % in 2040, with`,
    `the model gives ${figure(-effects('Down payment', 'house price, %')[1]!, 1)} % for 20 points in the fifth year.`,
  )
})

it('public debt', () => {
  const priors = seenIn(openRegion('northeast', { parameters: 'priors' }))
  const capital = (year: number): string =>
    figure((priors('publicCapital', year) + priors('vehicleCapital', year)) / priors('output', year), 1)
  const firms = (seen: Seen, year: number): string => figure(100 * seen('stateDebtRatio', year, 'CN-LN'))
  const toOutput = (name: string): string => byArea(area => ofOutput(name, 2040, area, endOf(2040)))
  const interest = (year: number): string =>
    figure((100 * current('augmentedInterest', year, 'CN-JL')) / current('regularResources', year, 'CN-JL'))
  const resources = current('regularResources', 2040, 'CN-JL')
  const claims = (area: string): string =>
    [start, 2040].map(year => figure(ofOutput('netForeign', year, area))).join(' to ')
  const total = (name: string, year: number): number => current(name, endOf(year)) / current('nominalOutput', year)
  const [before, after] = [0.2, 1.2].map(taxReliefShare =>
    seenIn(open, { taxReliefShare }, { investmentFromUserCost: 0 }),
  )
  const relief = percentBy({ taxReliefShare: 1.2 })('investment', 2030, 'private')
  const indirect = 100 * (after('investment', 2030, 'private') / before('investment', 2030, 'private') - 1)
  const [liaoning, jilin, heilongjiang] = areas.map(claims)
  says(
    'public-debt',
    `Together the two fall from ${capital(start)} to ${capital(2040)} years of output between ${start} and 2040, on the priors.`,
    `In the baseline Liaoning's ratio goes from ${firms(current, start)} % in ${start} to ${firms(current, 2040)} % in 2040; with 3 % of output of directed investment it is ${firms(seenIn(open, { directedInvestment: 3.3 }), 2040)} %.`,
    `**LGFVs** owe ${toOutput('vehicleDebt')} % of output in 2040 in ${listed(areaNames)}:`,
    `**Bonds** go to ${toOutput('provincialBonds')} % of output in 2040: quotas of ${byArea(area => ofOutput('bondQuota', 2040, area), 1)} % of output a year`,
    `All local debt of Jilin is ${figure(100 * current('debtToGdp', endOf(2040), 'CN-JL'))} % of output at the end of 2040.`,
    `at ${figure(100 * current('bondStockRate', 2040, 'CN-JL'), 1)} % interest takes ${interest(2040)} % of Jilin's resources in 2040, against ${interest(start)} % at the start.`,
    `The distance to distress falls to ${figure(current('distressDistance', 2040, 'CN-JL'), 1)} because debt is ${figure(current('debtClosing', endOf(2040), 'CN-JL') / resources, 1)} years of resources:`,
    `In Liaoning they go from ${liaoning.replace(' to', ` % of output in ${start} to`)} % in 2040, in Jilin from ${jilin} %, in Heilongjiang from ${heilongjiang} %; households hold another ${figure(100 * total('outsideClaims', 2040))} % of output outside. Households save ${byArea(area => 100 * current('savingRate', 2040, area))} % of their income in 2040, their deposits rise from ${figure(total('deposits', start), 1)} to ${figure(total('deposits', 2040), 1)} years of output`,
    `relief of 1 % of output raises private investment by ${figure(relief, 1)} % after five years, of which ${figure(relief - indirect, 1)} points directly`,
  )
})

it('trade', () => {
  const set = { publicInvestment: 1 }
  const spent = seenIn(open, set)
  const [first, second, third] = areas.map(area =>
    figure(investment('output', 2026, area) / (spent('policyOutlay', 2026, area) / spent('price', 2026, area)), 2),
  )
  const outside = { nationalGrowth: { change: 'add', pieces: [{ value: 1, from: 2026, to: 2026 }] } } as const
  const [plain, faster] = [open, { simulator: simulatorOver(open, outside) }].map(one =>
    seenIn(one, {}, { nationCycleElasticity: 0.7 }),
  )
  const raised = (area: string): number =>
    [2026, 2027].reduce((sum, year) => sum + 50 * (faster('output', year, area) / plain('output', year, area) - 1), 0)
  const use = areas.reduce((sum, area) => sum + current('utilisation', 2025, area), 0) / areas.length
  says(
    'trade',
    `raises output in its first year by ${first} in Liaoning, ${second} in Jilin and ${third} in Heilongjiang,`,
    `on whether baseline use, at ${figure(use, 2)}, is a point above or below .97.`,
    `With .7 the model's output of that year and the next is higher by ${byArea(raised, 2)} % on average`,
    `The harvest of the three provinces is then ${figure(current('grain', 2040))} million tonnes in 2040.`,
    `The model's exports fall by ${figure(-growth(year => earlier('exportsCars', year), 2025))} % in 2025.`,
  )
})
