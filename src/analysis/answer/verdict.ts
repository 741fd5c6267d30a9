/** Builds the answer from an ensemble of simulations: the object behind `answer --json` and the printed page. */

import type { RunMany } from '../../engine/run/many.ts'
import type { Assumptions, Policy } from '../../engine/scenario.ts'
import {
  classOrder,
  classWords,
  criteria,
  criterionText,
  type FutureClass,
  type Shares,
  standardThresholds,
  type Thresholds,
} from '../../model/criteria.ts'
import { unitIn } from '../../language/currency.ts'
import { type Both, bothTexts } from '../../language/messages.ts'
import { namesOf } from '../../language/typeset.ts'
import { design } from '../../model/design.ts'
import { packageWords } from '../../model/names/packages.ts'
import { leastShare, standingMargin } from '../../model/standing.ts'
import { number } from '../words/numbers.ts'
import { leadOf, partsText, phoneText } from './lead.ts'
import type { ReformFindings } from './reforms.ts'
import { type Verdict, verdictOf } from './standing.ts'
import { designPackages, type Votes } from './votes.ts'
import { measures, yearCompared } from '../../model/measures.ts'
import { packageStart } from '../../model/packages.ts'
import { type RiskSummary, summariseRisks } from '../../model/risks.ts'
import type { RegionData } from '../../regions/types.ts'
import texts from '../../texts/answer.ts'
import { auditTolerance } from '../runs/accounts-hold.ts'
import { type EvidenceCounts, evidenceOf } from '../evidence/evidence.ts'
import { type Change, changesOf, weightChange } from '../policies/changes.ts'
import { madeWith } from '../region/fingerprint.ts'
import { fitText } from '../region/fitted-model.ts'
import { classesAt, foldJudged, type JudgedMember } from '../runs/fold.ts'
import type { Future, Reading } from '../runs/future.ts'
import type { Members } from '../runs/members.ts'
import { inRegion } from '../../outcomes/catalogue.ts'
import { lastYear, outcomes, pensionYearMeaning } from '../words/outcomes.ts'
import { type CostAfterFeedback, type Costing, discountRate, type GrossOutlay } from '../policies/costs.ts'
import { checkHorizon, type LeverUse, ownPackage, type Package } from '../policies/packages.ts'
import type { FinancedPart } from '../../scenario/scenario.ts'
import { bandOf, shareError } from '../runs/quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'

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
  /** Mean degree to which simulations meet each criterion. */
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
  readonly names: Both<string>
  readonly doc: string
  /** Spending of its levers beyond what is in force, in the central run. */
  readonly grossCost: GrossOutlay
  /** Loss of the budgets against current policy in the central run, once everything has answered. */
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
  /** Growth of the share of national output a year less that under current policy. */
  readonly weight: Change
  readonly areas: readonly AreaAnswer[]
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
    /** Budget of every package but A: `perYear` over all years, brought to `from`. */
    readonly presentValue: number
    readonly shareOfOutput: number
    readonly from: number
    readonly discountRate: number
  }
  readonly definitions: Readonly<Record<string, string>>
  /** The parts of the criteria, with the thresholds that were used. */
  readonly measures: readonly MeasureAnswer[]
  /** Findings of the settings that voted, and sentences printed from them: the lead, the same for a phone, parts of the change. */
  readonly verdict: Verdict
  readonly lead: Both<string>
  readonly phone: Both<string>
  readonly parts: Both<string>
  readonly reforms: ReformFindings
  readonly packages: readonly PackageAnswer[]
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

const definitionsAt = (thresholds: Thresholds, firstYear: number): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(classOrder.map(one => [one, classWords[one].meaning.en])),
  ...Object.fromEntries(criteria.map(one => [one.id, `${one.names.en}: ${criterionText(one, 'en', thresholds)}`])),
  degree:
    'Within the margin of a threshold a criterion counts as partly met: half at the threshold, fully a margin beyond it. A simulation may therefore count partly in one class and partly in another.',
  pensionSolvencyYear: pensionYearMeaning(firstYear),
  freeLever:
    'A reform without direct cost is a rule rather than spending. It is assumed to be adopted and fully implemented on schedule, without compensation or resistance. Spending that it causes, such as severance, is counted.',
  weight: `Share of the output of the nation at constant prices, from ${yearCompared({ firstYear })} to ${lastYear}. Packages: the change of its growth a year against current policy, over the same simulations.`,
  standing: `Of the growth of that share a year: gains above ${number(100 * standingMargin, 1)} %, loses below −${number(100 * standingMargin, 1)} %, holds between, as far as ${number(100 * leastShare, 0)} % of the settings agree; keeps where they do not lose; open otherwise.`,
  grossCost: `Gross outlay: what the measures of the package spend beyond current policy in the central projection from ${packageStart}, by lever, payer, area and year, at start-year prices and before feedback effects. Sales of state equity are not deducted. Present values are discounted to ${packageStart} at ${discountRate * 100} % in real terms; the amount a year is the constant amount, phased in over ${packageStart}, that has the same present value`,
  costAfterFeedback:
    'Cost after feedback: the deterioration of the provincial budget and of the central balance with the region, compared with current policy in the central projection, at start-year prices. It includes all changes in revenue and spending. Sales of state equity, and money raised for the package from LGFVs, land sales and spending cuts, are left out; a transfer from the central government moves the cost from the provincial to the central budget',
  shortfall:
    'Part of the common budget that the package cannot spend even with all its spending levers at their limits, as a present value; negative where its reforms alone cost more than the budget',
})

/** Policies that are run: current policy, the design, and those of the asker's own. */
export interface Plan {
  readonly costing: Costing
  readonly packages: readonly Package[]
  readonly names: ReadonlyArray<Both<string>>
}

/** `run` runs packages side by side; the plan is the same without it. `own` are policies that stand as rows of their own. */
export const planOf = (
  open: OpenRegion,
  assumptions: Assumptions,
  { share, own = [] }: { readonly share?: number; readonly own?: ReadonlyArray<{ name: string; policy: Policy }> } = {},
  run?: RunMany,
): Plan => {
  checkHorizon(open.region.start, open.simulator.horizon.end)
  const { packages, costing } = designPackages(open, assumptions, run, share)
  const { en, zh } = packageWords
  return {
    costing,
    packages: [...packages, ...own.map(one => ownPackage(open, one, costing, run))],
    names: [
      { en: en['A']!.name, zh: zh['A']!.name },
      ...design.map(({ names }) => names),
      ...own.map(({ name }) => ({ en: name, zh: name })),
    ],
  }
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

const measuresAt = (thresholds: Thresholds): MeasureAnswer[] =>
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

/** Results that an answer has besides its own simulations. */
interface Known {
  readonly votes: Votes
  readonly reforms: ReformFindings
}

export const answerOf = (
  open: OpenRegion,
  plan: Plan,
  members: Members,
  settings: AnswerSettings,
  { votes, reforms }: Known,
): Answer => {
  const { region, linked, simulator } = open
  const { futures, audit } = members
  const { thresholds = standardThresholds, ...drawn } = settings
  const judge = judgeAt(thresholds)
  const verdict = verdictOf(open, votes)
  const place = namesOf(region.names)
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
    caution: bothTexts(texts).caution({ fit: fitText(region) }).en,
    cost: {
      unit: unitIn('CNY bn/year', region.currency),
      perYear: plan.costing.envelope,
      presentValue: plan.costing.budget,
      shareOfOutput: plan.costing.share,
      from: packageStart,
      discountRate,
    },
    definitions: definitionsAt(thresholds, Math.floor(region.start)),
    measures: measuresAt(thresholds),
    verdict,
    lead: leadOf(verdict, place, plan.costing.share),
    phone: phoneText(verdict, place),
    parts: partsText(verdict),
    reforms,
    packages: plan.packages.map((one, at): PackageAnswer => {
      const list = futures[at]
      return {
        id: one.id,
        name: one.name,
        names: plan.names[at],
        doc: one.doc,
        grossCost: one.cost.gross,
        costAfterFeedback: one.cost.afterFeedback,
        shortfall: one.shortfall,
        financing: one.financing,
        factor: one.factor ?? null,
        levers: one.levers,
        ...probabilitiesOf(judge(list)),
        outcomes: outcomesOf(list, region),
        risks: summariseRisks(list.map(({ risks }) => risks)),
        changes: changesOf(list, futures[0]),
        weight: weightChange(list, futures[0]),
        areas: areasOf(list),
      }
    }),
    evidence: evidenceOf(linked, region),
    audit: {
      largestResidual: audit.largestResidual,
      where: audit.where,
      when: audit.when,
      package: plan.packages[audit.policy].id,
      member: audit.member,
      runs: plan.packages.length * settings.members,
      steps: simulator.steps,
      tolerance: auditTolerance,
    },
  }
}
