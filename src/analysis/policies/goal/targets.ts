/** Targets as people write them, 'debtToGdp@2035 <= 0.7', and how far simulations meet them. */

import { declaredOutcomes, seriesOf } from '../../../engine/recording.ts'
import { type OutcomeAddress, parseOutcome } from '../../../engine/outcome-address.ts'
import { addressedLabels, addressedVariable } from '../../../language/address.ts'
import { UsageError, type Both } from '../../../language/messages.ts'
import { halfWidth } from '../../../language/typeset.ts'
import { typedNumber, unknownWord } from '../../../language/usage.ts'
import { variableName } from '../../../model/names/variables.ts'
import { type OpenRegion, timeOf } from '../../region/simulation.ts'
import { messages as goalMessages } from '../../../texts/goal.ts'
import { mostPlausible, percentGiven } from '../../../scenario/thresholds.ts'
import type { OutcomeReading } from './trials.ts'

/** A bound for an outcome of one area or of the region. */
export interface GoalTarget {
  /** 'debtToGdp[CN-LN]@2035 <= 0.7'. */
  readonly text: string
  /** The outcome without its bound, as explanations read it, and in words. */
  readonly of: string
  readonly name: Both<string>
  readonly outcome: OutcomeAddress
  /** Its growth on the year before, as in 'growth(regionOutput)@2035 >= 0.03'. */
  readonly growth: boolean
  readonly atLeast: boolean
  readonly bound: number
}

/** The reading of a simulation that a target needs. */
export const targetReading = ({ outcome, growth }: GoalTarget): OutcomeReading => ({
  outcome,
  ...(growth ? { growth } : {}),
})

/** 'Debt over output, Jilin (2037)'; the time is what follows the name in the text. */
const outcomeName = (
  { linked, region }: Pick<OpenRegion, 'linked' | 'region'>,
  text: string,
  when = text.replace(/^[^@]*@/, ''),
): Both<string> => {
  const [series] = text.split('@')
  const name = addressedVariable(series)
  const doc = linked.variables.get(name)?.doc ?? name
  const labels = addressedLabels(series).map(label => region.areaNames[label] ?? { en: label })
  return {
    en: `${[doc, ...labels.map(({ en }) => en)].join(', ')} (${when})`,
    zh: `${[variableName(name, doc, 'zh'), ...labels.map(({ en, zh = en }) => zh)].join('，')}（${when}）`,
  }
}

/** 'name@time', one outcome; without labels a variable of areas stands for all of them. */
export const outcomesIn = (open: OpenRegion, text: string): OutcomeAddress[] => {
  const { linked } = open
  const [, name = '', labels, when = ''] = /^\s*(\w+)(\[[^\]]*\])?(.*)$/.exec(text) ?? []
  if (!linked.variables.has(name)) {
    throw unknownWord('outcome', name === '' ? text : name, declaredOutcomes(linked), {
      command: 'heartland list outcomes',
    })
  }
  const series = labels === undefined ? seriesOf(linked, name) : []
  const areasOnly = linked.variables.get(name)!.dimensions.every(dimension => dimension.name === 'area')
  const texts = series.length > 1 && areasOnly ? series.map(one => `${one.name}${when}`) : [text]
  return texts.map(one => parseOutcome(linked, one, timeOf(open)))
}

/** A target with another sign, or in per cent, as it should be written: 'x@2035 < 50%' -> 'x@2035 <= 0.5'; else ''. */
const meantBy = (text: string): string => {
  const [, outcome = '', most, , digits = '', percent = ''] =
    /^(\S+@\S+?)\s*(?:(<=?|=<|≤)|(>=?|=>|≥))\s*(-?[\d.]+)\s*([%％]?)\s*$/.exec(text) ?? []
  const value = typedNumber(digits)
  if (value === undefined) return ''
  return `${outcome} ${most === undefined ? '>=' : '<='} ${percent === '' ? digits : String(Number((value / 100).toPrecision(12)))}`
}

export const parseTarget = (open: OpenRegion, given: string): GoalTarget[] => {
  const text = halfWidth(given)
  const [, outcome, sign, limit] = /^(.*?)\s*(<=|>=)\s*(\S+)\s*$/.exec(text) ?? []
  const bound = typedNumber(limit ?? '')
  if (outcome === undefined || bound === undefined)
    throw new UsageError(goalMessages.notTarget({ text, meant: meantBy(text) }))
  const [, grown, year] = /^growth\(([^()]+)\)\s*@\s*(\d{4})$/.exec(outcome) ?? []
  const growth = grown !== undefined
  const outcomes = outcomesIn(open, growth ? `${grown}@${Number(year) - 1}-${year}` : outcome)
  const name = addressedVariable(outcomes[0].series)
  if (Math.abs(bound) > (growth ? 2 : mostPlausible(name, open.linked.variables.get(name)!.unitText)))
    throw new UsageError(goalMessages.inPercent({ text, bound: percentGiven(bound) }))
  return outcomes.map(address => {
    const of = growth ? `growth(${address.series})@${year}` : address.text
    const level = outcomeName(open, address.text, growth ? year : undefined)
    return {
      text: `${of} ${sign} ${bound}`,
      of,
      name: growth ? goalMessages.growthOf({ what: level }).text : level,
      outcome: address,
      growth,
      atLeast: sign === '>=',
      bound,
    }
  })
}

/** All targets; two that no simulation can meet together are refused. */
export const parseTargets = (open: OpenRegion, texts: readonly string[]): GoalTarget[] => {
  if (texts.length === 0) throw new UsageError(goalMessages.noTarget())
  const targets = texts.flatMap(text => parseTarget(open, text))
  for (const least of targets.filter(({ atLeast }) => atLeast))
    for (const most of targets.filter(({ atLeast }) => !atLeast))
      if (least.outcome.text === most.outcome.text && least.bound > most.bound)
        throw new UsageError(goalMessages.contradiction({ one: least.text, other: most.text }))
  return targets
}

/**
 * By how much each simulation meets the target that it meets least, in units of `scales` or as it is; below 0 where it misses one.
 * A run that failed misses all.
 */
export const marginsOf = (
  targets: readonly GoalTarget[],
  values: readonly Float64Array[],
  scales?: readonly number[],
): Float64Array =>
  values[0].map((_, member) => {
    let least = Number.POSITIVE_INFINITY
    targets.forEach(({ atLeast, bound }, at) => {
      const value = values[at][member]
      const margin = (atLeast ? value - bound : bound - value) / (scales?.[at] ?? 1)
      least = Number.isNaN(margin) ? Number.NEGATIVE_INFINITY : Math.min(least, margin)
    })
    return least
  })

/** The share of simulations that meet all targets. */
export const chanceOf = (margins: Float64Array): number => margins.filter(margin => margin >= 0).length / margins.length

/** The simulation that decides whether the chance is reached has this margin: 0 or more exactly where it is. */
export const decidingMargin = (margins: Float64Array, chance: number): number => {
  const wanted = Math.ceil(chance * margins.length - 1e-9)
  const margin = margins.toSorted()[margins.length - wanted]
  return margin === Number.NEGATIVE_INFINITY ? -1e3 : margin
}
