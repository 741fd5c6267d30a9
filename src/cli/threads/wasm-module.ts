/**
 * Runs ensembles in SIMD batches in this process: builds the module of a model on first use, and keeps it on disk.
 * Single runs do not use it.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
import { programRoot } from '../version.ts'

const standardFolder = process.env['HEARTLAND_CACHE'] ?? join(programRoot, 'node_modules/.cache/heartland')
/** Modules of former versions that are left on disk. */
const mostKept = 20

const hash = (...parts: ReadonlyArray<string | Uint8Array>): string => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest('hex')
}

let hashOfSources: string | undefined

/** The program that writes modules. */
const sourcesHash = (): string => {
  const hasSources = existsSync(join(programRoot, 'src/language'))
  // A bundle is one folder of scripts.
  const sources = (hasSources ? ['src/language', 'src/engine'] : ['lib/cli']).flatMap(folder =>
    readdirSync(join(programRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith(hasSources ? '.ts' : '.js') && !name.endsWith('.test.ts'))
      .sort()
      .flatMap(name => [`\0${name}\0`, readFileSync(join(programRoot, folder, name))]),
  )
  return hash(...sources)
}

/** All that decides the bytes of a module: the program that writes it, the model, its labels and the block. */
const keyOf = (model: LinkedModel, settings: Settings): string => {
  const labels = [...model.dimensions.values()].map(({ name, labels: own }) => [name, ...own])
  return hash((hashOfSources ??= sourcesHash()), JSON.stringify([model.source, labels, settings]))
}

const readKept = (folder: string, key: string): Emitted | undefined => {
  try {
    const bytes = new Uint8Array(readFileSync(join(folder, `${key}.wasm`)))
    const manifest = JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8')) as ModuleManifest
    return manifest.hash === hash(bytes) ? { bytes, manifest } : undefined
  } catch {
    return undefined
  }
}

/** Written aside and renamed, so that nobody ever reads half a file; a disk that cannot be written is no problem. */
const writeKept = (path: string, content: string | Uint8Array): void => {
  const aside = `${path}.${process.pid}.${hash(String(process.hrtime.bigint())).slice(0, 8)}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(aside, content)
    renameSync(aside, path)
  } catch {}
}

/** Keeps a module, and not too many of them. */
const keep = (folder: string, key: string, { bytes, manifest }: Emitted): void => {
  writeKept(join(folder, `${key}.json`), JSON.stringify(manifest))
  writeKept(join(folder, `${key}.wasm`), bytes)
  try {
    const kept = readdirSync(folder)
      .filter(name => /\.(json|wasm)$/.test(name))
      .map(name => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.age - a.age)
    for (const { path } of kept.slice(2 * mostKept)) rmSync(path, { force: true })
  } catch {}
}

/** The module of a model: from disk when it is there, else built in a quarter of a second; `null`: no disk is asked. */
export const buildModule = (
  model: LinkedModel,
  settings: Settings = standard,
  folder: string | null = standardFolder,
): Emitted => {
  if (folder === null) return emit(model, bytes => hash(bytes), [addNormals], settings)
  const key = keyOf(model, settings)
  const kept = readKept(folder, key)
  if (kept !== undefined) return kept
  const made = emit(model, bytes => hash(bytes), [addNormals], settings)
  keep(folder, key, made)
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
