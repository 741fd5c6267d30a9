/**
 * The parts to which a change is attributed: the levers of a policy, individually or by theme, or policy and
 * assumptions.
 */

import { addressedVariable } from '../../language/address.ts'
import { type Assumptions, leverAt, leversOf, type Policy, standardAt } from '../../engine/scenario.ts'
import { financingLevers } from '../../scenario/scenario.ts'
import type { OpenRegion } from '../region/simulation.ts'

export type PartKind = 'lever' | 'theme' | 'financing' | 'policy' | 'assumption' | 'assumptions'

/** Something that is in force as a whole or not at all. */
export interface ChangePart {
  /** Name of the lever or parameter, the theme, or the kind. */
  readonly id: string
  readonly label: string
  readonly kind: PartKind
  readonly policy: Policy
  readonly assumptions: Assumptions
}

/** Up to this many levers stand each by itself: 2^10 runs. Above, themes do. */
const mostLevers = 10

const isFinancing = (name: string): boolean => (financingLevers as readonly string[]).includes(name)

/** The levers that differ from what is in force at any time of the run. */
const movedLevers = ({ linked, simulator, region }: OpenRegion, policy: Policy): Policy => {
  const levers = leversOf(linked)
  const { stepsPerYear } = simulator.horizon
  const times = Array.from({ length: simulator.steps }, (_, step) => region.start + step / stepsPerYear)
  const moves = ([name, setting]: readonly [string, Policy[string]]): boolean => {
    const { standard } = levers.get(name)!
    return times.some(time => leverAt(standard, setting, time) !== standardAt(standard, time))
  }
  return Object.fromEntries(Object.entries(policy).filter(moves))
}

const part = (id: string, label: string, kind: PartKind, policy: Policy): ChangePart => ({
  id,
  label,
  kind,
  policy,
  assumptions: {},
})

/** Each lever by itself, financing as one, in the order of the policy. */
export const leverParts = (open: OpenRegion, policy: Policy): ChangePart[] => {
  const levers = leversOf(open.linked)
  const moved = Object.entries(movedLevers(open, policy))
  const single = moved
    .filter(([name]) => !isFinancing(name))
    .map(([name, setting]) => part(name, levers.get(name)!.doc, 'lever', { [name]: setting }))
  const financing = moved.filter(([name]) => isFinancing(name))
  // Financing has an effect only where something is spent.
  const spends = single.some(({ id }) => levers.get(id)!.cost !== undefined)
  return spends && financing.length > 0
    ? [...single, part('financing', 'Financing of the package', 'financing', Object.fromEntries(financing))]
    : single
}

/** One part for each theme, in the order of the list of levers. */
export const themeParts = (open: OpenRegion, policy: Policy): ChangePart[] => {
  const levers = leversOf(open.linked)
  const single = leverParts(open, policy)
  const theme = (one: ChangePart): string => (one.kind === 'financing' ? one.id : levers.get(one.id)!.theme)
  const themes = [...new Set([...levers.values()].map(lever => lever.theme)), 'financing']
  return themes.flatMap((name): ChangePart[] => {
    const own = single.filter(one => theme(one) === name)
    if (own.length === 0) return []
    if (name === 'financing') return own
    const together = Object.assign({}, ...own.map(one => one.policy)) as Policy
    return [part(name, name, 'theme', together)]
  })
}

/** Levers where few move, themes where many do. */
export const partsOf = (open: OpenRegion, policy: Policy, most = mostLevers): ChangePart[] => {
  const single = leverParts(open, policy)
  return single.length <= most ? single : themeParts(open, policy)
}

/** The policy as one part, and the assumptions each by itself, or as one where there are many. */
export const sourceParts = (open: OpenRegion, policy: Policy, assumptions: Assumptions): ChangePart[] => {
  const moved = movedLevers(open, policy)
  const names = Object.keys(assumptions)
  const label = (address: string): string => open.linked.variables.get(addressedVariable(address))?.doc ?? address
  const assumed: ChangePart[] =
    names.length <= mostLevers - 1
      ? names.map(name => ({
          id: name,
          label: label(name),
          kind: 'assumption',
          policy: {},
          assumptions: { [name]: assumptions[name] },
        }))
      : [{ id: 'assumptions', label: 'All assumptions', kind: 'assumptions', policy: {}, assumptions }]
  return Object.keys(moved).length === 0 ? assumed : [...assumed, part('policy', 'The policy', 'policy', policy)]
}

/** The value in force when the parts of a coalition are. */
export const inForce = (
  parts: readonly ChangePart[],
  coalition: number,
): { readonly policy: Policy; readonly assumptions: Assumptions } => {
  const chosen = parts.filter((_, at) => (coalition & (1 << at)) !== 0)
  return {
    policy: Object.assign({}, ...chosen.map(one => one.policy)) as Policy,
    assumptions: Object.assign({}, ...chosen.map(one => one.assumptions)) as Assumptions,
  }
}
