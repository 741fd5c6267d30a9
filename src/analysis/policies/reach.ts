/** Whom a lever concerns: the group of people that its cost is reckoned by, found in the equations of the model. */

import { readRun } from '../../engine/run/reader.ts'
import { leversOf, type SetInputs } from '../../engine/scenario.ts'
import type { Lever } from '../../language/declare.ts'
import type { LinkedModel, Variable } from '../../language/linked.ts'
import { packageStart } from '../../model/packages.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** People now, in the unit of the model. */
const people = 'person m'

/** Kinds whose value the equations do not give: a share of this kind is a rate, not a part of the group. */
const given: ReadonlySet<Variable['kind']> = new Set(['lever', 'parameter', 'datum', 'exogenous'])

/** Units of a part of a group. */
const ofPart: ReadonlySet<string> = new Set(['share', '1/year'])

const variablesIn = (text: string, { variables }: LinkedModel): Variable[] =>
  [...new Set(text.match(/\b[a-z]\w*/gi) ?? [])].flatMap(name => variables.get(name) ?? [])

/** The one group of people in a text; undefined where there are several or none, or only a part of it counts. */
const groupIn = (text: string, linked: LinkedModel): Variable | undefined => {
  // A supplement to an amount, (1 + rate), takes no part of the group.
  const found = variablesIn(text.replaceAll(/\(1 \+ \w+\)/g, ''), linked)
  const groups = found.filter(({ unitText }) => unitText === people)
  const parts = found.filter(({ unitText, kind }) => ofPart.has(unitText) && !given.has(kind))
  return groups.length === 1 && parts.length === 0 ? groups[0] : undefined
}

/** A variable that holds the group of the previous step stands for the group itself. */
const current = (variable: Variable, { variables }: LinkedModel): Variable => {
  const { declaration } = variable
  return (
    (declaration?.kind === 'delay' && typeof declaration.of === 'string' ? variables.get(declaration.of) : undefined) ??
    variable
  )
}

/** In the cost of a lever, or in the equation of the spending that the cost takes beyond its standard. */
const groupOf = (name: string, { cost }: Lever, linked: LinkedModel): Variable | undefined => {
  if (cost === undefined) return undefined
  const texts = typeof cost === 'string' ? [cost] : Object.values(cost)
  const own = texts.flatMap(text => groupIn(text, linked) ?? [])
  if (own[0] !== undefined) return own[0]
  const spending = texts.flatMap(text => variablesIn(text, linked)).filter(({ kind }) => kind === 'equation')
  const written = spending.flatMap(variable => variable.texts.map(({ text }) => text))
  return written.flatMap(text =>
    variablesIn(text, linked).some(one => one.name === name) ? (groupIn(text, linked) ?? []) : [],
  )[0]
}

/** By lever: the variable of the model that counts them. Levers that share an outlay share the group. */
export const groupsConcerned = (linked: LinkedModel): ReadonlyMap<string, Variable> => {
  const levers = leversOf(linked)
  const groups = new Map<string, Variable>()
  for (const [name, { cost }] of levers) {
    const spender = typeof cost === 'string' && levers.has(cost) ? cost : name
    const group = groupOf(spender, levers.get(spender)!, linked)
    if (group !== undefined) groups.set(name, current(group, linked))
  }
  return groups
}

/** Million people in the whole region by variable, mean of the year in which packages start, in the central projection. */
export const peopleReached = (
  { linked, simulator, region }: OpenRegion,
  { policy, assumptions }: SetInputs,
): Readonly<Record<string, number>> => {
  const names = [...new Set([...groupsConcerned(linked).values()].map(({ name }) => name))]
  const view = readRun(simulator.run({ policy, assumptions, record: names }))
  return Object.fromEntries(
    names.map(name => [name, region.areas.reduce((sum, area) => sum + view.mean(name, packageStart, area), 0)]),
  )
}
