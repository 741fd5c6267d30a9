/** Compiles a module and prepares it for running. */

import type { WasmInstance } from './batch.ts'

/** Threads may share it. */
export type CompiledModule = object

interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): void
}

/** Node's typings leave this to those of browsers. */
interface Host {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => CompiledModule
  readonly Instance: new (module: CompiledModule) => { readonly exports: Readonly<Record<string, unknown>> }
}

const { WebAssembly: host } = globalThis as unknown as { readonly WebAssembly: Host }

export const PAGE = 65536

export const compileModule = (bytes: Uint8Array<ArrayBuffer>): CompiledModule => new host.Module(bytes)

/** Its memory is made as large as is said. */
export const instantiate = (module: CompiledModule, bytes: number): WasmInstance => {
  const { exports } = new host.Instance(module)
  const memory = exports['memory'] as Memory
  const missing = bytes - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
  return { memory: memory.buffer, routine: name => exports[name] as (...numbers: number[]) => unknown }
}
