/**
 * Value for money: what each lever does to an outcome for each billion that it spends a year, gross and after what comes
 * back to the budgets, over paired simulations with and without it.
 */

import { seriesOf } from '../../../engine/recording.ts'
import { parseOutcome } from '../../../engine/outcome-address.ts'
import { leversOf, type Policy } from '../../../engine/scenario.ts'
import { payerOf } from '../../../language/payer.ts'
import { policyOutlay } from '../../../language/outlays.ts'
import { packageStart } from '../../../model/packages.ts'
import type { PublishedEffect } from '../../../model/published-effects.ts'
import { outcomesIn } from '../goal/targets.ts'
import type { RunTrials, OutcomeReading } from '../goal/trials.ts'
import { meanOf, sumOf, bandOf } from '../../runs/quantiles.ts'
import {
  horizons,
  type MeasuredLever,
  measurePolicy,
  spentByOthers,
  studiedIn,
  yearlySpending,
} from '../multipliers.ts'
import type { Band } from '../../words/numbers.ts'
import { readingOf } from '../../../outcomes/catalogue.ts'
import type { YearReading } from '../../../outcomes/year-values.ts'
import { type OpenRegion, timeOf } from '../../region/simulation.ts'
import { messages as valueMessages } from '../../../texts/value.ts'
import { UsageError } from '../../../language/messages.ts'

/** Direction of an effect or of a difference by its band; 'none' where no simulation moves. */
type Sign = 'raises' | 'lowers' | 'unclear' | 'none'

/** Years from the start of the measure on: one of `horizons`. */
export interface ValueAt {
  readonly year: number
  /** Change of the outcome, in its unit. */
  readonly effect: Band
  readonly sign: Sign
  /** For each billion of gross outlay a year; null for a lever that spends nothing or next to nothing. */
  readonly perGross: Band | null
  /** Part of the gross outlay so far that budgets of the province and the centre are short of in the end. */
  readonly netShare: Band | null
  /** `perGross` over `netShare`: for each billion a year that budgets are short of; null where they are not clearly short of any. */
  readonly perNet: number | null
}

export interface LeverValue {
  readonly lever: string
  readonly doc: string
  readonly unit: string
  readonly standard: number
  readonly value: number
  readonly payer: string
  /** CNY bn, prices of the start: yearly gross outlay at each of `horizons`; null for a lever that spends nothing. */
  readonly outlay: readonly Band[] | null
  readonly at: readonly ValueAt[]
  /**
   * One more than the spending levers that do more for a billion in at least nine of ten simulations. Null for a reform: what it costs follows from it
   * or is nothing, and that it works as planned is assumed, not bought.
   */
  readonly rank: number | null
  /** Spending levers that are neither ahead of it nor behind it. */
  readonly ties: readonly string[]
  /** Estimates of the same effect for a yuan spent. */
  readonly published: readonly PublishedEffect[]
}

export interface Value {
  /** 'regionOutput', 'output[CN-LN]'. */
  readonly outcome: string
  readonly variable: string
  readonly unit: string
  readonly doc: string
  /** The reading of a year of the outcome, its mean or its end, as in tables by year. */
  readonly reading: YearReading
  readonly years: readonly number[]
  /** The one of `horizons` by which levers are ranked. */
  readonly rankedAt: number
  readonly better: 'higher' | 'lower'
  readonly members: number
  /** Simulations in which a run failed under some lever: left out everywhere. */
  readonly failed: number
  /** Spending levers, the best first; then reforms, by their effect. */
  readonly levers: readonly LeverValue[]
}

/** An outcome without a time: 'regionOutput', 'debtToGdp[CN-LN]'. */
export const valueOutcome = (open: OpenRegion, text: string) => {
  if (text.includes('@')) throw new UsageError(valueMessages.withTime({ text, name: text.split('@')[0] }))
  const found = outcomesIn(open, `${text}@${packageStart}`)
  if (found.length > 1) throw new UsageError(valueMessages.severalAreas({ text, first: found[0].series }))
  const [{ name, variable, unit, doc }] = seriesOf(open.linked, found[0].series)
  return { outcome: name, variable, unit, doc, reading: readingOf(open.linked.variables.get(variable)!) }
}

export type ValueOutcome = ReturnType<typeof valueOutcome>

const measuredYears = Math.max(...horizons)
const yearsFrom = Array.from({ length: measuredYears }, (_, at) => packageStart + at)
const yearOf = (horizon: number): number => packageStart + horizon - 1

/** The readings of each simulation, and where the numbers of a year lie among them. */
export const valueReadings = (open: OpenRegion, { outcome, reading }: ValueOutcome) => {
  const readings: OutcomeReading[] = []
  const add = (address: string): number =>
    readings.push({ outcome: parseOutcome(open.linked, address, timeOf(open)) }) - 1
  const atHorizons = horizons.map(after => add(`${outcome}@${yearOf(after)}${reading === 'end' ? 'Q4' : ''}`))
  const output = add(`regionOutput@${packageStart}`)
  const known = new Set(open.linked.variables.keys())
  const others = Object.entries(spentByOthers).filter(([, name]) => known.has(name))
  const years = yearsFrom.map(year =>
    open.region.areas.map(area => ({
      outlay: add(`${policyOutlay}[${area}]@${year}`),
      price: add(`price[${area}]@${year}`),
      budgets: ['provinceBudget', 'centreBudget'].map(name => add(`${name}[${area}]@${year}`)),
      others: new Map(others.map(([lever, name]) => [lever, add(`${name}[${area},state]@${year}`)])),
    })),
  )
  return { readings, atHorizons, output, years }
}

type Places = ReturnType<typeof valueReadings>
type Rows = readonly Float64Array[]

/** Money of a year at prices of the start, over the areas. */
const realIn = (rows: Rows, year: Places['years'][number], member: number, of: (area: number) => number): number =>
  year.reduce((sum, { price }, area) => sum + of(area) / rows[price][member], 0)

const outlayIn = (rows: Rows, year: Places['years'][number], member: number, lever: string): number => {
  const others = year[0].others.get(lever)
  if (others !== undefined) return year.reduce((sum, area) => sum + rows[area.others.get(lever)!][member], 0)
  return realIn(rows, year, member, area => rows[year[area].outlay][member])
}

const balanceIn = (rows: Rows, year: Places['years'][number], member: number): number =>
  realIn(rows, year, member, area => year[area].budgets.reduce((sum, place) => sum + rows[place][member], 0))

const signOf = ({ low, high }: Band): Sign => {
  if (low === 0 && high === 0) return 'none'
  return low > 0 ? 'raises' : high < 0 ? 'lowers' : 'unclear'
}

/** A measure that spends less than this share of output a year has no meaningful effect for a billion. */
const leastShare = 1e-5

/** Simulations of one lever beside those without it. */
const samplesOf = (places: Places, before: Rows, after: Rows, lever: string, members: readonly number[]) => {
  const { atHorizons, years } = places
  const spent = members.map(member => years.map(year => outlayIn(after, year, member, lever)))
  const lost = members.map(member =>
    years.map(year => balanceIn(before, year, member) - balanceIn(after, year, member)),
  )
  const output = meanOf(members.map(member => before[places.output][member]))
  const spends = spent.every(row =>
    horizons.every(after_ => yearlySpending(row.slice(0, after_)) > leastShare * output),
  )
  return {
    spends,
    at: horizons.map((horizon, place) => {
      const effect = members.map(member => after[atHorizons[place]][member] - before[atHorizons[place]][member])
      const outlay = spent.map(row => yearlySpending(row.slice(0, horizon)))
      return {
        effect,
        outlay,
        perGross: effect.map((value, at) => value / outlay[at]),
        netShare: lost.map((row, at) => sumOf(row.slice(0, horizon)) / sumOf(spent[at].slice(0, horizon))),
      }
    }),
  }
}

export interface ValueTask {
  readonly outcome: ValueOutcome
  readonly places: Places
  readonly levers: readonly MeasuredLever[]
  readonly better: 'higher' | 'lower'
  /** One of `horizons`. */
  readonly rankedAt: number
  readonly run: RunTrials
}

/**
 * Ranks by all pairs, over the same simulations: `values[lever][simulation]`, more is better. A measure is ahead of another
 * where the middle 80 % of their paired differences lie above zero, the rule by which a direction is certain; more
 * simulations make the rank more exact, but not finer.
 */
const ranksOf = (values: ReadonlyArray<readonly number[]>) => {
  const signs = values.map(one => values.map(other => signOf(bandOf(one.map((value, at) => value - other[at])))))
  return signs.map((row, measure) => ({
    rank: row.filter(sign => sign === 'lowers').length + 1,
    ties: [...row.keys()].filter(at => at !== measure && row[at] !== 'lowers' && row[at] !== 'raises'),
  }))
}

/** The published outcome that a variable of the region is. */
const publishedAs: Readonly<Record<string, PublishedEffect['on']>> = {
  regionOutput: 'output',
  regionConsumption: 'consumption',
}

export const valueForMoney = async (open: OpenRegion, task: ValueTask): Promise<Value> => {
  const { outcome, places, levers, better, rankedAt, run } = task
  const policies: Policy[] = [{}, ...levers.map(({ name, value }) => measurePolicy(name, value))]
  const [before, ...changed] = await run(policies)
  const all = [...before[0].keys()]
  const members = all.filter(member => [before, ...changed].every(rows => Number.isFinite(rows[0][member])))
  if (members.length < 2) throw new UsageError(valueMessages.allFailed())
  const samples = levers.map(({ name }, at) => samplesOf(places, before, changed[at], name, members))
  const place = horizons.indexOf(rankedAt)
  const costed = [...levers.keys()].filter(at => levers[at].spends && samples[at].spends)
  const turned = better === 'higher' ? 1 : -1
  const ranks = ranksOf(costed.map(at => samples[at].at[place].perGross.map(value => turned * value)))
  const declared = leversOf(open.linked)
  const studied = studiedIn(open).filter(({ on, per }) => per === 'yuan' && on === publishedAs[outcome.outcome])
  const measured = levers.map(({ name, lever, standard, value }, at): LeverValue => {
    const sample = samples[at]
    const ranked = ranks[costed.indexOf(at)]
    return {
      lever: name,
      doc: lever.doc,
      unit: lever.unit,
      standard,
      value,
      payer: payerOf(declared, name),
      outlay: sample.spends ? sample.at.map(({ outlay }) => bandOf(outlay)) : null,
      at: sample.at.map(({ effect, perGross, netShare }, horizon): ValueAt => {
        const estimate = bandOf(effect)
        const share = sample.spends ? bandOf(netShare) : null
        const gross = sample.spends ? bandOf(perGross) : null
        return {
          year: yearOf(horizons[horizon]),
          effect: estimate,
          sign: signOf(estimate),
          perGross: gross,
          netShare: share,
          perNet: gross === null || share === null || share.low <= 0 ? null : gross.median / share.median,
        }
      }),
      rank: ranked?.rank ?? null,
      ties: ranked?.ties.map(other => levers[costed[other]].name) ?? [],
      published: studied.filter(effect => effect.lever === name),
    }
  })
  const size = ({ rank, at }: LeverValue): number =>
    turned * (rank === null ? at[place].effect : at[place].perGross!).median
  const sorted = (list: readonly LeverValue[]): LeverValue[] =>
    list.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || size(b) - size(a))
  const { outcome: series, variable, unit, doc, reading } = outcome
  return {
    outcome: series,
    variable,
    unit,
    doc,
    reading,
    years: horizons.map(yearOf),
    rankedAt,
    better,
    members: members.length,
    failed: all.length - members.length,
    levers: [
      ...sorted(measured.filter(({ rank }) => rank !== null)),
      ...sorted(measured.filter(({ rank }) => rank === null)),
    ],
  }
}
