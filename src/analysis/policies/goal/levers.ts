/** The levers that a search may move, as numbers between 0 and 1 over their bounds, and the policies that they make. */

import { leversOf, type Policy, standardAt } from '../../../engine/scenario.ts'
import { isEvent } from '../../../language/payer.ts'
import { UsageError, type Both } from '../../../language/messages.ts'
import { packageRamp, packageStart } from '../../../model/packages.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { stated } from '../../words/numbers.ts'
import { leverName, leverUnit } from '../../../model/names/levers.ts'
import { unknownWord } from '../../../language/usage.ts'
import { messages as goalMessages } from '../../../texts/goal.ts'
import { allLevers } from './all-levers.ts'

export interface FreeLever {
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly bounds: readonly [number, number]
  /** The value in force without a policy when packages start. */
  readonly standard: number
}

/** Each lever once; the name of a theme, such as 'pensions', stands for its levers. */
export const freeLevers = ({ linked }: Pick<OpenRegion, 'linked'>, names: readonly string[]): FreeLever[] => {
  if (names.length === 0) throw new UsageError(goalMessages.noLever())
  const levers = leversOf(linked)
  const ofTheme = (word: string): string[] =>
    [...levers].flatMap(([name, { theme, partOf, payer }]) =>
      partOf === undefined && !isEvent({ payer }) && [allLevers, theme.toLowerCase()].includes(word.toLowerCase())
        ? [name]
        : [],
    )
  const meant = names.flatMap(word => {
    const named = levers.has(word) ? [] : ofTheme(word)
    return named.length === 0 ? [word] : named
  })
  return [...new Set(meant)].map(name => {
    const lever = levers.get(name)
    if (lever === undefined) throw unknownWord('lever', name, levers.keys(), { command: 'heartland list levers' })
    if (isEvent(lever)) throw new UsageError(goalMessages.isEvent({ name }))
    if (lever.partOf !== undefined) throw new UsageError(goalMessages.paysOnly({ name }))
    const { doc, unit, bounds, standard } = lever
    return { name, doc, unit, bounds, standard: standardAt(standard, packageStart) }
  })
}

export const leverValue = ({ bounds: [low, high] }: FreeLever, share: number): number => low + share * (high - low)

/** By its label, in both languages. */
export const leverIn = ({ name, doc }: Pick<FreeLever, 'name' | 'doc'>): Both<string> => ({
  en: leverName(name, doc, 'en'),
  zh: leverName(name, doc, 'zh'),
})

/** A value of a lever with its unit: '30 % a year', '30%/年'. */
export const leverAmount = ({ name, unit }: Pick<FreeLever, 'name' | 'unit'>, value: number): Both<string> => {
  const [en, zh] = (['en', 'zh'] as const).map(language => {
    const { scale, text } = leverUnit(name, unit, language)
    return `${stated(value * scale)}${text}`
  })
  return { en: en!, zh: zh! }
}

/** The value in force without a policy, between 0 and 1. */
export const standardPoint = (levers: readonly FreeLever[]): Float64Array =>
  Float64Array.from(levers, ({ bounds: [low, high], standard }) => (standard - low) / (high - low))

/** The given policy with these levers as the point says; a lever at its standard is left out. */
export const policyAt = (levers: readonly FreeLever[], base: Policy, point: Float64Array): Policy => {
  const standards = standardPoint(levers)
  const settings = levers.flatMap((lever, at) =>
    point[at] === standards[at]
      ? []
      : [[lever.name, { value: leverValue(lever, point[at]), start: packageStart, ramp: packageRamp }] as const],
  )
  return { ...base, ...Object.fromEntries(settings) }
}

/** Distance from what is in force, in widths of the levers' bounds. */
export const changeOf = (point: Float64Array, standards: Float64Array): number =>
  Math.sqrt(point.reduce((sum, value, at) => sum + (value - standards[at]) ** 2, 0))
