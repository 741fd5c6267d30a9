/** Compiles a linked model to JavaScript: functions over one Float64Array, equations fused into shared loops. */

import type { LinkedModel, LinkedTable } from '../linked.ts'
import { makeProgram, type Evaluate, type Routine } from '../period.ts'
import type { Program } from '../program.ts'
import * as arithmetic from './arithmetic.ts'
import { Functions, Scope, Writer } from './code.ts'
import { inSequence, schedule, type Group } from './schedule.ts'

/** Functions stay small: V8 optimises many small ones far better than one big one. */
const partsInFunction = 80
const lettersInFunction = 12_000
/** A loop nest that runs this often has a function of its own, so that V8 takes it over soon. */
const longNest = 48

/** Writes one group as a loop nest into the function's outer scope. */
const writeGroup = (writer: Writer, root: Scope, { loops, parts }: Group): void => {
  writer.countReads(parts)
  let inner = root
  for (const loop of loops) inner = writer.open(inner, loop)
  for (const { node, piece } of parts) {
    for (const { low, high, dimension } of piece.loops) if (low === high) writer.hold(dimension, low)
    writer.assign(node, piece.expression, inner)
    for (const { low, high, dimension } of piece.loops) if (low === high) writer.release(dimension)
  }
  for (let scope = inner; scope !== root && scope.parent !== undefined; scope = scope.parent) scope.close()
  for (const { dimension } of loops) writer.release(dimension)
}

const isLong = ({ loops }: Group): boolean => {
  let trips = 1
  for (const { low, high } of loops) trips *= high - low + 1
  return trips >= longNest
}

/** Writes the functions of one routine and returns their names. */
const writeRoutine = (routine: Routine, writer: Writer): string[] => {
  if (routine.sequential) {
    // A member may read another's value of the round before: nothing may be kept beyond one equation.
    const groups = inSequence(routine.nodes)
    return groups.map(group => writer.separate(root => writeGroup(writer, root, group)))
  }
  const names: string[] = []
  const groups = schedule(routine.nodes, partsInFunction)
  for (let at = 0; at < groups.length; ) {
    if (isLong(groups[at])) {
      const group = groups[at++]
      names.push(writer.separate(root => writeGroup(writer, root, group)))
      continue
    }
    let parts = 0
    const name = writer.separate(root => {
      do {
        const group = groups[at++]
        parts += group.parts.length
        writeGroup(writer, root, group)
      } while (
        at < groups.length &&
        !isLong(groups[at]) &&
        parts + groups[at].parts.length <= partsInFunction &&
        root.text.length < lettersInFunction
      )
    })
    names.push(name)
  }
  return names
}

/** The generated source: the body of a function that returns one function for each routine. */
export const javascriptSource = (model: LinkedModel, routines: readonly Routine[]): string => {
  const tables = new Map<LinkedTable, number>()
  let head =
    "'use strict'\nvar{exp,ln,pow,square,cube,logistic,interpolate,total}=arithmetic,{min,max,abs,sqrt,floor}=Math\n"
  for (const table of model.tables.values()) {
    const at = tables.size
    tables.set(table, at)
    head += `var x${at}=tables[${at}].arguments,y${at}=tables[${at}].results\n`
  }
  const functions = new Functions()
  const writer = new Writer(functions, tables, model.size)
  let tail = 'return['
  for (const routine of routines) {
    const names = writeRoutine(routine, writer)
    if (names.length === 1) tail += names[0] + ',\n'
    else {
      tail += '(function(v){'
      for (const name of names) tail += name + '(v);'
      tail += '}),\n'
    }
  }
  return head + functions.text + tail + ']'
}

type Build = (functions: typeof arithmetic, tables: readonly LinkedTable[]) => readonly Evaluate[]

/** A program compiled to JavaScript. */
export const compile = (model: LinkedModel): Program =>
  makeProgram(model, (linked, routines) => {
    // eslint-disable-next-line no-new-func -- generated from the model, never from outside text
    const build = new Function('arithmetic', 'tables', javascriptSource(linked, routines)) as Build
    return build(arithmetic, [...linked.tables.values()])
  })
