/** Links a model: resolves names, dimensions, phases, units and order, or reports every problem. */

import type { Model } from './declare.ts'
import { type Accounts, accountsSize, linkAccounts } from './accounts.ts'
import { linkAtStandard, linkEquations } from './equations.ts'
import { ModelError } from './errors.ts'
import { type Clock, type EquationNode, inputKinds, type Item, type LinkedModel, type Variable } from './linked.ts'
import type { Directory } from './directory.ts'
import { withOutlays } from './outlays.ts'
import { type NeverChanges, presentIn } from './fold.ts'
import { directoryOf } from './names.ts'
import { orderPhase } from './order.ts'
import { Resolver } from './resolve.ts'

export type { LinkedModel } from './linked.ts'

export interface LinkOptions {
  /**
   * 'now' (when absent): the matrices and identities are linked with the rest, and their problems reported with the rest.
   * 'later': when somebody first asks for them. A run that nobody audits is spared a third of the work.
   */
  readonly accounts?: 'now' | 'later'
  /** Tells inputs whose numbers never change, which leaves some variables without concern; all are of concern when absent. */
  readonly never?: NeverChanges
}

interface Layout {
  readonly size: number
  readonly inputsEnd: number
  readonly stepStates: LinkedModel['stepStates']
  readonly annualStates: LinkedModel['annualStates']
}

/** Gives every variable its place: inputs, bases, states (opening, then closing in the same order), equations, hidden. */
const layOut = (variables: readonly Variable[]): Layout => {
  const inputs: Variable[][] = inputKinds.map(() => [])
  const bases: Variable[] = []
  const stepStates: Variable[] = []
  const annualStates: Variable[] = []
  const others: Variable[] = []
  for (let at = 0; at < variables.length; at++) {
    const variable = variables[at]
    const { phase } = variable
    const input = phase === 'base' ? inputKinds.indexOf(variable.kind) : -1
    if (input >= 0) inputs[input].push(variable)
    else if (phase === 'base') bases.push(variable)
    else if (!variable.state) others.push(variable)
    else if (phase === 'step') stepStates.push(variable)
    else annualStates.push(variable)
  }
  let size = 0
  const place = (chosen: readonly Variable[]): void => {
    for (let at = 0; at < chosen.length; at++) {
      chosen[at].offset = size
      size += chosen[at].size
    }
  }
  for (const chosen of inputs) place(chosen)
  const inputsEnd = size
  place(bases)
  const states = (chosen: readonly Variable[]): LinkedModel['stepStates'] => {
    const opening = size
    place(chosen)
    const length = size - opening
    for (const variable of chosen) variable.closingOffset = variable.offset + length
    size += length
    return { opening, closing: opening + length, length }
  }
  const step = states(stepStates)
  const annual = states(annualStates)
  place(others)
  return { size, inputsEnd, stepStates: step, annualStates: annual }
}

/** Nodes to evaluate in each phase, by the rank of the declaration; declared variables before hidden ones. */
const nodesOf = ({ variables, hidden }: Directory): Record<'base' | 'annual' | 'step', EquationNode[]> => {
  const nodes: Record<'base' | 'annual' | 'step', EquationNode[]> = { base: [], annual: [], step: [] }
  const add = (variable: Variable): void => {
    const { value, closing, phase, kind } = variable
    if (phase === 'audit') return
    // Bounds and residuals of unknowns belong to the search, not to the order.
    const search = kind === 'hidden' && phase === 'base'
    if (value !== undefined && !search) nodes[variable.state ? 'base' : phase].push(value)
    if (closing !== undefined && phase !== 'base') nodes[phase].push(closing)
  }
  // Both lists are in the order of the declarations already.
  let next = 0
  for (const variable of variables.values()) {
    for (; next < hidden.length && hidden[next].rank < variable.rank; next++) add(hidden[next])
    add(variable)
  }
  for (; next < hidden.length; next++) add(hidden[next])
  return nodes
}

/**
 * Links a model for given labels of the dimensions that a region supplies.
 * Throws a ModelError with every problem found.
 */
export const linkModel = (
  declared: Model,
  labels: Readonly<Record<string, readonly string[]>> = {},
  options: LinkOptions = {},
): LinkedModel => {
  const model = withOutlays(declared)
  const directory = directoryOf(model, labels)
  const { variables, hidden, problems } = directory
  const resolver = new Resolver(directory)
  const { entries } = directory
  for (let at = 0; at < entries.length; at++) linkEquations(resolver, entries[at])
  linkAtStandard(resolver)
  const early = options.accounts === 'later' ? undefined : linkAccounts(resolver)
  const nodes = nodesOf(directory)
  const base = orderPhase(directory, nodes.base, 'base')
  const annual = orderPhase(directory, nodes.annual, 'annual')
  const step = orderPhase(directory, nodes.step, 'step')
  if (problems.length > 0) throw new ModelError(problems)

  const layout = layOut([...variables.values(), ...hidden])
  const { size } = layout
  const placed = (accounts: Accounts): Accounts => {
    let offset = size
    for (const variable of accounts.variables) {
      variable.offset = offset
      offset += variable.size
      hidden.push(variable)
    }
    return accounts
  }
  let accounts = early === undefined ? undefined : placed(early)
  const linkedAccounts = (): Accounts => {
    if (accounts !== undefined) return accounts
    const late = linkAccounts(resolver)
    if (problems.length > 0) throw new ModelError(problems.splice(0))
    return (accounts = placed(late))
  }
  const clock = (name: keyof Clock): Variable => {
    const variable = variables.get(name)
    if (variable === undefined) throw new Error(`the clock lacks ${name}`)
    return variable
  }
  let present: LinkedModel['present'] | undefined
  return {
    name: model.name,
    source: declared,
    dimensions: directory.dimensions,
    sectors: model.sectors.map(sector => ({
      title: sector.title,
      doc: sector.doc,
      annual: sector.annual,
      over: sector.over,
      names: Object.keys(sector.declarations),
    })),
    variables,
    get hidden() {
      linkedAccounts()
      return hidden
    },
    get present() {
      return (present ??= options.never === undefined ? variables : presentIn(this, options.never))
    },
    tables: directory.tables,
    get matrices() {
      return linkedAccounts().matrices
    },
    get identities() {
      return linkedAccounts().identities
    },
    get checks() {
      return linkedAccounts().checks
    },
    clock: {
      startTime: clock('startTime'),
      timeStep: clock('timeStep'),
      time: clock('time'),
      stepNumber: clock('stepNumber'),
      stepOfYear: clock('stepOfYear'),
      yearEnds: clock('yearEnds'),
    },
    order: {
      base,
      annual,
      step,
      get audit(): readonly Item[] {
        const { nodes: found } = linkedAccounts()
        return found.length === 0 ? [] : [{ type: 'equations', nodes: found }]
      },
    },
    size: size + accountsSize(directory),
    inputsEnd: layout.inputsEnd,
    stepStates: layout.stepStates,
    annualStates: layout.annualStates,
  }
}
