/**
 * One level of the tree of causes of a value, under a policy and under current policy, with the origin of each number.
 */

import type { RunInput } from '../../engine/run.ts'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { addressedVariable } from '../../language/address.ts'
import { addsUp } from '../../language/causes.ts'
import { evaluator } from '../../language/emit/interpret.ts'
import type { EquationNode, LinkedModel, Variable } from '../../language/linked.ts'
import { type Cause, inputsOf, traceOn } from '../../language/trace.ts'
import { type Evidence, isPrior, type Prior } from '../../language/declare.ts'
import { originOf as given } from '../evidence/evidence.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** Source of a given value. */
interface Origin {
  readonly evidence: Evidence
  readonly source: string
  /** Year of a figure; undefined for parameters and paths. */
  readonly year: number | undefined
  readonly note: string
  /** The distribution from which a parameter is sampled. */
  readonly prior: Prior | undefined
}

export interface CauseRow extends Omit<Cause, 'inputs'> {
  /** The value under doing nothing; undefined where it has no counterpart there (another branch was chosen). */
  readonly before: number | undefined
  /** Change of the value above if only this cause changed, through the equation above; undefined where it cannot be told. */
  readonly effect: number | undefined
  /** Something further back can be shown. */
  readonly opens: boolean
  readonly origin: Origin | undefined
}

export interface CauseLevel {
  readonly row: CauseRow
  readonly causes: readonly CauseRow[]
}

/** All values of every step of a run. */
export type RunValues = readonly Float64Array[]

export const valuesOfRun = (
  { simulator }: OpenRegion,
  input: Pick<RunInput, 'policy' | 'assumptions' | 'sampled' | 'shocks' | 'changes'>,
): RunValues => {
  const kept: Float64Array[] = []
  simulator.run({ ...input, record: [], observe: values => kept.push(Float64Array.from(values)) })
  return kept
}

/** A value to explain: one of a region or area at a step, or a cause found before. */
export type Asked = Pick<Cause, 'name' | 'closing' | 'labels' | 'step'>

const priorOf = (variable: Variable, labels: Cause['labels']): Prior | undefined => {
  const { declaration } = variable
  if (declaration?.kind !== 'parameter') return undefined
  const { value } = declaration
  if (isPrior(value)) return value
  if (typeof value === 'number') return undefined
  const own = (value as Readonly<Record<string, unknown>>)[Object.values(labels)[0] ?? '']
  return isPrior(own) ? own : undefined
}

/** Of a figure or path of the pack, or of a parameter; undefined for what is computed. */
const originOf = ({ region, linked }: OpenRegion, { kind, name, labels }: Cause): Origin | undefined => {
  const variable = linked.variables.get(name)!
  if (kind === 'parameter') {
    const { evidence = 'assumed', source = '', note = '' } = variable
    return { evidence, source, note, year: undefined, prior: priorOf(variable, labels) }
  }
  const found = given(region, kind, name, labels)
  return found === undefined ? undefined : { year: undefined, note: '', ...found, prior: undefined }
}

const sameAs = (a: Asked, b: Asked): boolean =>
  a.name === b.name &&
  a.closing === b.closing &&
  a.step === b.step &&
  Object.entries(a.labels).every(([dimension, label]) => b.labels[dimension] === label)

/** Elements of a cause in the value array. */
const placesOf = (variable: Variable, { closing, labels }: Asked): number[] => {
  const start = closing ? variable.closingOffset : variable.offset
  let places = [start]
  variable.dimensions.forEach((dimension, at) => {
    const [low = '', high = low] = (labels[dimension.name] ?? '').split('..')
    const from = dimension.positions.get(low) ?? 0
    const to = dimension.positions.get(high) ?? dimension.labels.length - 1
    places = places.flatMap(place =>
      Array.from({ length: to - from + 1 }, (_, position) => place + (from + position) * variable.strides[at]),
    )
  })
  return places
}

const together = (variable: Variable, places: readonly number[], values: Float64Array): number => {
  const sum = places.reduce((total, place) => total + values[place], 0)
  return places.length <= 1 || addsUp(variable) ? sum : sum / places.length
}

/** Equations of the hidden variables that one reads, directly or through others, in the order in which they are evaluated. */
const hiddenOf = ({ reads }: EquationNode): EquationNode[] =>
  reads.flatMap(({ variable: { kind, state, value } }) =>
    kind === 'hidden' && !state && value !== undefined ? [...hiddenOf(value), value] : [],
  )

/** The equation by which a variable moves; undefined for what is given, or fixed at the start. */
const equationOf = ({ state, closing, kind, value }: Variable): EquationNode | undefined =>
  state ? closing : kind === 'equation' ? value : undefined

/** Variables behind one whose equations read uncertain parameters, the nearest first. */
export const touchable = ({ linked }: OpenRegion, name: string, most: number): string[] => {
  const uncertain = new Set(uncertainParameters(linked).map(one => addressedVariable(one.name)))
  const found: string[] = []
  const queue = [name]
  for (const next of queue) {
    const node = equationOf(linked.variables.get(next)!)
    const read = node === undefined ? [] : [node, ...hiddenOf(node)].flatMap(({ reads }) => reads)
    const inputs = read.flatMap(({ variable }) => (['hidden', 'clock'].includes(variable.kind) ? [] : [variable.name]))
    if (inputs.some(one => uncertain.has(one)) && found.push(next) === most) return found
    for (const one of inputs) if (!queue.includes(one)) queue.push(one)
  }
  return found
}

/** The equation above, evaluated with the values of doing nothing but for one cause. */
const effectsOf = (
  model: LinkedModel,
  above: Cause,
  before: RunValues,
  after: RunValues,
): ReadonlyArray<number | undefined> => {
  const variable = model.variables.get(above.name)!
  const node = equationOf(variable)
  const step = above.inputs[0]?.step
  const oneStep = above.inputs.every(input => input.step === step)
  // A mean over a year, or a value fixed at the start, has no equation of one step.
  if (node === undefined || step === undefined || !oneStep || variable.kind === 'yearMean') {
    return above.inputs.map(() => undefined)
  }
  const hidden = hiddenOf(node)
  const evaluate = evaluator(model.dimensions.size, { nodes: [...hidden, node], sequential: true })
  const own = placesOf(variable, { ...above, closing: node.closing })
  const still = Float64Array.from(before[step])
  evaluate(still)
  const was = together(variable, own, still)
  return above.inputs.map(input => {
    const cause = model.variables.get(input.name)!
    const values = Float64Array.from(before[step])
    for (const place of placesOf(cause, input)) values[place] = after[step][place]
    evaluate(values)
    const effect = together(variable, own, values) - was
    return Number.isFinite(effect) ? effect : undefined
  })
}

/** The first question of a tree: a value of the region or of an area (dimensions without a label are taken together). */
export const askedAt = (
  { linked }: OpenRegion,
  name: string,
  labels: Readonly<Record<string, string>>,
  step: number,
): Asked => ({
  name,
  closing: false,
  step,
  labels: Object.fromEntries(
    (linked.variables.get(name)?.dimensions ?? []).map(dimension => [
      dimension.name,
      labels[dimension.name] ?? `${dimension.labels[0]}..${dimension.labels.at(-1)}`,
    ]),
  ),
})

/** A value and what it was computed from, in both runs. */
export const causesAt = (open: OpenRegion, asked: Asked, before: RunValues, after: RunValues): CauseLevel => {
  const { linked, program } = open
  const found = traceOn(program, step => after[step], asked, 1)
  const other = traceOn(program, step => before[step], asked, 1)
  const effects = effectsOf(linked, found, before, after)
  const rowOf = (cause: Cause, counterpart: Cause | undefined, effect: number | undefined): CauseRow => {
    const { inputs: _, ...rest } = cause
    const origin = originOf(open, cause)
    return {
      ...rest,
      before: counterpart?.value,
      effect,
      opens: origin === undefined && inputsOf(linked, cause.name).length > 0,
      origin,
    }
  }
  return {
    row: rowOf(found, other, undefined),
    causes: found.inputs.map((input, at) =>
      rowOf(
        input,
        other.inputs.find(one => sameAs(one, input)),
        effects[at],
      ),
    ),
  }
}
