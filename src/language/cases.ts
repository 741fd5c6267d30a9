/** Equations given by one text, or by one text for each label of a dimension. */

import type { EquationText } from './declare.ts'
import { reportAt } from './directory.ts'
import { nearest } from './errors.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Expression, LinkedDimension, Phase, Piece, SumLoop, Variable } from './linked.ts'
import type { Message } from './messages.ts'
import type { Resolver } from './resolve.ts'
import type { Unit } from './units.ts'

/** A resolved text: one expression, or one for each label of a dimension. */
interface Cases {
  readonly dimension: LinkedDimension
  readonly byPosition: readonly Expression[]
}
export type Resolved = Expression | Cases

export const isCases = (resolved: Resolved): resolved is Cases => 'byPosition' in resolved

/** Splits an equation made of several texts into pieces within which each text is one expression. */
export const pieces = (
  loops: readonly SumLoop[],
  texts: readonly Resolved[],
  build: (expressions: readonly Expression[]) => Expression,
): Piece[] => {
  const cased = texts.find(isCases)
  if (cased === undefined) return [{ loops, expression: build(texts as readonly Expression[]) }]
  const { dimension } = cased
  const at = (text: Resolved, position: number): Resolved =>
    isCases(text) && text.dimension === dimension ? text.byPosition[position] : text
  const found: Piece[] = []
  const last = dimension.labels.length - 1
  for (let low = 0; low <= last; ) {
    let high = low
    while (high < last && texts.every(text => at(text, high + 1) === at(text, low))) high++
    const narrowed = loops.map(loop => (loop.dimension === dimension ? { dimension, low, high } : loop))
    const start = low
    const here = texts.map(text => at(text, start))
    for (const piece of pieces(narrowed, here, build)) found.push(piece)
    low = high + 1
  }
  return found
}

/** Requirements of a text of a variable. */
interface Wanted {
  readonly variable: Variable
  /** The part that the text gives: '' for the main text, else 'inflow', 'initial', … */
  readonly role: string
  readonly unit: Unit | undefined
  readonly phase: Phase
  readonly over: readonly LinkedDimension[]
}

const called = (role: string, name: string): string => (role === '' ? name : `${name} (${role})`)

const problem = (resolver: Resolver, { variable, role }: Wanted, what: Message, suggestion?: string): void =>
  reportAt(resolver.directory, variable.name, what, called(role, variable.name), suggestion)

const resolveText = (
  resolver: Resolver,
  { variable, role, unit, phase, over }: Wanted,
  text: string,
  label?: string,
): Expression | undefined => {
  const where = called(role, label === undefined ? variable.name : `${variable.name}[${label}]`)
  return resolver.text({ name: variable.name, where, text, phase, over, unit })
}

/** The dimension whose labels a record of texts lists. */
const recordDimension = (
  resolver: Resolver,
  wanted: Wanted,
  labels: readonly string[],
): LinkedDimension | undefined => {
  const { over } = wanted
  const owners = over.filter(dimension => labels.every(label => dimension.positions.has(label)))
  if (owners.length === 1 && labels.length > 0) return owners[0]
  const listed = labels.join(', ')
  if (over.length === 0) {
    problem(resolver, wanted, linker.recordOver({ labels: listed }))
    return undefined
  }
  if (owners.length > 1) {
    problem(resolver, wanted, linker.recordOfSeveral({ labels: listed, owners: owners.map(({ name }) => name) }))
    return undefined
  }
  const known = over.flatMap(dimension => dimension.labels)
  const unknown = labels.find(label => !known.includes(label)) ?? labels[0] ?? ''
  const meant = nearest(unknown, known)
  const names = over.map(({ name }) => name)
  problem(resolver, wanted, linker.recordUnknown({ label: unknown, names, meant }), meant)
  return undefined
}

const resolveRecord = (
  resolver: Resolver,
  wanted: Wanted,
  texts: Readonly<Record<string, string>>,
): Cases | undefined => {
  const labels = Object.keys(texts).filter(label => label !== 'else')
  const dimension = recordDimension(resolver, wanted, labels)
  if (dimension === undefined) return undefined
  const missing = dimension.labels.filter(label => !labels.includes(label))
  const rest = texts['else']
  if (missing.length > 0 && rest === undefined) {
    problem(resolver, wanted, linker.recordMissing({ labels: missing, name: dimension.name }))
    return undefined
  }
  const other = missing.length > 0 && rest !== undefined ? resolveText(resolver, wanted, rest, 'else') : undefined
  // Labels with the same text share one expression, and so one piece where they are neighbours.
  const shared = new Map<string, Expression | undefined>()
  const byPosition: (Expression | undefined)[] = []
  for (const label of dimension.labels) {
    const text = texts[label]
    if (text === undefined) byPosition.push(other)
    else {
      if (!shared.has(text)) shared.set(text, resolveText(resolver, wanted, text, label))
      byPosition.push(shared.get(text))
    }
  }
  return byPosition.includes(undefined) ? undefined : { dimension, byPosition: byPosition as Expression[] }
}

/** Resolves a text, or a record of texts by label; undefined after an error, which is then reported. */
export const resolveCases = (resolver: Resolver, wanted: Wanted, text: EquationText): Resolved | undefined =>
  typeof text === 'string' ? resolveText(resolver, wanted, text) : resolveRecord(resolver, wanted, text)
