/** The shipped region written otherwise: in other units, and of other parts of its areas. */

import { type OpenRegion, openData } from '../../analysis/region/simulation.ts'
import type { ShockSeries } from '../../engine/shocks.ts'
import { addressedVariable } from '../../language/address.ts'
import type { Declaration, Lever, Model, Parameter, Table } from '../../language/declare.ts'
import type { Unit } from '../../language/units.ts'
import type { RegionData, RegionPath, RegionValues } from '../../regions/types.ts'
import { areas, horizonEnd, open, variableOf } from './cases-fixture.ts'

/** Power of units of measurement in a unit. */
const powerOf = ({ powers }: Unit, bases: readonly string[]): number =>
  powers.reduce((sum, [base, power]) => sum + (bases.includes(base) ? power : 0), 0)

const times = (value: Parameter['value'], factor: number): Parameter['value'] =>
  typeof value === 'number'
    ? value * factor
    : (Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, times(one as Parameter['value'], factor)]),
      ) as unknown as Parameter['value'])

const standardTimes = (standard: Lever['standard'], factor: number): Lever['standard'] =>
  typeof standard === 'number' ? standard * factor : standard.map(([time, value]) => [time, value * factor])

const scaledLever = (lever: Lever, factor: number): Lever => ({
  ...lever,
  standard: standardTimes(lever.standard, factor),
  bounds: [lever.bounds[0] * factor, lever.bounds[1] * factor],
})

/** A model with some declarations changed. */
const changed = (change: (name: string, declaration: Declaration) => Declaration): Model => {
  const { source } = open.linked
  return {
    ...source,
    sectors: source.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations).map(([name, declaration]) => [name, change(name, declaration)]),
      ),
    })),
  }
}

/** Fitted parameters are in the model already. */
const opened = (region: RegionData, model: Model): OpenRegion => {
  const { parameters: _, ...plain } = region
  return openData(plain, { model, horizonEnd })
}

export interface OtherUnits {
  readonly region: OpenRegion
  /** Factor on the numbers of a variable. */
  readonly factor: (name: string) => number
}

/** The same region with a unit of measurement made `scale` times smaller, so that every number in it is larger. */
export const inOtherUnits = (bases: readonly string[], scale: number): OtherUnits => {
  const of = (unit: Unit): number => scale ** powerOf(unit, bases)
  const factor = (name: string): number => of(variableOf(addressedVariable(name)).unit)
  const model = changed((name, declaration) => {
    if (declaration.kind === 'parameter') return { ...declaration, value: times(declaration.value, factor(name)) }
    if (declaration.kind === 'lever') return scaledLever(declaration, factor(name))
    if (declaration.kind === 'table') {
      const { unit, argumentUnit } = open.linked.tables.get(name)!
      const points = declaration.points.map(([x, y]) => [x * of(argumentUnit), y * of(unit)] as const)
      return { ...declaration, points } satisfies Table
    }
    return declaration
  })
  const values = Object.entries(open.region.values).map(([name, value]): [string, RegionValues] => {
    return [name, { ...value, values: value.values.map(one => one * factor(name)) }]
  })
  const paths = Object.entries(open.region.paths).map(([name, path]): [string, RegionPath] => {
    const points = (given: RegionPath['points']) => given.map(([x, y]) => [x, y * factor(name)] as const)
    const ofAreas = Object.entries(path.ofAreas ?? {}).map(([area, given]) => [area, points(given)] as const)
    const parts = path.ofAreas === undefined ? {} : { ofAreas: Object.fromEntries(ofAreas) }
    return [name, { ...path, points: points(path.points), ...parts }]
  })
  const region = { ...open.region, values: Object.fromEntries(values), paths: Object.fromEntries(paths) }
  return { region: opened(region, model), factor }
}

/** An area of a region made of parts: a share of an area of the shipped one, alike in all else. */
export interface Part {
  readonly id: string
  readonly from: string
  readonly share: number
}

/** Sizes of a place, which halve when it is cut in two. */
const sizes = ['CNY', 'person', 'm2', 'robot', 'household', 't']
export const isSize = (unit: Unit): boolean => powerOf(unit, sizes) === 1

/** Moves the blocks of areas of an array in the order of its dimensions. */
const regroup = (
  values: Float64Array,
  before: number,
  inner: number,
  parts: readonly Part[],
  size: boolean,
): Float64Array => {
  const found = new Float64Array(before * parts.length * inner)
  for (let outer = 0; outer < before; outer++)
    parts.forEach(({ from, share }, at) => {
      const source = (outer * areas.length + areas.indexOf(from)) * inner
      const target = (outer * parts.length + at) * inner
      for (let cell = 0; cell < inner; cell++) found[target + cell] = values[source + cell]! * (size ? share : 1)
    })
  return found
}

export interface OfParts {
  readonly region: OpenRegion
  /** Shocks of the shipped region for the parts. */
  readonly shocks: (series: ShockSeries) => ShockSeries
}

/** A region of parts. */
export const ofParts = (parts: readonly Part[]): OfParts => {
  const { linked, region } = open
  const values = Object.entries(region.values).map(([name, value]): [string, RegionValues] => {
    const { dimensions, unit } = variableOf(name)
    const at = dimensions.findIndex(dimension => dimension.name === 'area')
    if (at < 0) return [name, value]
    const product = (from: number, to: number) =>
      dimensions.slice(from, to).reduce((size, { labels }) => size * labels.length, 1)
    const moved = regroup(value.values, product(0, at), product(at + 1, dimensions.length), parts, isSize(unit))
    return [name, { ...value, values: moved }]
  })
  const paths = Object.entries(region.paths).map(([name, path]): [string, RegionPath] => {
    if (path.ofAreas === undefined) return [name, path]
    const ofAreas = parts.flatMap(({ id, from }) => {
      const points = path.ofAreas![from]
      return points === undefined ? [] : [[id, points] as const]
    })
    return [name, { ...path, ofAreas: Object.fromEntries(ofAreas) }]
  })
  const areaNames = Object.fromEntries(parts.map(({ id, from }) => [id, region.areaNames[from]!]))
  const other: RegionData = {
    ...region,
    areas: parts.map(({ id }) => id),
    areaNames,
    values: Object.fromEntries(values),
    paths: Object.fromEntries(paths),
  }
  const shocks = (series: ShockSeries): ShockSeries =>
    new Map(
      [...series].map(([name, drawn]) =>
        linked.variables.get(name)!.dimensions.length === 0
          ? [name, drawn]
          : [name, regroup(drawn, drawn.length / areas.length, 1, parts, false)],
      ),
    )
  return { region: opened(other, linked.source), shocks }
}
