/** Tests links: they keep a scenario exactly, and a damaged one is reported and never taken for complete. */

import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  maxSafeNat,
  nat,
  oneof,
  option,
  pre,
  property,
  record,
  string,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutsidePaths, PathPiece } from '../engine/outside.ts'
import { type LeverSetting, type LeverStage, settingFrom } from '../engine/scenario.ts'
import type { Distribution } from '../engine/uncertainty.ts'
import { changedSince, linkFaults, linkMessage, isLink, linkOf, mostLetters, readLink } from './link.ts'
import type { ScenarioLink } from './segments.ts'
import { UsageError } from '../language/messages.ts'
import type { Scenario } from './scenario.ts'

const finite = double({ noNaN: true, noDefaultInfinity: true })
const word = oneof(
  constantFrom(
    'publicInvestment',
    'wageProfile[young]',
    '振兴方案',
    'a=b&c=d',
    "it's (100%)~!",
    '__proto__',
    '?#@:,+ ',
  ),
  string({ minLength: 1, unit: 'grapheme' }),
)

/** As variables of a model are called, with a label where they take one. */
const variable = constantFrom('publicInvestment', 'wageProfile[young]', 'flows[CN-LN, vehicles]', '__proto__', 'x1')
const missing = { requiredKeys: ['value' as const] }
const stage = record({ value: finite, start: finite, ramp: finite, end: finite }, missing) as Arbitrary<LeverStage>
const setting = record({ stage, later: array(record({ stage, start: finite }), { maxLength: 2 }) }).map(
  ({ stage: first, later }) => settingFrom([first, ...later.map(({ stage: one, start }) => ({ ...one, start }))]),
)

const path = record(
  { value: finite, from: finite, to: finite },
  { requiredKeys: ['value' as const, 'from' as const] },
) as Arbitrary<PathPiece>
const outside: Arbitrary<OutsidePaths> = dictionary(
  variable,
  record({ change: constantFrom('set', 'add', 'times', 'given'), pieces: array(path, { minLength: 1, maxLength: 3 }) }),
  { minKeys: 1, maxKeys: 3 },
)

const overlay: Arbitrary<Omit<Scenario, 'region'>> = record({
  name: word,
  policy: dictionary(variable, setting, { maxKeys: 6 }),
  assumptions: dictionary(variable, finite, { maxKeys: 6 }),
})

const distribution: Arbitrary<Distribution> = oneof(
  record({ kind: constant('normal' as const), mean: finite, deviation: finite }),
  record({ kind: constantFrom('triangular' as const, 'pert' as const), low: finite, mode: finite, high: finite }),
  record({ kind: constant('beta' as const), alpha: finite, beta: finite, low: finite, high: finite }),
)

const link: Arbitrary<ScenarioLink> = record({
  base: overlay,
  region: word,
  correlations: array(record({ a: word, b: word, value: finite }), { minLength: 1, maxLength: 3 }),
  distributions: dictionary(word, distribution, { minKeys: 1, maxKeys: 3 }),
  truncations: array(record({ parameter: word, low: finite }), { minLength: 1, maxLength: 2 }),
  outside,
  elsewhere: boolean(),
  uncertain: boolean(),
  made: record({
    model: word,
    data: word,
    seed: maxSafeNat(),
    members: nat({ max: 100_000 }),
    package: word,
    thresholds: option(dictionary(variable, finite, { minKeys: 1, maxKeys: 3 }), { nil: undefined }),
  }),
  view: word,
  language: constantFrom('en' as const, 'zh' as const),
  chart: word,
  cursor: finite,
  asks: option(dictionary(word, word, { minKeys: 1, maxKeys: 3 }), { nil: undefined }),
  ended: option(array(finite, { minLength: 1, maxLength: 5 }), { nil: undefined }),
  overlays: array(overlay, { maxLength: 3 }),
}).map(
  ({
    base,
    region,
    correlations,
    distributions,
    truncations,
    uncertain,
    outside: conditions,
    elsewhere,
    overlays,
    made,
    ...rest
  }) =>
    // Plain objects, whatever prototype the generator gave them.
    structuredClone({
      ...rest,
      overlays: overlays.map(one => ({ ...one, region })),
      scenario: {
        ...base,
        ...made,
        region,
        ...(elsewhere ? { outside: conditions } : {}),
        ...(uncertain ? { correlations, distributions, truncations } : {}),
      },
    }),
)

const example: ScenarioLink = {
  scenario: {
    name: 'More for children',
    region: 'northeast',
    policy: { publicInvestment: { value: 1.5, start: 2027, ramp: 2, end: 2035 }, childAllowance: { value: 10 } },
    assumptions: { wageFromSlack: 0.5 },
    model: '00112233445566aa',
    data: 'ffeeddccbbaa0011',
    seed: 7,
    members: 400,
  },
  view: 'what-if',
  language: 'en',
  overlays: [],
}

describe('a link', () => {
  it('gives back every bit', () => {
    assert(
      property(link, one => {
        const { text, left } = linkOf(one)
        pre(left.length === 0)
        expect(readLink(text)).toEqual({ link: one, problem: undefined, byHand: false })
      }),
      { numRuns: 300 },
    )
  })

  it('is read as web pages, mail programs and messengers write it', () => {
    const { text } = linkOf(example)
    const whole = { link: example, problem: undefined, byHand: false }
    const escapedWhole = `https://example.org/${encodeURIComponent(text)}`
    for (const one of [text.replaceAll('&', '&amp;'), escapedWhole, ` https://example.org/a/${text}\n`]) {
      expect(isLink(one)).toBe(true)
      expect(readLink(one)).toEqual(whole)
    }
    expect(readLink(escapedWhole.slice(0, -3))!.problem).toMatchObject({ kind: 'damaged' })
  })

  it('is read where it calls a package a playbook, as links did before', () => {
    const before = '#/what-if?v=1&region=northeast&seed=7&members=400&language=en&playbook=G&sum=3d711ed4'
    const { link: found, problem } = readLink(before)!
    expect([problem, found.scenario.package]).toEqual([undefined, 'G'])
    expect(linkOf(found).text).toContain('&package=G&')
    expect(readLink(before.replace('=G', '=F'))!.problem).toMatchObject({ kind: 'damaged' })
  })

  it('holds only signs that an address may hold, and can be read by people', () => {
    assert(
      property(link, one => {
        expect(linkOf(one).text).toMatch(/^#\/[\w%.?=&@:,-]*$/)
      }),
    )
    expect(linkOf(example).text).toMatch(
      /^#\/what-if\?v=1&region=northeast&name=More%20for%20children&model=00112233445566aa&data=ffeeddccbbaa0011&seed=7&members=400&language=en&set=childAllowance=10&set=publicInvestment=1\.5@2027:2:2035&assume=wageFromSlack=0\.5&sum=[0-9a-f]{8}$/,
    )
  })

  it('takes the newer form only where it says what became of the futures', () => {
    const told = linkOf({ ...example, ended: [0.25, 0.0825, 0.05, 0.5575, 0.06] }).text
    expect(told).toMatch(/^#\/what-if\?v=2&.*&ended=0\.25,0\.0825,0\.05,0\.5575,0\.06&/)
    expect(readLink(told)).toEqual({
      link: { ...example, ended: [0.25, 0.0825, 0.05, 0.5575, 0.06] },
      problem: undefined,
      byHand: false,
    })
    // A program that knows the first form only must not take the second for damaged.
    expect(linkOf(example).text).toMatch(/\?v=1&/)
    expect(readLink(told.replace('0.25', '0.35'))?.problem?.kind).toBe('damaged')
  })

  it('takes the newest form only where a lever has several values in time', () => {
    const policy = {
      publicInvestment: { value: 8, start: 2026, later: [{ value: 12, start: 2030, ramp: 2, end: 2034 }] },
    }
    const staged = linkOf({ ...example, scenario: { ...example.scenario, policy } }).text
    expect(staged).toMatch(/\?v=4&.*&set=publicInvestment=8@2026,12@2030:2:2034&/)
    expect(readLink(staged)?.link.scenario.policy).toEqual(policy)
    // A later value without its start is no text of ours.
    expect(readLink(staged.replace(',12@2030:2:2034', ',12'))?.problem?.kind).toBe('damaged')
  })

  it('carries a lever with an address', () => {
    const policy = { 'investmentTo[vehicles]': { value: 0.6, start: 2027, ramp: 0 } }
    const addressed = linkOf({ ...example, scenario: { ...example.scenario, policy } }).text
    expect(addressed).toMatch(/\?v=1&.*&set=investmentTo%5Bvehicles%5D=0\.6@2027:0&/)
    expect(readLink(addressed)?.link.scenario.policy).toEqual(policy)
  })

  it('takes the newest form only where a view asks more than the scenario', () => {
    const asked = linkOf({ ...example, view: 'debt', asks: { 'debt.area': 'CN-JL', 'debt.discount': '3' } }).text
    expect(asked).toMatch(/^#\/debt\?v=5&.*&ask=debt\.area=CN-JL&ask=debt\.discount=3&/)
    expect(readLink(asked)?.link.asks).toEqual({ 'debt.area': 'CN-JL', 'debt.discount': '3' })
    expect(readLink(asked.replace('CN-JL', 'CN-LN'))?.problem?.kind).toBe('damaged')
  })

  it('is the same whatever the order in which levers were moved', () => {
    const { publicInvestment, childAllowance } = example.scenario.policy as Record<string, LeverSetting>
    const turned = { ...example, scenario: { ...example.scenario, policy: { childAllowance, publicInvestment } } }
    expect(linkOf(turned as ScenarioLink)).toEqual(linkOf(example))
  })

  it('is found in the address of any page, also where a messenger has escaped signs', () => {
    const { text } = linkOf(example)
    for (const given of [
      `https://example.org/app/${text}`,
      ` ${text}\n`,
      text.slice(1),
      text.replaceAll('@', '%40').replaceAll(':', '%3A'),
    ]) {
      expect(isLink(given), given).toBe(true)
    }
    expect(readLink(`http://127.0.0.1:4000/${text}`)?.problem).toBeUndefined()
    expect(readLink(text.replace('More%20for', '%4dore%20for'))?.problem).toBeUndefined()
    for (const given of ['northeast', 'scenario.json', '#/what-if', '#/what-if?nonsense', '']) {
      expect(isLink(given), given).toBe(false)
      expect(readLink(given)).toBeUndefined()
    }
  })

  it('tells that it was cut, wherever that was, and reads no half number', () => {
    const { text } = linkOf(example)
    for (let length = text.indexOf('?v=1') + 4; length < text.length; length++) {
      const reading = readLink(text.slice(0, length))!
      expect(reading.problem?.kind, text.slice(0, length)).toBe('damaged')
      const { policy, assumptions } = reading.link.scenario
      for (const [name, value] of Object.entries(policy)) expect(value).toEqual(example.scenario.policy[name])
      for (const [name, value] of Object.entries(assumptions)) expect(value).toBe(example.scenario.assumptions[name])
    }
  })

  it('tells that a sign was altered', () => {
    const { text } = linkOf(example)
    const from = text.indexOf('&region')
    assert(
      property(nat({ max: text.length - from - 1 }), constantFrom(...'0189az.-'), (at, sign) => {
        const altered = text.slice(0, from + at) + sign + text.slice(from + at + 1)
        pre(altered !== text)
        expect(readLink(altered)?.problem).toBeDefined()
      }),
      { numRuns: 400 },
    )
  })

  it('reads an address that somebody wrote by hand, with only what differs from the standard', () => {
    const reading = readLink('#/what-if?region=CN-HL&set=publicInvestment=0.5@2027:1')!
    expect(reading.problem).toBeUndefined()
    expect(reading.link).toMatchObject({ view: 'what-if', scenario: { region: 'CN-HL', seed: 1 } })
    expect(reading.link.scenario.policy['publicInvestment']).toMatchObject({ value: 0.5, start: 2027 })
  })

  it.each([
    ['#/debt?region=northeast&lever=publicInvestment:2', { view: 'debt' }, { publicInvestment: { value: 2 } }],
    ['#/run?region=辽宁&policy=G&lang=zh', { view: 'run', language: 'zh', scenario: { package: 'G' } }, {}],
    ['#/run?地区=CN-LN&方案=居民优先', { scenario: { region: 'CN-LN', package: 'C' } }, {}],
    [`#/run?region=CN-LN&package=${encodeURIComponent('居民优先')}`, { scenario: { package: 'C' } }, {}],
    ['#/run?region=CN-LN&package=household-led&simulations=50', { scenario: { package: 'C', members: 50 } }, {}],
    ['#/run?region=CN-LN&set=publicInvestment＝4@2027', {}, { publicInvestment: { value: 4, start: 2027 } }],
  ] as const)('reads %s in the words that a person chose', (text, expected, policy) => {
    const { link: read, problem, byHand } = readLink(text)!
    expect([problem, byHand]).toEqual([undefined, true])
    expect(read).toMatchObject(expected)
    expect(read.scenario.policy).toEqual(policy)
    // Packages say themselves who finances them.
    expect(read.scenario.financing).toBe(read.scenario.package === undefined ? 'half' : undefined)
  })

  it('applies the rest of what a person wrote, and says of each part that it cannot read in one sentence why', () => {
    const { link: read, problem } = readLink(
      '#/run?region=CN-LN&set=publicInvestment=4%&lever=childAllowance:5&package=Z&colour=red',
    )!
    expect(read.scenario).toMatchObject({ region: 'CN-LN', policy: { childAllowance: { value: 5 } } })
    expect(read.scenario.policy).not.toHaveProperty('publicInvestment')
    expect(problem?.kind === 'damaged' && linkFaults(problem.wrong).map(({ en }) => en)).toEqual([
      expect.stringMatching(/^The value 'publicInvestment=4%' of 'set' cannot be read: .*leave out the % sign/),
      expect.stringMatching(/^There is no key 'colour'/),
      "The value 'Z' of 'package' cannot be read.",
    ])
  })

  it('says which part of an address cannot be used, and what there is instead', () => {
    const told = (text: string): { en: string; zh: string } => {
      const problem = readLink(text)?.problem
      return problem === undefined ? { en: '', zh: '' } : linkMessage(problem).text
    }
    const { text } = linkOf(example)
    for (const [given, en, zh] of [
      ['#/what-if?seed=2', "The part 'region=…' is missing.", '缺少“region=…”。'],
      ['#/what-if?regoin=CN-HL&seed=2', "There is no key 'regoin'; did you mean 'region'?", '是否应为“region”？'],
      [
        '#/what-if?region=CN-HL&nonsense',
        "There is no key 'nonsense' (keys: region, name,",
        '没有“nonsense”这一项（可用：region、',
      ],
      ['#/what-if?region=CN-HL&seed=x1', "The value 'x1' of 'seed' cannot be read.", '“seed”的取值“x1”无法读取。'],
      [
        '#/what-if?region=CN-HL&set=publicInvestment',
        "The value 'publicInvestment' of 'set' cannot be read: ",
        '“set”',
      ],
      [text.replace('v=1&', ''), "The part 'v=…' is missing.", '缺少“v=…”。'],
      [
        text.replace('language=en', 'language=fr'),
        "The value 'fr' of 'language' cannot be read.",
        '“language”的取值“fr”',
      ],
      [`${text}&utm_source=mail`, "There is no key 'utm_source'", '没有“utm_source”这一项'],
      [text.replace('seed=7', 'seed=8'), 'the checksum does not match', '校验码不符'],
      [text.slice(0, -20), 'The end of the link is missing.', '链接的末尾缺失。'],
    ] as const) {
      expect(told(given).en, given).toContain(en)
      expect(told(given).zh, given).toContain(zh)
      // Nothing that was read is taken for whole.
      expect(readLink(given)!.problem!.kind, given).toBe('damaged')
    }
  })

  it('says what of a damaged link was read', () => {
    const { text } = linkOf(example)
    const told = (given: string): string => {
      const problem = readLink(given)?.problem
      return problem === undefined ? '' : linkMessage(problem).text.en
    }
    expect(told(text.replace(/&assume.*/, '&assume=wageFr'))).toBe(
      'This link is damaged. The end of the link is missing. Region, seed and 2 levers were read. Correct these parts, or ask for the link again and copy all of it.',
    )
    expect(told(text.replace(/&name.*/, '&na'))).toMatch(
      /^This link is damaged\. The end of the link is missing\. Region was read\./,
    )
    expect(told('#/answer?v=1&nonsense')).toMatch(/^This link is damaged\. .* Nothing could be read\./)
    expect(told(text.replace('v=1', 'v=9'))).toMatch(/^This link was written by a newer version/)
  })

  it('says which of model and data differ from those of today', () => {
    const made = { model: '00112233445566aa', data: 'ffeeddccbbaa0011' }
    expect(changedSince(example.scenario, made)).toEqual([])
    expect(changedSince(example.scenario, { ...made, model: 'another' })).toEqual(['model'])
    expect(changedSince(example.scenario, { model: 'another', data: 'another' })).toEqual(['model', 'data'])
  })

  it('leaves out overlays that make it too long, and names them', () => {
    const policy = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`publicInvestment${at}`, { value: 1 / 3 }]),
    )
    const overlays = ['one', 'two', 'three', 'four', 'five'].map(name => ({
      name,
      region: 'northeast',
      policy,
      assumptions: {},
    }))
    const { text, left } = linkOf({ ...example, overlays })
    expect(text.length).toBeLessThanOrEqual(mostLetters)
    expect(left).toEqual(['four', 'five'])
    expect(readLink(text)?.link.overlays.map(({ name }) => name)).toEqual(['one', 'two', 'three'])
  })

  it('refuses what is no number', () => {
    const bad = { ...example, scenario: { ...example.scenario, assumptions: { wageFromSlack: Number.NaN } } }
    expect(() => linkOf(bad)).toThrow(UsageError)
  })
})
