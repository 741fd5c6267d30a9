/** Writes the inputs that differ between members, sampled parameters and random series, into a SIMD batch. */

import { addressedVariable } from '../../language/address.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { type EnsembleSettings, shocksToDraw, uncertainParameters, drawnUncertainty } from '../ensemble.ts'
import { streamKey } from '../random.ts'
import { placesOf } from '../run.ts'
import { type Sample, sampleParameters, type UncertainParameter } from '../sample.ts'
import { shockMember } from '../sensitivity-design.ts'
import {
  conditionSeries,
  drawShocks,
  processOfStep,
  type ShockProcess,
  type ShockToDraw,
  streamsOf,
} from '../shocks.ts'
import type { Batch, WasmInstance } from './batch.ts'
import type { SharedInputs } from '../run/shared-inputs.ts'

/** Values of parameters that members are given instead of drawing them. */
export interface GivenValues {
  /** 'name' or 'name[label]'; a later one overrides an earlier one where they meet. */
  readonly names: readonly string[]
  /** Member after member, each as many numbers as names; read anew for each batch, so that they may be replaced. */
  readonly values: Float64Array
}

/** Plain data: an ensemble's settings with the places of what it draws. */
export interface DrawOrder {
  readonly settings: EnsembleSettings
  /** Those that are sampled: none when values are given. */
  readonly parameters: readonly UncertainParameter[]
  readonly given: GivenValues | undefined
  /** The number of those that are uncertain, sampled or not. */
  readonly uncertain: number
  /** The elements of each parameter that is sampled or given. */
  readonly places: ReadonlyArray<readonly number[]>
  readonly shocks: readonly ShockToDraw[]
  /** Elements of all shocks, in the order of `shocks`, which is that of their places. */
  readonly shocksAt: number
  readonly shockElements: number
}

export const orderDraws = (model: LinkedModel, settings: EnsembleSettings, given?: GivenValues): DrawOrder => {
  const uncertain = uncertainParameters(model)
  const parameters = settings.parameters === false || given !== undefined ? [] : uncertain
  const places = (given?.names ?? parameters.map(({ name }) => name)).map(name => parameterPlaces(model, name))
  const shocks = settings.shocks === false ? [] : shocksToDraw(model)
  const variables = shocks.map(({ name }) => model.variables.get(name)!)
  const shocksAt = Math.min(model.inputsEnd, ...variables.map(({ offset }) => offset))
  let end = shocksAt
  for (const { name, offset, size } of variables) {
    if (offset !== end) throw new Error(`The shock '${name}' does not lie behind the one before it.`)
    end += size
  }
  return {
    // Of parameters that are given, not drawn, nothing can be said.
    settings: parameters.length === 0 ? settings : { ...settings, uncertainty: drawnUncertainty(model, settings) },
    parameters,
    given,
    uncertain: uncertain.length,
    places,
    shocks,
    shocksAt,
    shockElements: end - shocksAt,
  }
}

/** Members whose values are remembered: several policies, and those who write the values down, ask for them again. */
const mostRemembered = 128

/** The values of sampled parameters by member, as the order says. */
export const sampleOf = ({ settings, parameters }: DrawOrder, remembered = mostRemembered): Sample => {
  const { seed, members, design = 'latinHypercube', uncertainty } = settings
  const sample = sampleParameters(parameters, { seed, members, design }, uncertainty)
  const known = new Int32Array(remembered).fill(-1)
  const values = new Array<ReadonlyMap<string, number>>(remembered)
  return member => {
    const place = member % remembered
    if (known[place] !== member) {
      values[place] = sample(member)
      known[place] = member
    }
    return values[place]
  }
}

const parameterPlaces = (model: LinkedModel, name: string): readonly number[] => {
  if (model.variables.get(addressedVariable(name))?.kind !== 'parameter')
    throw new Error(`There is no parameter '${name}'.`)
  return placesOf(model, name)
}

interface Series {
  readonly name: string
  readonly process: ShockProcess
  readonly key: readonly [number, number]
}

const seriesOf = ({ shocks, settings }: DrawOrder, stepsPerYear: number): Series[] =>
  shocks.flatMap(({ name, process, areas }) =>
    streamsOf({ name, areas }).map(stream => ({
      name,
      process: processOfStep(process, stepsPerYear),
      key: streamKey(settings.seed, stream),
    })),
  )

export interface BlockDraws {
  /** Draws for the members [from, from + count); lanes beyond them repeat the last one. */
  draw(from: number, count: number): void
  /** Puts the sampled parameters into the batch. */
  writeParameters(): void
  /** Puts the shocks of a step into the batch. */
  writeShocks(step: number): void
  /** A copy of the shocks of all steps, and its way back. */
  saveShocks(): Float64Array
  restoreShocks(shocks: Float64Array): void
}

/** Bytes of memory that the draws of a batch need. */
export const drawBytes = ({ shockElements }: DrawOrder, members: number, steps: number): number =>
  8 * members * (steps * shockElements + steps)

/** `begin` is the first of `drawBytes` bytes of the module's memory; `sample` is that of the order. */
export const createDraws = (
  batch: Batch,
  module: WasmInstance,
  order: DrawOrder,
  shared: SharedInputs,
  begin: number,
  sample: Sample,
): BlockDraws => {
  const { members } = batch.manifest
  const { steps, stepsPerYear, held, setBySteps } = shared
  const { settings, parameters, given, places, shocks, shocksAt, shockElements } = order
  const { known = {} } = settings
  // Its checks of the settings hold here too.
  drawShocks(shocks, { seed: settings.seed, member: 0, steps: 0, stepsPerYear })
  const free = places.map(elements => elements.filter(element => element < setBySteps && !held.includes(element)))
  const sampled = new Float64Array(places.length * members)
  const names = parameters.map(({ name }) => name)
  /** The values of a member, in the order of `places`. */
  const valuesOf = (member: number): ArrayLike<number> => {
    if (given === undefined) {
      const values = sample(member)
      return names.map(name => values.get(name)!)
    }
    const row = given.values.subarray(member * places.length, (member + 1) * places.length)
    if (row.length < places.length) throw new Error(`Member ${member} is not among those whose values are given.`)
    return row
  }

  const row = shockElements * members
  const series = seriesOf(order, stepsPerYear)
  const drawn = new Float64Array(module.memory, begin, steps * row)
  const scratchAt = begin + 8 * steps * row
  const scratch = new Float64Array(module.memory, scratchAt, steps * members)
  const uniforms = module.routine('uniforms')
  const normals = module.routine('normals')

  const drawSeries = ({ name, process, key: [low, high] }: Series, element: number, member: number): void => {
    const first = element * members
    const at = begin + 8 * first
    switch (process.type) {
      case 'uniform':
        uniforms(at, steps, 8 * row, low, high, member)
        return
      case 'normal':
        normals(at, steps, 8 * row, low, high, member)
        for (let step = 0; step < steps; step++) {
          const from = step * row + first
          for (let place = from; place < from + members; place++) drawn[place] = process.deviation * drawn[place]
        }
        return
      case 'ar1': {
        normals(at, steps, 8 * row, low, high, member)
        const { persistence, deviation } = process
        const size = deviation * Math.sqrt(1 - persistence * persistence)
        for (let lane = first; lane < first + members; lane++) {
          let state = 0
          for (let place = lane; place < drawn.length; place += row) {
            state = persistence * state + size * drawn[place]
            drawn[place] = state
          }
          if (known[name] !== undefined) conditionSeries(drawn, lane, row, steps, persistence, known[name])
        }
        return
      }
      case 'yearlyNormal': {
        const years = Math.ceil(steps / stepsPerYear)
        normals(scratchAt, years, 8 * members, low, high, member)
        for (let step = 0; step < steps; step++) {
          const year = Math.floor(step / stepsPerYear) * members
          for (let lane = 0; lane < members; lane++)
            drawn[step * row + first + lane] = process.deviation * scratch[year + lane]
        }
      }
    }
  }

  /** Lanes that meet consecutive series are drawn at once: all of them, but where a sensitivity design goes back. */
  const drawRuns = (from: number, count: number): void => {
    const wanted = (lane: number): number => shockMember(settings.design, order.uncertain, from + lane)
    for (let lane = 0; lane < count; ) {
      const first = wanted(lane) - lane
      const earlier = lane === 0 ? undefined : drawn.slice()
      series.forEach((one, element) => drawSeries(one, element, first))
      for (let place = 0; earlier !== undefined && place < drawn.length; place++)
        if (place % members < lane) drawn[place] = earlier[place]
      do lane++
      while (lane < count && wanted(lane) === first + lane)
    }
  }

  return {
    draw: (from, count) => {
      for (let lane = 0; lane < members; lane++) {
        const values = lane < count ? valuesOf(from + lane) : undefined
        for (let at = 0; at < places.length; at++) {
          const place = at * members + lane
          sampled[place] = values === undefined ? sampled[place - 1] : values[at]
        }
      }
      drawRuns(from, count)
    },
    writeParameters: () => {
      free.forEach((elements, at) => {
        for (const element of elements)
          for (let lane = 0; lane < members; lane++)
            batch.values[element * members + lane] = sampled[at * members + lane]
      })
    },
    writeShocks: step => {
      const to = shocksAt * members
      const from = step * row
      for (let place = 0; place < row; place++) batch.values[to + place] = drawn[from + place]
    },
    saveShocks: () => drawn.slice(),
    restoreShocks: saved => drawn.set(saved),
  }
}
