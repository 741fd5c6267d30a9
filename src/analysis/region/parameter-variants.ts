/** Opens a region with each set of parameters that there is for it: the priors, and the fits of the model as it is. */

import { modelHash } from './fingerprint.ts'
import { openUnder } from './open-under.ts'
import { outsideOf } from './outside.ts'
import type { OpenRegion } from './simulation.ts'
import { model } from '../../model/index.ts'
import { parameterFile, parameterSets, parseFitted } from '../../regions/parameter-file.ts'
import type { RegionData } from '../../regions/types.ts'

export type ParametersId = 'priors' | 'train' | 'all'

const ownParameters = ({ region }: Pick<OpenRegion, 'region'>): ParametersId => region.parameters?.set ?? 'priors'

export interface ParameterVariant {
  readonly id: ParametersId
  readonly open: OpenRegion
}

/** The parameters are all that differs; a region that was not opened from files has none but its own. */
export const parameterVariants = (open: OpenRegion): ParameterVariant[] => {
  const { files } = open
  const { parameters, ...withPriors } = open.under?.own ?? open.region
  const own = ownParameters(open)
  const of = parameters?.region ?? withPriors.id
  if (files === undefined) return [{ id: own, open }]
  const variant = (id: ParametersId, loaded: RegionData): ParameterVariant => ({
    id,
    open: id === own ? open : openUnder(files.open(loaded), outsideOf(open)),
  })
  const fits = parameterSets.flatMap(set => {
    if (set === own) return [variant(set, withPriors)]
    const text = files.read(parameterFile(of, set))
    const parsed = text === undefined ? undefined : parseFitted(text)
    // A fit of an earlier model says nothing of this one.
    if (parsed === undefined || !('fitted' in parsed) || parsed.fitted.model !== modelHash(model)) return []
    return [variant(set, { ...withPriors, parameters: parsed.fitted })]
  })
  return [variant('priors', withPriors), ...fits]
}
