/** Draws the parameters and shocks of the members of an ensemble, the same under every policy. */

import { isPrior, type Parameter, type Prior } from '../language/declare.ts'
import type { LinkedModel } from '../language/link.ts'
import type { Correlation } from './correlation.ts'
import type { RunInput, Simulator } from './run.ts'
import { type Design, sampleParameters, type UncertainParameter } from './sample.ts'
import { type SaltelliDesign, shockMember } from './sensitivity-design.ts'
import { drawShocks, type KnownSteps, type ShockToDraw } from './shocks.ts'
import type { Uncertainty } from './uncertainty.ts'

/** A prior with what the model says of signs: where they are known, 10 % points of 0 or more draw nothing below 0. */
export const signedPrior = ({ source }: LinkedModel, prior: Prior): Prior =>
  source.signs === 'known' && prior.low >= 0 ? { least: 0, ...prior } : prior

/** Parameters with a prior that ensembles sample, one for each label: 'name' or 'name[label]'. */
export const uncertainParameters = (model: LinkedModel): UncertainParameter[] => {
  const found: UncertainParameter[] = []
  const add = (name: string, prior: Prior): void => {
    found.push({ name, prior: signedPrior(model, prior) })
  }
  for (const { name, declaration } of model.variables.values()) {
    if (declaration?.kind !== 'parameter' || (declaration as Parameter).sampled === false) continue
    const { value } = declaration
    if (isPrior(value)) add(name, value)
    else if (typeof value !== 'number')
      for (const [label, prior] of Object.entries(value)) if (isPrior(prior)) add(`${name}[${label}]`, prior)
  }
  return found
}

/** The random series a model declares, by area or shared. */
export const shocksToDraw = (model: LinkedModel): ShockToDraw[] => {
  const areas = model.dimensions.get('area')?.labels ?? []
  const found: ShockToDraw[] = []
  for (const { name, declaration, dimensions } of model.variables.values()) {
    if (declaration?.kind === 'shock')
      found.push({ name, process: declaration.process, areas: dimensions.length > 0 ? areas : 'shared' })
  }
  return found
}

export interface EnsembleSettings {
  readonly seed: number
  readonly members: number
  /** A sensitivity design is one as well: its rows are the members. */
  readonly design?: Design | SaltelliDesign
  /** False: central parameters and shocks only, or sampled parameters only. */
  readonly parameters?: boolean
  readonly shocks?: boolean
  /** Distributions, truncations and correlations of the scenario. */
  readonly uncertainty?: Uncertainty
  /** Steps in which shocks are known to be nothing. */
  readonly known?: KnownSteps
}

/** Distributions of a scenario, and the correlations of the model unless it has its own for a pair. */
export const drawnUncertainty = (model: LinkedModel, { design, uncertainty = {} }: EnsembleSettings): Uncertainty => {
  // A sensitivity design moves each parameter by itself.
  if (typeof design === 'object') return uncertainty
  const sampled = new Set(uncertainParameters(model).map(({ name }) => name))
  const { correlations: own = [] } = uncertainty
  const said = (one: Correlation): boolean =>
    own.some(({ a, b }) => (a === one.a && b === one.b) || (a === one.b && b === one.a))
  const correlations = [
    ...(model.source.correlations ?? []).filter(one => sampled.has(one.a) && sampled.has(one.b) && !said(one)),
    ...own,
  ]
  return correlations.length === 0 ? uncertainty : { ...uncertainty, correlations }
}

/** Draws of one member: they depend on (seed, member, design and size), on nothing else. */
export const memberInput = (
  model: LinkedModel,
  { steps, horizon: { stepsPerYear }, known: ofRegion }: Pick<Simulator, 'steps' | 'horizon' | 'known'>,
  settings: EnsembleSettings,
): ((member: number) => Pick<RunInput, 'sampled' | 'shocks'>) => {
  const { seed, members, design = 'latinHypercube', known = ofRegion } = settings
  const parameters = uncertainParameters(model)
  const sample = sampleParameters(parameters, { seed, members, design }, drawnUncertainty(model, settings))
  const shocks = shocksToDraw(model)
  return member => ({
    ...(settings.parameters === false ? {} : { sampled: sample(member) }),
    ...(settings.shocks === false
      ? {}
      : {
          shocks: drawShocks(shocks, {
            seed,
            member: shockMember(design, parameters.length, member),
            steps,
            stepsPerYear,
            ...(known === undefined ? {} : { known }),
          }),
        }),
  })
}
