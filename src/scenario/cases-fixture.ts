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
import { type Assumptions, type LeverStage, type Policy, settingFrom } from '../engine/scenario.ts'
import { financingLevers } from './scenario.ts'
import type { ScenarioRules } from './rules.ts'

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
  const stage = record({ value: number, ...times }, { requiredKeys: ['value'] }).map(
    given =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as LeverStage,
  )
  /** In order or not, over one another or not. */
  const later = array(record({ stage, start: integer({ min: 2024, max: 2042 }) }), { maxLength: 2 })
  const setting = record({ stage, later }).map(({ stage: first, later: more }) =>
    settingFrom([first, ...more.map(({ stage: one, start }) => ({ ...one, start }))]),
  )
  /** In bounds, one after the other. */
  const stagesInOrder = record({
    lever: constantFrom(...rules.levers),
    starts: array(integer({ min: 2026, max: 2036 }), { minLength: 1, maxLength: 4 }),
    share: double({ min: 0, max: 1, noNaN: true }),
  }).map(({ lever: [name, { bounds }], starts, share }): Policy => {
    const value = bounds[0] + share * (bounds[1] - bounds[0])
    const [first, ...others] = [...new Set(starts)].toSorted((a, b) => a - b).map(start => ({ value, start }))
    return { [name]: settingFrom([first!, ...others]) }
  })
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
    stagesInOrder,
    financed,
    dictionary(leverName, setting, { maxKeys: 4, noNullPrototype: true }),
  )
  const assumptions = dictionary(parameterName, number, { maxKeys: 3, noNullPrototype: true })
  return record({ policy, assumptions })
}
