/** Exports the model for other engines: as a Vensim file with the inputs of one run, or as a WebAssembly module. */

import { UsageError } from '../../../language/reported-error.ts'
import { commandMessages } from '../../input/messages.ts'
import { fitSentence } from '../../../analysis/region/fitted-model.ts'
import { modelHash } from '../../../analysis/region/fingerprint.ts'
import type { OpenRegion } from '../../../analysis/region/simulation.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { type Mdl, writeMdl } from '../../../language/emit/mdl/mdl.ts'
import { InputRecording } from '../../../language/emit/mdl/recording.ts'
import { buildModule } from '../../threads/wasm-module.ts'

/** The equations with the data, levers and paths of one run; any engine that reads .mdl can repeat the run. */
export const vensimFile = ({ linked, region, simulator }: OpenRegion, scenario: Scenario): Mdl => {
  const recording = new InputRecording(linked)
  const { policy, assumptions } = scenario
  simulator.run({ policy, assumptions, record: [], observe: recording.observe, observeStart: recording.observeStart })
  const hashes = `Model ${modelHash(linked.source)}, data ${region.hash}`
  return writeMdl(linked, recording, {
    about: [`Heartland: ${region.id}, ${scenario.name}, without random shocks. ${fitSentence(region)}`, hashes],
  })
}

export interface ModelFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** The module and its manifest (same name, .manifest.json), which tells a host how to run it. */
export const moduleFiles = ({ linked }: OpenRegion, out: string): ModelFile[] => {
  if (!out.toLowerCase().endsWith('.wasm'))
    throw new UsageError(commandMessages.ending({ option: '--out', file: out, endings: '.wasm' }))
  const { bytes, manifest } = buildModule(linked)
  return [
    { path: out, content: bytes },
    { path: out.replace(/\.wasm$/i, '.manifest.json'), content: `${JSON.stringify(manifest, null, 1)}\n` },
  ]
}
