/** A scenario is the same on every form on which it comes: words, JSON, a link, and what a browser stores. */

import { assert, constantFrom, dictionary, double, integer, option, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { parseStored } from './storage.ts'
import { emptyDraft } from './scenario.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { scenarioCases } from '../../scenario/cases-fixture.ts'
import { parseScenario } from '../../scenario/json.ts'
import { linkOf, readLink } from '../../scenario/link.ts'
import { rulesOf } from '../../scenario/rules.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import {
  assumptionWords,
  parseAssumption,
  parsePath,
  parseSetting,
  pathWords,
  settingWords,
} from '../../scenario/words.ts'
import { writtenScenario } from '../../scenario/written.ts'

const rules = rulesOf(openRegion('northeast'))

const value = double({ min: -20, max: 20, noNaN: true })
const piece = record({ value, from: integer({ min: 2026, max: 2040 }) })
const outside = dictionary(
  constantFrom(...rules.paths.keys(), 'bondQuotaByArea[CN-LN]'),
  record({ change: constantFrom('set' as const, 'add', 'times', 'given'), pieces: record({ piece }) }).map(
    ({ change, pieces }) => ({ change, pieces: [pieces.piece] }),
  ),
  { maxKeys: 3, noNullPrototype: true },
)
const scenarios = record({
  set: scenarioCases(rules),
  name: constantFrom('', '更多投资', 'a=b&c, %'),
  outside,
  package: constantFrom('', 'G'),
  seed: integer({ min: 0, max: 2 ** 31 }),
  members: integer({ min: 2, max: 1000 }),
  thresholds: option(dictionary(constantFrom('unemployment', 'growth'), value, { minKeys: 1, noNullPrototype: true }), {
    nil: undefined,
  }),
})
  .map(
    ({ set, thresholds, ...rest }): Scenario => ({
      ...rest,
      ...set,
      region: 'northeast',
      ...(thresholds === undefined ? {} : { thresholds }),
    }),
  )
  // JSON has no zero below zero.
  .map(one => JSON.parse(JSON.stringify(one)) as Scenario)

/** Says the same where nothing is set: an empty record, or none. */
const plain = (scenario: Scenario): object => {
  const { outside: conditions = {}, package: began = '', financing: _financing, ...rest } = scenario
  return { ...rest, outside: conditions, package: began }
}

const named = <Value>(
  values: Readonly<Record<string, Value>>,
  write: (name: string, value: Value) => string,
  parse: (text: string) => readonly [string, Value],
): Record<string, Value> => Object.fromEntries(Object.entries(values).map(([name, one]) => parse(write(name, one))))

const forms: Readonly<Record<string, (one: Scenario) => Scenario>> = {
  words: one => ({
    ...one,
    policy: named(one.policy, settingWords, parseSetting),
    assumptions: named(one.assumptions, assumptionWords, parseAssumption),
    outside: named(one.outside ?? {}, pathWords, parsePath),
  }),
  JSON: one => parseScenario(writtenScenario(one), 'x.json'),
  link: one => {
    const { link, problem } = readLink(linkOf({ scenario: one, view: 'what-if', language: 'en', overlays: [] }).text)!
    expect(problem).toBeUndefined()
    const { model: _model, data: _data, ...scenario } = link.scenario
    return scenario
  },
  stored: one => parseStored(JSON.stringify({ draft: { ...emptyDraft(), ...one } })).draft!,
}

it('a thousand scenarios come back from every form as they were', () => {
  assert(
    property(scenarios, one => {
      for (const [form, come] of Object.entries(forms)) expect(plain(come(one)), form).toEqual(plain(one))
    }),
    { numRuns: 1000, seed: 20261130 },
  )
})
