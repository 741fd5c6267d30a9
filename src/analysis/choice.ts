/** The scenario that somebody asks for: a package or a saved one, and what is set above it. */

import {
  type Assumptions,
  defaultRamp,
  defaultStart,
  leverAt,
  type LeverSetting,
  leversOf,
  type Policy,
  type Scenario,
  type SetInputs,
  stagesOf,
  standardAt,
} from '../engine/scenario.ts'
import type { Uncertainty } from '../engine/uncertainty.ts'
import type { Lever } from '../language/declare.ts'
import { listed } from '../language/listed.ts'
import type { Message } from '../language/messages.ts'
import { type Costing, costingOf } from './costs.ts'
import { modelHash } from './fingerprint.ts'
import { leverMessages } from './lever-messages.ts'
import { number } from './numbers.ts'
import { outsideOf, weakPaths } from './outside.ts'
import { type Package, packageFor } from './packages.ts'
import { checkScenario, financingLevers } from './policy.ts'
import { rulesOf } from './scenario-rules.ts'
import type { SavedScenario } from './scenario-text.ts'
import { type OpenRegion, timeOf } from './simulation.ts'

export interface Choice {
  readonly open: OpenRegion
  readonly scenario: Scenario
  readonly costing: Costing
  /** The package, when the policy is one and nothing was set besides. */
  readonly package: Package | undefined
  /** Remarks to print before the results. */
  readonly notes: readonly string[]
}

interface Words extends SetInputs {
  readonly name: string
  readonly package: Package | undefined
  readonly notes: readonly string[]
  /** What a file says of uncertain parameters, for ensembles. */
  readonly uncertainty: Uncertainty
}

const nothing: Words = {
  policy: {},
  assumptions: {},
  name: 'baseline',
  package: undefined,
  notes: [],
  uncertainty: {},
}

/** What a scenario says of uncertain parameters. */
export const uncertaintyOf = ({ correlations, truncations, distributions }: Scenario): Uncertainty => ({
  ...(correlations === undefined ? {} : { correlations }),
  ...(truncations === undefined ? {} : { truncations }),
  ...(distributions === undefined ? {} : { distributions }),
})

const fromSaved = (saved: NonNullable<AskedChoice['saved']>, open: OpenRegion): Words => {
  const { file, policy, assumptions, name } = saved
  const changed = [
    ...(saved.model === undefined || saved.model === modelHash(open.linked.source) ? [] : ['model']),
    ...(saved.data === undefined || saved.data === open.region.hash ? [] : ['data']),
  ]
  const notes = changed.map(
    what => `${file} was saved with another version of the ${what}: the results differ from those of that time.`,
  )
  const thresholds = Object.entries(saved.thresholds ?? {}).map(([id, value]) => `--threshold ${id}=${value}`)
  if (thresholds.length > 0)
    notes.push(
      `${file} moves thresholds of criteria, which are set aside here: \`heartland answer ${thresholds.join(' ')}\`.`,
    )
  // Without a name of its own it is known by where it comes from.
  const called = name.trim() === '' ? file : name
  return { policy, assumptions, name: called, package: undefined, notes, uncertainty: uncertaintyOf(saved) }
}

/** A package, or no policy at all. */
const fromPackage = (word: string | undefined, open: OpenRegion, costing: () => Costing): Words => {
  if (word === undefined || word === 'baseline') return nothing
  const policyPackage = packageFor(open, costing(), word)
  const { id, name, policy } = policyPackage
  return { ...nothing, policy, name: `${id} ${name}`, package: policyPackage }
}

/** What is asked for; nothing of it is current policy. */
export interface AskedChoice {
  /** Id or name of a package; 'baseline', like none, is current policy. */
  readonly package?: string | undefined
  /** A scenario that was saved in `file`, and has been checked. */
  readonly saved?: SavedScenario & { readonly file: string }
  readonly settings: Policy
  readonly assumptions: Assumptions
  /** The settings as they were written, for the name of the scenario. */
  readonly words: readonly string[]
}

/** Shares of an outlay change nothing where no lever of the policy has an outlay. */
const idleFinancing = (levers: ReadonlyMap<string, Lever>, policy: Policy): string[] => {
  const shares = financingLevers.filter(name => name in policy)
  const isSpent = Object.keys(policy).some(name => levers.get(name)?.cost !== undefined)
  return shares.length === 0 || isSpent
    ? []
    : [`${listed(shares)}: no measure of the policy has an outlay to pay for, so financing changes nothing.`]
}

/** Below this a value in % was probably meant as a fraction of one. */
const smallPercent = 0.1

/** What a setting does not do that was probably meant: it is in order, and has next to no effect. */
const weakSetting = (
  name: string,
  { standard, unit, bounds }: Lever,
  setting: LeverSetting,
  { start, end, stepsPerYear }: ReturnType<typeof timeOf>,
): Message | undefined => {
  const times = Array.from(
    { length: Math.round((end - start) * stepsPerYear) },
    (_, step) => start + step / stepsPerYear,
  )
  if (times.every(time => leverAt(standard, setting, time) === standardAt(standard, time)))
    return leverMessages.changesNothing({ name })
  const stages = stagesOf(setting)
  const { start: from = defaultStart, ramp = defaultRamp, end: until } = stages.at(-1)!
  if (until === undefined && from + ramp > end) {
    const share = `${number((100 * (end - from)) / ramp, 0)} %`
    return leverMessages.stillRising({ name, ramp, share, last: end - 1 })
  }
  const most = Math.max(...stages.map(({ value }) => Math.abs(value)))
  return unit === '%' && most > 0 && most < smallPercent && Math.max(...bounds.map(Math.abs)) >= 1
    ? leverMessages.smallPercent({ name, value: most, meant: Number((100 * most).toPrecision(6)) })
    : undefined
}

/** Of settings that stand above no other: those above a package may put a lever back to current policy. */
const weakSettings = (open: OpenRegion, settings: Policy, below: Policy): string[] => {
  const levers = leversOf(open.linked)
  return Object.entries(settings).flatMap(([name, setting]) => {
    const message = name in below ? undefined : weakSetting(name, levers.get(name)!, setting, timeOf(open))
    return message === undefined ? [] : [`${message.text.en}.`]
  })
}

/** Throws a UsageError for all that is wrong with it, before any run. */
export const chooseFrom = (open: OpenRegion, asked: AskedChoice): Choice => {
  const { package: named, saved, settings, words: written } = asked
  const rules = rulesOf(open)
  const assumptions = { ...saved?.assumptions, ...asked.assumptions }
  // Before any run, which assumptions that cannot be would stop.
  checkScenario(rules, { policy: { ...saved?.policy, ...settings }, assumptions })
  let made: Costing | undefined
  // A run of its own, which a policy of single levers does not need.
  const costing = (): Costing => (made ??= costingOf(open, assumptions))
  const words = saved === undefined ? fromPackage(named, open, costing) : fromSaved(saved, open)
  const policy = { ...words.policy, ...settings }
  checkScenario(rules, { policy, assumptions })
  const changed = Object.keys(settings).length > 0
  const name = changed ? [...(words.name === 'baseline' ? [] : [words.name]), ...written].join(' + ') : words.name
  return {
    open,
    get costing() {
      return costing()
    },
    scenario: {
      name,
      region: open.region.id,
      assumptions,
      policy,
      ...(open.under === undefined ? {} : { outside: outsideOf(open) }),
      ...words.uncertainty,
    },
    package: changed ? undefined : words.package,
    notes: [
      ...words.notes,
      ...idleFinancing(leversOf(open.linked), policy),
      ...weakSettings(open, settings, words.policy),
      ...weakPaths(open.linked, outsideOf(open), assumptions).map(({ text }) => `${text.en}.`),
    ],
  }
}
