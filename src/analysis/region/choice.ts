/** Opens the scenario that somebody states: a package or a saved scenario, and what is set above it. */

import {
  defaultRamp,
  defaultStart,
  leverAt,
  type LeverSetting,
  leversOf,
  type Policy,
  stagesOf,
  standardAt,
} from '../../engine/scenario.ts'
import type { Lever } from '../../language/declare.ts'
import { listed } from '../../language/typeset.ts'
import { type Message, UsageError } from '../../language/messages.ts'
import { changedSince } from '../../scenario/link.ts'
import { messages as leverMessages } from '../../texts/lever.ts'
import { statedIn } from '../../scenario/json.ts'
import { checkScenario } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import {
  type Scenario,
  uncertaintyOf,
  financed,
  financingLevers,
  financingOf,
  financingWays,
  spends,
  standardWay,
  statesFinancing,
  withFinancing,
  policyIn,
  regimeAssumptions,
  type Stated,
} from '../../scenario/scenario.ts'
import { settingWords } from '../../scenario/words.ts'
import { type Costing, costingOf } from '../policies/costs.ts'
import { type OpenRegion, timeOf } from './simulation.ts'
import { madeWith } from './fingerprint.ts'
import { number } from '../words/numbers.ts'
import { outsideOf, weakPaths } from './outside.ts'
import { type Package, packageFor } from '../policies/packages.ts'

export interface Choice {
  readonly open: OpenRegion
  readonly scenario: Scenario
  readonly costing: Costing
  /** The package, when the policy is one and nothing was set besides. */
  readonly package: Package | undefined
  /** Remarks to print before the results. */
  readonly notes: readonly string[]
}

/** A scenario that was saved in a file or a link, and has been checked. */
export type Saved = Scenario & { readonly file: string }

/** Remarks on the parts of a saved scenario that do not hold here. */
const savedNotes = ({ file, thresholds = {}, ...saved }: Saved, open: OpenRegion): string[] => {
  const changed = changedSince(saved, madeWith(open)).map(
    what => `${file} was saved with another version of the ${what}: the results differ from those of that time.`,
  )
  const moved = Object.entries(thresholds).map(([id, value]) => `--threshold ${id}=${value}`)
  return moved.length === 0
    ? changed
    : [
        ...changed,
        `${file} moves thresholds of criteria, which are set aside here: \`heartland answer ${moved.join(' ')}\`.`,
      ]
}

/** Without a name of its own a saved scenario is known by where it comes from. */
const savedName = ({ name, file }: Saved): string => (name.trim() === '' ? file : name)

/** Shares of an outlay change nothing where no lever of the policy has an outlay. */
const idleFinancing = (levers: ReadonlyMap<string, Lever>, policy: Policy): string[] => {
  const shares = financingLevers.filter(name => name in policy)
  return shares.length === 0 || spends(levers, policy)
    ? []
    : [`${listed(shares)}: no measure of the policy has an outlay to pay for, so financing changes nothing.`]
}

/** Below this a value in % was probably meant as a fraction of one. */
const smallPercent = 0.1

/** A remark on a setting that is in order but has next to no effect, which was probably not meant. */
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

const unpaidNote = (file: string): string =>
  `${file} finances nothing of what its levers spend, as scenarios did when it was saved; --financing half pays for it as everything else is paid for.`

/** The policy with who pays for it: as somebody says, else as what was saved says, else by the default. */
const financedPolicy = (
  levers: ReadonlyMap<string, Lever>,
  base: Policy,
  settings: Policy,
  stated: Stated,
  saved: Saved | undefined,
): Pick<Scenario, 'policy' | 'financing'> => {
  const policy = { ...base, ...settings }
  if (stated.financing !== undefined) {
    const shares = financingLevers.filter(name => name in settings)
    if (shares.length > 0) throw new UsageError(leverMessages.financedTwice({ levers: shares.join(', ') }))
    const paid = withFinancing(policy, financingWays[stated.financing])
    return stated.financing === 'none' ? { policy: paid, financing: 'none' } : { policy: paid }
  }
  // The shares of a package hold for all that is set above it, also for what starts earlier.
  if (saved === undefined && statesFinancing(base) && !statesFinancing(settings) && spends(levers, policy))
    return { policy: withFinancing(policy, financingOf(levers, base)) }
  const way = saved?.financing ?? (saved !== undefined && spends(levers, base) ? 'none' : standardWay)
  const paid = financed(levers, policy, way)
  return way === 'none' && spends(levers, policy) && !statesFinancing(policy)
    ? { policy: paid, financing: way }
    : { policy: paid }
}

/** The scenario that a program states in JSON, opened and checked: of HTTP, and of whoever answers questions. */
export const scenarioFrom = (json: unknown, open: OpenRegion): Choice => chooseFrom(open, statedIn(json))

/** Throws a UsageError for all that is wrong with it, before any run. `saved` takes the place of a package. */
export const chooseFrom = (open: OpenRegion, stated: Stated, saved?: Saved): Choice => {
  const rules = rulesOf(open)
  const settings = policyIn(stated)
  const assumptions = { ...saved?.assumptions, ...regimeAssumptions(stated.regime), ...stated.assume }
  // Before any run, which assumptions that cannot be would stop.
  checkScenario(rules, { policy: { ...saved?.policy, ...settings }, assumptions })
  let made: Costing | undefined
  // A run of its own, which a policy of single levers does not need.
  const costing = (): Costing => (made ??= costingOf(open, assumptions))
  const named = typeof stated.policy === 'string' && stated.policy !== 'baseline' ? stated.policy : undefined
  const policyPackage = saved !== undefined || named === undefined ? undefined : packageFor(open, costing(), named)
  const base = saved?.policy ?? policyPackage?.policy ?? {}
  const levers = leversOf(open.linked)
  const { financing, policy } = financedPolicy(levers, base, settings, stated, saved)
  checkScenario(rules, { policy, assumptions })
  const baseName =
    saved !== undefined
      ? savedName(saved)
      : policyPackage === undefined
        ? 'baseline'
        : `${policyPackage.id} ${policyPackage.name}`
  const written = [
    ...Object.entries(settings).map(([lever, setting]) => settingWords(lever, setting)),
    ...(stated.financing === undefined ? [] : [`financing=${stated.financing}`]),
  ]
  const changed = written.length > 0
  return {
    open,
    get costing() {
      return costing()
    },
    scenario: {
      name: changed ? [...(baseName === 'baseline' ? [] : [baseName]), ...written].join(' + ') : baseName,
      region: open.region.id,
      assumptions,
      policy,
      ...(financing === undefined ? {} : { financing }),
      ...(open.under === undefined ? {} : { outside: outsideOf(open) }),
      ...(saved === undefined ? {} : uncertaintyOf(saved)),
    },
    package: changed ? undefined : policyPackage,
    notes: [
      ...(saved === undefined ? [] : savedNotes(saved, open)),
      ...idleFinancing(levers, policy),
      ...(saved !== undefined && spends(levers, base) && financing === 'none' ? [unpaidNote(saved.file)] : []),
      ...weakSettings(open, settings, base),
      ...weakPaths(open.linked, outsideOf(open), assumptions).map(({ text }) => `${text.en}.`),
      ...(open.judged?.judgement.warnings ?? []).map(({ text }) => `${text.en}.`),
    ],
  }
}
