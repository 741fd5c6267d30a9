/**
 * Tests claims: verdicts follow from data and runs, agree with those reached by reading, and faulty lists are reported.
 */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import type { RegionData } from '../../../regions/types.ts'
import type { Reader } from '../../../engine/run/reader.ts'
import { leversOf } from '../../../engine/scenario.ts'
import { evaluate, parseFormula } from './formula.ts'
import { claimsOf, ledgerOf } from './index.ts'
import { type CheckResult, judgeClaims, claimVerdict } from './judge.ts'
import { parseLedger } from './ledger.ts'

const open = openRegion('northeast')
const { results } = claimsOf(open)!
const both = (en: string) => ({ en, zh: '甲' })

describe('the ledger of the Northeast', () => {
  it('has the 42 claims in order', () => {
    expect(results.map(({ id }) => id)).toEqual(Array.from({ length: 42 }, (_, at) => `K${at + 1}`))
  })

  it.each(results)('$id: the computed verdict is the one that was read, or it says why not', result => {
    if (!result.agrees) expect(result.because).toBeDefined()
    if (result.verdict === 'open') expect(result.because).toBeDefined()
    expect(result.evidence.length).toBeGreaterThan(0)
    expect(result.model.length).toBeGreaterThan(0)
    for (const { what } of result.evidence) expect(what).not.toBe('')
  })

  it('finds what the ledger found: differences are few and known', () => {
    expect(results.filter(({ agrees }) => !agrees).map(({ id }) => id)).toEqual(['K21'])
    const count = (verdict: string): number => results.filter(result => result.verdict === verdict).length
    expect([count('holds'), count('partly'), count('contradicted'), count('open')]).toEqual([18, 10, 6, 8])
  })

  it('tells what it finds in numbers', () => {
    const [first] = results[0]!.checks
    expect(first).toMatchObject({ asked: 0.24, operator: '>=', passes: false, on: 'data' })
    expect(first!.value).toBeGreaterThan(0.19)
    expect(first!.value).toBeLessThan(0.205)
    expect(results[0]!.remarks.map(({ values }) => values)).toEqual([
      { name: 'share65', area: 'CN-JL', year: 2023, before: 2022, after: 2024 },
    ])
    expect(results.find(({ id }) => id === 'K16')!.checks.map(({ on }) => on)).toEqual(['data', 'model'])
  })

  it('judges effects of policy by what was published, and not by the sign that the model gives', () => {
    for (const id of ['K18', 'K29']) {
      const { checks, shows, verdict } = results.find(one => one.id === id)!
      expect(verdict, id).toBe('partly')
      expect(
        checks.some(({ on }) => on === 'model'),
        id,
      ).toBe(false)
      expect(
        checks.some(({ untestable }) => untestable !== undefined),
        id,
      ).toBe(true)
      expect(shows.length, id).toBeGreaterThan(0)
    }
  })

  it('would find the opposite in other figures', () => {
    const older: RegionData = {
      ...open.region,
      series: open.region.series.map(point => (point.series === 'share65' ? { ...point, value: 0.25 } : point)),
    }
    const [first] = judgeClaims({ ...open, region: older }, ledgerOf(open))
    expect(first!.verdict).toBe('holds')
    expect(first!.agrees).toBe(false)
  })
})

describe('the verdict of checks', () => {
  const check = (passes?: boolean): CheckResult => ({ says: both(''), ...(passes === undefined ? {} : { passes }) })
  it.each([
    [[], 'open'],
    [[undefined], 'open'],
    [[true, true], 'holds'],
    [[false, false], 'contradicted'],
    [[true, false], 'partly'],
    [[true, undefined], 'partly'],
    [[false, undefined], 'partly'],
  ] as const)('%j: %s', (passes, verdict) => {
    expect(claimVerdict(passes.map(check))).toBe(verdict)
  })
})

describe('formulas', () => {
  const reading = { mean: (_: string, year: number) => (year - 2020) ** 2, last: () => 7 } as unknown as Reader
  const value = (text: string): number =>
    evaluate(parseFormula(text), {
      region: open.region,
      facts: { half: { value: 0.5, unit: 'share', year: 2023, evidence: 'official', source: 'S1' } },
      runs: new Map([['baseline', reading]]),
      levers: leversOf(open.linked),
    }).value

  it('read facts, series, figures and runs', () => {
    expect(value('half*2')).toBe(1)
    expect(value('share65[LN, 2020]')).toBe(0.1742)
    expect(value('gdpBaseYear[LN]')).toBe(value('nominalOutput[LN, 2024]'))
    expect([2024, 2025].map(year => value(`childAllowance[standard, ${year}]`))).toEqual([0, 3.6])
    expect(value('nominalOutput[northeast, 2023]')).toBeCloseTo(3138.98 + 1394.27 + 1647.07, 6)
    expect(value('output[baseline, LN, 2023]')).toBe(9)
    expect(value('closing(debt[baseline, 2023])')).toBe(7)
    expect(value('fastest(x[baseline, 2021..2024])')).toBe(7)
    expect(value('slowest(x[baseline, 2021..2024])')).toBe(3)
    expect(value('x[baseline, start]')).toBe((open.region.start - 2020) ** 2)
    expect(value('smallest(x[baseline, start..2030])')).toBe((open.region.start - 2020) ** 2)
    expect(value('mean(x[baseline, 2021..2023])')).toBeCloseTo(14 / 3, 12)
    expect(value('1 < 2 and not (3 <= 2)')).toBe(1)
    expect(value('max(1, abs(-4), min(2, 3))')).toBe(4)
  })

  it('weigh shares by residents and add up what adds up', () => {
    const residents = ['LN', 'JL', 'HL'].map(area => value(`residentsTotal[${area}, 2020]`))
    const shares = ['LN', 'JL', 'HL'].map(area => value(`share65[${area}, 2020]`))
    const mean = shares.reduce((sum, share, at) => sum + share * residents[at]!, 0)
    expect(value('share65[northeast, 2020]')).toBeCloseTo(mean / residents.reduce((sum, one) => sum + one, 0), 12)
  })

  it.each([
    ['sharee65[LN, 2020]', "unknown series 'sharee65'; did you mean 'share65'?"],
    ['share65[XX, 2020]', "there is no place 'XX'"],
    ['share65[LN, 1950]', 'has no value for 1950'],
    ['hallf', "'hallf' is not a fact of this claim; did you mean 'half'?"],
    ['gdpBaseYeer[LN]', "there is no starting figure 'gdpBaseYeer'"],
    ['share65[LN, 2010..2020]', 'a range of years is allowed in fastest'],
    ['fastest(share65[LN, 2020])', 'takes one name with a range of years'],
    ['ln(half)', "unknown function 'ln' in a test"],
    ['half/(half - half)', 'divides by zero'],
    ['half +', "'half +'"],
  ])('%s: %s', (text, message) => {
    expect(() => value(text)).toThrow(message)
  })
})

describe('a bad ledger', () => {
  const good = {
    about: both('x'),
    claims: [
      {
        id: 'K1',
        claim: both('c'),
        test: both('t'),
        checks: [{ says: both('s'), formula: '1 < 2' }],
        evidence: [{ says: both('e'), source: 'S1', grade: 'official' }],
        read: 'holds',
        model: ['births'],
      },
    ],
  }
  const withClaim = (change: object): string => JSON.stringify({ ...good, claims: [{ ...good.claims[0], ...change }] })
  const parse = (text: string) => parseLedger(text, 'x/claims.json', new Set(['S1']))

  it('a good one is read', () => expect(parse(JSON.stringify(good)).claims).toHaveLength(1))

  it.each([
    ['{', 'x/claims.json is not JSON'],
    [withClaim({ read: 'perhaps' }), 'x/claims.json: K1.read'],
    [withClaim({ evidence: [] }), 'x/claims.json: K1.evidence'],
    [withClaim({ claim: { en: 'c', zh: 'c' } }), 'K1.claim.zh: must be in Chinese'],
    [withClaim({ evidence: [{ says: both('e'), source: 'S2', grade: 'official' }] }), "K1: unknown source 'S2'"],
    [withClaim({ checks: [{ says: both('s') }] }), 'needs either a formula or'],
    [withClaim({ read: 'open', checks: [] }), 'it is open, but no reason is given'],
    [JSON.stringify({ ...good, claims: [...good.claims, ...good.claims] }), 'K1 is given twice'],
    [JSON.stringify({ ...good, reading: [['K1', 'K2']] }), 'the order of reading must hold'],
    [JSON.stringify({ ...good, reading: [['K1'], ['K1']] }), 'the order of reading must hold'],
  ])('%s', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })

  it('says which claim reads what there is not', () => {
    const ledger = (change: object) =>
      parseLedger(withClaim(change), 'x/claims.json', new Set(Object.keys(open.region.sources)))
    expect(() => judgeClaims(open, ledger({ model: ['birthz'] }))).toThrow(/K1: unknown name 'birthz'|K1: .*birthz/)
    expect(() =>
      judgeClaims(open, ledger({ checks: [{ says: both('s'), formula: 'birthz[baseline, 2030] > 0' }] })),
    ).toThrow(/K1: .*birthz/)
    expect(() =>
      judgeClaims(open, ledger({ checks: [{ says: both('s'), formula: 'share65[LN, 1900] > 0' }] })),
    ).toThrow("K1, 's'")
  })

  it('a region without a ledger says so', () => {
    expect(() => ledgerOf(openRegion('CN-LN'))).toThrow('its folder has no claims.json')
  })
})
