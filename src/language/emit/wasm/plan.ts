/** Plans the tasks of a host in each phase of a run, and the equations of each routine of the module. */

import type { EquationNode, Item, LinkedModel, Variable } from '../../linked.ts'
import type { PhaseTask } from './manifest.ts'
import { affectedByTrials, nodesOf } from '../../period.ts'
import { takesNearest } from '../../solve.ts'

/** Equations that one exported function evaluates; in a `sequential` one their order must be kept exactly. */
export interface PlannedRoutine {
  readonly name: string
  readonly nodes: readonly EquationNode[]
  readonly sequential: boolean
  /** Evaluated at the start of a run only. */
  readonly once: boolean
}

export interface ModulePlan {
  readonly routines: readonly PlannedRoutine[]
  readonly base: readonly PhaseTask[]
  /** The tasks of `base` that use a value found in the trial pass. */
  readonly afterTrial: readonly number[]
  readonly annual: readonly PhaseTask[]
  readonly step: readonly PhaseTask[]
  readonly audit: readonly PhaseTask[]
  /** The part of the audit that stays as it is within a year, before `audit`. */
  readonly yearAudit: readonly PhaseTask[]
}

const constantKinds: readonly string[] = ['parameter', 'datum', 'base']

/** Items of the checks of the accounts: first those that stay as they are within a year (people), then the rest. */
const auditsOf = (items: readonly Item[]): readonly [yearly: Item[], always: Item[]] => {
  const yearly = new Set<Variable>()
  const stays = (variable: Variable): boolean =>
    variable.annual || constantKinds.includes(variable.kind) || yearly.has(variable)
  for (const { variable, reads } of items.flatMap(nodesOf))
    if (reads.every(read => stays(read.variable))) yearly.add(variable)
  const only = (wanted: boolean): Item[] =>
    items.flatMap((item): Item[] => {
      if (item.type !== 'equations') return wanted ? [] : [item]
      const nodes = item.nodes.filter(({ variable }) => yearly.has(variable) === wanted)
      return nodes.length === 0 ? [] : [{ ...item, nodes }]
    })
  return [only(true), only(false)]
}

export const modulePlanOf = (model: LinkedModel): ModulePlan => {
  const routines: PlannedRoutine[] = []
  const tasksOf = (phase: string, items: readonly Item[]): PhaseTask[] =>
    items.map((item, at): PhaseTask => {
      const routine = `${phase}${String(at)}`
      const add = (name: string, nodes: readonly EquationNode[], sequential = false): void => {
        routines.push({ name, nodes, sequential, once: phase === 'base' })
      }
      switch (item.type) {
        case 'equations':
          add(routine, item.nodes)
          return { type: 'equations', routine }
        case 'simultaneous': {
          add(routine, item.nodes, true)
          const { name, tolerance, most } = item
          const members = item.nodes.map(({ variable }) => ({ variable: variable.name, unit: variable.unit.key }))
          return { type: 'simultaneous', routine, name, members, tolerance, most }
        }
        case 'solve': {
          const bounds = `${routine}bounds`
          add(bounds, item.bounds)
          add(routine, item.nodes)
          return {
            type: 'solve',
            routine,
            bounds,
            unknown: item.unknown.name,
            low: item.low.name,
            high: item.high.name,
            residual: item.residual.name,
            nearest: takesNearest(item.unknown),
          }
        }
        case 'trial':
          add(routine, [item.start])
          return { type: 'trial', routine, variable: item.variable.name, of: item.of.name }
      }
    })
  const base = tasksOf('base', model.order.base)
  const annual = tasksOf('annual', model.order.annual)
  const step = tasksOf('step', model.order.step)
  const [yearly, always] = auditsOf(model.order.audit)
  const yearAudit = tasksOf('yearAudit', yearly)
  const audit = tasksOf('audit', always)
  return { routines, base, afterTrial: affectedByTrials(model.order.base), annual, step, audit, yearAudit }
}
