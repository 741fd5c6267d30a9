/**
 * Measures how far the simulations of a region have to be widened: what the errors of the back-test leave unexplained by
 * the spread of the simulations themselves, by outcome and years ahead.
 */

import type { EnsembleSettings } from '../../engine/ensemble.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { ln } from '../../language/elementary.ts'
import type { SeriesError } from '../../regions/types.ts'
import type { RunMembers } from './members.ts'
import { catalogue } from '../../outcomes/catalogue.ts'
import { varianceOf } from './quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { VariableError, Widening } from './widening.ts'

/** All that verdicts, outcomes and the fans of debt read of a simulation, apart from what concerns the nation. */
const widened = catalogue.flatMap(({ variables, error }) => (error === undefined ? [] : [{ variables, ...error }]))

/** Series with figures of the region, from which the typical ratio is taken. */
const measured: Readonly<Record<string, string>> = {
  nominalOutput: 'regionNominalOutput',
  output: 'regionOutput',
  residentsTotal: 'regionResidents',
  births: 'regionBirths',
  ownRevenue: 'regionOwnRevenue',
  housePrice: 'regionHousePrice',
  landRevenue: 'regionLandRevenue',
}

/** Years ahead beyond which the spread of errors is taken to grow no more. */
const longest = 10
/** Origins that do not overlap, whose number halves a bias: fewer say little of the future. */
const halving = 4

const at = (values: readonly number[], horizon: number): number => values[Math.min(horizon, values.length) - 1] ?? 0

/** Mean error, drawn towards 0 where few independent forecasts are behind it. */
export const shrunkBias = ({ bias, origins }: SeriesError, horizon: number): number => {
  const ahead = Math.min(horizon, bias.length)
  const independent = at(origins, ahead) / Math.max(1, ahead)
  return (at(bias, ahead) * independent) / (independent + halving)
}

/** Variance of the errors; beyond the measured years it goes on as it grew, up to ten years ahead. */
export const errorVariance = ({ spread }: SeriesError, horizon: number): number => {
  const seen = spread.length
  if (horizon <= seen) return at(spread, horizon) ** 2
  const first = at(spread, 1) ** 2
  const growth = seen < 2 ? 0 : (at(spread, seen) ** 2 - first) / (seen - 1)
  return Math.max(at(spread, seen) ** 2, first + (Math.min(horizon, longest) - 1) * growth)
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Simulations of current policy from which their own spread is measured. */
const pilotMembers = 64

export interface WideningTask {
  readonly settings: Pick<EnsembleSettings, 'seed'>
  readonly assumptions: Assumptions
}

/** The runs of the pilot: current policy. */
export const pilotTask = ({ settings: { seed }, assumptions }: WideningTask) => ({
  settings: { seed, members: pilotMembers },
  policies: [{}],
  assumptions,
  auditEvery: 0,
})

export const pilotVariables: readonly string[] = [
  ...new Set([...widened.map(({ variables: [name] }) => name), ...Object.values(measured)]),
]

/** Undefined where nothing is known of the model's error. `run` runs `pilotTask` with `pilotVariables`. */
export const wideningOf = async (
  { region, simulator }: Pick<OpenRegion, 'region' | 'simulator'>,
  { settings: { seed } }: WideningTask,
  run: () => RunMembers,
): Promise<Widening | undefined> => {
  const { modelError } = region
  if (modelError === undefined) return undefined
  const { series } = modelError
  const firstYear = Math.floor(region.start)
  const years = Array.from({ length: simulator.horizon.end - firstYear }, (_, year) => firstYear + year)
  const { results } = await run()([0, pilotMembers], member => {
    const reader = member(0)
    return pilotVariables.map(name => ({
      first: reader.at(name, region.start),
      means: years.map(year => reader.mean(name, year)),
    }))
  })
  const spreadOf = (name: string, scale: 'log' | 'level', horizon: number): readonly [level: number, moved: number] => {
    const place = pilotVariables.indexOf(name)
    const scaled = (value: number): number => (scale === 'log' ? ln(Math.max(value, 1e-12)) : value)
    const found = results[0]!.map(all => all[place]!)
    const values = found.map(({ means }) => scaled(means[horizon - 1]!))
    return [varianceOf(values), varianceOf(values.map((value, number) => value - scaled(found[number]!.first)))]
  }
  /** The error that the spread of the simulations does not explain, as a standard deviation of logarithms. */
  const unexplained = (name: string, error: SeriesError, horizon: number): number =>
    Math.sqrt(Math.max(0, errorVariance(error, horizon) - spreadOf(name, 'log', horizon)[0]))
  const horizons = years.map((_, year) => year + 1)
  const ratios = horizons.map(horizon =>
    medianOf(
      Object.entries(measured).flatMap(([id, name]) => {
        const own = Math.sqrt(spreadOf(name, 'log', horizon)[0])
        return series[id] === undefined || own === 0 ? [] : [unexplained(name, series[id], horizon) / own]
      }),
    ),
  )
  const settled = Math.min(longest, years.length)
  /** Median spread of series with figures at each horizon, relative to that of ten years ahead. */
  const grown = horizons.map(horizon =>
    medianOf(
      Object.entries(measured).flatMap(([id, name]) => {
        const full = spreadOf(name, 'log', settled)[0]
        return series[id] === undefined || full === 0 ? [] : [Math.sqrt(spreadOf(name, 'log', horizon)[0] / full)]
      }),
    ),
  )
  /**
   * The spread that the typical ratio widens. The ratio is large in the first years because the measured spreads are
   * small there: a spread that is full from the first year, as that of migration, counts only as far as they have grown.
   */
  const growing = (name: string, scale: 'log' | 'level', step: number): number => {
    const own = (horizon: number): number => Math.sqrt(Math.min(...spreadOf(name, scale, horizon)))
    const horizon = horizons[step]!
    return horizon < settled ? Math.min(own(horizon), grown[step]! * own(settled)) : own(horizon)
  }
  const errorOf = ({ variables: [name], scale, parts = {} }: (typeof widened)[number]): VariableError => {
    const found = Object.entries(parts).filter(([id]) => series[id] !== undefined)
    if (found.length === 0) {
      // Doubt of a level at the start, as of LGFV debt, is no error of a forecast: it is not widened.
      const spread = horizons.map((_, step) => ratios[step]! * growing(name, scale, step))
      return { scale, bias: horizons.map(() => 0), spreads: [[name, spread]] }
    }
    const variances = horizons.map(horizon => found.reduce((sum, [id]) => sum + errorVariance(series[id]!, horizon), 0))
    // Parts share what is unexplained in proportion to their own errors.
    const left = horizons.map((horizon, step) =>
      variances[step] === 0 ? 0 : Math.max(0, 1 - spreadOf(name, 'log', horizon)[0] / variances[step]!),
    )
    return {
      scale,
      bias: horizons.map(horizon =>
        found.reduce((sum, [id, sign]) => sum + sign * shrunkBias(series[id]!, horizon), 0),
      ),
      spreads: found.map(([id, sign]) => [
        id,
        horizons.map((horizon, step) => sign * Math.sqrt(left[step]! * errorVariance(series[id]!, horizon))),
      ]),
    }
  }
  return {
    seed,
    firstYear,
    errors: Object.fromEntries(
      widened.flatMap(one => {
        const error = errorOf(one)
        return one.variables.map(name => [name, error] as const)
      }),
    ),
  }
}
