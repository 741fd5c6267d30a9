/** Parses scenarios as users write them, and checks them against the levers and parameters of the model. */

import type { Message } from '../language/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import type { LinkedModel } from '../language/linked.ts'
import {
  type Assumptions,
  defaultRamp,
  defaultStart,
  type LaterStage,
  leverAt,
  type LeverSetting,
  type LeverStage,
  leversOf,
  type Policy,
  type Scenario,
  settingFrom,
  stagesOf,
} from '../engine/scenario.ts'
import { addressedLabels, addressedVariable, addressParts } from '../language/address.ts'
import { standardThresholds, type Thresholds } from '../model/criteria.ts'
import type { OutsidePaths } from '../engine/outside.ts'
import { payerOf } from '../language/payer.ts'
import type { Uncertainty } from '../engine/uncertainty.ts'
import { leverMessages } from './lever-messages.ts'
import { type SettingPart, usage } from './messages.ts'
import { sumOf } from './moments.ts'
import { outsideProblems } from './outside.ts'
import type { ParameterRule, ScenarioRules } from './scenario-rules.ts'
import { halfWidth } from '../language/half-width.ts'
import { typedNumber, unknownMessage } from './usage.ts'
import { number, unitInWords } from './numbers.ts'
import { thresholdProblem } from './thresholds.ts'

const numberIn = (text: string, refusal: () => Message): number => {
  const value = typedNumber(text)
  if (value === undefined) throw new UsageError(refusal())
  return value
}

/** '1.5@2027:2:2035' -> a stage of the setting that is written as `whole`. */
const parseStage = (whole: string, piece: string): LeverStage => {
  const [, value = '', schedule] = /^([^@]*)(?:@(.*))?$/s.exec(piece) ?? []
  const times = schedule === undefined ? [] : schedule.split(':')
  if (times.length > 3) throw new UsageError(usage.tooManyTimes({ text: whole, count: times.length }))
  const [start, ramp, end] = times
  const read = (given: string, part: SettingPart): number =>
    numberIn(given, () => usage.notNumber({ whole, part, text: given }))
  const time = (given: string | undefined, part: SettingPart): number | undefined =>
    given === undefined ? undefined : read(given, part)
  const given = { start: time(start, 'start'), ramp: time(ramp, 'ramp'), end: time(end, 'end') }
  return {
    value: read(value, 'value'),
    ...(given.start === undefined ? {} : { start: given.start }),
    ...(given.ramp === undefined ? {} : { ramp: given.ramp }),
    ...(given.end === undefined ? {} : { end: given.end }),
  }
}

const startsSomewhere = (stage: LeverStage): stage is LaterStage => stage.start !== undefined

/** 'publicInvestment=1.5@2027:2,2@2030:1:2035', 'robotsTo[vehicles]=0.5' -> its name and setting. */
export const parseSetting = (given: string): readonly [string, LeverSetting] => {
  const text = halfWidth(given)
  const [, name, written] = /^\s*([^\s=[\]@]+(?:\[[^\]]+\])?)\s*=\s*(.*)$/s.exec(text) ?? []
  if (name === undefined || written === undefined) throw new UsageError(usage.setsNoLever({ text }))
  const [first = '', ...more] = written.split(',')
  const later = more.map(piece => parseStage(text, piece))
  const without = later.findIndex(stage => !startsSomewhere(stage))
  if (without >= 0) throw new UsageError(usage.laterWithoutStart({ whole: text, text: more[without] ?? '' }))
  return [name, settingFrom([parseStage(text, first), ...later.filter(startsSomewhere)])]
}

const stageWords = ({ value, start, ramp, end }: LeverStage): string => {
  const times =
    end !== undefined
      ? [start ?? defaultStart, ramp ?? defaultRamp, end]
      : ramp !== undefined
        ? [start ?? defaultStart, ramp]
        : start !== undefined
          ? [start]
          : []
  return `${value}${times.length === 0 ? '' : `@${times.join(':')}`}`
}

/** The words that `parseSetting` reads back as this setting. */
export const settingWords = (name: string, setting: LeverSetting): string =>
  `${name}=${stagesOf(setting).map(stageWords).join(',')}`

/** 'wageFromSlack=0.5', 'wageProfile[young]=0.8' -> its name and value. */
export const parseAssumption = (given: string): readonly [string, number] => {
  const text = halfWidth(given)
  const [, name, value] = /^\s*([^\s=[\]@]+(?:\[[^\]]+\])?)\s*=\s*(.*)$/.exec(text) ?? []
  if (name === undefined || value === undefined) throw new UsageError(usage.setsNoParameter({ text }))
  return [name, numberIn(value, () => usage.assumptionNotNumber({ whole: text, text: value }))]
}

/** '15 %', and a share or an index as it is. */
export const withUnit = (value: number, unit: string): string =>
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

/** The levers that say who pays what the province spends. */
export const financingLevers = [
  'financedByCentre',
  'financedByBonds',
  'financedByVehicles',
  'financedByLand',
  'financedByCuts',
] as const

export type FinancingLever = (typeof financingLevers)[number]

/** Share of the outlay that each way of financing pays once its first value is in force; the rest comes out of other spending. */
export const financingShares = (policy: Policy): Record<FinancingLever, number> =>
  Object.fromEntries(financingLevers.map(name => [name, policy[name]?.value ?? 0])) as Record<FinancingLever, number>

export interface Payment {
  readonly payer: string
  readonly how: string
  readonly share: number
}

/** Who finances a policy, and how. */
export const paymentsOf = (model: LinkedModel, policy: Policy): Payment[] => {
  const levers = leversOf(model)
  return Object.entries(financingShares(policy)).flatMap(([name, share]) => {
    const lever = levers.get(name)
    if (lever === undefined || share === 0) return []
    return [{ payer: payerOf(levers, name), how: lever.doc.replace(/^.* paid by /, ''), share }]
  })
}

const at = (where: string, message: Message): Message =>
  where === '' ? message : usage.within({ where, text: message.text })

/** What is wrong with a part of a scenario: with one lever, assumption or path, or with several together. */
export interface ScenarioProblem {
  readonly part: 'policy' | 'assumptions' | 'outside' | 'thresholds'
  readonly names: readonly string[]
  readonly message: Message
}

/** The largest sum of shares: of the first values, and of all values at any time where they change. */
const largestSum = ({ start, end }: ScenarioRules, ways: readonly LeverSetting[]): number => {
  const first = sumOf(ways.map(({ value }) => value))
  if (ways.every(({ later }) => later === undefined)) return first
  const quarters = Array.from({ length: Math.ceil((end - start) * 4) }, (_, step) => start + step / 4)
  return Math.max(...quarters.map(time => sumOf(ways.map(setting => leverAt(0, setting, time)))))
}

/** What is wrong with the name of a lever, with a label where it takes one. */
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
    const sum = number(most, 2)
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

/** A scenario as it comes from outside, with the thresholds of criteria that it moves. */
type Given = Pick<Scenario, 'policy' | 'assumptions' | 'outside'> & { readonly thresholds?: Thresholds }

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

/** What is wrong with the seed and the number of simulations that a scenario asks for. */
export const samplingProblems = ({ seed, members }: { readonly seed: number; readonly members: number }): Message[] => [
  ...(Number.isSafeInteger(seed) && seed >= 0
    ? []
    : [usage.wholeNumber({ option: 'seed', text: seed, least: 0, most: Number.MAX_SAFE_INTEGER })]),
  ...(Number.isInteger(members) && members >= 2 && members <= mostSimulations
    ? []
    : [usage.wholeNumber({ option: 'members', text: members, least: 2, most: mostSimulations })]),
]

/** Times the largest value thought possible beyond which no study goes. */
const farthest = 1000

/** What is wrong with a value for a parameter; zero is allowed, because it switches an effect off. */
const outOfRange = (address: string, rule: ParameterRule, value: number): Message | undefined => {
  const { unit, low, high } = rule
  const isShare = unit === 'share' && low >= 0 && high <= 1
  const least = rule.least ?? (low >= 0 ? 0 : -farthest * Math.max(-low, high))
  const most = rule.most ?? (isShare ? 1 : farthest * Math.max(-low, high))
  if (most === 0 || (value >= least && value <= most)) return undefined
  return usage.assumptionRange({
    name: address,
    value,
    low: Number(low.toPrecision(3)),
    high: Number(high.toPrecision(3)),
    unit,
    least,
    most: Number(most.toPrecision(3)),
  })
}

/** What is wrong with 'wageFromSlack' or 'wageProfile[young]' as the address of a parameter. */
const addressProblem = ({ levers, parameters }: ScenarioRules, address: string): Message | undefined => {
  const { name = '', labels = [] } = addressParts(address) ?? {}
  const rule = parameters.get(name)
  if (rule === undefined) {
    if (levers.has(name)) return usage.leverNotParameter({ name })
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
    return usage.assumptionDivides({ name: rule.name, equation: rule.dividedBy })
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
    const message = usage.partsOfWhole({ name, labels: Object.keys(parts).join(', '), sum: number(sum, 2) })
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
