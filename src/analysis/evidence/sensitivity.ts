/** Ranks parameters by the shares of the variance of an outcome that are due to them, beside their evidence. */

import { addressedVariable } from '../../language/address.ts'
import { parameterInfo } from './parameter-info.ts'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { sensitivityPoints, type SaltelliDesign } from '../../engine/sensitivity-design.ts'
import { shocksFactor, type SobolIndex, sobolIndices } from '../../engine/sensitivity.ts'
import type { Prior } from '../../language/declare.ts'
import { deviationOf, meanOf } from '../runs/quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** A parameter, what it is and how well it is known. */
export interface FactorInfo {
  readonly name: string
  readonly doc: string
  readonly unit: string
  readonly evidence: string
  readonly source: string
  readonly prior: Prior | undefined
}

export interface OutcomeSensitivity {
  /** Over all runs that are independent of each other. */
  readonly mean: number
  readonly deviation: number
  /** Most influential first. */
  readonly sobol: ReadonlyArray<FactorInfo & SobolIndex>
}

/** Evidence of the random series: they are no uncertain number. */
const shocksInfo: FactorInfo = {
  name: shocksFactor,
  doc: 'Random series: national growth, prices, sanctions, harvests, weather and the like',
  unit: '',
  evidence: '',
  source: '18',
  prior: undefined,
}

/** All uncertain parameters by name, in the order of the model. */
const factorInfo = ({ linked }: Pick<OpenRegion, 'linked'>): Map<string, FactorInfo> =>
  new Map(
    uncertainParameters(linked).map(one => [
      one.name,
      parameterInfo(one, linked.variables.get(addressedVariable(one.name))!),
    ]),
  )

/** Ranks the parameters by the numbers of the rows of the design. */
export const rankFactors = (
  open: OpenRegion,
  { design, seed }: { readonly design: SaltelliDesign; readonly seed: number },
  values: Float64Array,
): OutcomeSensitivity => {
  const info = factorInfo(open)
  const names = [...info.keys()]
  const { factors } = sobolIndices(values, names, design, { seed }, sensitivityPoints(names, seed, design))
  const sample = values.subarray(0, 2 * design.base)
  return {
    mean: meanOf(sample),
    deviation: deviationOf(sample),
    sobol: factors
      .toSorted((a, b) => b.total.value - a.total.value)
      .map(found => ({ ...(info.get(found.name) ?? shocksInfo), ...found })),
  }
}
