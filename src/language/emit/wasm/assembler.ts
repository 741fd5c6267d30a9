/**
 * Writes the bytes of a WebAssembly module (numbers, instructions, functions and sections), independently of the
 * language.
 */

/** Value types of the binary format. */
export const types = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
export type ValueType = (typeof types)[keyof typeof types]

/** Instructions of one byte. */
const plain = {
  else: 0x05,
  end: 0x0b,
  'local.get': 0x20,
  'local.set': 0x21,
  'local.tee': 0x22,
  'i32.load16_u': 0x2f,
  'f64.load': 0x2b,
  'i32.store': 0x36,
  'f64.store': 0x39,
  'i32.store16': 0x3b,
  'i32.eqz': 0x45,
  'i32.lt_u': 0x49,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.shl': 0x74,
  'f64.ge': 0x66,
  'f64.add': 0xa0,
  'f64.sub': 0xa1,
  'f64.min': 0xa4,
  'f64.max': 0xa5,
} as const

/** Instructions on two lanes side by side, after the prefix 0xfd. */
const lanes = {
  'v128.load': 0x00,
  'v128.load64_splat': 0x0a,
  'v128.store': 0x0b,
  'v128.const': 0x0c,
  'i8x16.shuffle': 0x0d,
  'i32x4.extract_lane': 0x1b,
  'f64x2.extract_lane': 0x21,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'i64x2.all_true': 0xc3,
  'i64x2.bitmask': 0xc4,
  'i64x2.shl': 0xcb,
  'i64x2.shr_u': 0xcd,
  'i64x2.add': 0xce,
  'i64x2.sub': 0xd1,
  'i64x2.extend_low_i32x4_u': 0xc9,
  'i64x2.extend_high_i32x4_u': 0xca,
  'i64x2.extmul_low_i32x4_u': 0xde,
  'i64x2.extmul_high_i32x4_u': 0xdf,
  'i32x4.splat': 0x11,
  'i32x4.shr_u': 0xad,
  'i32x4.add': 0xae,
  'f64x2.eq': 0x47,
  'f64x2.ne': 0x48,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'f64x2.floor': 0x75,
  'f64x2.abs': 0xec,
  'f64x2.neg': 0xed,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.min': 0xf4,
  'f64x2.max': 0xf5,
  'f64x2.pmin': 0xf6,
  'f64x2.pmax': 0xf7,
} as const

export type LaneInstruction = keyof typeof lanes

/** Bytes that grow. */
class Bytes {
  private data = new Uint8Array(1024)
  length = 0

  private room(count: number): void {
    if (this.length + count <= this.data.length) return
    const larger = new Uint8Array(Math.max(2 * this.data.length, this.length + count))
    larger.set(this.data)
    this.data = larger
  }

  byte(value: number): this {
    this.room(1)
    this.data[this.length++] = value
    return this
  }

  bytes(values: Uint8Array): this {
    this.room(values.length)
    this.data.set(values, this.length)
    this.length += values.length
    return this
  }

  /** Seven bits a byte, the lowest first. */
  unsigned(value: number): this {
    let rest = value
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80)
      rest >>>= 7
    }
    return this.byte(rest)
  }

  signed(value: number): this {
    let rest = value
    for (;;) {
      const low = rest & 0x7f
      rest >>= 7
      if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return this.byte(low)
      this.byte(low | 0x80)
    }
  }

  text(value: string): this {
    this.unsigned(value.length)
    for (let at = 0; at < value.length; at++) this.byte(value.charCodeAt(at))
    return this
  }

  result(): Uint8Array<ArrayBuffer> {
    return this.data.slice(0, this.length)
  }
}

/** The body of a function in the making. */
export class Code extends Bytes {
  readonly parameters: readonly ValueType[]
  readonly locals: ValueType[] = []

  constructor(parameters: readonly ValueType[]) {
    super()
    this.parameters = parameters
  }

  local(type: ValueType): number {
    return this.parameters.length + this.locals.push(type) - 1
  }

  op(name: keyof typeof plain): this {
    return this.byte(plain[name])
  }

  get(local: number): this {
    return this.op('local.get').unsigned(local)
  }

  set(local: number): this {
    return this.op('local.set').unsigned(local)
  }

  tee(local: number): this {
    return this.op('local.tee').unsigned(local)
  }

  i32(value: number): this {
    return this.byte(0x41).signed(value)
  }

  call(target: number): this {
    return this.byte(0x10).unsigned(target)
  }

  /** A block that `repeatIf` inside repeats. */
  loop(): this {
    return this.byte(0x03).byte(0x40)
  }

  /** Begins code that runs if the number on the stack is not 0; `op('end')` follows. */
  if(): this {
    return this.byte(0x04).byte(0x40)
  }

  repeatIf(): this {
    return this.byte(0x0d).unsigned(0)
  }

  lane(name: LaneInstruction): this {
    return this.byte(0xfd).unsigned(lanes[name])
  }

  /** Both halves of a constant, as bits. */
  vectorConstant(low: bigint, high: bigint): this {
    this.lane('v128.const')
    for (const half of [low, high]) {
      for (let at = 0n; at < 64n; at += 8n) this.byte(Number((half >> at) & 0xffn))
    }
    return this
  }

  /** A load or store; the address below the value, if any, is on the stack. */
  memory(name: 'v128.load' | 'v128.load64_splat' | 'v128.store', offset: number): this {
    return this.lane(name)
      .unsigned(name === 'v128.load64_splat' ? 3 : 4)
      .unsigned(offset)
  }

  /** The same for a single number. */
  number(name: 'f64.load' | 'f64.store', offset = 0): this {
    return this.op(name).unsigned(3).unsigned(offset)
  }

  integer(name: 'i32.store' | 'i32.load16_u' | 'i32.store16'): this {
    return this.op(name)
      .unsigned(name === 'i32.store' ? 2 : 1)
      .unsigned(0)
  }

  f64(value: number): this {
    return this.byte(0x44).bytes(new Uint8Array(Float64Array.of(value).buffer))
  }

  extract(name: 'i32x4.extract_lane' | 'f64x2.extract_lane', lane: number): this {
    return this.lane(name).byte(lane)
  }
}

/** A module with one memory that it exports, functions and data. */
export class ModuleWriter {
  private readonly signatures: string[] = []
  private readonly functions: { readonly type: number; readonly code: Code }[] = []
  private readonly exports: { readonly name: string; readonly target: number }[] = []
  private readonly data: { readonly at: number; readonly bytes: Uint8Array }[] = []

  /** Adds a function, exported where it has a name; others call it by the number. */
  add(code: Code, results: readonly ValueType[] = [], name?: string): number {
    const signature = `${code.parameters.join(',')}:${results.join(',')}`
    let type = this.signatures.indexOf(signature)
    if (type < 0) type = this.signatures.push(signature) - 1
    const target = this.functions.push({ type, code }) - 1
    if (name !== undefined) this.export(name, target)
    return target
  }

  export(name: string, target: number): void {
    this.exports.push({ name, target })
  }

  place(at: number, bytes: Uint8Array): void {
    this.data.push({ at, bytes })
  }

  /** The finished module; `pages` of 64 KiB are its memory, at first, where the host may enlarge it: not where threads share it. */
  result(pages: number, shared?: 'shared'): Uint8Array<ArrayBuffer> {
    const out = new Bytes()
    out.bytes(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00))
    const section = (id: number, write: (content: Bytes) => void): void => {
      const content = new Bytes()
      write(content)
      out.byte(id).unsigned(content.length).bytes(content.result())
    }
    section(1, content => {
      content.unsigned(this.signatures.length)
      for (const signature of this.signatures) {
        content.byte(0x60)
        for (const list of signature.split(':')) {
          const members = list === '' ? [] : list.split(',').map(Number)
          content.unsigned(members.length)
          for (const member of members) content.byte(member)
        }
      }
    })
    section(3, content => {
      content.unsigned(this.functions.length)
      for (const { type } of this.functions) content.unsigned(type)
    })
    section(5, content => {
      if (shared === undefined) content.unsigned(1).byte(0).unsigned(pages)
      else content.unsigned(1).byte(3).unsigned(pages).unsigned(pages)
    })
    section(7, content => {
      content
        .unsigned(this.exports.length + 1)
        .text('memory')
        .byte(2)
        .unsigned(0)
      for (const { name, target } of this.exports) content.text(name).byte(0).unsigned(target)
    })
    section(10, content => {
      content.unsigned(this.functions.length)
      for (const { code } of this.functions) {
        const body = bodyOf(code)
        content.unsigned(body.length).bytes(body)
      }
    })
    section(11, content => {
      content.unsigned(this.data.length)
      for (const { at, bytes } of this.data) {
        content.byte(0).byte(0x41).signed(at).byte(plain.end).unsigned(bytes.length).bytes(bytes)
      }
    })
    return out.result()
  }
}

/** Locals in runs of one type, then the instructions. */
const bodyOf = (code: Code): Uint8Array => {
  const runs: { type: ValueType; count: number }[] = []
  for (const type of code.locals) {
    const last = runs[runs.length - 1]
    if (last?.type === type) last.count++
    else runs.push({ type, count: 1 })
  }
  const body = new Bytes().unsigned(runs.length)
  for (const { type, count } of runs) body.unsigned(count).byte(type)
  return body.bytes(code.result()).byte(plain.end).result()
}
