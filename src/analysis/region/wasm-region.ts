/** A region opened on the WebAssembly module: members run in SIMD batches, and no code is generated from text. */

import type { Horizon, RegionInput } from '../../engine/run.ts'
import type { WasmInstance } from '../../engine/simd/batch.ts'
import { compileModule, type CompiledModule, instantiate } from '../../engine/simd/instance.ts'
import { addNormals } from '../../engine/simd/normals.ts'
import type { RunMany } from '../../engine/run/many.ts'
import { createWasmSimulator, type WasmSimulator } from '../../engine/run/wasm-simulator.ts'
import { wasmProgram } from '../../engine/simd/program.ts'
import type { ModuleManifest } from '../../language/emit/wasm/manifest.ts'
import { emit, type Emitted, standard } from '../../language/emit/wasm/module.ts'
import type { LinkedModel } from '../../language/linked.ts'
import { oncePer } from '../../language/once-per.ts'
import type { ReadText, RegionData } from '../../regions/types.ts'
import { closedNation } from './whole-nation.ts'
import { alone, horizonOf, linkRegion, type OpenRegion, withCheckedFit } from './simulation.ts'

/** The emitted module of a model, which threads share. */
export interface BuiltModule {
  readonly module: CompiledModule
  readonly manifest: ModuleManifest
}

export interface WasmRegion extends OpenRegion {
  readonly built: BuiltModule
  readonly simulator: WasmSimulator
}

/** A batch takes the same time however many of its members are wanted: where runs come one by one, half the width suffices. */
export const fewMembers = 4

/** Emits the module of a model for so many members side by side; it never leaves this program, so nothing asks for its hash. */
export const emitLinked = (linked: LinkedModel, members: number = standard.members): Emitted =>
  emit(linked, () => '', [addNormals], { ...standard, keepAll: true, members })

/** Emits and compiles it; an eighth of a second. */
export const buildLinked = (linked: LinkedModel, members?: number): BuiltModule => {
  const { bytes, manifest } = emitLinked(linked, members)
  return { module: compileModule(bytes), manifest }
}

/** An instance of a module, with no more memory than single runs need. */
export const startInstance = ({ module, manifest }: BuiltModule): WasmInstance =>
  instantiate(module, manifest.memoryEnd)

/** Opens a region on its module; `built` saves the emitting where another has done it; `read` gives the files that it was read from. */
export const openOnWasm = (
  loaded: RegionData,
  built?: BuiltModule,
  given?: LinkedModel,
  read?: ReadText,
  place: (region: RegionData) => RegionData = region => region,
): WasmRegion => {
  const figures = alone(loaded)
  const linked = given ?? linkRegion(figures)
  const own = built ?? buildLinked(linked)
  const fresh = (): WasmInstance => startInstance(own)
  const region = closedNation(() => wasmProgram(linked, own.manifest, fresh()), figures, horizonOf())
  const simulator = createWasmSimulator(linked, region, horizonOf(), own.manifest, fresh)
  const files = read && {
    read,
    open: (other: RegionData) => openOnWasm(place(withCheckedFit(other)), undefined, undefined, read, place),
  }
  return { region, linked, program: simulator.program, simulator, built: own, files }
}

/** Runs the open region with `many`, and the same model with other paths on its module. */
export const runsOnModule =
  (
    { linked, region, simulator }: OpenRegion,
    { many, built }: { readonly many: RunMany; readonly built: BuiltModule },
  ) =>
  (other: RegionData): RunMany =>
    other === region
      ? many
      : createWasmSimulator(linked, other, simulator.horizon, built.manifest, () => startInstance(built)).runMany

/** Opens linked models with figures; the module of each is emitted once, for runs that come one by one. */
export const openerOnWasm = () => {
  const builtOf = oncePer((linked: LinkedModel) => buildLinked(linked, fewMembers))
  return (linked: LinkedModel, figures: RegionInput, horizon: Horizon): WasmSimulator => {
    const own = builtOf(linked)
    return createWasmSimulator(linked, figures, horizon, own.manifest, () => startInstance(own))
  }
}
