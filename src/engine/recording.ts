/** The series recorded of every run of a large ensemble, through all steps. */

import { messages as engineMessages } from '../texts/engine.ts'
import { addressParts } from '../language/address.ts'
import { UsageError } from '../language/messages.ts'
import type { LinkedModel, Variable } from '../language/linked.ts'
import { nearest } from '../language/errors.ts'

/** One number of a run through time. */
export interface RecordedSeries {
  /** 'regionOutput', 'output[CN-LN]', 'closing(debt)[CN-LN]'. */
  readonly name: string
  /** The name without labels. */
  readonly variable: string
  /** Place of the area, or 0. */
  readonly element: number
  /** Its place in the value array. */
  readonly offset: number
  readonly unit: string
  readonly doc: string
}

/** A cell is a series at a step: cell = series * steps + step. */
export interface Recording {
  readonly series: readonly RecordedSeries[]
  readonly steps: number
  readonly cells: number
  /** Calendar time at which each step opens. */
  readonly times: Float64Array
  readonly start: number
  readonly stepsPerYear: number
}

/** Names that a model declares as outcomes: what people look at. */
export const declaredOutcomes = (model: LinkedModel): string[] =>
  [...model.present.values()].filter(({ outcome }) => outcome).map(({ name }) => name)

/** The series behind names: 'output' stands for all its areas, 'output[CN-LN]' for one. */
export function planRecording(
  model: LinkedModel,
  names: readonly string[],
  time: { readonly start: number; readonly steps: number; readonly stepsPerYear: number },
): Recording {
  const found = new Map<string, RecordedSeries>()
  for (const name of names) for (const series of seriesOf(model, name)) found.set(series.name, series)
  const series = [...found.values()]
  return {
    ...time,
    series,
    cells: series.length * time.steps,
    times: Float64Array.from({ length: time.steps }, (_, step) => time.start + step / time.stepsPerYear),
  }
}

/** All elements of a variable ('output', 'closing(debt)'), or the one that is named ('output[CN-LN]'). */
export function seriesOf(model: LinkedModel, address: string): RecordedSeries[] {
  const [, closed] = /^closing\((\w+)\)$/.exec(address) ?? []
  const { name = address, labels = [] } = addressParts(closed ?? address) ?? {}
  const variable = model.variables.get(name)
  if (closed !== undefined && variable?.state === true) return elementsOf(variable, true)
  if (variable === undefined || closed !== undefined) {
    const meant = nearest(name, declaredOutcomes(model))
    throw new UsageError(engineMessages.unknownOutcome({ name, meant }))
  }
  const all = elementsOf(variable, false)
  if (labels.length === 0) return all
  const one = all.find(series => series.name === `${name}[${labels.join(',')}]`)
  if (one !== undefined) return [one]
  const known = variable.dimensions.map(({ labels: given }) => given.slice(0, 12).join(', ')).join('; ')
  throw new UsageError(engineMessages.noLabelOf({ name, label: labels.join(', '), known }))
}

function elementsOf(variable: Variable, closing: boolean): RecordedSeries[] {
  const { dimensions, unitText: unit } = variable
  const name = closing ? `closing(${variable.name})` : variable.name
  const offset = closing ? variable.closingOffset : variable.offset
  const doc = (variable.declaration as { doc?: string } | undefined)?.doc ?? ''
  let labels: string[][] = [[]]
  for (const dimension of dimensions)
    labels = labels.flatMap(before => dimension.labels.map(label => [...before, label]))
  return labels.map((own, element) => ({
    name: own.length === 0 ? name : `${name}[${own.join(',')}]`,
    variable: name,
    element,
    offset: offset + element,
    unit,
    doc,
  }))
}
