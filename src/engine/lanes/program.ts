/**
 * A model's WebAssembly module behind the interface of a program: for hosts that may not make code of text, such as a
 * page under a strict content security policy. Same bits as every other target.
 */

import { ModelError } from '../../language/errors.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { makeProgram, residualOf } from '../../language/period.ts'
import type { Program } from '../../language/program.ts'
import type { Manifest } from '../../language/emit/wasm/manifest.ts'
import { type Block, createBatch, type LanesModule } from './block.ts'

const noCode = (_: LinkedModel, routines: readonly unknown[]): Array<() => void> => routines.map(() => () => {})

/** Inputs of one run go to every lane, so that no lane computes with what nobody gave it. */
const put = (block: Block, values: Float64Array, from: number, to: number): void => {
  const { members } = block.manifest
  for (let element = from; element < to; element++)
    block.values.fill(values[element], element * members, (element + 1) * members)
}

const take = (block: Block, values: Float64Array): void => {
  const { members, size, stepStates } = block.manifest
  for (let element = 0, place = 0; element < size; element++, place += members) values[element] = block.values[place]
  const { opening, closing, length } = stepStates
  if (length === 0 || block.place(opening) === opening) return
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
export const lanesProgram = (model: LinkedModel, manifest: Manifest, module: LanesModule): Program => {
  const { clock, inputsEnd, size } = model
  if (manifest.size !== size) throw new Error('A program needs a module that keeps every variable (setting keepAll).')
  const plain = makeProgram(model, noCode)
  const block = createBatch(manifest, module)
  /** Between the start and the first step an experiment may have written anywhere. */
  let begun = false
  const checkFailure = (): void => {
    const reason = block.failures.get(0)
    if (reason !== undefined) throw new ModelError([{ name: model.name, message: reason }])
  }
  const atYearsBeginning = (values: Float64Array): boolean => values[clock.stepOfYear.offset] === 0
  return {
    model,
    size,
    get slots() {
      return plain.slots
    },
    get closingSlots() {
      return plain.closingSlots
    },
    create: plain.create,
    initialise: values => {
      put(block, values, 0, inputsEnd)
      block.initialise({
        start: values[clock.startTime.offset],
        stepsPerYear: Math.round(1 / values[clock.timeStep.offset]),
      })
      checkFailure()
      take(block, values)
      begun = true
    },
    step: values => {
      put(block, values, 0, begun ? size : inputsEnd)
      begun = false
      // The data may have been changed since the start, or since the last step.
      block.gather()
      block.step()
      checkFailure()
      take(block, values)
    },
    audit: values => {
      block.audit()
      take(block, values)
      const { relative, place } = block.residual(0)
      if (place < 0) return { where: 'no check', relative: 0, tolerance: 1e-9 }
      return { where: block.placeName(place), relative, tolerance: toleranceAt(manifest, place) }
    },
    auditAll: values => {
      block.audit()
      take(block, values)
      const opens = atYearsBeginning(values)
      return model.checks.filter(check => opens || !check.annual).map(check => residualOf(check, values))
    },
    commit: values => {
      block.commit()
      plain.commit(values)
    },
  }
}

const toleranceAt = ({ checks }: Manifest, place: number): number => {
  let before = 0
  for (const { size, tolerance } of checks) {
    if (place < before + size) return tolerance
    before += size
  }
  return 1e-9
}
