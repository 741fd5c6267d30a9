/** Links a model: names, dimensions, phases, units and order are settled, or every problem is reported. */

import type { Model } from './declare.ts'
import { linkAccounts } from './accounts.ts'
import { linkEquations } from './equations.ts'
import { ModelError } from './errors.ts'
import type { Clock, EquationNode, LinkedModel, Variable, VariableKind } from './linked.ts'
import { collect, report, type Directory } from './names.ts'
import { orderPhase } from './order.ts'

export type { LinkedModel, Variable } from './linked.ts'

const inputKinds: readonly VariableKind[] = ['clock', 'parameter', 'datum', 'exogenous', 'lever', 'shock']

interface Layout {
  readonly size: number
  readonly inputsEnd: number
  readonly stepStates: LinkedModel['stepStates']
  readonly annualStates: LinkedModel['annualStates']
}

/** Gives every variable its place: inputs, bases, states (opening, then closing in the same order), equations, hidden. */
const layOut = (variables: readonly Variable[]): Layout => {
  let size = 0
  const place = (chosen: readonly Variable[]): void => {
    for (const variable of chosen) {
      variable.offset = size
      size += variable.size
    }
  }
  for (const kind of inputKinds) place(variables.filter(variable => variable.kind === kind))
  const inputsEnd = size
  place(variables.filter(variable => variable.phase === 'base' && variable.offset < 0))
  const states = (phase: 'step' | 'annual'): LinkedModel['stepStates'] => {
    const chosen = variables.filter(variable => variable.state && variable.phase === phase)
    const opening = size
    place(chosen)
    const length = size - opening
    for (const variable of chosen) variable.closingOffset = variable.offset + length
    size += length
    return { opening, closing: opening + length, length }
  }
  const stepStates = states('step')
  const annualStates = states('annual')
  place(variables.filter(variable => variable.offset < 0))
  return { size, inputsEnd, stepStates, annualStates }
}

const checkRecords = (directory: Directory): void => {
  for (const { name, declaration } of directory.entries) {
    if (declaration.kind === 'lever' && !(declaration.bounds[0] <= declaration.bounds[1])) {
      report(
        directory,
        name,
        `${name}: the lower bound ${String(declaration.bounds[0])} is above the upper bound ${String(declaration.bounds[1])}`,
      )
    }
  }
}

/**
 * Links a model for given labels of the dimensions that a region supplies.
 * Throws a ModelError with every problem found.
 */
export const linkModel = (model: Model, labels: Readonly<Record<string, readonly string[]>> = {}): LinkedModel => {
  const directory = collect(model, labels)
  checkRecords(directory)
  for (const entry of directory.entries) linkEquations(directory, entry)
  const accounts = linkAccounts(directory)

  const variables = [...directory.variables.values()]
  const ranked = [...variables, ...directory.hidden].sort((a, b) => a.rank - b.rank)
  const nodes: Record<'base' | 'annual' | 'step', EquationNode[]> = { base: [], annual: [], step: [] }
  for (const variable of ranked) {
    const { value, closing, phase, kind } = variable
    if (phase === 'audit') continue
    // Bounds and residuals of unknowns belong to the search, not to the order.
    const search = kind === 'hidden' && phase === 'base'
    if (value !== undefined && !search) nodes[variable.state ? 'base' : phase].push(value)
    if (closing !== undefined && phase !== 'base') nodes[phase].push(closing)
  }
  const order = {
    base: orderPhase(directory, nodes.base, 'base'),
    annual: orderPhase(directory, nodes.annual, 'annual'),
    step: orderPhase(directory, nodes.step, 'step'),
    audit: accounts.nodes.length === 0 ? [] : [{ type: 'equations' as const, nodes: accounts.nodes }],
  }
  if (directory.problems.length > 0) throw new ModelError(directory.problems)

  const layout = layOut([...variables, ...directory.hidden])
  const clock = (name: keyof Clock): Variable => {
    const variable = directory.variables.get(name)
    if (variable === undefined) throw new Error(`the clock lacks ${name}`)
    return variable
  }
  return {
    name: model.name,
    source: model,
    dimensions: directory.dimensions,
    sectors: model.sectors.map(sector => ({
      title: sector.title,
      doc: sector.doc,
      annual: sector.annual,
      over: sector.over,
      names: Object.keys(sector.declarations),
    })),
    variables: directory.variables,
    hidden: directory.hidden,
    tables: directory.tables,
    matrices: accounts.matrices,
    identities: accounts.identities,
    checks: accounts.checks,
    clock: {
      startTime: clock('startTime'),
      timeStep: clock('timeStep'),
      time: clock('time'),
      stepNumber: clock('stepNumber'),
      stepOfYear: clock('stepOfYear'),
      yearEnds: clock('yearEnds'),
    },
    order,
    ...layout,
  }
}
