/** Compiles a linked model to JavaScript: many small functions over one Float64Array, equations fused into shared loops. */

import { eachRead } from '../expression.ts'
import type { LinkedModel, LinkedTable, SumLoop } from '../linked.ts'
import { makeProgram, type Evaluate, type Routine } from '../period.ts'
import type { Program } from '../program.ts'
import * as arithmetic from './arithmetic.ts'
import { Scope, Writer } from './code.ts'
import { inSequence, schedule, type Group } from './schedule.ts'

/** Functions stay small: V8 optimises many small ones far better than one big one. */
const partsInFunction = 80
const lettersInFunction = 12_000

/** How often each address is read in a group at its own labels: what is read twice is kept in a constant. */
const countReads = (group: Group): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const { piece } of group.parts) {
    eachRead(
      piece.expression,
      (read, taken) => {
        const { variable, positions } = read
        if ((taken & variable.mask) !== 0) return
        let start = read.closing ? variable.closingOffset : variable.offset
        for (let at = 0; at < positions.length; at++) {
          const position = positions[at] ?? -1
          if (position >= 0) start += position * (variable.strides[at] ?? 0)
        }
        counts.set(start, (counts.get(start) ?? 0) + 1)
      },
      0,
    )
  }
  return counts
}

const openLoops = (writer: Writer, root: Scope, loops: readonly SumLoop[]): Scope[] => {
  const scopes = [root]
  let scope = root
  for (const loop of loops) {
    scope = writer.open(scope, loop)
    scopes.push(scope)
  }
  return scopes
}

/** Writes one group as a loop nest into the function's outer scope. */
const writeGroup = (writer: Writer, root: Scope, group: Group): void => {
  writer.reads = countReads(group)
  const scopes = openLoops(writer, root, group.loops)
  const inner = scopes[scopes.length - 1] ?? root
  for (const { node, piece } of group.parts) {
    const fixed = piece.loops.filter(loop => loop.low === loop.high)
    for (const { dimension, low } of fixed) writer.hold(dimension, low)
    writer.assign(node, piece.expression, inner)
    for (const { dimension } of fixed) writer.release(dimension)
  }
  for (let at = scopes.length - 1; at > 0; at--) {
    const parent = scopes[at - 1]
    const scope = scopes[at]
    if (parent !== undefined && scope !== undefined) parent.lines.push(scope.close())
  }
  for (const { dimension } of group.loops) writer.release(dimension)
}

/** Source text of the functions of one routine. */
const writeRoutine = (routine: Routine, tables: ReadonlyMap<LinkedTable, number>): string[] => {
  const bodies: string[] = []
  let writer = new Writer(tables)
  let root = new Scope(undefined, undefined)
  let parts = 0
  let letters = 0
  const finish = (): void => {
    if (root.lines.length > 0) bodies.push(root.lines.join('\n'))
    writer = new Writer(tables)
    root = new Scope(undefined, undefined)
    parts = 0
    letters = 0
  }
  if (routine.sequential) {
    // A member may read another's value of the round before: nothing may be kept beyond one equation.
    for (const group of inSequence(routine.nodes)) {
      const own = new Scope(undefined, undefined)
      writeGroup(writer, own, group)
      root.lines.push(`{${own.lines.join('\n')}}`)
    }
    finish()
    return bodies
  }
  for (const group of schedule(routine.nodes, partsInFunction)) {
    if (parts > 0 && (parts + group.parts.length > partsInFunction || letters > lettersInFunction)) finish()
    const before = root.lines.length
    writeGroup(writer, root, group)
    parts += group.parts.length
    for (let at = before; at < root.lines.length; at++) letters += root.lines[at]?.length ?? 0
  }
  finish()
  return bodies
}

/** The generated source: the body of a function that returns one function for each routine. */
export const javascriptSource = (model: LinkedModel, routines: readonly Routine[]): string => {
  const tables = new Map([...model.tables.values()].map((table, at) => [table, at]))
  const lines = [
    "'use strict'",
    'const{exp,ln,pow,square,cube,logistic,interpolate}=arithmetic',
    'const{min,max,abs,sqrt,floor}=Math',
  ]
  for (const at of tables.values())
    lines.push(`const x${String(at)}=tables[${String(at)}].arguments,y${String(at)}=tables[${String(at)}].results`)
  let count = 0
  const calls = routines.map(routine => {
    const names = writeRoutine(routine, tables).map(body => {
      const name = `f${String(count++)}`
      lines.push(`function ${name}(v){\n${body}\n}`)
      return name
    })
    return names.length === 1 ? (names[0] ?? '') : `function(v){${names.map(name => `${name}(v)`).join(';')}}`
  })
  lines.push(`return[${calls.join(',\n')}]`)
  return lines.join('\n')
}

type Build = (functions: typeof arithmetic, tables: readonly LinkedTable[]) => readonly Evaluate[]

/** A program compiled to JavaScript. */
export const compile = (model: LinkedModel): Program =>
  makeProgram(model, (linked, routines) => {
    // eslint-disable-next-line no-new-func -- generated from the model, never from outside text
    const build = new Function('arithmetic', 'tables', javascriptSource(linked, routines)) as Build
    return build(arithmetic, [...linked.tables.values()])
  })
