/** Many simulations of an open region in memory. */

import { type Choice, scenarioFrom } from '../analysis/region/choice.ts'
import { membersRunner, orderMembers, runnersOf } from '../analysis/runs/members.ts'
import type { Stated } from '../scenario/scenario.ts'
import { quantile } from '../analysis/runs/quantiles.ts'
import { timeOf } from '../analysis/region/simulation.ts'
import { seedFrom, wholeNumber } from '../language/usage.ts'
import { planRecording } from '../engine/recording.ts'
import { parseOutcome } from '../engine/outcome-address.ts'
import { addressedLabels, addressedVariable } from '../language/address.ts'
import { checkOptions } from './given.ts'
import { openedOf, type Region } from './region.ts'

const choiceOf = (region: Region, { policy, set, assume, regime, financing }: Stated): Choice =>
  scenarioFrom({ policy, set, assume, regime, financing }, openedOf(region))

export interface EnsembleOptions extends Stated {
  /** 1,000 when absent; 1,000,000 at most. */
  readonly simulations?: number
  readonly seed?: number
  /** Names with bands by step: 'regionOutput', 'output[CN-LN]'. */
  readonly bands?: readonly string[]
  /** Numbers kept of each member: 'regionDebtToGdp@2035'. */
  readonly keep?: readonly string[]
  readonly progress?: (done: number, all: number) => void
}

/** Quantiles over the members, a number a step. */
export interface OutcomeBands {
  readonly unit: string
  readonly q05: Float64Array
  readonly q25: Float64Array
  readonly q50: Float64Array
  readonly q75: Float64Array
  readonly q95: Float64Array
}

export interface EnsembleResult {
  /** Calendar times at which the steps open. */
  readonly times: readonly number[]
  readonly bands: Readonly<Record<string, OutcomeBands>>
  /** By what was asked to be kept, a number a member. */
  readonly kept: Readonly<Record<string, Float64Array>>
  /** The largest residual of the accounts in any member, of its scale. */
  readonly largestResidual: number
  readonly model: string
  readonly data: string
  readonly seed: number
}

/** More than a program's memory holds are for `heartland ensemble`. */
const mostInMemory = 1_000_000

const shares = { q05: 0.05, q25: 0.25, q50: 0.5, q75: 0.75, q95: 0.95 } as const

/**
 * Many simulations with sampled parameters and shocks, in this thread and in memory: member by member the numbers of
 * `heartland ensemble` with the same seed.
 */
export const ensemble = async (region: Region, options: EnsembleOptions = {}): Promise<EnsembleResult> => {
  checkOptions('ensemble', options)
  const { bands = ['regionOutput'], keep = [], progress = () => {} } = options
  const members = wholeNumber('simulations', String(options.simulations ?? 1000), 1, mostInMemory)
  const seed = seedFrom('seed', String(options.seed ?? 1))
  const open = openedOf(region)
  const { scenario } = choiceOf(region, options)
  const time = timeOf(open)
  const kept = [keep].flat().map(text => parseOutcome(open.linked, text, time))
  const shown = planRecording(open.linked, bands, time).series
  const order = orderMembers(
    open,
    open.built,
    {
      settings: { seed, members, design: 'sobol' },
      policies: [scenario.policy],
      assumptions: scenario.assumptions,
    },
    [...new Set([...bands, ...kept.map(({ series }) => series)])],
  )
  const paths = new Map(shown.map(({ name }) => [name, new Float64Array(time.steps * members)]))
  const numbers = kept.map(() => new Float64Array(members))
  let done = 0
  const { audit } = await membersRunner(runnersOf(order))(
    [0, members],
    (member, _, number) => {
      const reader = member(0)
      for (const [name, values] of paths) {
        reader.path(addressedVariable(name), ...addressedLabels(name)).forEach((value, step) => {
          values[step * members + number] = value
        })
      }
      kept.forEach(({ series, window }, at) => {
        numbers[at][number] = reader.meanOver(series, ...window!)
      })
    },
    runs => progress((done += runs), members),
  )
  const bandsOf = (values: Float64Array): Omit<OutcomeBands, 'unit'> => {
    const found = Object.fromEntries(Object.keys(shares).map(name => [name, new Float64Array(time.steps)]))
    for (let step = 0; step < time.steps; step++) {
      const sorted = values.subarray(step * members, (step + 1) * members).sort()
      for (const [name, share] of Object.entries(shares)) found[name][step] = quantile(sorted, share)
    }
    return found as unknown as Omit<OutcomeBands, 'unit'>
  }
  return {
    times: Array.from({ length: time.steps }, (_, step) => time.start + step / time.stepsPerYear),
    bands: Object.fromEntries(shown.map(({ name, unit }) => [name, { unit, ...bandsOf(paths.get(name)!) }])),
    kept: Object.fromEntries(kept.map(({ text }, at) => [text, numbers[at]])),
    largestResidual: audit.largestResidual,
    model: region.model,
    data: region.data,
    seed,
  }
}
