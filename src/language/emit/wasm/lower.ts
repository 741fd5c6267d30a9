/** Turns a graph of values into instructions, for a given number of vectors of members at a time. */

import { type Code, type LaneInstruction, types } from './assembler.ts'
import type { AddressBase, Graph, CodeItem, Node, Pointer, CodeScope } from './graph.ts'

/** A loop so long that its constants are fetched beforehand. */
const longLoop = 8
export const bytesOfVector = 16

/** Constants of the module in memory: fetching one is cheaper than building it. */
export class ConstantPool {
  private readonly places = new Map<bigint, number>()
  readonly start: number

  constructor(start: number) {
    this.start = start
  }

  at(bits: bigint): number {
    let place = this.places.get(bits)
    if (place === undefined) {
      place = this.start + this.places.size * bytesOfVector
      this.places.set(bits, place)
    }
    return place
  }

  /** The next free byte. */
  get end(): number {
    return this.start + this.places.size * bytesOfVector
  }

  bytes(): Uint8Array {
    const words = new BigUint64Array(2 * this.places.size)
    let at = 0
    for (const bits of this.places.keys()) {
      words[at++] = bits
      words[at++] = bits
    }
    return new Uint8Array(words.buffer)
  }
}

export interface BlockShape {
  /** Vectors computed side by side, instruction by instruction. */
  readonly together: number
  /** Vectors in a block; more than `together` makes a loop around all. */
  readonly vectors: number
}

/** Locals that hold what is added to addresses of each base. */
export type Bases = Partial<Readonly<Record<AddressBase, number>>>

/** Keeps the values of one graph in locals while its code is written. */
class Lowering {
  private readonly code: Code
  private readonly pool: ConstantPool
  private readonly together: number
  private readonly bases: Bases
  private readonly locals = new Map<Node, number[]>()
  private readonly pointers = new Map<Pointer, number>()
  private readonly fetched = new Map<CodeScope, Map<Node, number>>()
  private readonly free: number[] = []
  private readonly endings = new Map<CodeScope, Map<number, Node[]>>()
  private readonly cursors = new Map<CodeScope, number>()

  constructor(code: Code, pool: ConstantPool, together: number, bases: Bases) {
    this.code = code
    this.pool = pool
    this.together = together
    this.bases = bases
  }

  /** Notes after which item of its scope each named value is no longer needed. */
  private findEndings(scope: CodeScope): void {
    const last = new Map<Node, number>()
    const visit = (node: Node, within: CodeScope): void => {
      if (node.operation === 'constant') {
        this.fetchBefore(node, within)
        return
      }
      if (node.named) {
        if (node.operation !== 'parameter') last.set(node, this.cursors.get(node.home) ?? 0)
        return
      }
      for (const input of node.inputs) visit(input, within)
    }
    const walk = (here: CodeScope): void => {
      here.items.forEach((item, at) => {
        this.cursors.set(here, at)
        if (item.type === 'loop') walk(item.scope)
        else if (item.type === 'value') {
          if (item.node.named) {
            last.set(item.node, at)
            for (const input of item.node.inputs) visit(input, here)
          }
        } else {
          if (item.type === 'add') visit(item.total, here)
          visit(item.node, here)
        }
      })
    }
    walk(scope)
    for (const [node, at] of last) {
      let list = this.endings.get(node.home)
      if (list === undefined) this.endings.set(node.home, (list = new Map()))
      const there = list.get(at)
      if (there === undefined) list.set(at, [node])
      else there.push(node)
    }
  }

  /** The constants of long loops are fetched before the outermost of them. */
  private fetchBefore(node: Node, within: CodeScope): void {
    let outermost: CodeScope | undefined
    for (let scope = within; scope.parent !== undefined && scope.trips >= longLoop; scope = scope.parent)
      outermost = scope
    if (outermost === undefined || node.bits === 0n) return
    let list = this.fetched.get(outermost)
    if (list === undefined) this.fetched.set(outermost, (list = new Map()))
    list.set(node, -1)
  }

  private newLocal(): number {
    return this.free.pop() ?? this.code.local(types.v128)
  }

  private newLocals(node: Node): number[] {
    return Array.from({ length: node.uniform ? 1 : this.together }, () => this.newLocal())
  }

  run(graph: Graph): void {
    this.findEndings(graph.root)
    this.items(graph.root)
  }

  /** As `run`, but leaves a value on the stack. */
  runTo(graph: Graph, result: Node): void {
    this.findEndings(graph.root)
    this.endings.clear()
    this.items(graph.root)
    this.value(result, 0, graph.root)
  }

  private items(scope: CodeScope): void {
    const endings = this.endings.get(scope)
    scope.items.forEach((item, at) => {
      this.item(item, scope)
      for (const node of endings?.get(at) ?? []) {
        this.free.push(...(this.locals.get(node) ?? []))
        this.locals.delete(node)
      }
    })
  }

  private item(item: CodeItem, scope: CodeScope): void {
    const { code } = this
    switch (item.type) {
      case 'value': {
        const { node } = item
        if (!node.named) return
        const locals = this.newLocals(node)
        if (node.operation === 'guarded') this.guarded(node, locals, scope)
        else
          locals.forEach((local, vector) => {
            if (node.operation === 'total') code.vectorConstant(0n, 0n)
            else this.tree(node, vector, scope)
            code.set(local)
          })
        this.locals.set(node, locals)
        return
      }
      case 'store':
        for (let vector = 0; vector < this.together; vector++) {
          this.address(item.pointer, item.base)
          this.value(item.node, vector, scope)
          code.memory('v128.store', item.number + vector * bytesOfVector)
        }
        return
      case 'add':
        this.locals.get(item.total)?.forEach((local, vector) => {
          code.get(local)
          this.value(item.node, vector, scope)
          code.lane('f64x2.add').set(local)
        })
        return
      case 'loop':
        this.loop(item.scope)
    }
  }

  /** One test for all vectors computed together: where a lane of any fails it, the function gives them all. */
  private guarded({ inputs: [mask, quick, ...rest], number }: Node, locals: readonly number[], scope: CodeScope): void {
    const { code } = this
    locals.forEach((local, vector) => {
      this.value(quick, vector, scope)
      code.set(local)
    })
    locals.forEach((_, vector) => {
      this.value(mask, vector, scope)
      if (vector > 0) code.lane('v128.and')
    })
    code.lane('i64x2.all_true').op('i32.eqz').if()
    locals.forEach((local, vector) => {
      for (const input of rest) this.value(input, vector, scope)
      code.call(number).set(local)
    })
    code.op('end')
  }

  private loop(scope: CodeScope): void {
    const { code } = this
    const fetched = this.fetched.get(scope)
    for (const node of fetched?.keys() ?? []) {
      const local = this.newLocal()
      code.i32(0).memory('v128.load', this.pool.at(node.bits)).set(local)
      fetched?.set(node, local)
    }
    const pointers = [...scope.pointers.values()]
    for (const pointer of pointers) {
      const local = code.local(types.i32)
      this.address(pointer.outer, pointer.base)
      if (scope.low !== 0) code.i32(scope.low * pointer.bytes).op('i32.add')
      code.set(local)
      this.pointers.set(pointer, local)
    }
    const left = code.local(types.i32)
    code.i32(scope.trips).set(left).loop()
    this.items(scope)
    for (const pointer of pointers) {
      const local = this.pointers.get(pointer) ?? 0
      code.get(local).i32(pointer.bytes).op('i32.add').set(local)
    }
    code.get(left).i32(1).op('i32.sub').tee(left).repeatIf().op('end')
    for (const local of fetched?.values() ?? []) this.free.push(local)
    this.fetched.delete(scope)
  }

  private address(pointer: Pointer | undefined, base: AddressBase): void {
    const local = pointer === undefined ? this.bases[base] : this.pointers.get(pointer)
    if (local === undefined) this.code.i32(0)
    else this.code.get(local)
  }

  /** Puts a value on the stack, for the given one of the vectors computed together. */
  private value(node: Node, vector: number, scope: CodeScope): void {
    const { code } = this
    if (node.operation === 'constant') {
      this.constant(node, scope)
      return
    }
    if (node.operation === 'parameter') {
      code.get(node.number)
      return
    }
    const locals = node.named ? this.locals.get(node) : undefined
    if (locals !== undefined) code.get(locals[node.uniform ? 0 : vector])
    else this.tree(node, vector, scope)
  }

  private constant(node: Node, scope: CodeScope): void {
    if (node.bits === 0n) {
      this.code.vectorConstant(0n, 0n)
      return
    }
    for (let around: CodeScope | undefined = scope; around !== undefined; around = around.parent) {
      const local = this.fetched.get(around)?.get(node)
      if (local !== undefined && local >= 0) {
        this.code.get(local)
        return
      }
    }
    this.code.i32(0).memory('v128.load', this.pool.at(node.bits))
  }

  private tree(node: Node, vector: number, scope: CodeScope): void {
    const { code } = this
    const { operation, inputs } = node
    switch (operation) {
      case 'load':
        this.address(node.pointer, node.base)
        code.memory('v128.load', node.number + vector * bytesOfVector)
        return
      case 'spread':
        this.address(node.pointer, node.base)
        code.memory('v128.load64_splat', node.number)
        return
      case 'call':
        for (const input of inputs) this.value(input, vector, scope)
        code.call(node.number)
        return
      case 'i8x16.shuffle':
        for (const input of inputs) this.value(input, vector, scope)
        code.lane(operation)
        // Every second word of the two inputs.
        for (let byte = 0; byte < bytesOfVector; byte++) code.byte(8 * (byte >> 2) + 4 * node.number + (byte & 3))
        return
      case 'i64x2.shl':
      case 'i64x2.shr_u':
      case 'i32x4.shr_u':
        this.value(inputs[0], vector, scope)
        code.i32(node.number).lane(operation)
        return
      default:
        for (const input of inputs) this.value(input, vector, scope)
        code.lane(operation as LaneInstruction)
    }
  }
}

/** Writes the code of a graph that stores what it computes; `states` are locals with the places of opening and closing states. */
export const lower = (
  graph: Graph,
  code: Code,
  pool: ConstantPool,
  { together, vectors }: BlockShape,
  states: Pick<Bases, 'opening' | 'closing'> = {},
): void => {
  if (together >= vectors) {
    new Lowering(code, pool, vectors, states).run(graph)
    return
  }
  const members = code.local(types.i32)
  const bases: Partial<Record<AddressBase, number>> = { members }
  code.i32(0).set(members).loop()
  for (const base of ['opening', 'closing'] as const) {
    const start = states[base]
    if (start === undefined) continue
    const local = (bases[base] = code.local(types.i32))
    code.get(members).get(start).op('i32.add').set(local)
  }
  new Lowering(code, pool, together, bases).run(graph)
  code
    .get(members)
    .i32(together * bytesOfVector)
    .op('i32.add')
    .tee(members)
    .i32(vectors * bytesOfVector)
    .op('i32.lt_u')
    .repeatIf()
    .op('end')
}

/** Writes the code of a graph once, for a vector that begins at the byte in a local. */
export const lowerAt = (graph: Graph, code: Code, pool: ConstantPool, address: number): void => {
  new Lowering(code, pool, 1, { members: address }).run(graph)
}

/** Leaves a value of that vector on the stack. */
export const lowerValueAt = (graph: Graph, result: Node, code: Code, pool: ConstantPool, address: number): void => {
  graph.keep(result)
  new Lowering(code, pool, 1, { members: address }).runTo(graph, result)
}

/** Writes the code of a function of vectors, which leaves its result on the stack. */
export const lowerFunction = (graph: Graph, result: Node, code: Code, pool: ConstantPool): void => {
  graph.keep(result)
  new Lowering(code, pool, 1, {}).runTo(graph, result)
}
