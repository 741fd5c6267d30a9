/** Opens a region with each set of parameters that there is for it: the priors, and the fits of the model as it is. */

import { ownParameters } from '../analysis/cells.ts'
import { modelHash } from '../analysis/fingerprint.ts'
import type { ParametersId } from '../analysis/robustness.ts'
import { openUnder, outsideOf } from '../analysis/outside.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { model } from '../model/index.ts'
import { parameterFile, parameterSets, parseParameterFile } from '../regions/parameter-file.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import { openRegion } from './simulation.ts'

export interface ParameterVariant {
  readonly id: ParametersId
  readonly open: OpenRegion
}

/** A fit of an earlier model says nothing of this one. */
const isOfThisModel = (text: string): boolean => {
  const parsed = parseParameterFile<{ readonly digest: string; readonly model: string }>(text)
  return 'record' in parsed && parsed.record.model === modelHash(model)
}

export const parameterVariants = (open: OpenRegion, root: string = ownPacks): ParameterVariant[] => {
  const { region } = open
  const own = ownParameters(open)
  const of = region.parameters?.region ?? region.id
  const fits = parameterSets.filter(set => {
    const text = readFrom(root)(parameterFile(of, set))
    return set === own || (text !== undefined && isOfThisModel(text))
  })
  return (['priors', ...fits] as const).map(id => ({
    id,
    open: id === own ? open : openUnder(openRegion(region.id, { root, parameters: id }), outsideOf(open)),
  }))
}
