/**
 * Reports the audit of a run: every check of the accounts, its largest residual over all steps, and where it occurs.
 */

import type { RunInput } from '../../../engine/run.ts'
import type { Check } from '../../../language/linked.ts'
import { residualOf } from '../../../language/period.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { quarterName } from './books.ts'

export interface AuditedCheck {
  readonly id: string
  readonly label: string
  /** The numbers that are checked in a step, counted. */
  readonly numbers: number
  readonly steps: number
  /** Largest distance from zero over all of them, relative to its scale (output for money). */
  readonly largestResidual: number
  readonly where: string
  readonly quarter: string
  /** All within their tolerance. */
  readonly holds: boolean
}

/** Rows and columns of a matrix are one check each; an identity is one. */
const kindOf = ({ owner, where }: Check): { readonly id: string; readonly label: string } => {
  if (owner.type === 'identity') return { id: owner.name, label: owner.doc }
  const column = where.startsWith(`${owner.title}: column `)
  if (column && owner.redundant !== undefined && where.endsWith(` ${owner.redundant}`)) {
    const label = owner.columns.find(({ name }) => name === owner.redundant)?.doc ?? owner.redundant
    return {
      id: `${owner.name}.redundant`,
      label: `${label}: the column of the ${owner.title} that no equation forces`,
    }
  }
  return column
    ? { id: `${owner.name}.columns`, label: `Every column of the ${owner.title} sums to zero` }
    : { id: `${owner.name}.rows`, label: `Every row of the ${owner.title} between sectors sums to zero` }
}

/** In the order in which the model declares them. */
export const auditReport = (
  { linked, simulator }: OpenRegion,
  input: Omit<RunInput, 'record' | 'observe' | 'audit'>,
): AuditedCheck[] => {
  const found = new Map<string, { -readonly [Key in keyof AuditedCheck]: AuditedCheck[Key] }>()
  for (const check of linked.checks) {
    const { id, label } = kindOf(check)
    const known = found.get(id)
    if (known !== undefined) known.numbers += check.gap.size
    else {
      const none = { steps: 0, largestResidual: 0, where: '', quarter: '', holds: true }
      found.set(id, { id, label, numbers: check.gap.size, ...none })
    }
  }
  simulator.run({
    ...input,
    record: [],
    audit: true,
    observe: (values, _, time) => {
      const opensYear = values[linked.clock.stepOfYear.offset] === 0
      const counted = new Set<string>()
      for (const check of linked.checks) {
        if (check.annual && !opensYear) continue
        const entry = found.get(kindOf(check).id)!
        if (!counted.has(entry.id)) entry.steps++
        counted.add(entry.id)
        const { relative, where, tolerance } = residualOf(check, values)
        if (!(relative <= tolerance)) entry.holds = false
        // Also true for what is not a number, which must be seen.
        if (!(relative <= entry.largestResidual) || entry.where === '') {
          entry.largestResidual = relative
          entry.where = where
          entry.quarter = quarterName(time, simulator.horizon.stepsPerYear)
        }
      }
    },
  })
  return [...found.values()]
}
