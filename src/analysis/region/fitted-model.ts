/** Replaces the priors of the model by the posterior ranges of fitted parameters. */

import { type Declaration, isPrior, type Model, type Prior } from '../../language/declare.ts'
import type { Both } from '../../language/messages.ts'
import type { FittedParameters, RegionData } from '../../regions/types.ts'
import { modelHash } from './fingerprint.ts'

/** A parameter that history has informed is derived from its figures; any other stays as well known as it was. */
const fittedDeclaration = (
  name: string,
  declaration: Declaration,
  { region, ranges, informed, lastYear }: FittedParameters,
): Declaration => {
  if (declaration.kind !== 'parameter' || typeof declaration.value === 'number') return declaration
  const { value, source } = declaration
  // The bounds of the prior hold for what was fitted too.
  const fittedRange = (one: string, prior: number | Prior): number | Prior =>
    isPrior(prior) && ranges[one] !== undefined ? { ...prior, ...ranges[one] } : prior
  const [names, fitted] = isPrior(value)
    ? [[name], fittedRange(name, value) as Prior]
    : [
        Object.keys(value).map(label => `${name}[${label}]`),
        Object.fromEntries(
          Object.entries(value).map(([label, prior]) => [label, fittedRange(`${name}[${label}]`, prior)]),
        ),
      ]
  if (!names.every(one => informed.includes(one))) return { ...declaration, value: fitted }
  const told = `history of ${region} up to ${lastYear} (heartland calibrate)`
  return {
    ...declaration,
    value: fitted,
    evidence: 'derived',
    source: source === undefined ? told : `${source}; ${told}`,
  }
}

/** The parameters that a fit may name: those with a range, 'name' or 'name[label]'. */
export const rangedParameters = (model: Model): ReadonlySet<string> =>
  new Set(
    model.sectors.flatMap(({ declarations }) =>
      Object.entries(declarations).flatMap(([name, one]) => {
        if (one.kind !== 'parameter' || typeof one.value === 'number') return []
        return isPrior(one.value) ? [name] : Object.keys(one.value).map(label => `${name}[${label}]`)
      }),
    ),
  )

/** The fit with a note of what has changed since it was made: the model, or the region's own figures. */
export const checkedFit = (
  model: Model,
  {
    id,
    hash,
    hashOfFigures = hash,
    parameters: fitted,
  }: Pick<RegionData, 'id' | 'hash' | 'hashOfFigures' | 'parameters'>,
): FittedParameters | undefined => {
  if (fitted === undefined) return undefined
  if (fitted.model === modelHash(model) && (fitted.region !== id || fitted.data === hashOfFigures)) return fitted
  const known = rangedParameters(model)
  return { ...fitted, stale: { unknown: Object.keys(fitted.ranges).filter(name => !known.has(name)) } }
}

/** A region without fitted parameters takes the model as it is. Names that the model no longer has are left out. */
export const fittedModel = (model: Model, fitted: FittedParameters | undefined): Model => {
  if (fitted === undefined) return model
  const known = rangedParameters(model)
  return {
    ...model,
    correlations: fitted.correlations.filter(pair => [pair.a, pair.b].every(name => known.has(name))),
    sectors: model.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations).map(([name, one]) => [name, fittedDeclaration(name, one, fitted)]),
      ),
    })),
  }
}

/** A sentence on the source of the parameters, for readers. */
export const fitText = ({ id, parameters }: Pick<RegionData, 'id' | 'parameters'>): Both<string> => {
  if (parameters === undefined)
    return { en: 'The model has not been calibrated to historical data.', zh: '模型尚未用历史数据校准。' }
  const { region, lastYear, stale } = parameters
  const [whose, own] = region === id ? ['', ''] : [` of ${region}`, ` ${region} `]
  const fitted = `Parameters are fitted to data${whose} up to ${lastYear}`
  const chinese = `参数按${own}截至${lastYear}年的数据校准`
  if (stale === undefined) return { en: `${fitted}.`, zh: `${chinese}。` }
  const left = stale.unknown.length
  const ignored = left === 0 ? '' : `; ${left} that the model no longer has ${left === 1 ? 'is' : 'are'} ignored`
  return {
    en: `${fitted}, with an earlier version of the model or the data${ignored}.`,
    zh: `${chinese}，所用模型或数据为早期版本${left === 0 ? '' : `；模型中已不存在的${left}项参数不计`}。`,
  }
}

/** The same in English. */
export const fitSentence = (region: Parameters<typeof fitText>[0]): string => fitText(region).en
