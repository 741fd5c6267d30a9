/** The problems of a scenario: the one test of its levers, parameters, paths and thresholds against a model. */

import {
  defaultRamp,
  defaultStart,
  leverAt,
  type Assumptions,
  type LeverSetting,
  type LeverStage,
  type Policy,
  stagesOf,
} from '../engine/scenario.ts'
import type { OutsidePaths } from '../engine/outside.ts'
import type { Uncertainty } from '../engine/uncertainty.ts'
import { addressedLabels, addressedVariable, addressParts } from '../language/address.ts'
import { type Message, UsageError } from '../language/messages.ts'
import { unitInWords } from '../language/unit-words.ts'
import { unknownMessage } from '../language/usage.ts'
import { messages as usage } from '../texts/usage.ts'
import { standardThresholds, type Thresholds } from '../model/criteria.ts'
import { financingLevers, type Scenario, standardMembers, standardSeed } from './scenario.ts'
import { messages as leverMessages } from '../texts/lever.ts'
import { messages as scenarioMessages } from '../texts/scenario.ts'
import { outsideProblems } from './paths.ts'
import type { ParameterRule, ScenarioRules } from './rules.ts'
import { thresholdProblem } from './thresholds.ts'

/** '15 %', and a share or an index as it is. */
const withUnit = (value: number, unit: string): string =>
  unit === 'share' || unit === 'index' ? String(value) : `${value} ${unitInWords(unit)}`

type LeverRule = ReturnType<ScenarioRules['levers']['get']> & {}

const stageProblem = (
  name: string,
  lever: LeverRule,
  stage: LeverStage,
  horizon: Pick<ScenarioRules, 'start' | 'end'>,
): Message | undefined => {
  const { value, start = defaultStart, ramp = defaultRamp, end } = stage
  const [low, high] = lever.bounds
  if (!(value >= low && value <= high)) {
    const [given, most] = [withUnit(value, lever.unit), withUnit(high, lever.unit)]
    return leverMessages.outOfBounds({ name, doc: lever.doc, value: given, low, high: most })
  }
  if (start >= horizon.end) return leverMessages.startsTooLate({ name, start, last: horizon.end - 1 })
  if (start < horizon.start) {
    return leverMessages.startsTooEarly({ name, start, first: horizon.start })
  }
  if (ramp < 0) return leverMessages.negativeRamp({ name, ramp })
  if (end !== undefined && end <= start) {
    return leverMessages.endsTooEarly({ name, end, start })
  }
  return undefined
}

/** Stages in the order in which they hold: none starts before the one before it has started, or has not ended yet. */
const orderProblem = (name: string, setting: LeverSetting): Message | undefined => {
  const stages = stagesOf(setting)
  for (const [at, stage] of stages.entries()) {
    const next = stages[at + 1]
    const start = stage.start ?? defaultStart
    if (next?.start === undefined) continue
    if (next.start <= start) return leverMessages.stagesOutOfOrder({ name, next: next.start, start })
    if (stage.end !== undefined && stage.end > next.start) {
      return leverMessages.stagesOverlap({ name, next: next.start, end: stage.end })
    }
  }
  return undefined
}

const problemOf = (name: string, lever: LeverRule, setting: LeverSetting, rules: ScenarioRules): Message | undefined =>
  stagesOf(setting)
    .map(stage => stageProblem(name, lever, stage, rules))
    .find(message => message !== undefined) ?? orderProblem(name, setting)

const at = (where: string, message: Message): Message =>
  where === '' ? message : usage.within({ where, text: message.text })

/** The fault of a part of a scenario: of one lever, assumption or path, or of several together. */
export interface ScenarioProblem {
  readonly part: 'policy' | 'assumptions' | 'outside' | 'thresholds'
  readonly names: readonly string[]
  readonly message: Message
}

/** The largest sum of shares: of the first values, and of all values at any time where they change. */
const largestSum = ({ start, end }: ScenarioRules, ways: readonly LeverSetting[]): number => {
  const first = ways.reduce((sum, { value }) => sum + value, 0)
  if (ways.every(({ later }) => later === undefined)) return first
  const quarters = Array.from({ length: Math.ceil((end - start) * 4) }, (_, step) => start + step / 4)
  return Math.max(...quarters.map(time => ways.reduce((sum, setting) => sum + leverAt(0, setting, time), 0)))
}

/** The fault of the name of a lever, with a label where it takes one. */
const leverProblem = ({ levers }: ScenarioRules, address: string): Message => {
  const name = addressedVariable(address)
  if (levers.has(name)) return leverMessages.leverWithoutLabel({ name })
  const labels = [...levers.keys()].flatMap(one => (addressedVariable(one) === name ? addressedLabels(one) : []))
  if (labels.length === 0) return unknownMessage('lever', address, levers.keys(), { command: 'heartland list levers' })
  if (name === address) return leverMessages.leverLabel({ name, label: labels[0]!, known: labels.join(', ') })
  return unknownMessage('label', addressedLabels(address).join(', '), labels, { of: name })
}

/** Shares of one whole that are more than the whole. */
const shareProblems = (rules: ScenarioRules, policy: Policy): ScenarioProblem[] => {
  const wholes = Map.groupBy(Object.keys(policy), name => rules.levers.get(name)?.partOf)
  return [...wholes].flatMap(([whole, names]): ScenarioProblem[] => {
    if (whole === undefined) return []
    const most = largestSum(
      rules,
      names.map(name => policy[name]!),
    )
    if (most <= 1 + 1e-9) return []
    const sum = most.toFixed(2)
    return whole === 'outlay'
      ? [
          {
            part: 'policy',
            names: financingLevers,
            message: leverMessages.financingShares({ levers: financingLevers.join(', '), sum }),
          },
        ]
      : [{ part: 'policy', names, message: leverMessages.sharesOfWhole({ levers: names.join(', '), sum }) }]
  })
}

const policyProblems = (rules: ScenarioRules, policy: Policy): ScenarioProblem[] => {
  const { levers } = rules
  const problems = Object.entries(policy).flatMap(([name, setting]): ScenarioProblem[] => {
    const lever = levers.get(name)
    const message = lever === undefined ? leverProblem(rules, name) : problemOf(name, lever, setting, rules)
    return message === undefined ? [] : [{ part: 'policy', names: [name], message }]
  })
  const wrong = new Set(problems.flatMap(({ names }) => names))
  const sound = Object.fromEntries(Object.entries(policy).filter(([name]) => !wrong.has(name)))
  return [...problems, ...shareProblems(rules, sound)]
}

/** The parts of a scenario that are held against a model. */
type Given = Pick<Scenario, 'policy' | 'assumptions' | 'outside' | 'thresholds'>

/**
 * Everything that is wrong with the policy and the assumptions of a scenario: the one test of what comes from a link, a
 * file, the command line or the browser's storage.
 */
export const scenarioProblems = (
  rules: ScenarioRules,
  { policy, assumptions, outside = {}, thresholds = {} }: Given,
): ScenarioProblem[] => [
  ...policyProblems(rules, policy),
  ...assumptionProblems(rules, assumptions),
  ...pathProblems(rules, outside),
  ...thresholdProblems(thresholds),
]

const thresholdProblems = (thresholds: Thresholds): ScenarioProblem[] => {
  const known = Object.keys(standardThresholds)
  return Object.entries(thresholds).flatMap(([name, value]): ScenarioProblem[] => {
    const message = known.includes(name) ? thresholdProblem(name, value) : unknownMessage('measure', name, known)
    return message === undefined ? [] : [{ part: 'thresholds', names: [name], message }]
  })
}

const pathProblems = (rules: ScenarioRules, outside: OutsidePaths): ScenarioProblem[] =>
  outsideProblems(rules, outside).map(({ name, message }) => ({ part: 'outside', names: [name], message }))

const complain = (problems: readonly ScenarioProblem[], where: string): void => {
  if (problems.length > 0) throw new UsageError(...problems.map(({ message }) => at(where, message)))
}

/** Complains of all that is wrong with a scenario; `where` is the file or run that sets it. */
export const checkScenario = (rules: ScenarioRules, scenario: Given, where = ''): void =>
  complain(scenarioProblems(rules, scenario), where)

/** Complains of external conditions that cannot be set so. */
export const checkOutside = (rules: ScenarioRules, outside: OutsidePaths, where = ''): void =>
  complain(pathProblems(rules, outside), where)

/** Simulations of each package that may be asked for: a page runs them in some minutes. */
export const mostSimulations = 100_000

/** The fault of the seed and the number of simulations that a scenario asks for. */
export const samplingProblems = ({
  seed = standardSeed,
  members = standardMembers,
}: Pick<Scenario, 'seed' | 'members'>): Message[] => [
  ...(Number.isSafeInteger(seed) && seed >= 0
    ? []
    : [usage.wholeNumber({ option: 'seed', text: seed, least: 0, most: Number.MAX_SAFE_INTEGER })]),
  ...(Number.isInteger(members) && members >= 2 && members <= mostSimulations
    ? []
    : [usage.wholeNumber({ option: 'members', text: members, least: 2, most: mostSimulations })]),
]

/** Times the largest value thought possible beyond which no study goes. */
const farthest = 1000

/** The fault of a value for a parameter; zero is allowed, because it switches an effect off. */
const outOfRange = (address: string, rule: ParameterRule, value: number): Message | undefined => {
  const { unit, low, high } = rule
  const isShare = unit === 'share' && low >= 0 && high <= 1
  const least = rule.least ?? (low >= 0 ? 0 : -farthest * Math.max(-low, high))
  const most = rule.most ?? (isShare ? 1 : farthest * Math.max(-low, high))
  if (most === 0 || (value >= least && value <= most)) return undefined
  const [from, to] = [low, high].map(one => Number(one.toPrecision(3)))
  return scenarioMessages.assumptionRange({
    name: address,
    value,
    low: from,
    high: to === from ? undefined : String(to),
    unit,
    least,
    most: Number(most.toPrecision(3)),
  })
}

/** The fault of 'wageFromSlack' or 'wageProfile[young]' as the address of a parameter. */
const addressProblem = ({ levers, parameters }: ScenarioRules, address: string): Message | undefined => {
  const { name = '', labels = [] } = addressParts(address) ?? {}
  const rule = parameters.get(name)
  if (rule === undefined) {
    if (levers.has(name)) return scenarioMessages.leverNotParameter({ name })
    const word = name === '' ? address : name
    return unknownMessage('parameter', word, parameters.keys(), { command: 'heartland list parameters' })
  }
  const unknown = labels.find(label => !rule.labels.includes(label))
  return unknown === undefined ? undefined : unknownMessage('label', unknown, rule.labels, { of: name })
}

const assumptionProblem = (rules: ScenarioRules, address: string, value: number): Message | undefined => {
  const problem = addressProblem(rules, address)
  if (problem !== undefined) return problem
  const rule = rules.parameters.get(addressedVariable(address))!
  // A single element may be zero: what equations divide by is the sum over all.
  if (value === 0 && address === rule.name && rule.dividedBy !== undefined) {
    return scenarioMessages.assumptionDivides({ name: rule.name, equation: rule.dividedBy })
  }
  return outOfRange(address, rule, value)
}

/** The assumptions of parts of a whole that no longer add up to 1. */
const partProblems = (rules: ScenarioRules, assumptions: Assumptions): ScenarioProblem[] => {
  const names = new Set(Object.keys(assumptions).map(addressedVariable))
  return [...rules.parameters.values()].flatMap(({ name, parts }): ScenarioProblem[] => {
    if (parts === undefined || !names.has(name)) return []
    const whole = assumptions[name]
    const values = Object.entries(parts).map(([label, part]) => assumptions[`${name}[${label}]`] ?? whole ?? part)
    const sum = values.reduce((total, value) => total + value, 0)
    if (Math.abs(sum - 1) < 1e-9) return []
    const message = scenarioMessages.partsOfWhole({ name, labels: Object.keys(parts).join(', '), sum: sum.toFixed(2) })
    return [
      { part: 'assumptions', names: Object.keys(assumptions).filter(one => addressedVariable(one) === name), message },
    ]
  })
}

const assumptionProblems = (rules: ScenarioRules, assumptions: Assumptions): ScenarioProblem[] => {
  const problems = Object.entries(assumptions).flatMap(([name, value]): ScenarioProblem[] => {
    const message = assumptionProblem(rules, name, value)
    return message === undefined ? [] : [{ part: 'assumptions', names: [name], message }]
  })
  return [...problems, ...partProblems(rules, assumptions)]
}

/** The values that a distribution has in its middle or at its ends. */
const places = new Set(['low', 'mode', 'high', 'mean', 'median'])

/** Complains of truncations and distributions beyond what a parameter can be; whether they fit together, the engine says. */
export const checkDraws = (
  rules: ScenarioRules,
  { truncations = [], distributions = {} }: Uncertainty,
  where: string,
): void => {
  const values: Array<readonly [string, number]> = [
    ...truncations.flatMap(({ parameter, low, high }) =>
      [low, high].flatMap(bound => (bound === undefined ? [] : [[parameter, bound] as const])),
    ),
    ...Object.entries(distributions).flatMap(([name, given]) =>
      Object.entries(given).flatMap(([part, value]) => (places.has(part) ? [[name, Number(value)] as const] : [])),
    ),
  ]
  const problems = values.flatMap(([name, value]) => assumptionProblem(rules, name, value) ?? [])
  if (problems.length > 0) throw new UsageError(...problems.map(message => at(where, message)))
}
