/** A region ready to run: its data, and the model linked to its areas and compiled. */

import type { OutsidePaths } from '../../engine/outside.ts'
import { createSimulator, type Horizon, type Simulator } from '../../engine/run.ts'
import { modelCurrency } from '../../language/currency.ts'
import type { Dimension, LeverPath, Model, Parameter, Sector } from '../../language/declare.ts'
import { compile } from '../../language/emit/javascript.ts'
import { linkModel } from '../../language/link.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { boundsOfPath } from '../../language/path-bounds.ts'
import type { Program } from '../../language/program.ts'
import { industries } from '../../model/industries.ts'
import { industryFeedback, marketAsOne } from '../../model/industry-feedback.ts'
import { industryInvestment } from '../../model/industry-investment.ts'
import { model as heartland } from '../../model/index.ts'
import { cyclical, cyclicalModel } from '../../model/cyclical.ts'
import { flowsOfLinks, linkedAreas, summedAreas } from '../../model/links.ts'
import { closedNation } from './whole-nation.ts'
import type { ReadText, RegionData, Required, RequiredDimension } from '../../regions/types.ts'
import { institutions } from '../../model/institutions.ts'
import type { JudgedPaths } from './judgement.ts'
import { checkedFit, fittedModel } from './fitted-model.ts'
import { nationalModel, neverIn } from './national-model.ts'

export interface OpenOptions {
  /** Calendar time at which a run closes: 2041 (the end of 2040) when absent. */
  readonly horizonEnd?: number
  /** 4 when absent: a step is a quarter. */
  readonly stepsPerYear?: number
  /** A variant of the model, for tests and studies. */
  readonly model?: Model
  /** Places areas within their nation (`placing`); without it they stand alone. */
  readonly place?: (region: RegionData) => RegionData
}

/** The files of a region, and how it is opened from them with another set of parameters. */
interface OpenedFiles {
  readonly read: ReadText
  readonly open: (loaded: RegionData) => OpenRegion
}

export interface OpenRegion {
  readonly region: RegionData
  readonly linked: LinkedModel
  readonly program: Program
  /** Runs the region over the horizon; one simulator serves any number of runs, one after the other. */
  readonly simulator: Simulator
  /** External conditions other than those of the region: what they are, and the region without them. */
  readonly under?: { readonly own: RegionData; readonly outside: OutsidePaths }
  /** Outcomes that are held, and the region as it is opened without anything held. */
  readonly judged?: { readonly judgement: JudgedPaths; readonly base: OpenRegion }
  /** Folder of the files it was opened from, which may hold fits of other parameters. */
  readonly files?: OpenedFiles | undefined
}

/** The dimension of a parameter that is a record by label. */
const labelledBy = (model: Model, value: Parameter['value']): string[] => {
  if (typeof value === 'number' || 'central' in value) return []
  const [label = ''] = Object.keys(value)
  const found = Object.entries(model.dimensions).find(
    ([, { labels }]) => Array.isArray(labels) && labels.includes(label),
  )
  return found === undefined ? [] : [found[0]]
}

/** True where something stands without a policy. */
const isInForce = (standard: number | LeverPath): boolean =>
  typeof standard === 'number' ? standard !== 0 : standard.some(([, value]) => value !== 0)

/**
 * The figures and paths that a model declares and a region must supply, and the parameters and levers for which a nation
 * may state values of its own.
 */
export const requiredData = (model: Model): Required[] => [
  ...requiredIn(model, model.sectors),
  ...requiredIn(model, [cyclical]).map(one => ({ ...one, cyclical: true })),
  ...flowsOfLinks.map((flow): Required => ({ kind: 'flow', ...flow, dimensions: [] })),
]

const requiredIn = (model: Model, sectors: readonly Sector[]): Required[] =>
  sectors.flatMap(sector =>
    Object.entries(sector.declarations).flatMap(([name, declaration]): Required[] => {
      const { kind, unit } = declaration
      if (kind === 'lever') {
        const { bounds, standard } = declaration
        const national = isInForce(standard) || unit.includes(modelCurrency)
        return [{ kind, name, unit, dimensions: [], bounds, national }]
      }
      if (kind !== 'datum' && kind !== 'exogenous' && kind !== 'parameter') return []
      const { over = kind === 'parameter' ? labelledBy(model, declaration.value) : sector.over } = declaration
      const dimensions = over.map(dimension => requiredDimension(model, dimension))
      const like = kind === 'exogenous' ? declaration.like : undefined
      const bounds = kind === 'exogenous' ? { bounds: boundsOfPath(declaration) } : {}
      const ofPath = { ...bounds, ...(like === undefined ? {} : { like }) }
      return [{ kind, name, unit, dimensions, ...ofPath, ...(institutions.includes(name) ? { national: true } : {}) }]
    }),
  )

const requiredDimension = (model: Model, name: string): RequiredDimension => {
  const dimension = model.dimensions[name]
  if (dimension === undefined) throw new Error(`The model has no dimension '${name}'.`)
  return { name, labels: labelsOf(dimension) }
}

const labelsOf = ({ labels }: Dimension): RequiredDimension['labels'] => {
  if (labels === 'region' || 'copyOf' in labels) return 'region'
  if (!('from' in labels)) return labels
  const { from, to } = labels
  return Array.from({ length: to - from + 1 }, (_, above) => String(from + above))
}

/** The dimensions of a model whose labels the region supplies: its areas. */
export const areasFor = (model: Model, areas: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(model.dimensions)
      .filter(([, { labels }]) => labels === 'region')
      .map(([name]) => [name, areas]),
  )

/** A region without an input-output table has no industries: the market sector is as one. */
const withIndustries = (model: Model, { inputOutput }: Pick<RegionData, 'inputOutput'>): Model =>
  inputOutput === undefined
    ? {
        ...model,
        sectors: model.sectors
          .filter(({ title }) => title !== industries.title && title !== industryInvestment.title)
          .map(own => (own.title === industryFeedback.title ? marketAsOne : own)),
      }
    : model

/** The model linked to a region's areas. */
export const linkRegion = (
  region: Pick<
    RegionData,
    | ('areas' | 'parameters' | 'currency' | 'compared' | 'institutions' | 'inputOutput')
    | ('flows' | 'sums' | 'within' | 'cyclical')
  > &
    Partial<Pick<RegionData, 'values'>>,
  model: Model = heartland,
): LinkedModel => {
  const asUsual = withIndustries(model, region)
  const linked = (): Model => linkedAreas(asUsual, region.within === undefined ? 'whole' : 'within')
  const closed = region.flows === undefined ? (region.sums ? summedAreas(asUsual) : asUsual) : linked()
  const own = nationalModel(region.cyclical === true ? cyclicalModel(closed, region.sums === true) : closed, region)
  const never = region.institutions === undefined ? {} : { never: neverIn(region) }
  return linkModel(fittedModel(own, region.parameters), areasFor(model, region.areas), never)
}

/** Runs close at the end of 2040, and a step is a quarter, unless said otherwise. */
export const horizonOf = ({ horizonEnd = 2041, stepsPerYear = 4 }: OpenOptions = {}): Horizon => ({
  end: horizonEnd,
  stepsPerYear,
})

/** A region whose fit says whether it belongs to this model and these figures. */
export const withCheckedFit = (loaded: RegionData, model: Model = heartland): RegionData => {
  const parameters = checkedFit(model, loaded)
  return parameters === undefined ? loaded : { ...loaded, parameters }
}

/** Areas that name their nation, without it: they stand alone unless they are placed within it. */
export const alone = ({ within, ...region }: RegionData): RegionData =>
  within === undefined || region.closure === undefined ? region : { ...region, within }

/**
 * Links the model to a region's areas; it is compiled when it is first run, which lists and help never do, but that of a
 * whole nation at once, whose closure takes a run.
 */
export const openData = (loaded: RegionData, options: OpenOptions = {}, read?: ReadText): OpenRegion => {
  const checked = withCheckedFit(loaded, options.model)
  return openPlaced(alone(options.place?.(checked) ?? checked), options, read)
}

/** As `openData`, of a region whose fit is checked and which has its place, as that of an open region. */
export const openPlaced = (figures: RegionData, options: OpenOptions = {}, read?: ReadText): OpenRegion => {
  const linked = linkRegion(figures, options.model)
  let compiled: Program | undefined
  const program = (): Program => (compiled ??= compile(linked))
  const region = closedNation(program, figures, horizonOf(options))
  let made: Simulator | undefined
  const simulator = (): Simulator => (made ??= createSimulator(program(), region, horizonOf(options)))
  return {
    region,
    linked,
    files: read && { read, open: other => openData(other, options, read) },
    get program() {
      return simulator().program
    },
    get simulator() {
      return simulator()
    },
  }
}

/** The times at which a run opens and closes, for outcomes at a time ('regionOutput@2037'). */
export const timeOf = ({ region, simulator }: OpenRegion) => ({
  start: region.start,
  end: simulator.horizon.end,
  steps: simulator.steps,
  stepsPerYear: simulator.horizon.stepsPerYear,
})
