/** Policies as people write them: settings on the command line, checked against the levers of the model. */

import type { Lever } from '../language/declare.ts'
import type { LinkedModel, Variable } from '../language/linked.ts'
import {
  type Assumptions,
  defaultRamp,
  defaultStart,
  type LeverSetting,
  leversOf,
  type Policy,
} from '../engine/scenario.ts'
import { payerOf } from '../language/outlays.ts'
import { Mistake, unknownWord } from './mistakes.ts'
import { number, unitInWords } from './numbers.ts'

const settingForm = 'write lever=value, lever=value@start, lever=value@start:ramp or lever=value@start:ramp:end'

const numberIn = (text: string, part: string, whole: string, form: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new Mistake(`'${whole}': ${part} '${text}' is not a number; ${form}`)
  }
  return value
}

/** 'publicInvestment=1.5@2027:2:2035' -> its name and setting. */
export const parseSetting = (text: string): readonly [string, LeverSetting] => {
  const [, name, value, schedule] = /^([A-Za-z][A-Za-z0-9]*)=([^@]*)(?:@(.*))?$/.exec(text) ?? []
  if (name === undefined || value === undefined) throw new Mistake(`'${text}' sets no lever; ${settingForm}`)
  const times = schedule === undefined ? [] : schedule.split(':')
  if (times.length > 3) throw new Mistake(`'${text}' has ${times.length} times; ${settingForm}`)
  const [start, ramp, end] = times
  const time = (given: string | undefined, part: string): number | undefined =>
    given === undefined ? undefined : numberIn(given, part, text, settingForm)
  const given = { start: time(start, 'the start'), ramp: time(ramp, 'the ramp'), end: time(end, 'the end') }
  return [
    name,
    {
      value: numberIn(value, 'the value', text, settingForm),
      ...(given.start === undefined ? {} : { start: given.start }),
      ...(given.ramp === undefined ? {} : { ramp: given.ramp }),
      ...(given.end === undefined ? {} : { end: given.end }),
    },
  ]
}

/** 'wageFromSlack=0.5', 'wageProfile[young]=0.8' -> its name and value. */
export const parseAssumption = (text: string): readonly [string, number] => {
  const form = 'write parameter=value or parameter[label]=value'
  const [, name, value] = /^([A-Za-z][A-Za-z0-9]*(?:\[[^\]]+\])?)=(.*)$/.exec(text) ?? []
  if (name === undefined || value === undefined) throw new Mistake(`'${text}' sets no parameter; ${form}`)
  return [name, numberIn(value, 'the value', text, form)]
}

const withUnit = (value: number, unit: string): string =>
  unit === 'share' || unit === 'index' ? String(value) : `${value} ${unitInWords(unit)}`

/** Calendar times at which the run opens and closes. */
interface Horizon {
  readonly start: number
  readonly end: number
}

const problemOf = (name: string, lever: Lever, setting: LeverSetting, horizon: Horizon): string | undefined => {
  const { value, start = defaultStart, ramp = defaultRamp, end } = setting
  const [low, high] = lever.bounds
  if (!(value >= low && value <= high)) {
    return `${name} (${lever.doc}): ${withUnit(value, lever.unit)} is out of bounds; give a value from ${low} to ${withUnit(high, lever.unit)}`
  }
  if (start >= horizon.end) {
    return `${name}: it starts at ${start}, but the run ends at the close of ${horizon.end - 1}; start it earlier`
  }
  if (start < horizon.start) {
    return `${name}: it starts at ${start}, but the run begins in ${horizon.start}, with the policy of that time; start it in ${horizon.start} or later`
  }
  if (ramp < 0) return `${name}: its ramp is ${ramp} years; give 0 (at once) or more`
  if (end !== undefined && end <= start) {
    return `${name}: it ends at ${end}, not after its start at ${start}; give a later end or none`
  }
  return undefined
}

/** The levers that say who pays what the province spends. */
export const financingLevers = [
  'financedByCentre',
  'financedByBonds',
  'financedByVehicles',
  'financedByLand',
  'financedByCuts',
] as const

export type FinancingLever = (typeof financingLevers)[number]

/** Share of the outlay that each way of financing pays once everything is in force; the ordinary budget pays the rest. */
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

/** Complains of all that cannot be set so. */
export const checkPolicy = (model: LinkedModel, policy: Policy, horizon: Horizon, where = ''): void => {
  const levers = leversOf(model)
  const problems: string[] = []
  for (const [name, setting] of Object.entries(policy)) {
    const lever = levers.get(name)
    const problem =
      lever === undefined
        ? unknownWord('lever', name, levers.keys(), '`heartland list levers` shows them all').message
        : problemOf(name, lever, setting, horizon)
    if (problem !== undefined) problems.push(problem)
  }
  const paid = Object.values(financingShares(policy)).reduce((sum, share) => sum + share, 0)
  if (problems.length === 0 && paid > 1 + 1e-9) {
    problems.push(
      `the shares ${financingLevers.join(', ')} add up to ${number(paid, 2)}; set them so that they add up to 1 or less (the ordinary budget pays the rest)`,
    )
  }
  if (problems.length > 0) throw new Mistake(problems.map(problem => `${where}${problem}`).join('\n'))
}

/** Times the largest value thought possible beyond which no study goes. */
const farthest = 1000

/** What is wrong with a value for a parameter; zero is allowed, because it switches an effect off. */
const outOfRange = (address: string, { declaration, unitText }: Variable, value: number): string | undefined => {
  if (declaration?.kind !== 'parameter') return undefined
  const bounds = numbersIn(declaration.value)
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)]
  const isShare = unitText === 'share' && low >= 0 && high <= 1
  const least = low >= 0 ? 0 : -farthest * Math.max(-low, high)
  const most = isShare ? 1 : farthest * Math.max(-low, high)
  if (most === 0 || (value >= least && value <= most)) return undefined
  const range = low === high ? `it is ${low}` : `it is thought to lie between ${low} and ${high}`
  return `'${address}' cannot be ${value}: ${range} (${unitText}); give a value from ${least} to ${Number(most.toPrecision(3))}`
}

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []

/** Complains of assumptions that are not about a parameter, or that no parameter of its kind can be. */
export const checkAssumptions = (model: LinkedModel, assumptions: Assumptions, where = ''): void => {
  const parameters = [...model.variables.values()].filter(({ kind }) => kind === 'parameter').map(({ name }) => name)
  const problems: string[] = []
  for (const [address, value] of Object.entries(assumptions)) {
    const [, name = '', labels] = /^(\w+)(?:\[([^\]]+)\])?$/.exec(address) ?? []
    const variable = model.variables.get(name)
    if (variable?.kind !== 'parameter') {
      const look =
        variable === undefined
          ? '`heartland list parameters` shows them all'
          : `it is ${variable.kind === 'lever' ? 'a lever: use --set' : `a ${variable.kind}, which no assumption sets`}`
      problems.push(
        variable === undefined
          ? unknownWord('parameter', name, parameters, look).message
          : `'${name}' is no parameter; ${look}`,
      )
      continue
    }
    const range = outOfRange(address, variable, value)
    if (range !== undefined) problems.push(range)
    const known = variable.dimensions.flatMap(dimension => dimension.labels)
    for (const label of labels?.split(',').map(word => word.trim()) ?? []) {
      if (known.includes(label)) continue
      problems.push(unknownWord(`label of ${name}`, label, known, `it has ${known.join(', ') || 'none'}`).message)
    }
  }
  if (problems.length > 0) throw new Mistake(problems.map(problem => `${where}${problem}`).join('\n'))
}
