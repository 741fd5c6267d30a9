/** Blocks of small models, for tests. */

import type { LinkedModel } from '../../language/linked.ts'
import { emit, type Settings, standard } from '../../language/emit/wasm/module.ts'
import { type Batch, createBatch, type WasmInstance } from './batch.ts'
import { compileModule, instantiate } from './instance.ts'
import { addNormals } from './normals.ts'

export interface SmallBlock extends Batch {
  readonly module: WasmInstance
  /** Writes an input of one member, all its elements or each its own. */
  write(member: number, name: string, value: number | readonly number[]): void
  /** All elements of a variable in one member; of its closing value on request. */
  read(member: number, name: string, closing?: boolean): number[]
}

/** `room` is how many bytes of memory the test wants beyond the module's own. */
export const batchOf = (model: LinkedModel, members = 4, room = 0, settings: Partial<Settings> = {}): SmallBlock => {
  const { bytes, manifest } = emit(model, () => '', [addNormals], { ...standard, ...settings, members })
  const module = instantiate(compileModule(bytes), manifest.memoryEnd + room)
  const batch = createBatch(manifest, module)
  const variables = new Map(manifest.variables.map(variable => [variable.name, variable]))
  const find = (name: string) => {
    const variable = variables.get(name)
    if (variable === undefined) throw new Error(`no variable '${name}'`)
    return variable
  }
  return {
    ...batch,
    module,
    write: (member, name, value) => {
      const { offset, size } = find(name)
      for (let element = 0; element < size; element++)
        batch.values[(offset + element) * members + member] = typeof value === 'number' ? value : value[element]
    },
    read: (member, name, closing = false) => {
      const { offset, closingOffset, size } = find(name)
      const from = closing ? closingOffset : offset
      return Array.from({ length: size }, (_, element) => batch.values[batch.place(from + element) * members + member])
    },
  }
}
