/** Many runs of the same policies under sampled parameters and drawn shocks: every policy meets the same draws. */

import type { Parameter, Prior } from '../language/declare.ts'
import type { LinkedModel } from '../language/link.ts'
import type { Correlation } from './correlation.ts'
import type { Audit, Run, RunInput, Simulator } from './run.ts'
import { type Design, sampleParameters, type UncertainParameter } from './sample.ts'
import type { Assumptions, Policy } from './scenario.ts'
import { type SensitivityDesign, shockMember } from './sensitivity-design.ts'
import { drawShocks, type ShockToDraw } from './shocks.ts'
import type { Uncertainty } from './uncertainty.ts'

const isPrior = (value: unknown): value is Prior => typeof value === 'object' && value !== null && 'central' in value

/** Parameters with a prior that ensembles sample, one for each label: 'name' or 'name[label]'. */
export const uncertainParameters = (model: LinkedModel): UncertainParameter[] => {
  const found: UncertainParameter[] = []
  for (const { name, declaration } of model.variables.values()) {
    if (declaration?.kind !== 'parameter' || (declaration as Parameter).sampled === false) continue
    const { value } = declaration
    if (isPrior(value)) found.push({ name, prior: value })
    else if (typeof value !== 'number')
      for (const [label, prior] of Object.entries(value))
        if (isPrior(prior)) found.push({ name: `${name}[${label}]`, prior })
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
  readonly design?: Design | SensitivityDesign
  /** False: central parameters and shocks only, or sampled parameters only. */
  readonly parameters?: boolean
  readonly shocks?: boolean
  /** What the scenario says about distributions, truncations and correlations. */
  readonly uncertainty?: Uncertainty
}

export interface EnsembleTask<Result> {
  readonly settings: EnsembleSettings
  readonly policies: readonly Policy[]
  readonly assumptions?: Assumptions
  readonly record: readonly string[]
  readonly audit?: boolean
  /** Members to run, [from, to); all when absent. A member's results do not depend on it. */
  readonly range?: readonly [number, number]
  /** What is kept of a run. */
  readonly keep: (run: Run, policy: number, member: number) => Result
  readonly progress?: (done: number, all: number) => void
}

export interface EnsembleResult<Result> {
  /** results[policy][member - from]. */
  readonly results: Result[][]
  readonly audit: Audit | undefined
}

/** What a scenario says of distributions, and the correlations of the model unless it has its own for a pair. */
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
  simulator: Simulator,
  settings: EnsembleSettings,
): ((member: number) => Pick<RunInput, 'sampled' | 'shocks'>) => {
  const { seed, members, design = 'latinHypercube' } = settings
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
            steps: simulator.steps,
            stepsPerYear: simulator.horizon.stepsPerYear,
          }),
        }),
  })
}

export const runEnsemble = <Result>(simulator: Simulator, task: EnsembleTask<Result>): EnsembleResult<Result> => {
  const { settings, policies, record, keep } = task
  const [from, to] = task.range ?? [0, settings.members]
  const draw = memberInput(simulator.program.model, simulator, settings)
  const results: Result[][] = policies.map(() => [])
  let audit: Audit | undefined
  for (let member = from; member < to; member++) {
    const input = draw(member)
    policies.forEach((policy, at) => {
      const run = simulator.run({
        ...input,
        policy,
        record,
        ...(task.assumptions === undefined ? {} : { assumptions: task.assumptions }),
        audit: task.audit === true,
      })
      if (run.audit !== undefined && (audit === undefined || !(run.audit.largestResidual <= audit.largestResidual)))
        audit = run.audit
      results[at]!.push(keep(run, at, member))
    })
    task.progress?.(member - from + 1, to - from)
  }
  return { results, audit }
}
