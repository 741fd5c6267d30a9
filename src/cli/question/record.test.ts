/** Tests `record`: the back-test, the claims with their verdicts, and the region with the reported age structure. */

import { describe, expect, it } from 'vitest'
import { heartland, json } from '../testing/command-line-fixture.ts'

describe('the back-test', () => {
  // The short form, without what beats all, is in golden/surfaces/record.en.txt.
  it('begins with the least accurate series, each with its verdict, and has the accuracy targets', async () => {
    const { code, out } = await heartland('record CN-JL --simulations 40 --full')
    expect(code).toBe(0)
    expect(out).toContain('Back-test of Jilin: 5 years ahead, years not used for fitting, 2019 to 2024')
    expect(out).toMatch(/Land revenue +Jilin +1 .*loses to last value/)
    expect(out).toMatch(/Actual values inside the 80 % band +75 to 85 % +\d+\.\d\d +\d+\.\d\d +(met|not met)/)
  })

  it('gives all scores as data', { tags: ['thorough'] }, async () => {
    const found = await json('record CN-JL --scores --simulations 40')
    expect(Object.keys(found.scores[0])).toEqual(
      'series area horizon split rmse mape naive drift ar1 nation unconditional crps bias theil points'.split(' '),
    )
    expect(Object.keys(found.coverage[0])).toEqual(['level', 'observed', 'points'])
    expect(found.beatsDrift).toBeGreaterThan(0)
    expect(found.beatsDrift).toBeLessThanOrEqual(1)
    expect(found.claims).toBeUndefined()
  })

  it.each([
    ['--horizon 3', '--horizon 3: give one of 1, 2, 5'],
    ['--split test', '--split test: give one of train, holdout'],
    ['--simulations 10', '--simulations 10'],
    ['--parameters best', '--parameters best'],
    ['--parameters all', "CN-JL has no parameters 'all'"],
    ['--scores --claims', 'either --claims'],
  ])('refuses %s', async (words, message) => {
    const { code, err } = await heartland(`record CN-JL ${words}`)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it.each(['hindcast', 'claims'])('is what %s has become', async name => {
    const { code, err } = await heartland(`${name} northeast`)
    expect([code, err]).toEqual([2, expect.stringContaining('record')])
  })
})

describe('claims', () => {
  it('are listed with verdicts and their count', async () => {
    const { code, out } = await heartland('record northeast --claims --full')
    expect(code).toBe(0)
    expect(out).toMatch(/^K1 .*contradicted/m)
    expect(out).toContain('42 claims: holds 18, partly 10, contradicted 6, open 8.')
  })

  it('are shown in full, in both languages', async () => {
    const { out } = await heartland('record northeast --claim k19,K21 --full')
    expect(out).toContain('K19: contradicted')
    expect(out).toContain('exports to Russia over output')
    expect(out).toContain('lever')
    expect(out).toContain('verdict reached by reading: holds')
    const chinese = (await heartland('record northeast --claim K21 --lang zh --full')).out
    expect(chinese).toContain('2022年约占黑龙江的70%')
  })

  it('are given as JSON, by their verdict', async () => {
    const { claims } = await json('record northeast --claims --verdict open')
    expect(claims).toHaveLength(8)
    for (const claim of claims) {
      expect(Object.keys(claim)).toEqual(
        expect.arrayContaining(['id', 'claim', 'test', 'evidence', 'verdict', 'model']),
      )
      for (const { says } of claim.evidence) expect(says.zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('are refused where there is none, with what was meant', async () => {
    expect(await heartland('record northeast --claim X')).toMatchObject({
      code: 2,
      err: expect.stringContaining("unknown claim 'X'"),
    })
    expect((await heartland('record northeast --claim K2 --verdict open')).err).toContain('none of K2 has this verdict')
    expect((await heartland('record northeast --claims --verdict hold')).err).toContain('give one of all, holds')
    expect((await heartland('record CN-LN --claims')).err).toContain('has no claims.json')
  })
})

it('runs the region with the reported ages: a quarter past 65, about two points a year', async () => {
  const { region, outcomes } = await json('run as-reported --years 2025,2026,2027,2028,2029,2030,2031,2032,2033,2034')
  expect(region).toBe('northeast-as-reported')
  const path = Object.values(outcomes.share65.values as Record<string, number>)
  expect(path[0]).toBeGreaterThan(0.26)
  expect(path[0]).toBeLessThan(0.275)
  const rise = (path.at(-1)! - path[0]!) / (path.length - 1)
  expect(rise).toBeGreaterThan(0.019)
  expect(rise).toBeLessThan(0.0215)
})

describe('the value of a further year of figures', () => {
  it('is scored beside the first forecast and that moved by its first miss', { tags: ['thorough'] }, async () => {
    const { reopened } = await json('record northeast --reopened --simulations 39')
    const of = (horizon: number, split: string) =>
      reopened.find((one: any) => one.series === 'output' && one.horizon === horizon && one.split === split)
    const two = of(2, 'all')
    expect(two.points).toBe(54)
    expect(two.reopened).toBeLessThan(two.shifted)
    expect(two.shifted).toBeLessThan(two.unconditioned)
    // Held out it is worse at five years: that is told too.
    expect(of(5, 'holdout').reopened).toBeGreaterThan(of(5, 'holdout').shifted)
    const { code, out } = await heartland('record northeast --reopened --simulations 39')
    expect(code).toBe(0)
    expect(out).toContain('the value of a further year of figures')
    expect(out).toMatch(/Real output +2 +all +54/)
  })
})
