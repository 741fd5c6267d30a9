/**
 * Random runs of the shipped region over the whole horizon: any parameters, levers, shocks and paths of the nation
 * within their bounds, at their corners too. A run must end with finite numbers, closed accounts and no stock below 0.
 */

import { memberInput, uncertainParameters } from '../engine/ensemble.ts'
import { createStream } from '../engine/random.ts'
import { createSimulator, type RunInput, type Simulator } from '../engine/run.ts'
import { leversOf, type LeverSetting, type Policy } from '../engine/scenario.ts'
import type { RegionData } from '../regions/types.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'

const open = openRegion('northeast')
const { linked, program, region } = open
const { horizon } = open.simulator
const levers = leversOf(linked)
const parameters = uncertainParameters(linked)

/** A number in [0, 1) for each name. */
type Uniform = (name: string) => number

const between = (low: number, high: number, uniform: number): number => low + uniform * (high - low)
const pick = <T>(from: readonly T[], uniform: number): T => from[Math.floor(uniform * from.length)]!

/** From no lever at all to every lever; one in four at one of its bounds, the others anywhere between them. */
const randomPolicy = (uniform: Uniform): Policy => {
  const setting = (name: string): LeverSetting => {
    const [low, high] = levers.get(name)!.bounds
    const place = uniform(`${name} value`)
    const start = pick([region.start, 2026, 2027.5, 2031, 2036], uniform(`${name} start`))
    const length = pick([undefined, 1, 6], uniform(`${name} length`))
    return {
      value: uniform(`${name} corner`) < 0.25 ? pick([low, high], place) : between(low, high, place),
      start,
      ramp: pick([0, 1, 5], uniform(`${name} ramp`)),
      ...(length === undefined ? {} : { end: start + length }),
    }
  }
  const share = uniform('levers')
  const set = [...levers.keys()].filter(name => !name.startsWith('financedBy') && uniform(`${name} set`) < share)
  // Shares that add up to 1 at most, as the validator of policies asks.
  const payers = [...levers.keys()].filter(name => name.startsWith('financedBy'))
  const weights = payers.map(name => uniform(`${name} weight`))
  const whole = weights.reduce((sum, weight) => sum + weight, 0) / uniform('financed')
  const financed = payers.map((name, at): [string, LeverSetting] => [
    name,
    { value: Math.min(weights[at]! / whole, levers.get(name)!.bounds[1]), start: region.start, ramp: 0 },
  ])
  return Object.fromEntries([...set.map(name => [name, setting(name)] as const), ...financed])
}

/** Between the 10 and the 90 % points of each, or at one of them for all. */
const randomParameters = (uniform: Uniform): Map<string, number> => {
  const corners = uniform('corners') < 0.5
  return new Map(
    parameters.map(({ name, prior: { low, high } }) => {
      const place = uniform(`${name} parameter`)
      return [name, corners ? pick([low, high], place) : between(low, high, place)]
    }),
  )
}

/** Of today's interest rates. */
const leastInterest = 0.3

/**
 * From the year after the start: rates of growth two points up or down, interest rates together from a third to
 * twice what they are (apart, banks would pay more for deposits than they earn on loans for good), all else by up to
 * 30 %.
 */
const randomPaths = (uniform: Uniform): RegionData['paths'] =>
  Object.fromEntries(
    Object.entries(region.paths).map(([name, path]) => {
      const variable = linked.variables.get(name)
      const place = 2 * uniform(`${name} path`) - 1
      const moved = (value: number): number => {
        if (name.endsWith('Rate')) return value * between(leastInterest, 2, uniform('interest'))
        if (variable?.unitText === '1/year') return value + 0.02 * place
        const scaled = value * (1 + 0.3 * place)
        return variable?.unitText === 'share' ? Math.min(1, scaled) : scaled
      }
      const move = (points: ReadonlyArray<readonly [number, number]>) =>
        points.map(([time, value]) => [time, time < region.start + 1 ? value : moved(value)] as const)
      const { ofAreas } = path
      const areas =
        ofAreas === undefined
          ? {}
          : { ofAreas: Object.fromEntries(Object.entries(ofAreas).map(([area, points]) => [area, move(points)])) }
      return [name, { ...path, points: move(path.points), ...areas }]
    }),
  )

export interface Soaked {
  readonly runs: number
  readonly worstResidual: number
  /** Faults, each with the number of its run, which repeats it alone. */
  readonly problems: readonly string[]
}

/** Runs that share their paths, because paths are read when a simulator is made. */
const sharing = 25

/** The runs `from` … `to` - 1 of a seed. */
export const soak = (seed: number, from: number, to: number): Soaked => {
  const draw = memberInput(linked, open.simulator, { seed, members: 2 ** 20, design: 'monteCarlo' })
  const stream = (name: string, run: number): number => createStream(seed, `soak ${name}`)(run, 0, 0)
  const problems: string[] = []
  let worstResidual = 0
  let simulator: Simulator | undefined
  let block = -1
  for (let run = from; run < to; run++) {
    const own = Math.floor(run / sharing)
    if (own !== block || simulator === undefined) {
      block = own
      const paths = own % 4 === 0 ? region.paths : randomPaths(name => stream(name, own))
      simulator = createSimulator(program, { ...region, paths }, horizon)
    }
    const uniform: Uniform = name => stream(name, run)
    const drawn = draw(run)
    const input: Omit<RunInput, 'record'> = {
      ...drawn,
      ...(run % 3 === 0 ? {} : { sampled: randomParameters(uniform) }),
      policy: randomPolicy(uniform),
    }
    try {
      const { audit } = simulator.run({ ...input, record: [], audit: true, observe: checkFinite })
      if (!(audit!.largestResidual < 1e-9)) problems.push(`run ${run}: ${audit!.where} is off at ${audit!.when}`)
      worstResidual = Math.max(worstResidual, audit!.largestResidual)
    } catch (problem) {
      problems.push(`run ${run}: ${(problem as Error).message}`)
    }
  }
  return { runs: to - from, worstResidual, problems }
}

const checkFinite = (values: Float64Array, _: number, time: number): void => {
  let finite = true
  for (let at = 0; at < values.length; at++) if (!(Math.abs(values[at]!) < Infinity)) finite = false
  if (finite) return
  const place = values.findIndex(value => !Number.isFinite(value))
  const variables = [...program.model.variables.values()]
  const found = variables.find(({ offset, size }) => place >= offset && place < offset + size)
  throw new Error(`${found?.name ?? `place ${place}`} is ${values[place]} at ${time}`)
}
