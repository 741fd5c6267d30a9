/** Emits a linked model as a WebAssembly module: the same equations as the other targets, for a block of members. */

import type { EquationNode, LinkedModel, SumLoop, Variable } from '../../linked.ts'
import { eachSum } from './sums.ts'
import { inSequence, schedule } from '../schedule.ts'
import { type Nest, withTotals } from '../totals.ts'
import { Code, ModuleWriter } from './assembler.ts'
import { addElementary, type Elementary } from './elementary.ts'
import { EquationWriter } from './equations.ts'
import { Graph } from './graph.ts'
import { type Layout, layOut, nextLine } from './layout.ts'
import { lower, Pool, type Shape } from './lower.ts'
import type { Manifest, ManifestVariable } from './manifest.ts'
import { type PlannedRoutine, planOf } from './plan.ts'
import { addWorst, resultBytes } from './worst.ts'

export interface Settings {
  /** Members side by side: an even number. */
  readonly members: number
  /** Equations in one loop nest, and in one function, at most. */
  readonly partsInGroup: number
  readonly partsInFunction: number
  /** Vectors computed side by side in short loops, and in long ones. */
  readonly together: number
  readonly togetherInLongLoops: number
}

export const standard: Settings = {
  members: 8,
  partsInGroup: 80,
  partsInFunction: 30,
  together: 1,
  togetherInLongLoops: 4,
}

/** Loops over as many elements are long. */
const long = 32

const elementsOf = (loops: readonly SumLoop[]): number =>
  loops.reduce((product, { low, high }) => product * (high - low + 1), 1)

const hasLongLoops = ({ loops }: Pick<Nest, 'loops'>): boolean => elementsOf(loops) >= long

const isLong = ({ loops, parts }: Nest): boolean => {
  if (hasLongLoops({ loops })) return true
  let found = false
  for (const { piece } of parts) {
    eachSum(piece.expression, sum => {
      if (elementsOf(sum.loops) >= long) found = true
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
  readonly pool: Pool
  readonly elementary: Elementary
  readonly members: number
}) => void

/** Writes the functions of one module. */
class Emitter {
  readonly module = new ModuleWriter()
  readonly pool: Pool
  readonly layout: Layout
  readonly resultsAt: number
  readonly elementary: Elementary
  private readonly settings: Settings

  constructor(model: LinkedModel, settings: Settings) {
    this.settings = settings
    this.layout = layOut(model, settings.members)
    this.resultsAt = this.layout.valuesEnd
    this.pool = new Pool(nextLine(this.resultsAt + resultBytes(this.layout)))
    this.elementary = addElementary(this.module, this.pool)
  }

  private shape(stretch: Stretch): Shape {
    const { members, together, togetherInLongLoops } = this.settings
    const vectors = members / 2
    let wanted = Math.min(vectors, stretch.long ? togetherInLongLoops : together)
    while (vectors % wanted !== 0) wanted--
    return { vectors, together: wanted }
  }

  private function(nests: readonly Nest[], sequential: boolean): number {
    const code = new Code([])
    for (const stretch of stretchesOf(nests, sequential)) {
      const graph = new Graph()
      const writer = new EquationWriter(graph, this.layout, this.elementary)
      for (const nest of stretch.nests) writer.nest(nest)
      lower(graph, code, this.pool, this.shape(stretch))
    }
    const target = this.module.declare([], [])
    this.module.define(target, code)
    return target
  }

  routine({ name, nodes, sequential }: PlannedRoutine): void {
    const targets = this.functionsOf(nodes, sequential)
    if (targets.length === 1) {
      this.module.export(name, targets[0])
      return
    }
    const code = new Code([])
    for (const target of targets) code.call(target)
    const target = this.module.declare([], [])
    this.module.define(target, code)
    this.module.export(name, target)
  }

  private functionsOf(nodes: readonly EquationNode[], sequential: boolean): number[] {
    const { partsInGroup, partsInFunction } = this.settings
    const nests = sequential
      ? inSequence(nodes).map(group => ({ ...group, totals: [] }))
      : withTotals(schedule(nodes, partsInGroup), hasLongLoops)
    const targets: number[] = []
    let chunk: Nest[] = []
    let parts = 0
    for (const nest of nests) {
      if (chunk.length > 0 && parts + nest.parts.length > partsInFunction) {
        targets.push(this.function(chunk, sequential))
        chunk = []
        parts = 0
      }
      chunk.push(nest)
      parts += nest.parts.length
    }
    targets.push(this.function(chunk, sequential))
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
  readonly manifest: Manifest
}

/** Emits a model; `hash` names the bytes, for the manifest. */
export const emit = (
  model: LinkedModel,
  hash: (bytes: Uint8Array) => string,
  extensions: readonly Extension[] = [],
  settings: Settings = standard,
): Emitted => {
  const { members } = settings
  if (!(Number.isInteger(members / 4) && members > 0))
    throw new Error(`a block has a multiple of 4 members, not ${String(members)}`)
  const plan = planOf(model)
  const emitter = new Emitter(model, settings)
  for (const routine of plan.routines) emitter.routine(routine)
  const { layout, module, pool, elementary, resultsAt } = emitter
  addWorst({ module, pool, layout, resultsAt }, model)
  for (const extend of extensions) extend({ module, pool, elementary, members })
  module.place(layout.positions, new Uint8Array(layout.numbers.buffer))
  module.place(pool.start, pool.bytes())
  const memoryEnd = nextLine(pool.end)
  const bytes = module.result(Math.ceil(memoryEnd / 65536))
  const variables = [...model.variables.values(), ...model.hidden]
  const manifest: Manifest = {
    format: 'heartland-wasm-1',
    model: model.name,
    hash: hash(bytes),
    members,
    size: model.size,
    valuesAt: layout.valuesAt,
    resultsAt,
    memoryEnd,
    inputsEnd: model.inputsEnd,
    dimensions: Object.fromEntries([...model.dimensions.values()].map(({ name, labels }) => [name, labels])),
    variables: variables.map(manifestVariable),
    yearly: variables.some(variable => variable.annual || variable.kind === 'yearMean'),
    base: plan.base,
    afterTrial: plan.afterTrial,
    annual: plan.annual,
    step: plan.step,
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
  }
  return { bytes, manifest }
}
