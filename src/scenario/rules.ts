/** Limits of the levers and parameters of an open region: all that the test of a scenario needs to know of a model. */

import { declaredOutcomes, seriesOf } from '../engine/recording.ts'
import { leversOf } from '../engine/scenario.ts'
import { isPrior, type Lever, type Prior } from '../language/declare.ts'
import { divisorsOf } from '../language/division.ts'
import type { LinkedModel } from '../language/linked.ts'
import { boundsOfPath } from '../language/path-bounds.ts'
import { oncePer } from '../language/once-per.ts'
import type { RegionData, RegionPath } from '../regions/types.ts'

export interface ParameterRule {
  readonly name: string
  readonly unit: string
  /** The lowest and the highest value thought possible, over all labels. */
  readonly low: number
  readonly high: number
  /** Bounds that it cannot leave, where its declaration says so. */
  readonly least?: number
  readonly most?: number
  /** Labels by which single values are addressed; none for a parameter of one value. */
  readonly labels: readonly string[]
  /** For the parts of a whole, which must add up to 1: the part of each label. */
  readonly parts?: Readonly<Record<string, number>>
  /** The variable whose equation divides by it, if there is one: it cannot be 0. */
  readonly dividedBy?: string
}

/** A path from outside as the region has it, the areas that have one of their own, and what its values can be. */
export interface PathRule extends Required<Pick<RegionPath, 'unit' | 'points' | 'ofAreas'>> {
  readonly name: string
  readonly areas: readonly string[]
  /** Absent where there is none: the rules pass through JSON, which has no infinity. */
  readonly least?: number
  readonly most?: number
}

export interface ScenarioRules {
  readonly levers: ReadonlyMap<string, Pick<Lever, 'bounds' | 'unit' | 'doc' | 'partOf' | 'cost'>>
  readonly parameters: ReadonlyMap<string, ParameterRule>
  readonly paths: ReadonlyMap<string, PathRule>
  /** Outcomes that can be held, with their unit: 'output[CN-LN]'. */
  readonly outcomes: ReadonlyMap<string, string>
  /** Calendar times at which a run opens and closes. */
  readonly start: number
  readonly end: number
}

type Declared = number | Prior | Readonly<Record<string, number | Prior>>

const numbersIn = (value: Declared): number[] => {
  if (typeof value === 'number') return [value]
  return isPrior(value) ? [value.low, value.high] : Object.values(value).flatMap(numbersIn)
}

const boundsIn = (value: Declared): Pick<ParameterRule, 'least' | 'most'> => {
  const { least, most } = isPrior(value) ? value : {}
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }
}

/** Shares by label that add up to 1 are parts of a whole: income, homes or purchases by household group. */
const partsIn = (value: Declared, unit: string): Readonly<Record<string, number>> | undefined => {
  if (unit !== 'share' || typeof value !== 'object' || isPrior(value)) return undefined
  const entries = Object.entries(value)
  const parts = entries.map(([label, one]) => [label, typeof one === 'number' ? one : one.central] as const)
  const sum = parts.reduce((total, [, part]) => total + part, 0)
  return parts.length > 1 && Math.abs(sum - 1) < 1e-9 ? Object.fromEntries(parts) : undefined
}

const parameterRules = (model: LinkedModel): ParameterRule[] => {
  const divisors = divisorsOf(model)
  return [...model.present.values()].flatMap(({ name, declaration, unitText, dimensions }) => {
    if (declaration?.kind !== 'parameter') return []
    const values = numbersIn(declaration.value)
    const dividedBy = divisors.get(name)
    const parts = partsIn(declaration.value, unitText)
    return [
      {
        name,
        unit: unitText,
        low: Math.min(...values),
        high: Math.max(...values),
        ...boundsIn(declaration.value),
        labels: dimensions.flatMap(({ labels }) => labels),
        ...(parts === undefined ? {} : { parts }),
        ...(dividedBy === undefined ? {} : { dividedBy }),
      },
    ]
  })
}

const pathRules = (model: LinkedModel, { paths }: PathsOfRegion): PathRule[] =>
  Object.entries(paths).flatMap(([name, { unit, points, ofAreas = {} }]) => {
    const declaration = model.present.get(name)?.declaration
    if (declaration?.kind !== 'exogenous') return []
    const [least, most] = boundsOfPath(declaration)
    const bounds = { ...(least > -Infinity ? { least } : {}), ...(most < Infinity ? { most } : {}) }
    return [{ name, unit, points, ofAreas, areas: Object.keys(ofAreas), ...bounds }]
  })

type PathsOfRegion = Pick<RegionData, 'paths'>

type ModelRules = Pick<ScenarioRules, 'levers' | 'parameters' | 'outcomes'>

/** To find what equations divide by takes longer than a simulation, and many scenarios are tested on one model. */
const rulesOfModel = oncePer(
  (model: LinkedModel): ModelRules => ({
    levers: leversOf(model),
    parameters: new Map(parameterRules(model).map(rule => [rule.name, rule])),
    outcomes: new Map(
      declaredOutcomes(model).flatMap(name => {
        const { dimensions } = model.variables.get(name)!
        const isPlain = dimensions.every(({ name: over }) => over === 'area')
        return isPlain ? seriesOf(model, name).map((series): [string, string] => [series.name, series.unit]) : []
      }),
    ),
  }),
)

/** Of a region that is open. */
export const rulesOf = (open: {
  readonly linked: LinkedModel
  readonly region: { readonly start: number } & PathsOfRegion
  readonly under?: { readonly own: PathsOfRegion }
  readonly simulator: { readonly horizon: { readonly end: number } }
}): ScenarioRules => ({
  ...rulesOfModel(open.linked),
  paths: new Map(pathRules(open.linked, open.under?.own ?? open.region).map(rule => [rule.name, rule])),
  start: open.region.start,
  end: open.simulator.horizon.end,
})
