/** Compiles a linked model to JavaScript: functions over one Float64Array, equations fused into shared loops. */

import { elementsIn } from '../expression.ts'
import type { LinkedModel, LinkedTable, SumLoop, Variable } from '../linked.ts'
import { makeProgram, type Evaluate, type Routine } from '../period.ts'
import type { Program } from '../program.ts'
import * as arithmetic from './arithmetic.ts'
import { Writer } from './code.ts'
import { Body, WrittenFunctions } from './scope.ts'
import { inSequence, schedule, type Group, type ScheduledText } from './schedule.ts'
import { withTotals, type Nest, type Total } from './totals.ts'
import { isLongRow, liesAlong } from './written-out.ts'

/** Functions stay small: V8 optimises many small ones far better than one big one. */
const partsInFunction = 40
const lettersInFunction = 12_000
/** A loop nest that runs this often takes sums along, and has a function of its own for its rows. */
const longNest = 48

/** Writes one group as a loop nest into the function's outer scope. */
const writeNest = (writer: Writer, root: Body, nest: Nest): void => {
  const { loops, parts, totals } = nest
  const last = loops[loops.length - 1]
  if (totals.length === 0 && loops.length > 0 && parts.every(part => isRowCopy(part, last))) {
    writeCopies(writer, root, loops, parts)
    return
  }
  writer.forgetReads()
  writer.countReads(parts)
  writer.countReads(totals)
  if (loops.length > 0 && isLongRow(last)) {
    writeRows(writer, root, nest)
    return
  }
  const sums: string[] = []
  let inner = root
  startTotals(writer, totals, sums, inner, 0)
  for (let at = 0; at < loops.length; at++) {
    inner = writer.labels.open(inner, loops[at])
    startTotals(writer, totals, sums, inner, at + 1)
  }
  writeBody(writer, inner, nest, sums)
  for (let at = loops.length - 1; at >= 0; at--) {
    inner = writer.labels.close(inner, loops[at])
    for (let number = 0; number < totals.length; number++)
      if (totals[number].outerLoops === at) writer.store(totals[number].node, sums[number], inner)
  }
}

const startTotals = (
  writer: Writer,
  totals: readonly Total[],
  sums: string[],
  scope: Body,
  outerLoops: number,
): void => {
  for (let at = 0; at < totals.length; at++)
    if (totals[at].outerLoops === outerLoops) sums[at] = writer.startTotal(scope, '0')
}

/** Writes the innermost loop. */
const writeBody = (writer: Writer, inner: Body, { loops, parts, totals }: Nest, sums: readonly string[]): void => {
  for (let at = 0; at < parts.length; at++) {
    const { node, piece } = parts[at]
    if (piece.loops.length > loops.length) writer.labels.holdFixed(piece.loops)
    writer.assign(node, piece.expression, inner)
    if (piece.loops.length > loops.length) writer.labels.releaseFixed(piece.loops)
  }
  for (let at = 0; at < totals.length; at++) writer.addToTotal(sums[at], totals[at].sum.body, inner)
}

/**
 * The innermost loop in a function of its own, called for each row: V8 enters optimised code at the next call, and never
 * has to leave it at the end of an inner loop. Sums that go on over several rows wait in their places meanwhile.
 */
const writeRows = (writer: Writer, root: Body, nest: Nest): void => {
  const { loops, totals } = nest
  const row = loops[loops.length - 1]
  let outer = root
  for (let at = 0; at < loops.length - 1; at++) {
    for (const { node, outerLoops } of totals) if (outerLoops === at) writer.store(node, '0', outer)
    outer = writer.labels.open(outer, loops[at])
  }
  writer.apart(outer, own => {
    const sums = totals.map(({ node, outerLoops }) =>
      writer.startTotal(own, outerLoops < loops.length - 1 ? writer.placeOf(node, own) : '0'),
    )
    const inner = writer.labels.open(own, row)
    writeBody(writer, inner, nest, sums)
    writer.labels.close(inner, row)
    totals.forEach(({ node }, at) => writer.store(node, sums[at], own))
  })
  for (let at = loops.length - 2; at >= 0; at--) outer = writer.labels.close(outer, loops[at])
}

/** True for an equation that only copies another variable, neighbour by neighbour, as ageing does. */
const isRowCopy = ({ node, piece }: ScheduledText, row: SumLoop): boolean => {
  const { expression } = piece
  const read = expression.op === 'shift' ? expression.body : expression
  if (!isLongRow(row) || read.op !== 'read') return false
  if (
    expression.op === 'shift' &&
    piece.loops.some(({ dimension, low }) => dimension === expression.dimension && low < 1)
  )
    return false
  const strideOf = ({ dimensions, strides }: Variable): number => strides[dimensions.indexOf(row.dimension)] ?? 0
  return strideOf(node.variable) === 1 && liesAlong(read, row.dimension)
}

/** Row by row, without a loop over the innermost dimension. */
const writeCopies = (writer: Writer, root: Body, loops: readonly SumLoop[], parts: readonly ScheduledText[]): void => {
  const row = loops[loops.length - 1]
  let inner = root
  for (let at = 0; at < loops.length - 1; at++) inner = writer.labels.open(inner, loops[at])
  for (const { node, piece } of parts) {
    writer.labels.holdFixed(piece.loops)
    writer.labels.hold(row.dimension, row.low)
    writer.copy(node, piece.expression, row.high - row.low + 1, inner)
    writer.labels.releaseFixed(piece.loops)
  }
  writer.labels.release(row.dimension)
  for (let at = loops.length - 2; at >= 0; at--) inner = writer.labels.close(inner, loops[at])
}

const isLong = ({ loops }: Pick<Group, 'loops'>): boolean => elementsIn(loops) >= longNest

/** Writes the functions of one routine and returns their names. */
const writeRoutine = (routine: Routine, writer: Writer): string[] => {
  if (routine.sequential) {
    // A member may read another's value of the round before: nothing may be kept beyond one equation.
    const groups = inSequence(routine.nodes)
    return groups.map(group => writer.separate(root => writeNest(writer, root, { ...group, totals: [] })))
  }
  const names: string[] = []
  const groups = withTotals(schedule(routine.nodes, partsInFunction), { nest: isLong, loosely: false })
  for (let at = 0; at < groups.length; ) {
    let parts = 0
    const name = writer.separate(root => {
      do {
        const group = groups[at++]
        parts += isLong(group) ? 1 : group.parts.length
        writeNest(writer, root, group)
      } while (
        at < groups.length &&
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
    "'use strict'\nvar{exp,ln,pow,square,cube,logistic,interpolate,total,totalOfProducts}=arithmetic,{min,max,abs,sqrt,floor}=Math\n"
  for (const table of model.tables.values()) {
    const at = tables.size
    tables.set(table, at)
    head += `var x${at}=tables[${at}].arguments,y${at}=tables[${at}].results\n`
  }
  const functions = new WrittenFunctions()
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
