/** Effects of exogenous paths in the model as it stands: some act only where a switch is on, some are only reported. */

import { createZerosOf } from '../../language/division.ts'
import { operandsOf } from '../../language/expression.ts'
import type { Expression, LinkedModel, Variable } from '../../language/linked.ts'
import { oncePer } from '../../language/once-per.ts'

/** Nothing to say where a path acts on output, and through it on everything. */
export type PathEffect =
  | { readonly kind: 'acts' }
  /** All that leads on is multiplied by parameters that are 0. */
  | { readonly kind: 'switched'; readonly by: readonly string[] }
  /** Outcomes that nothing else in the model depends on. */
  | { readonly kind: 'reported'; readonly in: readonly string[] }

interface Edge {
  readonly to: Variable
  /** The parameter of 0 that keeps the reader from moving with what it reads. */
  readonly gate: Variable | undefined
}

const edgesOf = (linked: LinkedModel): ReadonlyMap<Variable, readonly Edge[]> => {
  const zerosOf = createZerosOf('every')
  const edges = new Map<Variable, Edge[]>()
  const gateOf = (expression: Expression): Variable | undefined => {
    const zeros = zerosOf(expression)
    if (zeros === 'all') return undefined
    return [...zeros].find(({ declaration }) => declaration?.kind === 'parameter' && declaration.value === 0)
  }
  const walk = (to: Variable, expression: Expression, outer: Variable | undefined): void => {
    const gate = outer ?? gateOf(expression)
    if (expression.op === 'read') {
      const { variable } = expression
      edges.set(variable, [...(edges.get(variable) ?? []), { to, gate }])
    }
    for (const part of operandsOf(expression)) walk(to, part, gate)
  }
  for (const variable of linked.variables.values())
    for (const node of [variable.value, variable.closing])
      for (const { expression } of node?.pieces ?? []) walk(variable, expression, undefined)
  return edges
}

const reachedFrom = (
  start: Variable,
  edges: ReadonlyMap<Variable, readonly Edge[]>,
  follows: (edge: Edge) => boolean,
): ReadonlySet<Variable> => {
  const reached = new Set([start])
  // A set that is walked through takes in what is added on the way.
  for (const variable of reached) for (const edge of edges.get(variable) ?? []) if (follows(edge)) reached.add(edge.to)
  return reached
}

/** By path. */
export const pathEffects = oncePer((linked: LinkedModel): ReadonlyMap<string, PathEffect> => {
  const edges = edgesOf(linked)
  const output = linked.variables.get('output')!
  const effectOf = (path: Variable): PathEffect => {
    const moved = reachedFrom(path, edges, ({ gate }) => gate === undefined)
    if (moved.has(output)) return { kind: 'acts' }
    const gates = [...moved].flatMap(variable => (edges.get(variable) ?? []).flatMap(({ gate }) => gate?.name ?? []))
    if (gates.length > 0) return { kind: 'switched', by: [...new Set(gates)] }
    // The figure of the region has the words of that of its areas.
    const outcomes = new Map(
      [...moved].toReversed().flatMap(({ outcome, doc, name }) => (outcome ? [[doc, name]] : [])),
    )
    return { kind: 'reported', in: [...outcomes.values()].toReversed() }
  }
  return new Map(
    [...linked.variables.values()]
      .filter(({ kind }) => kind === 'exogenous')
      .map(variable => [variable.name, effectOf(variable)]),
  )
})
