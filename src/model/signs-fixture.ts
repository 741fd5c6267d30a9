/** What levers, habits and events do to outcomes, and the range in which studies or arithmetic put it. */

import { readRun } from '../engine/run/reader.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { baselineCalled } from '../analysis/region/outside.ts'
import { openUnder } from '../analysis/region/open-under.ts'
import { policyUnder, stressTestsOf } from '../analysis/debt/stress.ts'
import { type Assumptions, leversOf, type Policy } from '../engine/scenario.ts'
import type { OutsidePaths } from '../engine/outside.ts'
import { parsePath } from '../scenario/words.ts'

const open = openRegion('northeast')
const { areas } = open.region

interface Cause {
  readonly doc: string
  readonly policy?: Policy
  readonly assumptions?: Assumptions
  readonly outside?: OutsidePaths
  /** A test of `heartland stress`. */
  readonly stress?: string
  /** A baseline of the nation by its name. */
  readonly under?: string
}

const paths = (...words: readonly string[]): OutsidePaths => Object.fromEntries(words.map(parsePath))

const from2026 = (levers: Readonly<Record<string, number>>): Policy =>
  Object.fromEntries(Object.entries(levers).map(([name, value]) => [name, { value, start: 2026 }]))

export const causes = {
  leave: { doc: 'More people leave (`migrationLean` +.1, its high value)', assumptions: { migrationLean: 0.1 } },
  stay: { doc: 'Fewer people leave (`migrationLean` −.1, its low value)', assumptions: { migrationLean: -0.1 } },
  bust: {
    doc: 'Bust: national house prices fall by 5 points more a year in 2027–30, home sales by 40 % in 2027–32',
    outside: paths('nationalHousePriceGrowth+=-5@2027..2030', 'nationalHousingSales*=0.6@2027..2032'),
  },
  land: { doc: 'Three tenths of the land find a buyer from 2027 on', outside: paths('landDemand*=0.3@2027') },
  growth: { doc: 'National growth 2 points lower in 2027 and 2028', outside: paths('nationalGrowth+=-2@2027..2028') },
  lower: { doc: 'The lower baseline of the nation (`--outside low`)', under: 'low' },
  interest: { doc: 'Stress test Interest: 2 points from 2027 on', stress: 'interest' },
  contingent: { doc: 'Stress test Contingent, in 2027 and 2028', stress: 'contingent' },
  technicians: { doc: 'Vocational programme at .5 % of output', policy: from2026({ vocationalProgramme: 0.5 }) },
  russia: {
    doc: 'No exports to Russia from 2027 on',
    outside: paths('russiaDemand*=0@2027', 'chineseCarShare*=0@2027'),
  },
  investment: {
    doc: 'Public investment of 1 % of output, paid by the centre',
    policy: from2026({ publicInvestment: 1, financedByCentre: 1 }),
  },
} satisfies Record<string, Cause>

/** `name` is read in each area and put together for the region: its sum, or its mean by people. */
interface Outcome {
  readonly doc: string
  readonly name: string
  /** Divides the sum. */
  readonly over?: string
  readonly as: 'percent' | 'points'
  readonly together: 'sum' | 'mean'
}

const summed = (doc: string, name: string): Outcome => ({ doc, name, as: 'percent', together: 'sum' })
const meaned = (doc: string, name: string): Outcome => ({ doc, name, as: 'percent', together: 'mean' })
const ratio = (doc: string, name: string, over: string): Outcome => ({ doc, name, over, as: 'points', together: 'sum' })

export const outcomes = {
  output: summed('Output', 'output'),
  consumptionPerHead: meaned('Consumption per head, real', 'realConsumptionPerHead'),
  savingRate: { doc: 'Saving rate', name: 'savingRate', as: 'points', together: 'mean' },
  productivity: meaned('Output per worker at normal use of capacity', 'productivity'),
  unemployment: { doc: 'Unemployment', name: 'unemploymentRate', as: 'points', together: 'mean' },
  housePrice: meaned('House price', 'housePrice'),
  homeSales: summed('Home sales', 'homeSales'),
  homeStarts: summed('Housing starts', 'homeStarts'),
  landRevenue: summed('Land revenue', 'landRevenue'),
  pensioners: summed('Pensioners', 'pensioners'),
  pensionGap: ratio('Pension gap over output', 'pensionGap', 'nominalOutput'),
  debt: ratio('Debt over output', 'augmentedDebt', 'nominalOutput'),
} satisfies Record<string, Outcome>

export interface Sign {
  readonly cause: keyof typeof causes
  readonly outcome: keyof typeof outcomes
  readonly year: number
  /** In per cent, or in points where the outcome is a share; both included. */
  readonly from: number
  readonly to: number
  readonly source: string
  /** Known to lie outside: the page of the source says why, and the test when it no longer does. */
  readonly outside?: true
}

const perPeople = 'A per cent of people moves the price by .2 to 1 %: [people](chains.md#people-in-the-price-of-homes)'
const fewerHomes = 'A home left empty takes .1 to .5 of a sale: [people](chains.md#people-in-the-price-of-homes)'
const whoPays = 'The fund where they have paid goes on paying: [pensions](chains.md#pensions-of-those-who-have-left)'
const surprise = 'Homes of the nation follow its income: [surprises](chains.md#growth-and-rates-that-nobody-expected)'
const lessIncome = 'Who earns less spends less: [wealth](chains.md#wealth)'
const residential = 'Provinces, 2000–24, and spending out of home values: [the bust](chains.md#demand-and-the-bust)'
const lostSales = 'Regions do not win back what they lose within a decade: [long run](chains.md#trade-in-the-long-run)'
const multiplier = '.4 to .8 in years 1 to 3: [the bust](chains.md#demand-and-the-bust)'
const skill = 'Two years of school at 5 to 10 % each: [skill](chains.md#skill)'
const assumed = 'Two years of 2.5 % of output: [debts taken over](chains.md#debts-taken-over)'
const landBought = 'A third of starts in the long run: [land](chains.md#land)'
const landNow = '.33 % of output before compensation, times .5 to .7: [land](chains.md#land)'

export const signs: readonly Sign[] = [
  { cause: 'leave', outcome: 'housePrice', year: 2030, from: -1.8, to: -0.36, source: perPeople },
  { cause: 'leave', outcome: 'housePrice', year: 2040, from: -3.5, to: -0.7, source: perPeople },
  { cause: 'stay', outcome: 'housePrice', year: 2040, from: 0.7, to: 3.5, source: perPeople },
  { cause: 'leave', outcome: 'homeSales', year: 2030, from: -14, to: -1, source: fewerHomes },
  { cause: 'leave', outcome: 'homeSales', year: 2040, from: -14, to: 0, source: fewerHomes },
  { cause: 'leave', outcome: 'landRevenue', year: 2040, from: -20, to: -1, source: fewerHomes },
  { cause: 'leave', outcome: 'pensionGap', year: 2040, from: 0.2, to: 0.6, source: whoPays },
  { cause: 'stay', outcome: 'pensionGap', year: 2040, from: -0.6, to: -0.2, source: whoPays },
  { cause: 'leave', outcome: 'pensioners', year: 2040, from: -1.5, to: 1.5, source: whoPays },
  { cause: 'bust', outcome: 'output', year: 2030, from: -1.1, to: -0.4, source: residential },
  { cause: 'bust', outcome: 'unemployment', year: 2030, from: 0.1, to: 0.5, source: residential, outside: true },
  { cause: 'bust', outcome: 'consumptionPerHead', year: 2030, from: -2.5, to: -0.5, source: residential },
  { cause: 'land', outcome: 'homeStarts', year: 2030, from: -20, to: -3, source: landBought },
  { cause: 'land', outcome: 'output', year: 2030, from: -0.3, to: -0.1, source: landNow },
  { cause: 'growth', outcome: 'housePrice', year: 2030, from: -4.8, to: -1.6, source: surprise },
  { cause: 'growth', outcome: 'homeStarts', year: 2030, from: -15, to: -1, source: surprise },
  { cause: 'growth', outcome: 'landRevenue', year: 2030, from: -30, to: -5, source: surprise },
  { cause: 'lower', outcome: 'consumptionPerHead', year: 2030, from: -3, to: 0, source: lessIncome },
  { cause: 'lower', outcome: 'consumptionPerHead', year: 2035, from: -5, to: 0, source: lessIncome },
  { cause: 'lower', outcome: 'consumptionPerHead', year: 2040, from: -7, to: 0, source: lessIncome },
  { cause: 'interest', outcome: 'housePrice', year: 2030, from: -15, to: -2, source: surprise },
  { cause: 'interest', outcome: 'landRevenue', year: 2030, from: -60, to: -10, source: surprise },
  { cause: 'interest', outcome: 'consumptionPerHead', year: 2030, from: -1.5, to: 0, source: surprise },
  { cause: 'contingent', outcome: 'debt', year: 2028, from: 4, to: 6, source: assumed },
  { cause: 'contingent', outcome: 'debt', year: 2030, from: 4, to: 6, source: assumed },
  { cause: 'technicians', outcome: 'productivity', year: 2040, from: 0.5, to: 2.5, source: skill },
  { cause: 'technicians', outcome: 'output', year: 2040, from: 0.3, to: 2.5, source: skill },
  { cause: 'russia', outcome: 'output', year: 2027, from: -0.7, to: -0.2, source: lostSales },
  { cause: 'russia', outcome: 'output', year: 2032, from: -0.7, to: -0.18, source: lostSales, outside: true },
  { cause: 'investment', outcome: 'output', year: 2027, from: 0.4, to: 0.8, source: multiplier, outside: true },
  { cause: 'investment', outcome: 'output', year: 2028, from: 0.4, to: 0.8, source: multiplier, outside: true },
  { cause: 'investment', outcome: 'savingRate', year: 2030, from: -0.3, to: 0.3, source: lessIncome },
]

const names = [
  ...new Set(
    Object.values<Outcome>(outcomes).flatMap(({ name, over }) => (over === undefined ? [name] : [name, over])),
  ),
  'residentsTotal',
]

const run = ({ policy = {}, assumptions = {}, outside = {}, stress, under }: Cause) => {
  const test = stressTestsOf(open).find(({ id }) => id === stress)
  const conditions = {
    ...(under === undefined ? {} : baselineCalled(open.region, under)),
    ...outside,
    ...test?.outside,
  }
  const { series, ...rest } = openUnder(open, conditions).simulator.run({
    policy: policyUnder(leversOf(open.linked), policy, test?.policy ?? {}),
    assumptions: { ...assumptions, ...test?.assumptions },
    record: names,
    audit: true,
  })
  return { reader: readRun({ series, ...rest }), residual: rest.audit!.largestResidual }
}

const levelIn = (reader: ReturnType<typeof run>['reader'], { name, over, together }: Outcome, year: number): number => {
  const sum = (of: (area: string) => number): number => areas.reduce((total, area) => total + of(area), 0)
  const people = (area: string): number => reader.mean('residentsTotal', year, area)
  if (over !== undefined) return sum(area => reader.mean(name, year, area)) / sum(area => reader.mean(over, year, area))
  return together === 'sum'
    ? sum(area => reader.mean(name, year, area))
    : sum(area => reader.mean(name, year, area) * people(area)) / sum(people)
}

const baseline = run({ doc: 'The baseline' })
const runs = new Map(Object.entries<Cause>(causes).map(([id, cause]) => [id, run(cause)]))

/** By cause: the largest residual of the accounts. */
export const residuals: ReadonlyMap<string, number> = new Map(
  [...runs].map(([id, { residual }]) => [id, Math.max(residual, baseline.residual)]),
)

/** The effect of a cause on an outcome, in per cent or points. */
export const effectOf = ({ cause, outcome, year }: Pick<Sign, 'cause' | 'outcome' | 'year'>): number => {
  const read: Outcome = outcomes[outcome]
  const [before, after] = [baseline, runs.get(cause)!].map(({ reader }) => levelIn(reader, read, year))
  return 100 * (read.as === 'points' ? after! - before! : after! / before! - 1)
}

/** A level of the baseline itself. */
export const levelOf = (outcome: keyof typeof outcomes, year: number): number =>
  levelIn(baseline.reader, outcomes[outcome], year)

const written = (value: number): string => value.toFixed(2).replace('-', '−')

/** The table of docs/theory/signs.md. */
export const signTable = (): string =>
  [
    '| cause | outcome | year | range | measured | why |',
    '|---|---|---|---|---|---|',
    ...signs.map(sign => {
      const { as, doc }: Outcome = outcomes[sign.outcome]
      const unit = as === 'points' ? 'points' : '%'
      const range = `${written(sign.from)} to ${written(sign.to)} ${unit}`
      const measured = `${written(effectOf(sign))}${sign.outside === true ? ' (outside)' : ''}`
      return `| ${causes[sign.cause].doc} | ${doc} | ${sign.year} | ${range} | ${measured} | ${sign.source} |`
    }),
  ].join('\n')
