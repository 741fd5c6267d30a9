/** The series of one of our runs under the names in the exported file, for comparison. */

import type { LinkedModel } from '../../src/language/linked.ts'
import { writeMdl, type Mdl } from '../../src/language/emit/mdl/mdl.ts'
import { InputRecording } from '../../src/language/emit/mdl/recording.ts'
import type { Series } from './pysd.ts'

export interface Exported {
  readonly mdl: Mdl
  /** Names of the variables, without labels. */
  readonly variables: readonly string[]
  readonly series: readonly Series[]
}

/** `run` calls back for each step, before its values move on. */
export const exportRun = (
  model: LinkedModel,
  about: string,
  run: (observe: (values: Float64Array) => void, observeStart: (values: Float64Array) => void) => void,
  wanted: (name: string) => boolean = () => true,
): Exported => {
  const recording = new InputRecording(model)
  const variables = [...model.variables.values()].filter(({ kind, name }) => kind !== 'clock' && wanted(name))
  const rows: number[][] = []
  run(values => {
    recording.observe(values)
    rows.push(variables.flatMap(({ offset, size }) => [...values.subarray(offset, offset + size)]))
  }, recording.observeStart)
  const mdl = writeMdl(model, recording, { about: [about] })
  const names = variables.flatMap(variable => mdl.elementNames(variable))
  return {
    mdl,
    variables: variables.map(variable => mdl.elementNames(variable)[0]?.split('[')[0] ?? ''),
    series: names.map((name, at) => ({ name, values: rows.map(row => row[at] ?? Number.NaN) })),
  }
}
