/**
 * HeldOutcome outcomes: the add-factors by which a region under current policy reaches the values that somebody judges to be
 * right, in the years in which they are held and in no others.
 */

import { dependent, type HoldTask, smallestMoves, slopesOf } from '../../engine/holds.ts'
import type { OutsidePaths, PathSetting } from '../../engine/outside.ts'
import { type Run, RunError, type SetChange } from '../../engine/run.ts'
import { seriesOf } from '../../engine/recording.ts'
import { readRun } from '../../engine/run/reader.ts'
import { createSideBySide, createWasmSimulator } from '../../engine/run/wasm-simulator.ts'
import { linkModel } from '../../language/link.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { type Message, UsageError } from '../../language/messages.ts'
import { lastPer } from '../../language/once-per.ts'
import { quarterOf } from '../../language/quarters.ts'
import { unknownWord } from '../../language/usage.ts'
import { addFactors, channelOf, channels, factorName, withAddFactors } from '../../model/add-factors.ts'
import { readingOf } from '../../outcomes/catalogue.ts'
import type { RegionData, RegionPath } from '../../regions/types.ts'
import { heldOutcome } from '../../scenario/paths.ts'
import { messages as say } from '../../texts/held.ts'
import { number } from '../words/numbers.ts'
import type { JudgedPaths, SizedFactor } from './judgement.ts'
import { areasFor, type OpenRegion } from './simulation.ts'
import { type BuiltModule, buildLinked, startInstance } from './wasm-region.ts'

/** Beyond this many standard deviations a judgement is remarked upon, and beyond the second refused unless it is accepted. */
const [large, farthest] = [2, 4]

/** A value that is met so nearly is met. */
const met = 1e-8

/** The outcomes that are held, by how they are written; paths of the region are none. */
export const heldIn = (paths: RegionData['paths'], outside: OutsidePaths): Array<readonly [string, PathSetting]> =>
  Object.entries(outside).filter(([address]) => heldOutcome(paths, address) !== undefined)

/** The model with its add-factors, by the model without them; it answers to the same source, since nothing of it is new. */
const variants = lastPer<LinkedModel, { readonly linked: LinkedModel; readonly built: BuiltModule }>()

export const variantOf = (plain: LinkedModel, areas: readonly string[]) =>
  variants.of(plain, '', () => {
    const linked = { ...linkModel(withAddFactors(plain.source), areasFor(plain.source, areas)), source: plain.source }
    return { linked, built: buildLinked(linked) }
  })

/** Of a standard deviation of which the past tells less than this part of the variance, none is known. */
const leastTold = 0.2

const sizedFor = ({ modelError }: RegionData): SizedFactor[] =>
  addFactors.map(factor => {
    const told = modelError?.factors?.[factor.id]
    return told === undefined || told.identified < leastTold
      ? { ...factor, assumed: true }
      : { ...factor, size: told.size, assumed: false }
  })

/** The equations that words name: single ones and channels. */
const throughOf = (sized: readonly SizedFactor[], words: readonly string[]): SizedFactor[] => {
  const known = [...channels, ...addFactors.map(({ id }) => id)]
  const wrong = words.find(word => !known.includes(word))
  if (wrong !== undefined) throw unknownWord('addFactor', wrong, known)
  return sized.filter(({ id, channel }) => words.includes(id) || words.includes(channel))
}

/** An outcome in the years of a piece of its setting. */
interface Reading {
  readonly text: string
  /** '2027' or '2027Q4'. */
  readonly period: string
  readonly outcome: string
  readonly setting: PathSetting
  readonly variable: string
  readonly element: number
  readonly growth: boolean
  readonly year: number
  /** Steps that are read, and those in which factors may move it. */
  readonly steps: readonly [from: number, to: number]
  readonly within: readonly [from: number, to: number]
  readonly given: number
  readonly areas: readonly string[]
  readonly through: readonly SizedFactor[]
}

type Read = Pick<Reading, 'variable' | 'element' | 'growth' | 'steps'>

const readingsOf = (
  linked: LinkedModel,
  region: RegionData,
  stepsPerYear: number,
  outside: OutsidePaths,
): Reading[] => {
  const { start, areas, paths } = region
  const sized = sizedFor(region)
  return heldIn(paths, outside).flatMap(([outcome, setting]) => {
    const { series, growth } = heldOutcome(paths, outcome)!
    const [{ variable, element, name }] = seriesOf(linked, series)
    const { sector, unit } = linked.variables.get(variable)!
    const own = areas.filter(area => name.includes(`[${area}`))
    const through = throughOf(sized, setting.through ?? [channelOf(variable, sector)])
    const isEnd = !growth && readingOf({ name: variable, unit }) === 'end'
    return setting.pieces.flatMap(({ value, from, to = from }) => {
      const isYear = Number.isInteger(from)
      const years = isYear ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [from]
      return years.map((at): Reading => {
        const first = Math.floor((at - start) * stepsPerYear + 1e-6)
        const end = first + (isYear ? stepsPerYear : 1)
        return {
          text: `${outcome}@${quarterOf(at) ?? at}`,
          period: quarterOf(at) ?? String(at),
          outcome,
          setting,
          variable,
          element,
          growth,
          year: Math.floor(at),
          steps: [isEnd && isYear ? end - 1 : first, end],
          // Stocks and prices answer a quarter later: what is held in a quarter is moved from the start of its year on.
          within: [isYear ? first : Math.round((Math.floor(at) - start) * stepsPerYear), end],
          given: value,
          areas: own.length > 0 ? own : areas,
          through,
        }
      })
    })
  })
}

/** The outcome in a run, or so many years later: growth as a share, on the same steps a year earlier. */
export const valueOfHeld = (run: Run, { variable, element, growth, steps }: Read, later = 0): number => {
  const read = readRun(run, element)
  const meanIn = (year: number): number => {
    const [from, to] = steps.map(step => run.times[0]! + step / run.stepsPerYear + year) as [number, number]
    return read.meanOver(variable, from, to)
  }
  return growth ? meanIn(later) / meanIn(later - 1) - 1 : meanIn(later)
}

/** The value that is wanted, where without the judgement there is `plain`. */
const wantedValue = ({ setting: { change }, growth, given }: Reading, plain: number): number => {
  const value = growth && change !== 'times' ? given / 100 : given
  return change === 'add' ? plain + value : change === 'times' ? plain * value : value
}

interface Unknown {
  readonly factor: SizedFactor
  readonly area: string
  readonly steps: readonly [from: number, to: number]
}

/** Every equation that may move something that is held, in the steps in which it is held. */
const unknownsOf = (readings: readonly Reading[]): Unknown[] => {
  const found = new Map<string, Unknown>()
  for (const { through, areas, within } of readings)
    for (const factor of through)
      for (const area of areas) found.set(`${factor.id} ${area} ${within}`, { factor, area, steps: within })
  return [...found.values()]
}

/** The factors step by step: 'exportsNationAddFactor[CN-LN]' -> its value in each step in which it is not 0. */
const bySteps = (unknowns: readonly Unknown[], point: Float64Array): Map<string, Map<number, number>> => {
  const found = new Map<string, Map<number, number>>()
  for (const [at, { factor, area, steps }] of unknowns.entries()) {
    const address = `${factorName(factor)}[${area}]`
    const values = found.get(address) ?? new Map<number, number>()
    found.set(address, values)
    for (let step = steps[0]; step < steps[1]; step++)
      values.set(step, (values.get(step) ?? 0) + point[at] * factor.size)
  }
  return found
}

/** The same as changes of a run, which cost no simulator of their own. */
const changesFor = (factors: ReturnType<typeof bySteps>, timeOf: (step: number) => number): SetChange[] => {
  const edges = [...factors].flatMap(([address, values]) =>
    [...values.keys()].flatMap(step => [step, step + 1].map(edge => ({ edge, address, value: values.get(edge) ?? 0 }))),
  )
  return [...Map.groupBy(edges, ({ edge }) => edge)].map(([edge, list]) => ({
    from: timeOf(edge),
    values: Object.fromEntries(list.map(({ address, value }) => [address, value])),
  }))
}

/** Add-factors that are nothing. */
export const flatFactors = (linked: LinkedModel, start: number): Record<string, RegionPath> =>
  pathsFor(new Map(), linked, step => start + step)

/** The same as paths of the region. */
const pathsFor = (
  factors: ReturnType<typeof bySteps>,
  linked: LinkedModel,
  timeOf: (step: number) => number,
): Record<string, RegionPath> =>
  Object.fromEntries(
    addFactors.map(factor => {
      const name = factorName(factor)
      const flat: RegionPath['points'] = [[timeOf(0), 0]]
      const ofAreas = [...factors].flatMap(([address, values]) => {
        if (!address.startsWith(`${name}[`)) return []
        const steps = [...values].toSorted(([a], [b]) => a - b)
        const points = steps.flatMap(([step, value]): RegionPath['points'] => [
          ...(values.has(step - 1) ? [] : [[timeOf(step), 0] as const]),
          [timeOf(step), value],
          [timeOf(step + 1), value],
          ...(values.has(step + 1) ? [] : [[timeOf(step + 1), 0] as const]),
        ])
        return [[address.slice(name.length + 1, -1), points] as const]
      })
      const unit = linked.variables.get(name)!.unitText
      return [
        name,
        { unit, points: flat, origins: [], ...(ofAreas.length === 0 ? {} : { ofAreas: Object.fromEntries(ofAreas) }) },
      ]
    }),
  )

const namesOf = (readings: readonly Reading[], places: readonly number[]): string =>
  places.map(at => readings[at]!.text).join(', ')

/** Beyond what is usual: a remark, or an error that says how to insist. */
const sizeRemarks = (readings: readonly Reading[], sizes: readonly number[]): Message[] => {
  const far = readings.filter(({ setting: { accepted } }, at) => sizes[at]! > farthest && accepted !== true)
  if (far.length > 0)
    throw new UsageError(
      ...far.map(reading =>
        say.tooFar({ outcome: reading.text, size: number(sizes[readings.indexOf(reading)]!, 1), farthest }),
      ),
    )
  return readings.flatMap((reading, at) =>
    sizes[at]! > large ? [say.far({ outcome: reading.text, size: number(sizes[at]!, 1) })] : [],
  )
}

const notReached = (readings: readonly Reading[], at: number, value: number, plain: number): UsageError => {
  const { text, through, growth } = readings[at]!
  const shown = (one: number): string => (growth ? `${number(100 * one, 3)} %` : number(one))
  return new UsageError(
    say.notReached({
      outcome: text,
      nearest: shown(value),
      plain: shown(plain),
      through: through.map(({ id }) => id),
    }),
  )
}

/** The outcomes that are held, apart from their values: the forecast of each, and the moves that equations make in it. */
interface Problem {
  readonly unknowns: readonly Unknown[]
  readonly plain: readonly number[]
  /** By reading, of its own unit or of growth as a share. */
  readonly slopes: readonly Float64Array[]
  readonly valuesAt: (points: readonly Float64Array[]) => Array<Float64Array | undefined>
}

/** The last ones of a region: with other values the same outcomes are held at the cost of a run. */
const problems = lastPer<RegionData, Problem>(8)

const problemOf = (
  base: OpenRegion,
  region: RegionData,
  readings: readonly Reading[],
  timeOf: (step: number) => number,
): Problem => {
  const variant = variantOf(base.linked, region.areas)
  const unknowns = unknownsOf(readings)
  const flat = { ...region, paths: { ...region.paths, ...flatFactors(variant.linked, region.start) } }
  const { linked, built } = variant
  const record = [...new Set(readings.map(({ variable }) => variable))]
  // Nobody reads the years after.
  const horizon = { ...base.simulator.horizon, end: timeOf(Math.max(...readings.map(({ steps }) => steps[1]))) }
  const { runMany } = createSideBySide(linked, flat, horizon, built.manifest, startInstance(built))
  const valuesAt: Problem['valuesAt'] = points =>
    runMany(
      points.map(point => ({ changes: changesFor(bySteps(unknowns, point), timeOf) })),
      record,
    ).map(run =>
      run instanceof RunError ? undefined : Float64Array.from(readings, reading => valueOfHeld(run, reading)),
    )
  const nowhere = new Float64Array(unknowns.length)
  const [plain] = valuesAt([nowhere])
  const slopes = plain && slopesOf({ distances: valuesAt, unknowns: unknowns.length }, nowhere, plain)
  if (slopes === undefined) throw new RunError(say.noSlopes({ list: namesOf(readings, [...readings.keys()]) }))
  const scaled = slopes.map((slope, at) => slope.map(value => value / scaleOf(readings[at]!, plain![at])))
  const tied = dependent(scaled)
  if (tied !== undefined) {
    const { text: outcome, through } = readings[tied.at]!
    throw new UsageError(
      tied.on.length === 0
        ? say.unmoved({ outcome, through: through.map(({ id }) => id), known: [...channels] })
        : say.tied({ outcome, others: namesOf(readings, tied.on) }),
    )
  }
  return { unknowns, plain: [...plain!], slopes, valuesAt }
}

/** Distances are relative, but those of growth. */
const scaleOf = ({ growth }: Reading, ...values: readonly number[]): number =>
  growth ? 1 : Math.max(1e-12, ...values.map(Math.abs))

/**
 * The region on the model with add-factors, with those that hold these outcomes; they are found under current policy
 * and the region's own parameters. Throws a UsageError for what contradicts something else that is held, what no equation
 * moves, what cannot be reached, with the nearest value, and what is far beyond the usual.
 */
export const holding = (
  base: OpenRegion,
  { region, under: { own } }: { readonly region: RegionData; readonly under: { readonly own: RegionData } },
  outside: OutsidePaths,
) => {
  const { linked, built } = variantOf(base.linked, region.areas)
  const { horizon } = base.simulator
  const timeOf = (step: number): number => region.start + step / horizon.stepsPerYear
  const readings = readingsOf(linked, region, horizon.stepsPerYear, outside)
  const names = new Set(readings.map(({ outcome }) => outcome))
  const conditions = Object.entries(outside).filter(([address]) => !names.has(address))
  const key = JSON.stringify([conditions, readings.map(({ text, through }) => [text, through.map(({ id }) => id)])])
  const { unknowns, plain, slopes, valuesAt } = problems.of(own, key, () => problemOf(base, region, readings, timeOf))
  const wanted = readings.map((reading, at) => wantedValue(reading, plain[at]!))
  const scales = readings.map((reading, at) => scaleOf(reading, wanted[at]!, plain[at]!))
  const distance = (value: number, at: number): number => (value - wanted[at]!) / scales[at]!
  const task: HoldTask = {
    unknowns: unknowns.length,
    distances: points => valuesAt(points).map(values => values?.map(distance)),
  }
  const from = Float64Array.from(plain, distance)
  const { point, left } = smallestMoves(
    task,
    slopes.map((slope, at) => slope.map(value => value / scales[at]!)),
    from,
  )
  const missed = left.findIndex(distanceLeft => !(Math.abs(distanceLeft) <= met))
  if (missed >= 0) throw notReached(readings, missed, wanted[missed]! + left[missed]! * scales[missed]!, plain[missed]!)
  const norm = Math.hypot(...point)
  // One value alone is as far as it is moved; several together also as far as their factors are.
  const together = norm / Math.sqrt(readings.length)
  const sizes = slopes.map((slope, at) => Math.max(together, Math.abs(wanted[at]! - plain[at]!) / Math.hypot(...slope)))
  const warnings = sizeRemarks(readings, sizes)
  const judgement: JudgedPaths = {
    holds: readings.map(({ outcome, variable, element, setting, growth, steps, year, period, through, areas }, at) => ({
      outcome,
      variable,
      element,
      setting,
      growth,
      steps,
      year,
      period,
      value: wanted[at]!,
      plain: plain[at]!,
      size: sizes[at]!,
      through,
      areas,
    })),
    factors: unknowns.map(({ factor, area, steps }, at) => ({
      factor,
      area,
      steps,
      size: point[at]!,
      value: point[at]! * factor.size,
    })),
    size: norm,
    warnings,
  }
  const held = { ...region, paths: { ...region.paths, ...pathsFor(bySteps(unknowns, point), linked, timeOf) } }
  const simulator = createWasmSimulator(linked, held, horizon, built.manifest, () => startInstance(built))
  return { region: held, linked, built, simulator, judgement }
}
