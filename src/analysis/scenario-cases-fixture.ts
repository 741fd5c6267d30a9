/** Generated scenarios, for tests of all who judge them: of each kind some that can be run and some that cannot. */

import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  option,
  record,
} from 'fast-check'
import type { Assumptions, LeverSetting, Policy } from '../engine/scenario.ts'
import { financingLevers } from './policy.ts'
import type { ScenarioRules } from './scenario-rules.ts'

export interface ScenarioCase {
  readonly policy: Policy
  readonly assumptions: Assumptions
}

const strange = constantFrom(-5, 0, 1e-300, 1e9, 1e300, -1e300, 1900, 2024, 2040.75, 2041, 2999)
const number = oneof(strange, double({ min: -200, max: 200, noNaN: true }), integer({ min: 2020, max: 2045 }))
export const scenarioCases = (rules: ScenarioRules): Arbitrary<ScenarioCase> => {
  const leverName = oneof(
    { weight: 9, arbitrary: constantFrom(...rules.levers.keys()) },
    constantFrom('publicInvestmnt', 'wage', 'constructor', 'nobody'),
  )
  const parameterName = oneof(
    { weight: 9, arbitrary: constantFrom(...rules.parameters.keys()) },
    constantFrom(
      'spendingShare[young]',
      'farmShare',
      'farmShare[young]',
      'farmShare[old]',
      'accelerator[state]',
      'accelerator[nobody]',
      'wage',
      'publicInvestment',
      'toString',
    ),
  )
  const times = { start: option(number, { nil: undefined }), ramp: number, end: number }
  const setting = record({ value: number, ...times }, { requiredKeys: ['value'] }).map(
    given =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as LeverSetting,
  )
  const inBounds = constantFrom(...rules.levers).map(([name, { bounds }]): Policy => ({ [name]: { value: bounds[1] } }))
  /** Ways to pay that are fine one by one, and often not together, beside a lever of any kind. */
  const financed = record({
    shares: array(integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 5 }),
    besides: dictionary(leverName, setting, { maxKeys: 1, noNullPrototype: true }),
  }).map(
    ({ shares, besides }): Policy => ({
      ...Object.fromEntries(financingLevers.map((name, at) => [name, { value: shares[at]! / 20 }])),
      ...besides,
    }),
  )
  const policy = oneof(
    constant<Policy>({}),
    inBounds,
    financed,
    dictionary(leverName, setting, { maxKeys: 4, noNullPrototype: true }),
  )
  const assumptions = dictionary(parameterName, number, { maxKeys: 3, noNullPrototype: true })
  return record({ policy, assumptions })
}

/** A setting as the command line has it. */
export const settingWords = (name: string, { value, start, ramp, end }: LeverSetting): string => {
  const given = { start: start ?? 2026, ramp: ramp ?? 1 }
  return `${name}=${value}@${given.start}:${given.ramp}${end === undefined ? '' : `:${end}`}`
}
