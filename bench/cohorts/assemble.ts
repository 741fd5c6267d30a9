/** A minimal assembler for a hand-written WebAssembly module with one memory and one function. */

export type Code = readonly number[]

const unsigned = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest = Math.floor(rest / 128)
    if (rest === 0) return [...bytes, low]
    bytes.push(low | 0x80)
  }
}

const signed = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low]
    bytes.push(low | 0x80)
  }
}

const simd = (opcode: number, ...rest: number[]): number[] => [0xfd, ...unsigned(opcode), ...rest]
/** Alignment as a power of two, and a constant added to the address. */
const place = (align: number, offset: number): number[] => [align, ...unsigned(offset)]

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const i32 = (value: number): Code => [0x41, ...signed(value)]
export const addI32 = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const isLessI32 = (a: Code, b: Code): Code => [...a, ...b, 0x48]
export const isAtLeastI32 = (a: Code, b: Code): Code => [...a, ...b, 0x4e]
export const load = (address: Code, offset: number): Code => [...address, ...simd(0x00, ...place(4, offset))]
/** One double of memory in both lanes. */
export const loadSplat = (address: Code, offset: number): Code => [...address, ...simd(0x0a, ...place(3, offset))]
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...simd(0x0b, ...place(4, offset)),
]
export const splat = (value: number): Code => [0x44, ...new Uint8Array(new Float64Array([value]).buffer), ...simd(0x14)]
export const add = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf0)]
export const sub = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf1)]
export const mul = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf2)]
/** Runs the body again while the condition holds. */
export const repeatWhile = (body: Code, condition: Code): Code => [0x03, 0x40, ...body, ...condition, 0x0d, 0, 0x0b]

const v128 = 0x7b
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
const text = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)]

/** A module that exports `memory` and `run(first: i32)`; locals are 32-bit integers, then vectors. */
export const assemble = (pages: number, integers: number, vectors: number, body: Code): Uint8Array<ArrayBuffer> => {
  const locals = [2, ...unsigned(integers), 0x7f, ...unsigned(vectors), v128]
  const code = [...locals, ...body, 0x0b]
  return new Uint8Array([
    ...magic,
    ...section(1, [1, 0x60, 1, 0x7f, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...text('memory'), 2, 0, ...text('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ])
}
