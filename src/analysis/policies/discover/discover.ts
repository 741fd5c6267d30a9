/** Under which conditions a policy fails: boxes over parameters, outside paths and shocks. */

import { type Box, type Cases, casesIn, prim, type PrimResult } from '../../../engine/discover/prim.ts'
import { sampleOf, type DrawOrder } from '../../../engine/simd/draws.ts'
import type { Assumptions } from '../../../engine/scenario.ts'
import { parseOutcome } from '../../../engine/outcome-address.ts'
import { addressedVariable } from '../../../language/address.ts'
import type { Both, Message } from '../../../language/messages.ts'
import { chineseName } from '../../../model/names/names.ts'
import { packageStart } from '../../../model/packages.ts'
import { type GoalTarget, marginsOf } from '../goal/targets.ts'
import type { TrialReading } from '../goal/trials.ts'
import { lowered } from '../../../language/typeset.ts'
import { number } from '../../words/numbers.ts'
import { type OpenRegion, timeOf } from '../../region/simulation.ts'
import { messages as discoverMessages } from '../../../texts/discover.ts'

/** An input of simulations: a parameter, or a path outside the region over some years. */
export interface DiscoverInput {
  readonly kind: 'parameter' | 'mean' | 'growth'
  readonly name: string
  readonly unit: string
  readonly doc: string
  /** First and last year of a path. */
  readonly from?: number
  readonly to?: number
}

export interface Discovered {
  readonly restrictions: ReadonlyArray<{
    readonly input: DiscoverInput
    readonly low: number | null
    readonly high: number | null
    readonly chance: number
  }>
  /** Of all failures, not only of those that earlier boxes left. */
  readonly coverage: number
  readonly density: number
  readonly mass: number
  readonly message: Message
}

export interface Discovery {
  readonly members: number
  readonly failures: number
  readonly inputs: number
  readonly boxes: readonly Discovered[]
  /** Coverage and density as the first box was peeled. */
  readonly tradeOff: PrimResult['steps']
  readonly messages: readonly Message[]
}

/** Paths from outside: their mean over the years to the failure, or their yearly growth. */
const outsidePaths: ReadonlyArray<readonly [name: string, kind: 'mean' | 'growth']> = [
  ['nationalGrowthRate', 'mean'],
  ['nationalInflationRate', 'mean'],
  ['bondRateNow', 'mean'],
  ['transferPool', 'growth'],
]

/** The paths that the model has, and how they are read; shocks of one series among them, by their mean. */
export const outsideInputs = (
  open: OpenRegion,
  lastYear: number,
): { readonly inputs: readonly DiscoverInput[]; readonly readings: readonly TrialReading[] } => {
  const { linked } = open
  const shocks = [...linked.present.values()]
    .filter(({ declaration, size }) => declaration?.kind === 'shock' && size === 1)
    .map(({ name }) => [name, 'mean'] as const)
  const [from, to] = [packageStart, Math.max(packageStart + 1, lastYear)]
  const known = [...outsidePaths, ...shocks].filter(([name]) => linked.present.get(name)?.size === 1)
  return {
    inputs: known.map(([name, kind]) => {
      const { doc, unitText } = linked.variables.get(name)!
      return { kind, name, doc, unit: kind === 'growth' ? '1/year' : unitText, from, to }
    }),
    readings: known.map(([name, kind]) => ({
      outcome: parseOutcome(linked, `${name}@${from}-${to}`, timeOf(open)),
      growth: kind === 'growth',
    })),
  }
}

const parameterInputs = ({ linked }: OpenRegion, { parameters }: DrawOrder): DiscoverInput[] =>
  parameters.map(({ name }) => {
    const { doc, unitText } = linked.variables.get(addressedVariable(name))!
    return { kind: 'parameter', name, doc, unit: unitText }
  })

/** The sampled parameters of simulations, column after column. */
const parameterColumns = (draws: DrawOrder, members: number): Float64Array[] => {
  const sample = sampleOf(draws)
  const rows = Array.from({ length: members }, (_, member) => sample(member))
  return draws.parameters.map(({ name }) => Float64Array.from(rows, row => row.get(name)!))
}

/** A number of an input as people read it. */
const valueOfInput = ({ unit }: DiscoverInput, value: number): Both<string> => {
  const isShare = unit === 'share' || unit === '1/year'
  const own = isShare ? number(100 * value, 2) : number(value)
  return isShare ? { en: `${own} %`, zh: `${own}%` } : { en: own, zh: own }
}

const wordsOf = ({ kind, name, doc, from = 0, to = 0 }: DiscoverInput): Both<string> => {
  const what = { en: lowered(doc), zh: chineseName(addressedVariable(name)) ?? name }
  if (kind === 'parameter') return what
  return (kind === 'mean' ? discoverMessages.meanOf : discoverMessages.growthOf)({ what, from, to }).text
}

const conditionOf = (input: DiscoverInput, low: number, high: number): Both<string> => {
  const what = wordsOf(input)
  if (low === -Infinity) return discoverMessages.below({ what, value: valueOfInput(input, high) }).text
  if (high === Infinity) return discoverMessages.above({ what, value: valueOfInput(input, low) }).text
  return discoverMessages.between({ what, low: valueOfInput(input, low), high: valueOfInput(input, high) }).text
}

/** The definition of failure of a simulation, and the inputs that may explain it. */
export interface FailureTask {
  readonly targets: readonly GoalTarget[]
  /** A simulation fails where it meets one of the targets, or where it misses one. One that stops has failed. */
  readonly fails: 'met' | 'missed'
  /** By simulation: the outcomes of the targets, then the paths outside. */
  readonly values: readonly Float64Array[]
  readonly outside: Pick<ReturnType<typeof outsideInputs>, 'inputs'>
  readonly draws: DrawOrder
  readonly members: number
  /** Parameters that are set explain nothing. */
  readonly assumptions: Assumptions
}

export const failuresOf = (open: OpenRegion, task: FailureTask): Discovery => {
  const { targets, fails, values, outside, draws, members, assumptions } = task
  const margins = targets.map((target, at) => marginsOf([target], [values[at]]))
  const events = Array.from(
    values[0],
    (value, member) => Number.isNaN(value) || margins.some(row => row[member] >= 0 === (fails === 'met')),
  )
  const parameters = parameterInputs(open, draws)
  const columns = parameterColumns(draws, members)
  const free = [...parameters.keys()].filter(at => assumptions[parameters[at].name] === undefined)
  return discover({ columns: [...free.map(at => columns[at]), ...values.slice(targets.length)], events }, [
    ...free.map(at => parameters[at]),
    ...outside.inputs,
  ])
}

const mostBoxes = 3
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Boxes one after the other, each over the cases that the ones before left (covering). */
const discover = (cases: Cases, inputs: readonly DiscoverInput[]): Discovery => {
  const members = cases.events.length
  const failures = cases.events.filter(Boolean).length
  const base = { members, failures, inputs: inputs.length }
  if (failures === 0 || failures === members) {
    const message = (failures === 0 ? discoverMessages.neverFails : discoverMessages.alwaysFails)({ members })
    return { ...base, boxes: [], tradeOff: [], messages: [message] }
  }
  const describe = ({ restrictions, mass, density, coverage }: Box): Discovered => {
    const conditions = restrictions.map(({ input, low, high }) => conditionOf(inputs[input], low, high))
    return {
      restrictions: restrictions.map(({ input, low, high, chance }) => ({
        input: inputs[input],
        low: finite(low),
        high: finite(high),
        chance,
      })),
      mass,
      density,
      coverage,
      message: discoverMessages.box({
        conditions: {
          en: conditions.map(({ en }) => en).join(' and '),
          zh: conditions.map(({ zh }) => zh).join('，且'),
        },
        coverage: number(100 * coverage, 0),
        density: number(100 * density, 0),
      }),
    }
  }
  const boxes: Discovered[] = []
  let rest = cases
  let tradeOff: PrimResult['steps'] = []
  while (boxes.length < mostBoxes && rest.events.some(Boolean)) {
    const { box, steps } = prim(rest)
    if (boxes.length === 0) tradeOff = steps
    // A box that is no denser than all cases says nothing.
    if (box.restrictions.length === 0 || box.density <= failures / members) break
    const before = rest.events.length
    const left = rest.events.filter(Boolean).length
    boxes.push(describe({ ...box, coverage: (box.coverage * left) / failures, mass: (box.mass * before) / members }))
    const inside = casesIn(rest, box)
    rest = {
      columns: rest.columns.map(column => column.filter((_, row) => !inside[row])),
      events: rest.events.filter((_, row) => !inside[row]),
    }
  }
  return {
    ...base,
    boxes,
    tradeOff,
    messages: boxes.length === 0 ? [discoverMessages.noBox()] : boxes.map(({ message }) => message),
  }
}
