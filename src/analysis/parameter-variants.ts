/** Opens a region with each set of parameters that there is for it: the priors, and the fits of the model as it is. */

import { ownParameters } from './cells.ts'
import { modelHash } from './fingerprint.ts'
import type { ParametersId } from './robustness.ts'
import { openUnder } from './open-under.ts'
import { outsideOf } from './outside.ts'
import type { OpenRegion } from './simulation.ts'
import { model } from '../model/index.ts'
import { parameterFile, parameterSets, parseParameterFile } from '../regions/parameter-file.ts'
import type { ReadText } from '../regions/types.ts'

export interface ParameterVariant {
  readonly id: ParametersId
  readonly open: OpenRegion
}

/** A fit of an earlier model says nothing of this one. */
const isOfThisModel = (text: string): boolean => {
  const parsed = parseParameterFile<{ readonly digest: string; readonly model: string }>(text)
  return 'record' in parsed && parsed.record.model === modelHash(model)
}

/** `openWith` opens the same region with another set; `read` reads the folders that it comes from. */
export const parameterVariants = (
  open: OpenRegion,
  read: ReadText,
  openWith: (set: ParametersId) => OpenRegion,
): ParameterVariant[] => {
  const { region } = open
  const own = ownParameters(open)
  const of = region.parameters?.region ?? region.id
  const fits = parameterSets.filter(set => {
    const text = read(parameterFile(of, set))
    return set === own || (text !== undefined && isOfThisModel(text))
  })
  return (['priors', ...fits] as const).map(id => ({
    id,
    open: id === own ? open : openUnder(openWith(id), outsideOf(open)),
  }))
}
