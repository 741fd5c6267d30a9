/** Provides the standard value of a lever as an expression, so that no equation repeats it. */

import type { Directory } from './directory.ts'
import { binary, ifElse, literal, readOf } from './expression.ts'
import type { Expression, Phase, Variable } from './linked.ts'

/**
 * The standard that a lever declares, in its base unit, at the time of the text: a number, or a choice by the clock where
 * the standard is a path. Base texts see the standard at the start. What a region says of the past of a lever does not
 * move it: the standard is the model's own.
 */
export const standardOf = (
  directory: Directory,
  lever: Variable,
  phase: Phase,
  place?: { readonly start: number; readonly end: number },
): Expression => {
  const { declaration, factor } = lever
  if (declaration?.kind !== 'lever') throw new Error(`${lever.name} is no lever`)
  const { standard } = declaration
  const natural = (value: number): Expression => literal(value / factor, place)
  if (typeof standard === 'number') return natural(standard)
  const clock = directory.variables.get(phase === 'base' ? 'startTime' : 'time')
  if (clock === undefined) throw new Error('the clock lacks time')
  let found = natural(standard[0]?.[1] ?? 0)
  for (const [from, value] of standard.slice(1))
    found = ifElse(binary('>=', readOf(clock), literal(from)), natural(value), found, place)
  return found
}
