/** Emits a linked model as a WebAssembly module: the same equations as the other targets, for a block of members. */

import { boundedStocks } from '../../bounded-stocks.ts'
import { eachSum, elementsIn, eachRead } from '../../expression.ts'
import type { LinkedModel, Variable, EquationNode, Expression } from '../../linked.ts'
import { type Group, inSequence, schedule } from '../schedule.ts'
import { type Nest, withTotals } from '../totals.ts'
import { Code, ModuleWriter, types } from './assembler.ts'
import { addElementary, type Elementary } from './elementary.ts'
import { EquationWriter, type Known } from './equations.ts'
import { Graph, type Node, type CodeScope } from './graph.ts'
import { type Layout, layOut, nextLine } from './layout.ts'
import { lower, ConstantPool, type BlockShape, bytesOfVector } from './lower.ts'
import type { ModuleManifest, ManifestVariable } from './manifest.ts'
import { writeNest } from './nests.ts'
import { type PlannedRoutine, modulePlanOf } from './plan.ts'
import { addWorst, resultBytes } from './worst.ts'
import { nodesOf } from '../../period.ts'

export interface Settings {
  /** Members side by side: an even number. */
  readonly members: number
  /** Every variable has its place and value, for whoever looks at all of them; else those nobody outside sees have none. */
  readonly keepAll?: boolean
  /** The module is for runs with so many steps a year; for any when absent. */
  readonly stepsPerYear?: number
}

export const standard: Settings = { members: 8 }

/** Equations in one loop nest, and in one function, at most. */
const partsInGroup = 80
const partsInFunction = 30

/** Vectors computed side by side at most, in short loops and in long ones. */
const togetherAtMost = 2
const togetherInLongLoops = 4

/** Loops over as many elements are long. */
const long = 32

/** Copies of an equation in place of short loops around and beside long ones: nobody foresees where short loops end. */
const mostCopies = 16

const hasLongLoops = ({ loops }: Pick<Nest, 'loops'>): boolean => elementsIn(loops) >= long

const isLong = ({ loops, parts }: Nest): boolean => {
  if (hasLongLoops({ loops })) return true
  let found = false
  for (const { piece } of parts) {
    eachSum(piece.expression, sum => {
      if (elementsIn(sum.loops) >= long) found = true
    })
  }
  return found
}

/** Nests that share one loop over the vectors of the block, and what they know of each other's values. */
interface Stretch {
  readonly long: boolean
  readonly nests: Nest[]
}

const stretchesOf = (nests: readonly Nest[], apart: boolean): Stretch[] => {
  const stretches: Stretch[] = []
  for (const nest of nests) {
    const here = isLong(nest)
    const last = stretches[stretches.length - 1]
    if (!apart && last !== undefined && last.long === here) last.nests.push(nest)
    else stretches.push({ long: here, nests: [nest] })
  }
  return stretches
}

/** Adds functions of its own to the module of any model. */
export type Extension = (parts: {
  readonly module: ModuleWriter
  readonly pool: ConstantPool
  readonly elementary: Elementary
  readonly members: number
}) => void

/** Parameters of a routine: see the manifest. */
const places = [types.i32, types.i32]

/** Loops of a graph take as many vectors together as leave their values in registers: of x64; arm64 has twice as many. */
const registers = 16

interface Need {
  /** For each vector. */
  readonly each: number
  /** For all together. */
  readonly shared: number
}

/** Values that an innermost loop keeps through all its rounds: those from outside, its totals, and one in the making. */
const needOf = (scope: CodeScope): Need => {
  const held = new Set<Node>()
  const seen = new Set<Node>()
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.operation === 'constant' || node.home !== scope) held.add(node)
    else for (const input of node.inputs) visit(input)
  }
  for (const item of scope.items) {
    if (item.type === 'loop') continue
    if (item.type === 'add') held.add(item.total)
    visit(item.node)
  }
  let shared = 0
  for (const node of held) if (node.uniform) shared++
  return { each: held.size - shared + 1, shared }
}

const innermost = (scope: CodeScope): CodeScope[] => {
  const inside = scope.items.flatMap(item => (item.type === 'loop' ? innermost(item.scope) : []))
  return inside.length === 0 && scope.parent !== undefined ? [scope] : inside
}

/**
 * The most vectors that fit, a divisor of `vectors`. Where not even two do, as many as allowed: values have to go
 * through memory anyway, and one vector can then wait for it while the next goes on.
 */
const vectorsTogether = (graph: Graph, vectors: number, allowed: number): number => {
  const needs = innermost(graph.root).map(needOf)
  const fits = (count: number): boolean => needs.every(({ each, shared }) => count * each + shared <= registers)
  const counts: number[] = []
  for (let count = Math.min(vectors, allowed); count >= 1; count--) if (vectors % count === 0) counts.push(count)
  return counts.find(count => count > 1 && fits(count)) ?? counts[0]
}

/** True for an expression that reads a variable only at the present labels, and not in a sum. */
const readsInPlace = (expression: Expression, wanted: Variable): boolean => {
  let inPlace = true
  const visit = ({ variable, positions }: { readonly variable: Variable; readonly positions: readonly number[] }) => {
    if (variable === wanted && positions.some(position => position !== -1)) inPlace = false
  }
  eachRead(expression, visit, 0)
  eachSum(expression, sum => {
    const inside = ({ variable }: { readonly variable: Variable }): void => {
      if (variable === wanted) inPlace = false
    }
    eachRead(sum.body, inside, 0)
  })
  return inPlace
}

/**
 * Hidden variables with one text that a single equation over the same labels reads in the same routine: what is left of
 * a cohort before it moves up, for example. Nobody outside the module sees them.
 */
export const passedOn = (model: LinkedModel): ReadonlySet<Variable> => {
  const items = Object.values(model.order).flat()
  const readers = new Map<Variable, EquationNode[]>()
  for (const item of items) {
    for (const node of nodesOf(item)) {
      for (const { variable } of node.reads) {
        const known = readers.get(variable)
        if (known === undefined) readers.set(variable, [node])
        else known.push(node)
      }
    }
  }
  for (const { gap, scale } of model.checks) for (const variable of [gap, scale]) readers.delete(variable)
  const found = new Set<Variable>()
  for (const item of items) {
    if (item.type !== 'equations') continue
    const here = new Set(item.nodes)
    for (const { variable, closing, pieces } of item.nodes) {
      if (variable.kind !== 'hidden' || variable.state || closing || pieces.length !== 1) continue
      const [reader, another] = readers.get(variable) ?? []
      if (reader === undefined || another !== undefined || !here.has(reader)) continue
      if (reader.variable.mask !== variable.mask) continue
      if (reader.pieces.every(({ expression }) => readsInPlace(expression, variable))) found.add(variable)
    }
  }
  return found
}

/** Writes the functions of one module. */
class Emitter {
  readonly module = new ModuleWriter()
  readonly pool: ConstantPool
  readonly layout: Layout
  readonly resultsAt: number
  readonly elementary: Elementary
  private readonly constants: ReadonlyMap<Variable, number>
  readonly passedOn: ReadonlySet<Variable>
  readonly gathered = new Set<Variable>()

  constructor(model: LinkedModel, settings: Settings) {
    const { members, stepsPerYear, keepAll = false } = settings
    this.constants = new Map(stepsPerYear === undefined ? [] : [[model.clock.timeStep, 1 / stepsPerYear]])
    this.passedOn = keepAll ? new Set() : passedOn(model)
    this.layout = layOut(model, members)
    this.resultsAt = this.layout.end
    this.pool = new ConstantPool(nextLine(this.resultsAt + resultBytes(this.layout)))
    this.elementary = addElementary(this.module, this.pool)
  }

  private shape(stretch: Stretch, graph: Graph): BlockShape {
    const vectors = this.layout.members / 2
    return { vectors, together: vectorsTogether(graph, vectors, stretch.long ? togetherInLongLoops : togetherAtMost) }
  }

  /** Facts known in a stretch; data that a long one reads are gathered, if it is repeated. */
  private knownIn({ long: isLongStretch }: Stretch, once: boolean): Known {
    const { constants, gathered } = this
    const has = (variable: Variable): boolean => {
      if (isLongStretch && !once && variable.kind === 'datum') gathered.add(variable)
      return gathered.has(variable)
    }
    return { constants, passedOn: this.passedOn, gathered: { has } }
  }

  private function(nests: readonly Nest[], { sequential, once }: PlannedRoutine): number {
    const code = new Code(places)
    const stretches = stretchesOf(nests, sequential)
    const besideLong = stretches.some(stretch => stretch.long)
    for (const stretch of stretches) {
      const graph = new Graph()
      const writer = new EquationWriter(graph, this.layout, this.elementary, this.knownIn(stretch, once))
      for (const nest of stretch.nests) writeNest(graph, writer, nest, besideLong ? mostCopies : 0)
      lower(graph, code, this.pool, this.shape(stretch, graph), { opening: 0, closing: 1 })
    }
    return this.module.add(code)
  }

  routine(routine: PlannedRoutine): void {
    const { name } = routine
    const targets = this.functionsOf(routine)
    if (targets.length === 1) {
      this.module.export(name, targets[0])
      return
    }
    const code = new Code(places)
    for (const target of targets) code.get(0).get(1).call(target)
    this.module.add(code, [], name)
  }

  /** Adds the export `gather`, which puts the data of the first member where long loops read them. */
  gather(): void {
    const { layout, module } = this
    const code = new Code([])
    const [from, to] = [code.local(types.i32), code.local(types.i32)]
    for (const variable of this.gathered) {
      const own = layout.spanOf(variable, false)
      const shared = layout.gathered(variable)
      const end = shared.first + variable.size * shared.bytesOfElement
      code.i32(own.first).set(from).i32(shared.first).set(to).loop()
      code.get(to).get(from).number('f64.load').number('f64.store')
      code.get(from).i32(own.bytesOfElement).op('i32.add').set(from)
      code.get(to).i32(shared.bytesOfElement).op('i32.add').tee(to).i32(end).op('i32.lt_u').repeatIf().op('end')
    }
    module.add(code, [], 'gather')
  }

  private takesSums(group: Group): boolean {
    return hasLongLoops(group) && group.parts.some(({ node }) => !this.passedOn.has(node.variable))
  }

  /** Parts that are written; those of variables that are passed on wait until they are read. */
  private written(nests: readonly Nest[]): Nest[] {
    return nests
      .map(nest => ({ ...nest, parts: nest.parts.filter(({ node }) => !this.passedOn.has(node.variable)) }))
      .filter(({ parts, totals }) => parts.length + totals.length > 0)
  }

  private functionsOf(routine: PlannedRoutine): number[] {
    const { nodes, sequential } = routine
    const nests = sequential
      ? inSequence(nodes).map(group => ({ ...group, totals: [] }))
      : this.written(withTotals(schedule(nodes, partsInGroup), { nest: group => this.takesSums(group), loosely: true }))
    const targets: number[] = []
    let chunk: Nest[] = []
    let parts = 0
    for (const nest of nests) {
      if (chunk.length > 0 && parts + nest.parts.length > partsInFunction) {
        targets.push(this.function(chunk, routine))
        chunk = []
        parts = 0
      }
      chunk.push(nest)
      parts += nest.parts.length
    }
    targets.push(this.function(chunk, routine))
    return targets
  }
}

const manifestVariable = (variable: Variable): ManifestVariable => ({
  name: variable.name,
  kind: variable.kind,
  unit: variable.unitText,
  doc: variable.doc,
  dimensions: variable.dimensions.map(({ name }) => name),
  offset: variable.offset,
  closingOffset: variable.closingOffset,
  size: variable.size,
})

export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly manifest: ModuleManifest
}

/**
 * Adds the export `signs`, the only one with a result: of the elements from a byte to another, which is excluded, not 0
 * if any of them has the sign of a number below zero in any member. There is at least one.
 */
const addSigns = (module: ModuleWriter, members: number): void => {
  const code = new Code([types.i32, types.i32])
  const [at, end] = [0, 1]
  const vectors = Array.from({ length: members / 2 }, () => code.local(types.v128))
  code.loop()
  vectors.forEach((signs, vector) => {
    code
      .get(signs)
      .get(at)
      .memory('v128.load', vector * bytesOfVector)
      .lane('v128.or')
      .set(signs)
  })
  code
    .get(at)
    .i32(members * 8)
    .op('i32.add')
    .tee(at)
    .get(end)
    .op('i32.lt_u')
    .repeatIf()
    .op('end')
  vectors.forEach((signs, vector) => {
    code.get(signs)
    if (vector > 0) code.lane('v128.or')
  })
  code.lane('i64x2.bitmask')
  module.add(code, [types.i32], 'signs')
}

/** Emits a model; `hash` names the bytes, for the manifest. */
export const emit = (
  model: LinkedModel,
  hash: (bytes: Uint8Array) => string,
  extensions: readonly Extension[] = [],
  settings: Settings = standard,
): Emitted => {
  const { members, stepsPerYear } = settings
  if (!(Number.isInteger(members / 4) && members > 0))
    throw new Error(`a block has a multiple of 4 members, not ${String(members)}`)
  const plan = modulePlanOf(model)
  const emitter = new Emitter(model, settings)
  for (const routine of plan.routines) emitter.routine(routine)
  emitter.gather()
  const { layout, module, pool, elementary, resultsAt } = emitter
  addWorst({ module, pool, layout, resultsAt }, model)
  addSigns(module, members)
  for (const extend of extensions) extend({ module, pool, elementary, members })
  module.place(layout.positions, new Uint8Array(layout.numbers.buffer))
  module.place(pool.start, pool.bytes())
  const memoryEnd = nextLine(pool.end)
  const bytes = module.result(Math.ceil(memoryEnd / 65536))
  const kept = model.hidden.filter(variable => !emitter.passedOn.has(variable))
  const variables = [...model.variables.values(), ...kept]
  const manifest: ModuleManifest = {
    format: 'heartland-wasm-3',
    model: model.name,
    hash: hash(bytes),
    members,
    size: Math.max(...variables.map(({ offset, closingOffset, size }) => Math.max(offset, closingOffset) + size)),
    valuesAt: layout.valuesAt,
    resultsAt,
    memoryEnd,
    stateBytes: layout.stateBytes,
    ...(stepsPerYear === undefined ? {} : { stepsPerYear }),
    inputsEnd: model.inputsEnd,
    gathered: [...emitter.gathered].map(({ name }) => name),
    dimensions: Object.fromEntries([...model.dimensions.values()].map(({ name, labels }) => [name, labels])),
    variables: variables.map(manifestVariable),
    yearly: variables.some(variable => variable.annual || variable.kind === 'yearMean'),
    base: plan.base,
    afterTrial: plan.afterTrial,
    annual: plan.annual,
    step: plan.step,
    yearAudit: plan.yearAudit,
    audit: plan.audit,
    stepStates: model.stepStates,
    annualStates: model.annualStates,
    checks: model.checks.map(({ where, gap, tolerance, annual }) => ({
      where,
      dimensions: gap.dimensions.map(({ name }) => name),
      size: gap.size,
      tolerance,
      annual,
    })),
    boundedStocks: boundedStocks(model),
  }
  return { bytes, manifest }
}
