/**
 * A model's WebAssembly module behind the interface of a program: for hosts that may not make code of text, such as a
 * page under a strict content security policy. Same bits as every other target.
 */

import { ModelError } from '../../language/errors.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { makeProgram, residualOf } from '../../language/period.ts'
import type { Program } from '../../language/program.ts'
import type { ModuleManifest } from '../../language/emit/wasm/manifest.ts'
import { type Batch, createBatch, type WasmInstance } from './batch.ts'

const noCode = (_: LinkedModel, routines: readonly unknown[]): Array<() => void> => routines.map(() => () => {})

/** Inputs of one run go to every lane, so that no lane computes with what nobody gave it. */
const put = (batch: Batch, values: Float64Array, to: number): void => {
  const { members } = batch.manifest
  for (let element = 0; element < to; element++)
    batch.values.fill(values[element], element * members, (element + 1) * members)
}

/** All values of a member, in the places that the model has for them; others are left alone. */
export const takeMember = (batch: Batch, values: Float64Array, member = 0): void => {
  const { members, size, stepStates } = batch.manifest
  for (let element = 0, place = member; element < size; element++, place += members)
    values[element] = batch.values[place]
  const { opening, closing, length } = stepStates
  if (length === 0 || batch.place(opening) === opening) return
  for (let at = 0; at < length; at++) {
    const first = values[opening + at]
    values[opening + at] = values[closing + at]
    values[closing + at] = first
  }
}

/**
 * One run at a time: the module keeps the clock of the run that was begun last. Throws ModelError where a run has no
 * solution, as other programs do.
 */
export const wasmProgram = (model: LinkedModel, manifest: ModuleManifest, module: WasmInstance): Program => {
  const { clock, inputsEnd, size } = model
  if (manifest.size !== size) throw new Error('A program needs a module that keeps every variable (setting keepAll).')
  const plain = makeProgram(model, noCode)
  const batch = createBatch(manifest, module)
  /** Between the start and the first step, and before an event with a date, an experiment may have written anywhere. */
  let isOverwritten = false
  const checkFailure = (): void => {
    const message = batch.failures.get(0)
    if (message !== undefined) throw new ModelError([{ name: model.name, message }])
  }
  const atYearsBeginning = (values: Float64Array): boolean => values[clock.stepOfYear.offset] === 0
  return {
    model,
    size,
    create: plain.create,
    initialise: values => {
      put(batch, values, inputsEnd)
      batch.initialise({
        start: values[clock.startTime.offset],
        stepsPerYear: Math.round(1 / values[clock.timeStep.offset]),
      })
      checkFailure()
      takeMember(batch, values)
      isOverwritten = true
    },
    overwritten: () => {
      isOverwritten = true
    },
    step: values => {
      put(batch, values, isOverwritten ? size : inputsEnd)
      isOverwritten = false
      // The data may have been changed since the start, or since the last step.
      batch.gather()
      batch.step()
      checkFailure()
      takeMember(batch, values)
    },
    audit: values => {
      batch.audit()
      takeMember(batch, values)
      const { relative, place } = batch.residual(0)
      return { ...batch.checkAt(place), relative: place < 0 ? 0 : relative }
    },
    auditAll: values => {
      batch.audit()
      takeMember(batch, values)
      const opens = atYearsBeginning(values)
      return model.checks.filter(check => opens || !check.annual).map(check => residualOf(check, values))
    },
    commit: values => {
      batch.commit()
      plain.commit(values)
    },
  }
}
