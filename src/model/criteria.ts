/**
 * The criteria C1–C8 and the classes of simulations: when a region counts as revived. Criteria are graded, so that no
 * class turns on a reading a hair above or below its threshold.
 */

import { type Both, bothTexts, type Language } from '../language/messages.ts'
import { variableOf, type Scope } from '../outcomes/catalogue.ts'
import { type Measure, measures, measureVariables, type Outlook, WindowReading, windows, windowTo } from './measures.ts'
import texts from '../texts/criteria.ts'

export interface Criterion {
  readonly id: string
  readonly names: Both<string>
  readonly measures: readonly Measure[]
}

const words = bothTexts(texts)

export const criteria: readonly Criterion[] = Object.entries(words.criteria).map(([id, names]) => ({
  id,
  names,
  measures: measures.filter(({ criterion }) => criterion === id),
}))

export const criterionIds: readonly string[] = criteria.map(({ id }) => id)

/** By the id of the measure. */
export type Thresholds = Readonly<Record<string, number>>

export const strictnesses = ['lenient', 'standard', 'strict'] as const
export type Strictness = (typeof strictnesses)[number]

export const thresholdsAt = (strictness: Strictness): Thresholds =>
  Object.fromEntries(measures.map(({ id, threshold }) => [id, threshold[strictness]]))

export const standardThresholds = thresholdsAt('standard')

/** The record of a simulation: plain numbers, from which its criteria and class follow at any thresholds. */
export interface Judgement {
  /** By window, then by measure. */
  readonly readings: readonly number[]
  /** Output falls in two quarters in a row, in the last two years of the main window. */
  readonly recession: boolean
}

/** Names to record for a judgement. */
export const judgementVariables = (scope: Scope): string[] => [
  ...new Set([...measureVariables(scope), variableOf('output', scope)]),
]

export const judge = (outlook: Outlook, scope: Scope): Judgement => {
  const output = variableOf('output', scope)
  const late = outlook.steps(output, windowTo - 1, windowTo)
  const previous = outlook.last(output, windowTo - 2)
  const falls = late.map((value, at) => value < (at === 0 ? previous : late[at - 1]))
  const readings: number[] = []
  for (const window of windows) {
    const reading = new WindowReading(outlook, scope, window)
    for (const { read } of measures) readings.push(read(reading))
  }
  return {
    readings,
    recession: falls.some((fall, at) => at > 0 && fall && falls[at - 1]),
  }
}

/** The degree to which a reading meets its measure: 0 a margin short of the threshold, half at it, 1 beyond by one. */
export const degreeOf = ({ better, margin }: Measure, reading: number, threshold: number): number => {
  const beyond = better === 'higher' ? reading - threshold : threshold - reading
  return Math.min(1, Math.max(0, 0.5 + beyond / (2 * margin)))
}

const placeOf = new Map(measures.map((measure, at) => [measure, at]))

/** The degree to which a simulation meets each criterion in a window: as far as the measure that it meets least. */
export const scoresOf = (
  { readings }: Pick<Judgement, 'readings'>,
  window: number,
  thresholds: Thresholds = standardThresholds,
): number[] =>
  criteria.map(criterion =>
    criterion.measures.reduce((least, measure) => {
      const reading = readings[window * measures.length + placeOf.get(measure)!]
      return Math.min(least, degreeOf(measure, reading, thresholds[measure.id]))
    }, 1),
  )

export type FutureClass = 'revived' | 'stabilised' | 'managedDecline' | 'distress' | 'none'

/** Best to worst. */
export const classOrder: readonly FutureClass[] = ['revived', 'stabilised', 'managedDecline', 'none', 'distress']

/** Criteria without which a region is not revived: growth, public finances and pensions. */
const requiredCriteria = 3
/** Criteria that are met, of all, where a region is revived, and where it is stabilised. */
const revivedMeets = 6
const stabilisedMeets = 4

interface ClassWords {
  readonly names: Both<string>
  readonly meaning: Both<string>
}

const { classes } = words

export const classWords: Readonly<Record<FutureClass, ClassWords>> = {
  ...classes,
  revived: { ...classes.revived, meaning: classes.revived.meaning({ met: revivedMeets, of: criteria.length }) },
  stabilised: { ...classes.stabilised, meaning: classes.stabilised.meaning({ met: stabilisedMeets }) },
}

export type Shares = Readonly<Record<FutureClass, number>>

/** Weights are multiples of this, so that sums over any parts of an ensemble agree to the bit. */
const weightUnit = 2 ** -20

export const inWholeUnits = (weight: number): number => Math.round(weight / weightUnit) * weightUnit

/** Chance that so many of the criteria are met, each with its own chance: by number. */
const numberMet = (chances: readonly number[]): number[] => {
  const counts = [1]
  for (const chance of chances) {
    counts.push(0)
    for (let met = counts.length - 1; met >= 0; met--)
      counts[met] = counts[met] * (1 - chance) + (met > 0 ? counts[met - 1] * chance : 0)
  }
  return counts
}

/**
 * The weight of a simulation in each class. Within the margin of a threshold a criterion counts as met with the
 * chance that its degree says, so a simulation may belong partly to one class and partly to another; the weights add up
 * to 1.
 */
export const classWeights = (scores: readonly number[]): Shares => {
  const [growth, finances, pensions] = scores
  const others = numberMet(scores.slice(requiredCriteria))
  const atLeast = (needed: number): number =>
    others.reduce((sum, chance, met) => (met >= needed ? sum + chance : sum), 0)
  const revived = growth * finances * pensions * atLeast(revivedMeets - requiredCriteria)
  const managedDecline = (1 - growth) * finances * pensions
  const distress = (1 - finances) * (1 - pensions)
  const stabilised =
    growth * finances * pensions * (atLeast(stabilisedMeets - 3) - atLeast(revivedMeets - 3)) +
    growth * finances * (1 - pensions) * atLeast(stabilisedMeets - 2) +
    (1 - growth) * finances * (1 - pensions) * atLeast(stabilisedMeets - 1)
  const whole = {
    revived: inWholeUnits(revived),
    stabilised: inWholeUnits(stabilised),
    managedDecline: inWholeUnits(managedDecline),
    distress: inWholeUnits(distress),
  }
  return { ...whole, none: 1 - whole.revived - whole.stabilised - whole.managedDecline - whole.distress }
}

/** The class that a simulation counts in most; of equal ones the better. */
export const likeliestClass = (weights: Shares): FutureClass =>
  classOrder.reduce((most, one) => (weights[one] > weights[most] ? one : most))

/** "unemployment rate at most 5.5 %", of a measure in a language. */
const thresholdText = (
  { names: of, atZero, better, shown }: Measure,
  threshold: number,
  language: Language,
): string => {
  const rounded = (threshold * shown.scale).toFixed(shown.digits).replace('-', '−')
  const isZero = /^−?0(\.0+)?$/.test(rounded)
  if (isZero && atZero !== undefined) return atZero[language]
  const value = `${isZero ? '0' : rounded}${language === 'en' ? ' ' : ''}${shown.unit[language]}`
  if (language === 'en') return `${of.en} ${better === 'higher' ? 'at least' : 'at most'} ${value}`
  return `${of.zh}${better === 'higher' ? '不低于' : '不高于'}${value}`
}

/** The demand of a criterion, in a sentence without its name. */
export const criterionText = (
  criterion: Criterion,
  language: Language,
  thresholds: Thresholds = standardThresholds,
): string =>
  criterion.measures.map(one => thresholdText(one, thresholds[one.id], language)).join(language === 'en' ? '; ' : '；')
