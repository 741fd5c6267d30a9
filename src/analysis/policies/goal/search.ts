/**
 * Searches for packages that no other beats in several robust measures: the mean over the simulations, the share of them
 * that meets thresholds, and the regret against the best package of each simulation.
 */

import type { OutcomeAddress } from '../../../engine/outcome-address.ts'
import { leversOf, type Policy } from '../../../engine/scenario.ts'
import { createStream } from '../../../engine/random.ts'
import { nsga2 } from '../../../engine/search/nsga2.ts'
import { hypervolume, nonDominated } from '../../../engine/search/pareto.ts'
import { ln } from '../../../language/elementary.ts'
import { UsageError } from '../../../language/messages.ts'
import { standardThresholds, type Thresholds } from '../../../model/criteria.ts'
import { windowFrom, windowTo } from '../../../model/measures.ts'
import { declaredPackages } from '../../../model/packages.ts'
import { meanOf, quantile } from '../../runs/quantiles.ts'
import { settingIn } from '../../region/national-model.ts'
import { financingLevers } from '../../../scenario/scenario.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { changeOf, type FreeLever, policyAt, standardPoint } from './levers.ts'
import { messages as goalMessages } from '../../../texts/goal.ts'
import { chanceOf, marginsOf, outcomesIn, parseTarget, targetReading, type GoalTarget } from './targets.ts'
import type { OutcomeReading, PolicySearch, TrialReading } from './trials.ts'

type Kind = 'mean' | 'regret' | 'regret90' | 'share' | 'revival' | 'cost' | 'change'

export interface Objective {
  readonly text: string
  readonly kind: Kind
  readonly maximise: boolean
  /** Place among the readings, where the measure has one. */
  readonly from: number
  readonly targets: readonly GoalTarget[]
  /** Of a mean and a regret. */
  readonly outcome?: OutcomeAddress
}

const measureForm =
  'mean(name@2037), share(name@2035 <= 0.7), regret(name@2037), regret90(name@2037), revival, cost, change'

/** Objectives where none are named. */
const window = `${windowFrom}-${windowTo}`
export const standardMaximise = [`mean(regionOutputPerHead@${window})`]
export const standardMinimise = [`mean(regionDebtToGdp@${windowTo})`, `regret90(regionUnemployment@${window})`, 'cost']

/** Levers of a region that the packages of the program move. */
export const packageLevers = ({ linked }: Pick<OpenRegion, 'linked'>): string[] => {
  const paying: readonly string[] = financingLevers
  const known = leversOf(linked)
  const all = declaredPackages.flatMap(({ levers }) => Object.keys(levers))
  return [...new Set(all)].filter(name => known.has(name) && !paying.includes(name))
}

/** Packages of a generation, and how many of them a number of packages makes. */
export const generationsOf = (packages: number): Pick<SearchTask, 'population' | 'generations'> => {
  const population = Math.max(4, Math.min(48, 2 * Math.floor(packages / 4)))
  return { population, generations: Math.max(1, Math.floor(packages / population) - 1) }
}

/**
 * Measures as people write them; a name by itself is its mean, and a share may have several conditions. A regret falls short
 * of the best: it is always minimised.
 */
export const parseObjectives = (
  open: OpenRegion,
  maximise: readonly string[],
  minimise: readonly string[],
  thresholds: Thresholds = standardThresholds,
): { readonly objectives: readonly Objective[]; readonly readings: readonly TrialReading[] } => {
  const readings: TrialReading[] = []
  const add = (text: string, isMaximised: boolean): Objective => {
    const from = readings.length
    if (text === 'revival') readings.push({ revival: thresholds })
    if (text === 'cost' || text === 'change' || text === 'revival')
      return { text, kind: text, maximise: isMaximised, from, targets: [] }
    const [, word = 'mean', inner = text] = /^(mean|share|regret90|regret)\((.*)\)$/.exec(text.trim()) ?? []
    const kind = word as Kind
    const targets = kind === 'share' ? inner.split(' and ').flatMap(one => parseTarget(open, one)) : []
    const read: OutcomeReading[] =
      kind === 'share' ? targets.map(targetReading) : outcomesIn(open, inner).map(outcome => ({ outcome }))
    if (kind !== 'share' && read.length !== 1)
      throw new UsageError(goalMessages.oneValue({ text, first: read[0].outcome.text, form: measureForm }))
    readings.push(...read)
    const outcome = kind === 'share' ? {} : { outcome: read[0].outcome }
    return { text, kind, maximise: isMaximised, from, targets, ...outcome }
  }
  const objectives = [...maximise.map(text => add(text, true)), ...minimise.map(text => add(text, false))]
  const texts = objectives.map(({ text }) => text)
  const twice = texts.find((text, at) => texts.indexOf(text) < at)
  if (twice !== undefined) throw new UsageError(goalMessages.bothWays({ text: twice }))
  if (objectives.length < 2) throw new UsageError(goalMessages.twoMeasures({ form: measureForm }))
  return { objectives, readings }
}

interface Item {
  readonly point: Float64Array
  readonly values: readonly Float64Array[]
  /** CNY bn. */
  readonly cost: number
}

export interface SearchTask extends PolicySearch {
  readonly objectives: readonly Objective[]
  /** Packages of a generation, and generations. */
  readonly population: number
  readonly generations: number
}

export interface FoundPackage {
  readonly levers: Readonly<Record<string, number>>
  readonly policy: Policy
  readonly presentValue: number
  /** By the text of the objective. */
  readonly measures: Readonly<Record<string, number>>
}

export interface SearchResult {
  readonly packages: readonly FoundPackage[]
  /** Hypervolume of the packages found so far against the number of packages tried, as a share of the box between their extremes. */
  readonly progress: ReadonlyArray<{ readonly tried: number; readonly hypervolume: number; readonly packages: number }>
  readonly tried: number
  readonly members: number
}

/** Simulation by simulation: how far a package falls short of the best of all that were tried. */
const regretsOf = (values: Float64Array, best: Float64Array, maximise: boolean): Float64Array =>
  values.map((value, member) => (maximise ? best[member] - value : value - best[member]))

const bestOf = (all: readonly Item[], from: number, maximise: boolean): Float64Array => {
  const best = all[0].values[from].slice()
  for (const { values } of all)
    values[from].forEach((value, member) => {
      if (maximise ? value > best[member] : value < best[member]) best[member] = value
    })
  return best
}

/** @internal For tests. Measures of packages as people read them: regrets and costs as they are. */
export const measuresOf = (
  items: readonly Item[],
  all: readonly Item[],
  { objectives, levers }: Pick<SearchTask, 'objectives' | 'levers'>,
): number[][] => {
  const standards = standardPoint(levers)
  const columns = objectives.map(({ kind, from, targets, maximise }) => {
    if (kind === 'cost') return items.map(({ cost }) => cost)
    if (kind === 'change') return items.map(({ point }) => changeOf(point, standards))
    if (kind === 'share')
      return items.map(({ values }) => chanceOf(marginsOf(targets, values.slice(from, from + targets.length))))
    if (kind === 'mean' || kind === 'revival') return items.map(({ values }) => meanOf(values[from]))
    const best = bestOf(all, from, maximise)
    return items.map(({ values }) => {
      const regrets = regretsOf(values[from], best, maximise).sort()
      return kind === 'regret' ? regrets.at(-1)! : quantile(regrets, 0.9)
    })
  })
  return items.map((_, at) => columns.map(column => column[at]))
}

/** Values to minimise: a measure to be maximised changes its sign, save a regret; infinite where not finite. */
const minimisedOf = (measures: readonly number[], objectives: readonly Objective[]): number[] =>
  measures.map((value, at) => {
    const { kind, maximise } = objectives[at]
    const wanted = maximise && !kind.startsWith('regret') ? -value : value
    return Number.isFinite(wanted) ? wanted : Number.POSITIVE_INFINITY
  })

/** The packages of the program as far as these levers make them. */
const declaredPoints = (levers: readonly FreeLever[]): Float64Array[] => {
  const standards = standardPoint(levers)
  return declaredPackages
    .map(declared =>
      standards.map((standard, at) => {
        const { name, bounds } = levers[at]
        const [low, high] = bounds
        const value = declared.levers[name]
        if (value === undefined) return standard
        return Math.min(1, Math.max(0, (settingIn(name, { bounds }, value) - low) / (high - low)))
      }),
    )
    .filter(point => changeOf(point, standards) > 0)
}

/** Packages of the first generation: current policy, the packages of the program, and mixtures of a few levers each. */
const firstPoints = ({ levers, seed, population }: SearchTask): Float64Array[] => {
  const draw = createStream(seed, 'first packages')
  const standards = standardPoint(levers)
  const known = [standards, ...declaredPoints(levers)]
  return Array.from({ length: population }, (_, at) => {
    if (at < known.length) return known[at]
    return standards.map((standard, lane) => {
      // Few levers far, most of them little: exponential weights.
      const takes = draw(at, 0, lane) < Math.max(2 / levers.length, 0.4)
      const far = Math.min(1, -0.3 * ln(draw(at, 1, lane)))
      const bound = draw(at, 2, lane) < standard ? 0 : 1
      return takes ? standard + far * (bound - standard) : standard
    })
  })
}

/** Costs over the budget are brought to it: levers move back towards their standards by the same share. */
const withinBudget = (task: SearchTask, points: readonly Float64Array[]): Float64Array[] => {
  const { levers, base, costs, budget } = task
  const standards = standardPoint(levers)
  let now = [...points]
  for (let round = 0; round < 2; round++) {
    const spent = costs(now.map(point => policyAt(levers, base, point)))
    now = now.map((point, at) => {
      if (spent[at] <= budget) return point
      const share = (0.999 * budget) / spent[at]
      return point.map((value, lane) => standards[lane] + share * (value - standards[lane]))
    })
  }
  return now
}

export const searchPackages = async (task: SearchTask): Promise<SearchResult> => {
  const { levers, base, objectives, seed, generations, run, costs, budget } = task
  const stages: number[] = []
  const items = await nsga2<Item>({
    seed,
    start: firstPoints(task),
    generations,
    judge: async points => {
      const kept = withinBudget(task, points)
      const policies = kept.map(point => policyAt(levers, base, point))
      const values = await run(policies)
      const spent = costs(policies)
      return kept.map((point, at) => ({ point, values: values[at], cost: spent[at] }))
    },
    pointOf: ({ point }) => point,
    objectives: (some, all) => measuresOf(some, all, task).map(measures => minimisedOf(measures, objectives)),
    violation: ({ cost }) => Math.max(0, cost - budget),
    progress: all => {
      stages.push(all.length)
      return false
    },
  })
  const allowed = items.filter(({ cost }) => cost <= budget)
  const measures = measuresOf(allowed, items, task)
  const minimised = measures.map(row => minimisedOf(row, objectives))
  const front = nonDominated(minimised)
  const place = new Map(items.map((item, at) => [item, at]))
  const packages = front.map((at): FoundPackage => {
    const { point, cost } = allowed[at]
    const policy = policyAt(levers, base, point)
    const moved = levers.flatMap(({ name }) =>
      policy[name] === undefined ? [] : [[name, policy[name].value] as const],
    )
    return {
      levers: Object.fromEntries(moved),
      policy,
      presentValue: cost,
      measures: Object.fromEntries(objectives.map(({ text }, column) => [text, measures[at][column]])),
    }
  })
  return {
    packages,
    progress: stages.map(tried => {
      const known = minimised.filter((_, at) => place.get(allowed[at])! < tried)
      return { tried, ...volumeOf(known, minimised, front) }
    }),
    tried: items.length,
    members: items[0].values[0]?.length ?? 0,
  }
}

/** Of points known at a stage, in the box between the extremes of the final front. */
const volumeOf = (
  known: ReadonlyArray<readonly number[]>,
  all: ReadonlyArray<readonly number[]>,
  front: readonly number[],
): { readonly hypervolume: number; readonly packages: number } => {
  const columns = all[0].map((_, column) => front.map(at => all[at][column]))
  const [low, high] = [columns.map(column => Math.min(...column)), columns.map(column => Math.max(...column))]
  const scaled = known.map(point => point.map((value, at) => (value - low[at]) / (high[at] - low[at] || 1)))
  const own = nonDominated(scaled).map(at => scaled[at])
  const reference = low.map(() => 1.1)
  return { hypervolume: hypervolume(own, reference) / 1.1 ** reference.length, packages: own.length }
}
