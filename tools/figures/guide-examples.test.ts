/** The worked examples of the guides: their figures are those that the model gives now. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { number, signed } from '../../src/analysis/words/numbers.ts'
import { json } from '../../src/cli/testing/command-line-fixture.ts'
import { states } from './stated-fixture.ts'

const guide = (name: string): string => readFileSync(new URL(`../../docs/guide/${name}.md`, import.meta.url), 'utf8')

/** The example stands in the guide as a command, and is run. */
const found = async (name: string, command: string): Promise<any> => {
  expect(guide(name).includes(`\`heartland ${command}\``), `${name}.md has the command ${command}`).toBe(true)
  return json([...command.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain))
}

const says = (name: string, ...sentences: readonly string[]): void => states(`docs/guide/${name}.md`, ...sentences)

const percent = (share: number, digits = 0): string => `${number(100 * share, digits)} %`

it('debt: a rating agency looks at Jilin', { timeout: 120_000 }, async () => {
  const { of, years, rolloverTest, realism, pensionDebt } = await found('debt', 'debt northeast')
  const { decomposition, heatMap } = of['CN-JL']
  const level = (year: number): string => percent(decomposition.level.values[years.indexOf(year)])
  const points = (id: string, year: number): string =>
    number(100 * decomposition.lines.find((line: any) => line.id === id).values[years.indexOf(year)], 0)
  const cell = (row: string, test: string): number =>
    heatMap.rows.find(({ id }: any) => id === row).cells.find(({ id }: any) => id === test).value
  const lost = (id: string): string =>
    percent(-rolloverTest.outcomes['CN-JL'].find((one: any) => one.id === id).change, id === 'output' ? 1 : 0)
  const { toGdp, basis, sensitivity } = pensionDebt.places['CN-JL']
  const [low, standard] = [0.02, 0.04].map(
    rate =>
      sensitivity.toGdp[sensitivity.discountRates.indexOf(rate)][
        sensitivity.indexations.findIndex(({ names }: any) => names.en === 'the rule')
      ],
  )
  const own = realism.lines.find(({ id }: any) => id === 'ownRevenue')
  says(
    'debt',
    `Jilin owes ${percent(decomposition.before)} of output at the start, nearly twice as much as Liaoning (${percent(of['CN-LN'].decomposition.before)})`,
    `The ratio rises to ${level(2030)} in 2030 and ${level(2040)} in 2040: interest (${points('interest', 2030)} points of output a year) and the primary deficit (${points('primary', 2030)} points, later ${points('primary', 2040)})`,
    `whose interest is ${number(100 * cell('profile', 'spread'), 0)} points lower`,
    `${percent(cell('grossFinancingNeedToGdp', 'baseline'), 1)} of output falls due`,
    `debt is ${number(cell('comprehensiveDebtRatio', 'baseline'), 1)} times own and transferred resources`,
    `A freeze of transfers moves that to ${number(cell('comprehensiveDebtRatio', 'transfers'), 1)} times`,
    `public investment of 2028 is ${lost('publicInvestment')} lower and output ${lost('output')}`,
    `over five years own revenue of the whole region was forecast ${percent(own.bias[2])} too high on average`,
    `Pension rights of ${percent(toGdp)} of output`,
    `national pooling met ${percent(basis.pooled)} of the gap of the fund at the start`,
    `At a discount rate of 2 %, closer to what bonds yield, they are ${percent(low / standard - 1)} larger`,
  )
})

it('rounds: a finance bureau makes its second round', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-rounds-'))
  const file = join(folder, '2025.csv')
  const of = (area: string, output: number, growth: number, births: number, deaths: number): string =>
    [
      `nominalOutput,${area},2025,${output},CNY bn/year,communique`,
      `outputGrowth,${area},2025,${growth},1/year,communique`,
      `births,${area},2025,${births},person m/year,communique`,
      `deaths,${area},2025,${deaths},person m/year,communique\n`,
    ].join('\n')
  writeFileSync(
    file,
    `series,area,year,value,unit,source\n${of('CN-LN', 3318.29, 0.037, 0.13, 0.41)}${of('CN-JL', 1497.39, 0.05, 0.071, 0.217)}${of('CN-HL', 1687.8, 0.042, 0.08, 0.3)}`,
  )
  const inFolder = (command: string): string[] =>
    command.split(' ').map(word => ({ rounds: join(folder, 'rounds'), '2025.csv': file })[word] ?? word)
  const first = 'round northeast --name spring --rounds rounds'
  const second = 'round northeast --actuals 2025.csv --rounds rounds'
  for (const command of [first, second]) expect(guide('rounds')).toContain(`heartland ${command}`)
  await json([...inFolder(first), '--date', '2026-03-01'])
  const { revision, scores, parts } = await json(inFolder(second))
  expect(parts.map(({ part }: any) => part)).toEqual(['figures', 'outside'])
  const { before, after, shares } = revision.find(({ outcome }: any) => outcome === 'regionDebtToGdp@2030Q4')
  const growth = (area: string) => scores.find((one: any) => one.series === 'outputGrowth' && one.area === area)
  const [jilin, liaoning] = [growth('CN-JL'), growth('CN-LN')]
  says(
    'rounds',
    `Debt in 2030 is ${percent(after, 1)} of output instead of ${percent(before, 1)}`,
    `the new figures make ${signed(100 * shares[0][1], 1)} points, conditions outside the region ${signed(100 * shares[1][1], 1)}`,
    `growth of 2025 in Jilin was forecast as ${percent(jilin.forecast, 1)} and came as ${percent(jilin.came, 1)}, a miss of ${number(-100 * jilin.miss, 1)} points where ${number(100 * jilin.usual, 1)} is usual; in Liaoning ${percent(liaoning.forecast, 1)} and ${percent(liaoning.came, 1)}`,
  )
})

it('rounds: a bureau holds growth', { timeout: 60_000 }, async () => {
  const { holds } = await found('rounds', 'judgement CN-LN --hold "growth(output[CN-LN])=4.5@2027;by=Li;why=orders"')
  const [{ value, plain, size, through, after }] = holds
  expect(through[0].equation).toBe('exportsNation')
  says(
    'rounds',
    `holds growth of 2027 at ${percent(value, 1)}`,
    `this is ${number(size, 1)} standard deviations above the forecast of ${percent(plain, 1)}`,
    `growth of 2028 is ${percent(after[0].held, 1)} instead of ${percent(after[0].plain, 1)}`,
  )
})

describe('goals: a finance bureau, a rating agency and a newspaper', { timeout: 240_000, tags: ['thorough'] }, () => {
  it('ask what it would take', async () => {
    const write = await found('goals', 'goal CN-LN --keep "debtToGdp@2035 <= 0.65" --with vehicleHaircut --chance 0.7')
    const [{ value }] = write.levers
    const rise = ({ before, chance }: any): string => `from ${percent(before.share)} to ${percent(chance.share)}`
    says('goals', `a haircut of ${number(value, 0)} % on LGFV debt raises the chance ${rise(write)}`)
    const centre = await found('goals', 'goal CN-JL --keep "debtToGdp@2035 <= 1.2" --with extraTransfers --chance 0.5')
    expect.soft(centre.reached).toBe(false)
    says('goals', `the largest addition raises the chance ${rise(centre)}`)
    const promise = await found(
      'goals',
      'goal northeast --keep "regionResidents@2035Q4 >= 86" --with arrivalGrant --chance 0.5',
    )
    expect.soft(promise.reached).toBe(false)
    says('goals', `the largest grant raises the chance ${rise(promise)}`)
  })

  it('ask when it fails', async () => {
    const first = ({ boxes: [box] }: any): string =>
      `covers ${percent(box.coverage)} of them, and ${percent(box.density)} of the simulations that meet its conditions fail`
    const count = ({ failures, members }: any): string => `${failures} of ${number(members, 0)} simulations fail`
    for (const command of [
      'discover CN-LN --fails "debtToGdp@2035 >= 0.65"',
      'discover CN-JL --policy E --fails "debtToGdp@2037 >= 1.4"',
      'discover northeast --policy B --fails "regionOutputPerHead@2037 <= 100"',
    ]) {
      const result = await found('goals', command)
      says('goals', `${command}\`. ${count(result)}; its first sentence ${first(result)}`)
    }
  })
})

it('value for money: a finance bureau, a rating agency and a newspaper', {
  timeout: 240_000,
  tags: ['thorough'],
}, async () => {
  const perBillion = (one: any, year: number): number => one.at.find((at: any) => at.year === year).perGross.median
  const jobs = await found(
    'value',
    'value CN-LN --outcome "employmentRate[CN-LN]" --with vocationalProgramme,robotSubsidy,publicInvestment,taxReliefShare',
  )
  const clear = jobs.levers.filter(({ at }: any) => at.find(({ year }: any) => year === 2030).sign === 'raises')
  expect.soft(clear.map(({ lever }: any) => lever).toSorted()).toEqual(['publicInvestment', 'taxReliefShare'])
  const debt = await found('value', 'value CN-JL --outcome regionDebtToGdp')
  const [best] = debt.levers
  expect
    .soft([best.lever, best.rank, debt.levers.filter(({ rank }: any) => rank === 1).length])
    .toEqual(['cleanUpProgramme', 1, 1])
  says(
    'value',
    `a billion a year for the clean-up of arrears and LGFV debt lowers the ratio of 2030 by ${number(-100 * perBillion(best, 2030), 2)} points`,
  )
  const vouchers = await found('value', 'value northeast --outcome regionConsumption --after 1')
  const first = vouchers.levers.filter(({ rank }: any) => rank === 1)
  const one = (name: string): any => first.find(({ lever }: any) => lever === name)
  expect.soft(first).toHaveLength(5)
  says(
    'value',
    `vouchers raise consumption by ${number(perBillion(one('voucherProgramme'), 2026), 2)} yuan for a yuan spent and reimbursement of health costs by ${number(perBillion(one('healthReimbursement'), 2026), 2)}`,
  )
})

it('external conditions: a finance bureau, a rating agency and a newspaper', { timeout: 120_000 }, async () => {
  const need = async (more: string): Promise<number> => {
    const { of, years } = await found('command-line', `debt CN-HL -m 0${more}`)
    return of.region.financing.need.values[years.indexOf(2028)]
  }
  const [before, after] = [await need(''), await need(' --path "nationalBondQuota*=0.9@2027"')]
  says('command-line', `the province needs ${number(after, 0)} billion yuan in 2028 instead of ${number(before, 0)}`)
  const { results, years } = await found('command-line', 'stress CN-JL')
  const at = years.indexOf(2035)
  const ratio = (id?: string): number =>
    results.find(({ test }: any) => test?.id === id).places['CN-JL'].comprehensiveDebtRatio[at]
  const change = (id: string): string => `${signed(100 * (ratio(id) - ratio()), 0)} points`
  says(
    'command-line',
    `frozen transfers add most to debt over resources in 2035 (${change('transfers')}), growth ${change('growth')} and interest ${change('interest')}`,
  )
  const perHead = async (more: string): Promise<number> => {
    const { outcomes } = await found('command-line', `run northeast --years 2035${more}`)
    return outcomes.outputPerHead.values['2035']
  }
  const [plain, reported] = [await perHead(''), await perHead(' --outside as-reported')]
  says('command-line', `GDP per person of 2035 is ${percent(reported / plain - 1, 1)} higher`)
})

it('industries: what is left of the loss in the end without exports to Russia', { timeout: 60_000 }, async () => {
  const { changes, years, reasons } = await json('stress northeast --event exportsRussia=-100% -m 0')
  const { at } = changes.find(({ variable }: any) => variable === 'regionOutput')
  const lower = (year: number): string => percent(-at[years.indexOf(year)], 2)
  const causes = reasons.flatMap((one: any) => one.causes)
  const cause = (name: string): any => causes.find((one: any) => one.name === name)
  says(
    'industries',
    `output is ${lower(2026)} lower in 2026 and ${lower(2030)} in 2030. Lower costs bring back ${number(cause('exportsNation').effect, 0)} bn yuan of sales to the rest of the country and ${number(cause('localShare').effect, 0)} bn of purchases in the area, of ${number(-cause('exportsRussia').effect, 0)} bn lost; firms invest ${number(-cause('demandInvestment').effect, 0)} bn less and households consume ${number(-cause('consumption').effect, 0)} bn less`,
  )
})

it('trust: the answer at its standard number of simulations', { timeout: 300_000, tags: ['thorough'] }, async () => {
  const { verdict, packages } = await json('answer northeast')
  const { claims, settings, perHead, earlier } = verdict
  // Claims in words hold in all settings that voted.
  for (const claim of ['weightFalls', 'reformAverts', 'reformDebt', 'spendingSmall'])
    expect.soft(claims[claim], claim).toBe(settings)
  states(
    'README.md',
    "Under every package the Northeast's share of national output falls, in all settings that voted; reform slows the fall most and cuts debt, spending alone hardly.",
  )
  expect.soft(perHead.standing).toBe('loses')
  says('trust', 'Whether output per head keeps pace with the nation differed by setting before the last fit.')
  const range = ({ low, high }: any): string => `from ${number(100 * low, 0)} to ${number(100 * high, 0)}`
  states(
    'docs/theory/verdict.md',
    `the chance of revival runs ${range(earlier.revived.current)} of 100 under current policy and ${range(earlier.revived.best)} under the best package.`,
  )
  const { probability } = packages.find((one: any) => one.id === 'A')
  const classes = ['revived', 'stabilised', 'managedDecline', 'none', 'distress'].map(one =>
    number(100 * probability[one], 0),
  )
  states(
    'docs/theory/changes.md',
    `(revived, stabilised, managed decline, no clear recovery, distress): … → ${classes.join(' ')}.`,
  )
})
