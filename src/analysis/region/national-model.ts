/** The model in the currency and under the law, customs and prices of a region's nation. */

import { modelCurrency, unitIn } from '../../language/currency.ts'
import type { NeverChanges } from '../../language/fold.ts'
import { withPlaces } from '../../language/places.ts'
import type { Declaration, Lever, Model, Parameter } from '../../language/declare.ts'
import { levers } from '../../model/levers.ts'
import type { Institution, RegionData } from '../../regions/types.ts'

type Given = readonly Institution[]

const valueOf = ({ value, low, high }: Institution): Parameter['value'] & (number | object) =>
  low === undefined || high === undefined ? value : { low, central: value, high }

const originOf = ({ evidence, source }: Institution) => ({ evidence, source })

const parameterIn = (parameter: Parameter, given: Given): Parameter => {
  const [first] = given
  if (first === undefined) return parameter
  const own = parameter.value
  const value =
    first.label === undefined
      ? valueOf(first)
      : { ...(own as object), ...Object.fromEntries(given.map(one => [one.label!, valueOf(one)])) }
  return { ...parameter, value: value as Parameter['value'], ...originOf(first) }
}

const leverIn = (lever: Lever, given: Given): Lever => {
  const [first] = given
  if (first === undefined) return lever
  const standard =
    given.length === 1 ? first.value : given.map(({ from = 0, value }): [number, number] => [from, value])
  const bounds = [first.low ?? lever.bounds[0], first.high ?? lever.bounds[1]] as const
  return { ...lever, standard, bounds, ...originOf(first) }
}

/** Every text of a part of the model, changed. */
const inWords = <Part>(part: Part, changed: (text: string) => string): Part => {
  if (typeof part === 'string') return changed(part) as Part
  if (Array.isArray(part)) return part.map(one => inWords<unknown>(one, changed)) as Part
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, inWords<unknown>(one, changed)])) as Part
}

/**
 * All that never changes in a nation that states its institutions: figures that are 0, which it has nothing of, a lever without
 * a way between its bounds, and a parameter that is 0 by law.
 */
export const neverIn =
  ({ institutions = [], values = {} }: Partial<Pick<RegionData, 'institutions' | 'values'>>): NeverChanges =>
  ({ name, declaration }) => {
    if (declaration?.kind === 'datum') return values[name]?.values.map(value => (value === 0 ? 0 : Number.NaN))
    if (declaration?.kind === 'lever') {
      const { bounds, standard } = declaration
      return bounds[0] === bounds[1] && typeof standard === 'number' ? standard : undefined
    }
    const law = declaration?.kind === 'parameter' ? institutions.filter(one => one.name === name) : []
    return law.length === 1 && law[0]!.value === 0 && law[0]!.high === undefined && law[0]!.label === undefined
      ? 0
      : undefined
  }

/** The model itself for a nation of its own currency that states nothing else. */
export const nationalModel = (
  model: Model,
  { currency, compared, institutions = [] }: Pick<RegionData, 'currency' | 'compared' | 'institutions'>,
): Model => {
  const translated =
    currency === modelCurrency
      ? model
      : {
          ...inWords(model, text => withPlaces(unitIn(text, currency), compared)),
          units: [...(model.units ?? []), currency],
        }
  if (institutions.length === 0) return translated
  const given = Map.groupBy(institutions, ({ name }) => name)
  const declarationIn = (name: string, declaration: Declaration): Declaration => {
    const own = given.get(name) ?? []
    if (declaration.kind === 'parameter') return parameterIn(declaration, own)
    return declaration.kind === 'lever' ? leverIn(declaration, own) : declaration
  }
  return {
    ...translated,
    sectors: translated.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations).map(([name, one]) => [name, declarationIn(name, one)]),
      ),
    })),
  }
}

/**
 * A setting of a lever that is written for the model's own nation, where the nation gives other bounds: the same part of
 * the way up. An allowance of 15 of at most 60 thousand yuan is one of 2 of at most 8 thousand dollars.
 */
export const settingIn = (name: string, own: Pick<Lever, 'bounds'>, value: number): number => {
  const [, most] = (levers.declarations[name] as Lever).bounds
  return own.bounds[1] === most ? value : (value * own.bounds[1]) / most
}
