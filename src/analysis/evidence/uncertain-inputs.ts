/** Uncertain inputs of a region: starting figures that are not official, and parameters, each with its range. */

import { priorQuantile } from '../../engine/distributions.ts'
import { parameterInfo } from './parameter-info.ts'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { addressedVariable } from '../../language/address.ts'
import { type Evidence, evidenceGrades } from '../../language/declare.ts'
import { comparesByRatio } from '../../regions/bounds.ts'
import type { Figure } from '../../regions/types.ts'
import { residentsByArea } from '../../regions/residents.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** A single number that is not known. */
export interface UncertainCell {
  /** As runs address it: 'capitalStart[CN-LN, state]', 'wageFromSlack'. */
  readonly address: string
  readonly evidence: Evidence
  readonly source: string
  readonly note?: string
  /** The value in use, and the ends of the range over which it is moved. */
  readonly value: number
  readonly low: number
  readonly high: number
}

/** A figure, in all areas together because one table would give them, or a parameter. */
export interface UncertainInput {
  /** 'capitalStart[state]', 'wageFromSlack'. */
  readonly name: string
  readonly kind: 'figure' | 'parameter' | 'path'
  readonly doc: string
  readonly unit: string
  /** The weakest of its cells. */
  readonly evidence: Evidence
  readonly cells: readonly UncertainCell[]
  /** Values by address at a share of the range, 0 to 1. */
  at(share: number): ReadonlyArray<readonly [address: string, value: number]>
}

/** The error that a figure may have by its grade, of its value; official ones are taken as they are. */
export const ranges: Readonly<Record<Evidence, number>> = { assumed: 0.2, derived: 0.05, secondary: 0.05, official: 0 }

/** Figures that may be below 0 say little by their size: rates and shares move by so many points instead. */
const points: Readonly<Record<Evidence, number>> = { assumed: 0.01, derived: 0.0025, secondary: 0.0025, official: 0 }
/** People who come and go, of the residents: balances of single years scatter as much, whatever their grade. */
const ofResidents = 0.001

/** Shares that make up a whole: when some move, all are scaled so that they still add up to 1. */
const wholes: ReadonlyArray<readonly string[]> = [
  ['mixedHolderShareStart', 'provinceHolderShareStart', 'centreHolderShareStart', 'outsideHolderShareStart'],
]

/** Ends of the range of a value by its name, unit and grade. */
export const spanOf = (name: string, unit: string, evidence: Evidence, value: number): readonly [number, number] => {
  if (comparesByRatio(name)) {
    const [low, high] = [value * (1 - ranges[evidence]), value * (1 + ranges[evidence])]
    return [low, unit === 'share' && value <= 1 ? Math.min(high, Math.max(value, 0.99)) : high]
  }
  const size = unit === 'share' || unit === '1/year' ? points[evidence] : Math.abs(value) * ranges[evidence]
  return [value - size, value + size]
}

const rangeOf = (open: OpenRegion, figure: Figure, value: number): readonly [low: number, high: number] => {
  const { name, unit, evidence, area } = figure
  if (!comparesByRatio(name) && unit.startsWith('person m') && open.region.areas.includes(area)) {
    const size = ofResidents * residentsByArea(open.region).get(area)!
    return [value - size, value + size]
  }
  return spanOf(name, unit, evidence, value)
}

/** From the best to the weakest. */
export const weakest = (grades: readonly Evidence[]): Evidence =>
  evidenceGrades.toReversed().find(grade => grades.includes(grade)) ?? 'assumed'

const cellOf = (open: OpenRegion, figure: Figure): UncertainCell | undefined => {
  const { name, value, area, labels, evidence, source, note } = figure
  if (value === undefined || evidence === 'official') return undefined
  const [low, high] = rangeOf(open, figure, value)
  if (!(high > low)) return undefined
  const index = [...(open.region.areas.includes(area) ? [area] : []), ...Object.values(labels)]
  const address = index.length === 0 ? name : `${name}[${index.join(', ')}]`
  return { address, evidence, source, ...(note === undefined ? {} : { note }), value, low, high }
}

const figureGuesses = (open: OpenRegion): UncertainInput[] => {
  const { region, linked } = open
  const groups = Map.groupBy(region.figures, ({ name, labels }) =>
    [name, ...Object.values(labels)].join(', ').replace(/, (.*)$/, '[$1]'),
  )
  return [...groups].flatMap(([name, figures]): UncertainInput[] => {
    const cells = figures.flatMap(figure => cellOf(open, figure) ?? [])
    const variable = linked.present.get(figures[0]!.name)
    if (cells.length === 0 || variable === undefined) return []
    return [
      {
        name,
        kind: 'figure',
        doc: variable.doc,
        unit: variable.unitText,
        evidence: weakest(cells.map(({ evidence }) => evidence)),
        cells,
        at: share => cells.map(({ address, low, high }) => [address, low + share * (high - low)] as const),
      },
    ]
  })
}

/** Parameters move over the middle 90 % of their prior. */
const parameterGuesses = ({ linked }: OpenRegion): UncertainInput[] =>
  uncertainParameters(linked).flatMap(one => {
    const variable = linked.present.get(addressedVariable(one.name))
    if (variable === undefined) return []
    const { name, prior, doc, unit, evidence, source } = parameterInfo(one, variable)
    const at = (share: number): number => priorQuantile(prior, 0.05 + 0.9 * share)
    const cell = { address: name, evidence, source, value: prior.central, low: at(0), high: at(1) }
    return {
      name,
      kind: 'parameter',
      doc,
      unit,
      evidence,
      cells: [cell],
      at: share => [[name, at(share)] as const],
    }
  })

export const uncertainInputsOf = (open: OpenRegion): UncertainInput[] => [
  ...figureGuesses(open),
  ...parameterGuesses(open),
]

/** Values by address, with shares of a whole brought back to 1. */
export const assumptionsAt = (
  inputs: readonly UncertainInput[],
  shareOf: (name: string) => number,
  areas: readonly string[],
): Record<string, number> => {
  const values = Object.fromEntries(inputs.flatMap(input => input.at(shareOf(input.name))))
  for (const names of wholes) {
    for (const area of areas) {
      const addresses = names.map(name => `${name}[${area}]`)
      if (addresses.some(address => values[address] === undefined)) continue
      const sum = addresses.reduce((all, address) => all + values[address]!, 0)
      for (const address of addresses) values[address]! /= sum
    }
  }
  return values
}
