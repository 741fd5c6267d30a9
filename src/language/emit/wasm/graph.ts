/**
 * The computation of a function, before it becomes instructions: values, each a vector of two lanes, in nested loops.
 * Every value is computed once, as far outside as what it reads allows; equal values of one loop are one node.
 */

import type { LaneInstruction } from './assembler.ts'

/** Beyond two-lane instructions: what is given, kept in memory, called or summed. */
type Operation =
  | LaneInstruction
  | 'parameter'
  | 'constant'
  | 'load'
  /** One number of memory in both lanes. */
  | 'spread'
  | 'call'
  /** The sum of a loop. */
  | 'total'
  /** The second input if the first, a mask, holds in both lanes; else a function of the others. */
  | 'guarded'

export interface Node {
  readonly operation: Operation
  readonly inputs: readonly Node[]
  /** Byte address, function, number of bits to shift by, or the first word that a shuffle picks. */
  readonly number: number
  /** Of a constant: the 64 bits in each lane. */
  readonly bits: bigint
  readonly pointer: Pointer | undefined
  readonly base: AddressBase
  readonly home: CodeScope
  /** The same for all members, so that one copy serves the whole block. */
  readonly uniform: boolean
  readonly identity: number
  uses: number
  /** Must be kept in a local, since it is used twice, in a loop within its own, or for several vectors. */
  named: boolean
}

/**
 * The base of an address: nothing where one number serves all members; else the place of the vector in the block, and
 * for the opening and closing values of a step's states also where these lie in the present step.
 */
export type AddressBase = 'shared' | 'members' | 'opening' | 'closing'

/** An address that moves with a loop: that of the loop around it plus so many bytes for each position. */
export interface Pointer {
  readonly scope: CodeScope
  readonly outer: Pointer | undefined
  readonly bytes: number
  readonly base: AddressBase
}

/** Memory at `number`, plus the base, plus what the loops add. */
export interface Place {
  readonly base: AddressBase
  readonly terms: readonly Term[]
  readonly number: number
}

export type CodeItem =
  | { readonly type: 'value'; readonly node: Node }
  | { readonly type: 'loop'; readonly scope: CodeScope }
  | {
      readonly type: 'store'
      readonly base: AddressBase
      readonly pointer: Pointer | undefined
      readonly number: number
      readonly node: Node
    }
  | { readonly type: 'add'; readonly total: Node; readonly node: Node }

/** The body of a loop from `low` to `high`, or of the function. */
export class CodeScope {
  readonly parent: CodeScope | undefined
  readonly depth: number
  readonly low: number
  readonly high: number
  readonly items: CodeItem[] = []
  readonly known = new Map<string, Node>()
  readonly pointers = new Map<string, Pointer>()

  constructor(parent: CodeScope | undefined, low: number, high: number) {
    this.parent = parent
    this.depth = parent === undefined ? 0 : parent.depth + 1
    this.low = low
    this.high = high
  }

  get trips(): number {
    return this.high - this.low + 1
  }
}

/** A loop's part of an address. */
export interface Term {
  readonly scope: CodeScope
  readonly bytes: number
}

const converter = new DataView(new ArrayBuffer(8))

export const bitsOf = (value: number): bigint => {
  converter.setFloat64(0, value)
  return converter.getBigUint64(0)
}

const numberOf = (bits: bigint): number => {
  converter.setBigUint64(0, bits)
  return converter.getFloat64(0)
}

/** The number that a node stands for, when it is known while the code is written. */
export const constantOf = (node: Node): number | undefined =>
  node.operation === 'constant' ? numberOf(node.bits) : undefined

/** Deepest of the scopes, all of which lie on one path. */
const deepest = (root: CodeScope, nodes: readonly Node[]): CodeScope =>
  nodes.reduce((home, node) => (node.operation !== 'constant' && node.home.depth > home.depth ? node.home : home), root)

/** A constant; one of the inputs as it is; or another instruction on an input and a constant. */
type Rewrite =
  | { readonly constant: number }
  | { readonly same: number }
  | { readonly operation: LaneInstruction; readonly input: number; readonly by: number }

/** The instructions on single numbers. */
const scalars: Partial<Record<LaneInstruction, (a: number, b: number) => number>> = {
  'f64x2.add': (a, b) => a + b,
  'f64x2.sub': (a, b) => a - b,
  'f64x2.mul': (a, b) => a * b,
  'f64x2.div': (a, b) => a / b,
  'f64x2.min': (a, b) => Math.min(a, b),
  'f64x2.max': (a, b) => Math.max(a, b),
  'f64x2.pmin': (a, b) => (b < a ? b : a),
  'f64x2.pmax': (a, b) => (a < b ? b : a),
  'f64x2.neg': a => -a,
  'f64x2.abs': a => Math.abs(a),
  'f64x2.sqrt': a => Math.sqrt(a),
  'f64x2.floor': a => Math.floor(a),
}

/** Powers of two whose inverse is as exact as they are. */
const isPowerOfTwo = (value: number): boolean => {
  for (let power = 2 ** -60; power <= 2 ** 60; power *= 2) if (value === power) return true
  return false
}

/** The replacement of the instruction, if there is one; `numbers` holds the inputs that are constants. */
const simplify = (operation: LaneInstruction, numbers: readonly (number | undefined)[]): Rewrite | undefined => {
  const scalar = scalars[operation]
  if (scalar === undefined) return undefined
  const [a, b] = numbers
  if (numbers.every(number => number !== undefined)) return { constant: scalar(a ?? 0, b ?? 0) }
  // x - 0 is x for every x; x + 0 is not, when x is -0.
  if (operation === 'f64x2.sub' && Object.is(b, 0)) return { same: 0 }
  if (operation === 'f64x2.mul' && (a === 1 || b === 1)) return { same: a === 1 ? 1 : 0 }
  if (operation === 'f64x2.div' && b === 1) return { same: 0 }
  if (operation === 'f64x2.div' && b !== undefined && isPowerOfTwo(b))
    return { operation: 'f64x2.mul', input: 0, by: 1 / b }
  return undefined
}

/** Values of one function, or of one stretch of a function. */
export class Graph {
  readonly root = new CodeScope(undefined, 0, 0)
  private count = 0

  private make(home: CodeScope, node: Partial<Node> & Pick<Node, 'operation'>): Node {
    const inputs = node.inputs ?? []
    const made: Node = {
      inputs,
      number: 0,
      bits: 0n,
      pointer: undefined,
      base: 'shared',
      uniform: inputs.every(input => input.uniform),
      uses: 0,
      named: false,
      ...node,
      home,
      identity: this.count++,
    }
    for (const input of inputs) this.use(input, home)
    return made
  }

  private use(node: Node, scope: CodeScope): void {
    node.uses++
    if (node.operation !== 'constant' && (node.uses > 1 || node.home !== scope || node.uniform)) node.named = true
  }

  /** The node of that key in its home, made when it is not there yet. */
  private once(home: CodeScope, key: string, node: Partial<Node> & Pick<Node, 'operation'>): Node {
    const known = home.known.get(key)
    if (known !== undefined) return known
    const made = this.make(home, node)
    home.known.set(key, made)
    home.items.push({ type: 'value', node: made })
    return made
  }

  parameter(number: number): Node {
    return this.make(this.root, { operation: 'parameter', number, named: true, uniform: false })
  }

  bits(bits: bigint): Node {
    const key = `constant ${String(bits)}`
    let known = this.root.known.get(key)
    if (known === undefined) {
      known = this.make(this.root, { operation: 'constant', bits })
      this.root.known.set(key, known)
    }
    return known
  }

  constant(value: number): Node {
    return this.bits(bitsOf(value))
  }

  /** An instruction on both lanes; `number` is by how much to shift, or the first of the words that a shuffle picks. */
  do(operation: LaneInstruction, inputs: readonly Node[], number = 0): Node {
    const numbers = inputs.map(constantOf)
    const simple = simplify(operation, numbers)
    if (simple !== undefined)
      return 'constant' in simple ? this.constant(simple.constant) : this.rewritten(simple, inputs)
    return this.once(
      deepest(this.root, inputs),
      `${operation} ${inputs.map(input => input.identity).join(' ')} ${String(number)}`,
      { operation, inputs, number },
    )
  }

  private rewritten(rewrite: Exclude<Rewrite, { constant: number }>, inputs: readonly Node[]): Node {
    if ('same' in rewrite) return inputs[rewrite.same]
    return this.do(rewrite.operation, [inputs[rewrite.input], this.constant(rewrite.by)])
  }

  call(target: number, inputs: readonly Node[]): Node {
    const key = `call ${String(target)} ${inputs.map(input => input.identity).join(' ')}`
    return this.once(deepest(this.root, inputs), key, { operation: 'call', inputs, number: target })
  }

  guarded(mask: Node, quick: Node, target: number, inputs: readonly Node[]): Node {
    const all = [mask, quick, ...inputs]
    const key = `guarded ${String(target)} ${all.map(input => input.identity).join(' ')}`
    return this.once(deepest(this.root, all), key, { operation: 'guarded', inputs: all, number: target, named: true })
  }

  /** Outermost first. */
  private inOrder(terms: readonly Term[]): Term[] {
    return [...terms].sort((a, b) => a.scope.depth - b.scope.depth)
  }

  /** The pointer that follows these loops; none when there are none. */
  private pointerTo({ base, terms }: Place): Pointer | undefined {
    let outer: Pointer | undefined
    let key: string = base
    for (const { scope, bytes } of this.inOrder(terms)) {
      key += ` ${String(scope.depth)}:${String(bytes)}`
      let pointer = scope.pointers.get(key)
      if (pointer === undefined) {
        pointer = { scope, outer, bytes, base }
        scope.pointers.set(key, pointer)
      }
      outer = pointer
    }
    return outer
  }

  private keyOf({ base, terms, number }: Place): string {
    const moves = this.inOrder(terms).map(term => `${String(term.scope.depth)}:${String(term.bytes)}`)
    return `${base} ${String(number)} ${moves.join(' ')}`
  }

  /** Reads memory: a vector, or where one number serves all members that number in both lanes. */
  read(place: Place): Node {
    const { base, number } = place
    const pointer = this.pointerTo(place)
    const uniform = base === 'shared'
    const operation = uniform ? 'spread' : 'load'
    return this.once(pointer?.scope ?? this.root, this.keyOf(place), { operation, number, pointer, base, uniform })
  }

  /** Writes memory; later reads of the same place take the value itself. */
  write(scope: CodeScope, place: Place, node: Node): void {
    const { base, number } = place
    const pointer = this.pointerTo(place)
    this.use(node, scope)
    scope.items.push({ type: 'store', base, pointer, number, node })
    if ((pointer?.scope ?? this.root) === scope) scope.known.set(this.keyOf(place), node)
  }

  /** A loop inside `parent`; what it does is in the parent once it is closed. */
  open(parent: CodeScope, low: number, high: number): CodeScope {
    return new CodeScope(parent, low, high)
  }

  close(scope: CodeScope): void {
    scope.parent?.items.push({ type: 'loop', scope })
  }

  /** A sum that starts at 0, to which `add` adds inside loops of `home`. */
  total(home: CodeScope): Node {
    const total = this.make(home, { operation: 'total', named: true, uniform: false })
    home.items.push({ type: 'value', node: total })
    return total
  }

  add(scope: CodeScope, total: Node, node: Node): void {
    this.use(node, scope)
    total.uses++
    scope.items.push({ type: 'add', total, node })
  }

  /** Marks the result of a function. */
  keep(node: Node): void {
    this.use(node, this.root)
  }
}
