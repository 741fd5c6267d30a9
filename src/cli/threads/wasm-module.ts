/**
 * Runs ensembles in SIMD batches in this process: builds the module of a model on first use, and keeps it on disk.
 * Single runs do not use it.
 */

import { addNormals } from '../../engine/simd/normals.ts'
import type { RunInput } from '../../engine/run.ts'
import type { RunMany } from '../../engine/run/many.ts'
import { createBlock } from '../../engine/run/runner.ts'
import { createSideBySide } from '../../engine/run/wasm-simulator.ts'
import type { ModuleManifest } from '../../language/emit/wasm/manifest.ts'
import { emit, type Emitted, type Settings, standard } from '../../language/emit/wasm/module.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { lastPer } from '../../language/once-per.ts'
import { compileModule } from '../../engine/simd/instance.ts'
import { auditOf, type WorstAudit } from '../../analysis/runs/accounts-hold.ts'
import { orderMembers, runnersOf } from '../../analysis/runs/members.ts'
import { type BuiltModule, startInstance } from '../../analysis/region/wasm-region.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { keep, readKept, contentHash, standardFolder } from '../kept.ts'
import { writerStamp } from '../stamp.ts'

/** Modules of former versions that are left on disk. */
const mostKept = 20

let hashOfSources: string | undefined

/** All that decides the bytes of a module: the program that writes it, the model with or without add-factors, its labels and the block. */
const keyOf = (model: LinkedModel, settings: Settings): string => {
  const labels = [...model.dimensions.values()].map(({ name, labels: own }) => [name, ...own])
  return contentHash((hashOfSources ??= writerStamp()), JSON.stringify([model.source, model.size, labels, settings]))
}

const keptModule = (folder: string, key: string): Emitted | undefined => {
  const [bytes, manifest] = [readKept(folder, `${key}.wasm`), readKept(folder, `${key}.manifest`)]
  try {
    const read = JSON.parse(new TextDecoder().decode(manifest)) as ModuleManifest
    return bytes !== undefined && read.hash === contentHash(bytes) ? { bytes, manifest: read } : undefined
  } catch {
    return undefined
  }
}

/** The module of a model: from disk when it is there, else built in a quarter of a second; `null`: no disk is asked. */
export const buildModule = (
  model: LinkedModel,
  settings: Settings = standard,
  folder: string | null = standardFolder,
): Emitted => {
  if (folder === null) return emit(model, bytes => contentHash(bytes), [addNormals], settings)
  const key = keyOf(model, settings)
  const kept = keptModule(folder, key)
  if (kept !== undefined) return kept
  const made = emit(model, bytes => contentHash(bytes), [addNormals], settings)
  keep(folder, `${key}.manifest`, JSON.stringify(made.manifest), mostKept)
  keep(folder, `${key}.wasm`, made.bytes, mostKept)
  return made
}

/** Runs different inputs of an opened region side by side. */
export const sideBySideOf = (open: OpenRegion): ReturnType<typeof createSideBySide> => {
  const { linked, region, simulator } = open
  const built = builtModule(open)
  return createSideBySide(linked, region, simulator.horizon, built.manifest, startInstance(built))
}

export const runManyOf = (open: OpenRegion): RunMany => sideBySideOf(open).runMany

const modules = lastPer<LinkedModel, BuiltModule>()

/** The module of an opened region, ready for instances. */
export const builtModule = ({ linked, simulator }: OpenRegion): BuiltModule => {
  const { stepsPerYear } = simulator.horizon
  return modules.of(linked, `${stepsPerYear}`, () => {
    const { bytes, manifest } = buildModule(linked, { ...standard, stepsPerYear })
    return { module: compileModule(bytes), manifest }
  })
}

/**
 * The audit of the central run, on the module that members run on: no code is made of the model's text for it. What stops
 * the run is an error, as in any run.
 */
export const auditOnModule = (
  open: OpenRegion,
  { policy = {}, assumptions = {} }: Pick<RunInput, 'policy' | 'assumptions'>,
): WorstAudit => {
  const task = {
    settings: { seed: 1, members: 1, parameters: false, shocks: false },
    policies: [policy],
    assumptions,
  }
  const [runner] = runnersOf(orderMembers(open, builtModule(open), task, []))
  const block = createBlock(runner.recording, 1)
  runner.run(0, 1, block)
  if (block.failures.size > 0) return auditOf(open, { policy, assumptions })
  const [{ relative, where }] = block.residuals
  return { largestResidual: relative, where }
}
