/** Tests the output of `claims`, and the region with the reported age structure. */

import { expect, it } from 'vitest'
import { heartland, json } from './fixture.ts'

it('prints the ledger with verdicts and their count', async () => {
  const { code, out } = await heartland('claims')
  expect(code).toBe(0)
  expect(out).toMatch(/^K1 .*contradicted/m)
  expect(out).toContain('42 claims: holds 20, partly 8, contradicted 6, open 8.')
})

it('prints single claims in full', async () => {
  const { out } = await heartland('claims k19 K21')
  expect(out).toContain('K19  contradicted')
  expect(out).toContain('exports to Russia over output')
  expect(out).toContain('lever')
  expect(out).toContain('verdict reached by reading: holds')
})

it('gives them as JSON', async () => {
  const claims = await json('claims --verdict open')
  expect(claims).toHaveLength(8)
  for (const claim of claims) {
    expect(Object.keys(claim)).toEqual(expect.arrayContaining(['id', 'claim', 'test', 'evidence', 'verdict', 'model']))
  }
})

it('suggests what was meant', async () => {
  expect(await heartland('claims X')).toMatchObject({ code: 2, err: expect.stringContaining("unknown claim 'X'") })
  expect((await heartland('claims K2 --verdict open')).err).toContain("none of K2 has the verdict 'open'")
  expect((await heartland('claims --verdict hold')).err).toContain("did you mean 'holds'?")
  expect((await heartland('claims --region CN-LN')).err).toContain('has no claims.json')
})

it('runs the region with the reported ages: a quarter past 65, about two points a year', async () => {
  const { region, outcomes } = await json('run as-reported --years 2024,2025,2026,2027,2028,2029,2030,2031,2032,2033')
  expect(region).toBe('northeast-as-reported')
  const path = Object.values(outcomes.share65.values as Record<string, number>)
  expect(path[0]).toBeGreaterThan(0.26)
  expect(path[0]).toBeLessThan(0.275)
  const rise = (path.at(-1)! - path[0]!) / (path.length - 1)
  expect(rise).toBeGreaterThan(0.019)
  expect(rise).toBeLessThan(0.0215)
})
