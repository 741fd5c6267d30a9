/** Builds the answer from an ensemble of simulations: the object behind `answer --json` and the printed page. */

import type { RunMany } from '../../engine/run/many.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import {
  classOrder,
  classWords,
  criteria,
  criterionText,
  type FutureClass,
  type Judgement,
  type Shares,
  standardThresholds,
  type Thresholds,
} from '../../model/criteria.ts'
import { unitIn } from '../../language/currency.ts'
import { measures } from '../../model/measures.ts'
import { envelopeShare, packageStart } from '../../model/packages.ts'
import { type RiskSummary, summariseRisks } from '../../model/risks.ts'
import type { RegionData } from '../../regions/types.ts'
import { auditTolerance } from '../runs/accounts-hold.ts'
import { type EvidenceCounts, evidenceOf } from '../evidence/evidence.ts'
import { type Change, changesOf } from '../policies/changes.ts'
import { pairedDifference } from '../policies/comparison.ts'
import { type Conclusion, conclusionOf } from './conclusion.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { madeWith } from '../region/fingerprint.ts'
import { fitSentence } from '../region/fitted-model.ts'
import { classesAt, foldJudged, type JudgedMember } from '../runs/fold.ts'
import type { Future, Reading } from '../runs/future.ts'
import type { Members } from '../runs/members.ts'
import { inRegion } from '../../outcomes/catalogue.ts'
import { outcomes, pensionYearMeaning } from '../words/outcomes.ts'
import { type CostAfterFeedback, type Costing, costingOf, discountRate, type GrossOutlay } from '../policies/costs.ts'
import { type Robustness, type RobustnessCell, robustnessOf, type RobustnessSettings } from './robustness.ts'
import { checkHorizon, type LeverUse, type Package, packagesOf, withoutFreeLevers } from '../policies/packages.ts'
import type { FinancedPart } from '../../scenario/scenario.ts'
import { bandOf, shareError } from '../runs/quantiles.ts'
import { type FinancedRuns, financedRuns, whoPaysOf } from './who-pays.ts'

/** Median and 10–90 band; null is a year that does not come before the horizon ends. */
export interface OutcomeBand {
  readonly label: string
  readonly unit: string
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
  /** Of a year that may not come: share of simulations in which it does. */
  readonly share?: number
}

export interface Probabilities {
  readonly probability: Shares
  /** Standard error of each from the number of simulations. */
  readonly probabilityError: Shares
  /** The degree to which simulations meet each criterion, mean. */
  readonly criteria: Readonly<Record<string, number>>
  /** Share of simulations with two falling quarters in a row, 2036-37. */
  readonly recessionShare: number
  /** Criteria met, mean. */
  readonly meanScore: number
}

interface AreaAnswer extends Probabilities {
  readonly id: string
  readonly name: string
  readonly outcomes: Readonly<Record<string, OutcomeBand>>
}

export interface PackageAnswer extends Probabilities {
  readonly id: string
  readonly name: string
  readonly doc: string
  /** What its levers spend beyond what is in force, in the central run. */
  readonly grossCost: GrossOutlay
  /** What budgets lose against current policy in the central run, once everything has answered. */
  readonly costAfterFeedback: CostAfterFeedback
  /** Present value missing to the budget of every package, CNY bn; below 0 where the package spends more. */
  readonly shortfall: number
  readonly financing: readonly FinancedPart[]
  readonly factor: number | null
  readonly levers: readonly LeverUse[]
  readonly outcomes: Readonly<Record<string, OutcomeBand>>
  readonly risks: RiskSummary
  /** Paired differences to current policy, by indicator. */
  readonly changes: Readonly<Record<string, Change>>
  /** Revived against doing nothing, over the same simulations. */
  readonly gain: { readonly revived: number; readonly error: number }
  /** The same spending with free levers at their standard; null where the package has none. */
  readonly withoutFreeLevers: WithoutFreeLevers | null
  readonly areas: readonly AreaAnswer[]
}

interface WithoutFreeLevers extends Probabilities {
  readonly grossCost: GrossOutlay
  readonly shortfall: number
  readonly factor: number | null
  readonly levers: readonly LeverUse[]
  readonly outcomes: Readonly<Record<string, OutcomeBand>>
}

export interface MeasureAnswer {
  readonly id: string
  readonly criterion: string
  readonly name: string
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly threshold: number
  readonly standard: number
  /** Distance to the threshold within which a criterion counts as partly met. */
  readonly margin: number
}

export interface Answer {
  readonly question: string
  readonly region: string
  readonly name: string
  /** First and last calendar year of a run. */
  readonly start: number
  readonly end: number
  readonly stepsPerYear: number
  readonly model: string
  readonly data: string
  readonly seed: number
  readonly members: number
  readonly assumptions: Assumptions
  readonly calibrated: boolean
  readonly caution: string
  /** Three letters. */
  readonly currency: string
  readonly cost: {
    readonly unit: string
    readonly perYear: number
    /** What every package but A is to spend: `perYear` over all years, brought to `from`. */
    readonly presentValue: number
    readonly shareOfOutput: number
    readonly from: number
    readonly discountRate: number
  }
  readonly definitions: Readonly<Record<string, string>>
  /** What the criteria are made of, with the threshold that was used. */
  readonly measures: readonly MeasureAnswer[]
  readonly packages: readonly PackageAnswer[]
  /** The package most often revived, and those that cannot be told from it over the same simulations. */
  readonly best: { readonly id: string; readonly notToldApart: readonly string[] }
  /** What the sentences at the head of the answer say. */
  readonly conclusion: Conclusion
  /** How the ranking depends on conditions; null where it was not computed. */
  readonly robustness: Robustness | null
  readonly evidence: EvidenceCounts
  readonly audit: {
    readonly largestResidual: number
    readonly where: string
    readonly when: number
    readonly package: string
    readonly member: number
    readonly runs: number
    readonly steps: number
    readonly tolerance: number
  }
}

const cautionOf = (region: OpenRegion['region']): string =>
  `${fitSentence(region)} Probabilities follow from the assumptions of the model and are not predictions. Compare packages rather than rely on levels, and do not base decisions on these figures alone.`

export const definitionsAt = (thresholds: Thresholds): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(classOrder.map(one => [one, classWords[one].meaning.en])),
  ...Object.fromEntries(criteria.map(one => [one.id, `${one.names.en}: ${criterionText(one, 'en', thresholds)}`])),
  degree:
    'Within the margin of a threshold a criterion counts as partly met: half at the threshold, fully a margin beyond it. A simulation may therefore count partly in one class and partly in another.',
  pensionSolvencyYear: pensionYearMeaning,
  freeLever:
    'A reform without direct cost is a rule rather than spending. It is assumed to be adopted and fully implemented on schedule, without compensation or resistance. Spending that it causes, such as severance, is counted.',
  grossCost: `Gross outlay: what the measures of the package spend beyond current policy in the central projection from ${packageStart}, by lever, payer, area and year, at start-year prices and before feedback effects. Sales of state equity are not deducted. Present values are discounted to ${packageStart} at ${discountRate * 100} % in real terms; the amount a year is the constant amount, phased in over ${packageStart}, that has the same present value`,
  costAfterFeedback:
    'Cost after feedback: the deterioration of the provincial budget and of the central balance with the region, compared with current policy in the central projection, at start-year prices. It includes all changes in revenue and spending. Sales of state equity, and money raised for the package from LGFVs, land sales and spending cuts, are left out; a transfer from the central government moves the cost from the provincial to the central budget',
  shortfall:
    'Part of the common budget that the package cannot spend even with all its spending levers at their limits, as a present value; negative where its reforms alone cost more than the budget',
})

/** What is run: the packages, then those with free levers once more without them. */
export interface Plan {
  readonly costing: Costing
  readonly packages: readonly Package[]
  /** By the id of the package. */
  readonly withoutFree: ReadonlyMap<string, Package>
  /** All of them, as policies to run. */
  readonly runs: readonly Package[]
  /** For the robustness of the ranking. */
  readonly financed: FinancedRuns
}

/** `run` runs packages side by side; the plan is the same without it. */
export const planOf = (open: OpenRegion, assumptions: Assumptions, run?: RunMany): Plan => {
  checkHorizon(open.region.start, open.simulator.horizon.end)
  const costing = costingOf(open, assumptions, run)
  const packages = packagesOf(open, costing, run)
  const withoutFree = withoutFreeLevers(open, costing, run)
  const financed = financedRuns(open, costing, packages, run)
  return { costing, packages, withoutFree, runs: [...packages, ...withoutFree.values()], financed }
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

const outcomesOf = (readings: readonly Reading[], region: RegionData): Record<string, OutcomeBand> =>
  Object.fromEntries(
    outcomes.map((outcome, at) => {
      const { id, names, unit, year = false } = inRegion(outcome, region)
      const values = readings.map(reading => reading.outcomes[at])
      const { low, median, high } = bandOf(values, year)
      const share = values.filter(value => Number.isFinite(value)).length / values.length
      const shown = { label: names.en, unit, low: orNull(low), median: orNull(median), high: orNull(high) }
      return [id, year ? { ...shown, share } : shown]
    }),
  )

export const probabilitiesOf = (members: readonly JudgedMember[]): Probabilities => {
  const verdict = foldJudged(members)
  const inOrder = (value: (one: FutureClass) => number): Shares =>
    Object.fromEntries(classOrder.map(one => [one, value(one)])) as Shares
  return {
    probability: inOrder(one => verdict.probability[one]),
    probabilityError: inOrder(one => shareError(verdict.probability[one], members.length)),
    criteria: verdict.criteria,
    recessionShare: verdict.recession,
    meanScore: verdict.meanScore,
  }
}

type Judged = ReadonlyArray<Pick<Reading, 'judgement'>>

export const judgeAt =
  (thresholds: Thresholds) =>
  (simulations: Judged): JudgedMember[] =>
    simulations.map(({ judgement }) => classesAt(judgement, thresholds))

/** `packages[package][simulation]`, current policy first, in the order of `ids`. */
export const judgePackages = (ids: readonly string[], packages: readonly Judged[], thresholds: Thresholds) => {
  const judged = packages.map(judgeAt(thresholds))
  const revived = judged.map(list => list.map(({ weights }) => weights.revived))
  const conclusion = conclusionOf(ids, judged)
  const gains = revived.map((list): PackageAnswer['gain'] => {
    const { difference, error } = pairedDifference(list, revived[0])
    return { revived: difference, error }
  })
  const notToldApart = conclusion.group.filter(id => id !== conclusion.best)
  return { judged, gains, conclusion, best: { id: conclusion.best, notToldApart } }
}

export const measuresAt = (thresholds: Thresholds): MeasureAnswer[] =>
  measures.map(({ id, criterion, names, unit, better, threshold, margin }) => ({
    id,
    criterion,
    name: names.en,
    unit,
    better,
    threshold: thresholds[id],
    standard: threshold.standard,
    margin,
  }))

export interface AnswerSettings {
  readonly seed: number
  readonly members: number
  readonly assumptions: Assumptions
  /** The standard ones when absent. */
  readonly thresholds?: Thresholds
}

/** The packages under other conditions, and which of these the answer itself has. */
export interface RobustnessRuns extends Omit<RobustnessSettings, 'thresholds'> {
  readonly cells: readonly RobustnessCell[]
  /** judgements[policy][simulation] of the packages financed in other ways, as planned. */
  readonly financed: ReadonlyArray<readonly Judgement[]>
}

export const answerOf = (
  open: OpenRegion,
  plan: Plan,
  members: Members,
  settings: AnswerSettings,
  runs?: RobustnessRuns,
): Answer => {
  const { region, linked, simulator } = open
  const { futures, audit } = members
  const { thresholds = standardThresholds, ...drawn } = settings
  const judge = judgeAt(thresholds)
  const ids = plan.packages.map(({ id }) => id)
  const { judged, gains, best, conclusion } = judgePackages(ids, futures.slice(0, ids.length), thresholds)
  const withoutFree = (id: string): WithoutFreeLevers | null => {
    const bare = plan.withoutFree.get(id)
    if (bare === undefined) return null
    const list = futures[plan.runs.indexOf(bare)]
    const { cost, shortfall, factor = null, levers } = bare
    const outcomesBare = outcomesOf(list, region)
    return { grossCost: cost.gross, shortfall, factor, levers, ...probabilitiesOf(judge(list)), outcomes: outcomesBare }
  }
  const areasOf = (list: readonly Future[]): AreaAnswer[] =>
    list[0].areas.map((_, area) => {
      const readings = list.map(({ areas }) => areas[area])
      const id = region.areas[area]
      return {
        id,
        name: region.areaNames[id].en,
        ...probabilitiesOf(judge(readings)),
        outcomes: outcomesOf(readings, region),
      }
    })
  const robustness = (): Robustness | null => {
    if (runs === undefined) return null
    const own = futures.slice(0, ids.length).map(list => list.map(({ judgement }) => judgement))
    const whoPays = whoPaysOf(plan.financed, own, runs.financed, ids, thresholds)
    return robustnessOf(runs.cells, whoPays, ids, { ...runs, thresholds })
  }
  return {
    question: `Can ${region.names.en} be revived?`,
    region: region.id,
    name: region.names.en,
    currency: region.currency,
    start: Math.floor(region.start),
    end: simulator.horizon.end - 1,
    stepsPerYear: simulator.horizon.stepsPerYear,
    ...madeWith(open),
    ...drawn,
    calibrated: region.parameters !== undefined,
    caution: cautionOf(region),
    cost: {
      unit: unitIn('CNY bn/year', region.currency),
      perYear: plan.costing.envelope,
      presentValue: plan.costing.budget,
      shareOfOutput: envelopeShare,
      from: packageStart,
      discountRate,
    },
    definitions: definitionsAt(thresholds),
    measures: measuresAt(thresholds),
    packages: plan.packages.map((one, at): PackageAnswer => {
      const list = futures[at]
      return {
        id: one.id,
        name: one.name,
        doc: one.doc,
        grossCost: one.cost.gross,
        costAfterFeedback: one.cost.afterFeedback,
        shortfall: one.shortfall,
        financing: one.financing,
        factor: one.factor ?? null,
        levers: one.levers,
        ...probabilitiesOf(judged[at]),
        gain: gains[at],
        outcomes: outcomesOf(list, region),
        risks: summariseRisks(list.map(({ risks }) => risks)),
        changes: changesOf(list, futures[0]),
        withoutFreeLevers: withoutFree(one.id),
        areas: areasOf(list),
      }
    }),
    best,
    conclusion,
    robustness: robustness(),
    evidence: evidenceOf(linked, region),
    audit: {
      largestResidual: audit.largestResidual,
      where: audit.where,
      when: audit.when,
      package: `${plan.runs[audit.policy].id}${audit.policy < plan.packages.length ? '' : ' without free levers'}`,
      member: audit.member,
      runs: plan.runs.length * settings.members,
      steps: simulator.steps,
      tolerance: auditTolerance,
    },
  }
}
