/** A region ready to run: its data, and the model linked to its areas and compiled. */

import { createSimulator, type Horizon, type Simulator } from '../engine/run.ts'
import type { Dimension, Model } from '../language/declare.ts'
import { compile } from '../language/emit/javascript.ts'
import { linkModel } from '../language/link.ts'
import type { LinkedModel } from '../language/linked.ts'
import type { Program } from '../language/program.ts'
import { model as heartland } from '../model/index.ts'
import type { RegionData, Required, RequiredDimension } from '../regions/types.ts'
import { checkedFit, fittedModel } from './fitted-model.ts'

export interface OpenOptions {
  /** Calendar time at which a run closes: 2041 (the end of 2040) when absent. */
  readonly horizonEnd?: number
  /** 4 when absent: a step is a quarter. */
  readonly stepsPerYear?: number
  /** A variant of the model, for tests and studies. */
  readonly model?: Model
}

export interface OpenRegion {
  readonly region: RegionData
  readonly linked: LinkedModel
  readonly program: Program
  /** Runs the region over the horizon; one simulator serves any number of runs, one after the other. */
  readonly simulator: Simulator
}

/** The figures and paths that a model declares and a region must supply. */
export const requiredData = (model: Model): Required[] =>
  model.sectors.flatMap(sector =>
    Object.entries(sector.declarations).flatMap(([name, declaration]): Required[] => {
      if (declaration.kind !== 'datum' && declaration.kind !== 'exogenous') return []
      const { kind, unit, over = sector.over } = declaration
      return [{ kind, name, unit, dimensions: over.map(dimension => requiredDimension(model, dimension)) }]
    }),
  )

const requiredDimension = (model: Model, name: string): RequiredDimension => {
  const dimension = model.dimensions[name]
  if (dimension === undefined) throw new Error(`The model has no dimension '${name}'.`)
  return { name, labels: labelsOf(dimension) }
}

const labelsOf = ({ labels }: Dimension): RequiredDimension['labels'] => {
  if (labels === 'region' || !('from' in labels)) return labels
  const { from, to } = labels
  return Array.from({ length: to - from + 1 }, (_, above) => String(from + above))
}

/** The dimensions of a model whose labels the region supplies: its areas. */
const areasFor = (model: Model, areas: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(model.dimensions)
      .filter(([, { labels }]) => labels === 'region')
      .map(([name]) => [name, areas]),
  )

/** The model linked to a region's areas. */
export const linkRegion = (
  { areas, parameters }: Pick<RegionData, 'areas' | 'parameters'>,
  model: Model = heartland,
): LinkedModel => linkModel(fittedModel(model, parameters), areasFor(model, areas))

/** Runs close at the end of 2040, and a step is a quarter, unless said otherwise. */
export const horizonOf = ({ horizonEnd = 2041, stepsPerYear = 4 }: OpenOptions = {}): Horizon => ({
  end: horizonEnd,
  stepsPerYear,
})

/** Links the model to a region's areas; it is compiled when it is first run, which lists and help never do. */
export const openData = (loaded: RegionData, options: OpenOptions = {}): OpenRegion => {
  const parameters = checkedFit(options.model ?? heartland, loaded)
  const region = parameters === undefined ? loaded : { ...loaded, parameters }
  const linked = linkRegion(region, options.model)
  let made: Simulator | undefined
  const simulator = (): Simulator => (made ??= createSimulator(compile(linked), region, horizonOf(options)))
  return {
    region,
    linked,
    get program() {
      return simulator().program
    },
    get simulator() {
      return simulator()
    },
  }
}

/** When a run opens and closes, for outcomes at a time ('regionOutput@2037'). */
export const timeOf = ({ region, simulator }: OpenRegion) => ({
  start: region.start,
  end: simulator.horizon.end,
  steps: simulator.steps,
  stepsPerYear: simulator.horizon.stepsPerYear,
})
