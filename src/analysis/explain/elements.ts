/**
 * Combines several values of a variable into one for a whole region or sector, by a text such as
 * 'all(deposits[young])'.
 */

import { messages as analysisMessages } from '../../texts/analysis.ts'
import { UsageError } from '../../language/reported-error.ts'
import { seriesOf } from '../../engine/recording.ts'
import { addsUp } from '../../language/causes.ts'
import type { LinkedModel } from '../../language/linked.ts'

/** Where a series of numbers stands in a run. */
export interface Elements {
  readonly variable: string
  /** What has to be recorded. */
  readonly recorded: string
  readonly places: readonly number[]
  /** Several are summed; where that makes no sense (shares, prices) their mean is taken. */
  readonly together: 'sum' | 'mean'
  readonly unit: string
  readonly doc: string
}

const form = /^all\((?:closing\((\w+)\)|(\w+))(?:\[([^\]]*)\])?\)$/

const isQuantity = (series: string): boolean => series.startsWith('all(')

/** 'regionOutput' and 'output[CN-LN]' as they are recorded, and 'all(…)' with all that has the labels named. */
export const elementsOf = (model: LinkedModel, series: string): Elements => {
  if (!isQuantity(series)) {
    const [{ variable, element, unit, doc }] = seriesOf(model, series)
    return { variable, recorded: variable, places: [element], together: 'sum', unit, doc }
  }
  const [, state, plain, labels = ''] = form.exec(series) ?? []
  const name = state ?? plain
  if (name === undefined) throw new UsageError(analysisMessages.allForm({ series }))
  const known = seriesOf(model, name)
  const variable = model.variables.get(name)!
  if (state !== undefined && !variable.state) {
    throw new UsageError(analysisMessages.notStock({ series, name }))
  }
  const wanted = labels.split(',').filter(label => label !== '')
  const labelsOf = (one: string): readonly string[] => one.slice(name.length + 1, -1).split(',')
  const places = known
    .filter(one => wanted.every(label => labelsOf(one.name).includes(label)))
    .map(({ element }) => element)
  if (places.length === 0) {
    throw new UsageError(
      analysisMessages.noValueWith({ series, name, labels: wanted.join(', '), example: known[0].name }),
    )
  }
  return {
    variable: name,
    recorded: state === undefined ? name : `closing(${name})`,
    places,
    together: addsUp(variable) ? 'sum' : 'mean',
    unit: known[0].unit,
    doc: known[0].doc,
  }
}

/** The value that some elements have together at a step. */
export const togetherAt = (
  { places, together }: Pick<Elements, 'places' | 'together'>,
  values: ArrayLike<number>,
  start: number,
): number => {
  let sum = 0
  for (const place of places) sum += values[start + place]
  return together === 'sum' ? sum : sum / places.length
}
