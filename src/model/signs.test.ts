/** Signs and sizes of the causal chains on the shipped region, and the table of them in docs/theory/signs.md. */

import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { causes, effectOf, levelOf, outcomes, residuals, signs, signTable } from './signs-fixture.ts'

const page = new URL('../../docs/theory/signs.md', import.meta.url)

describe('signs and sizes', () => {
  it.each(signs)('$cause moves $outcome in $year as it should', ({ outside, ...sign }) => {
    const effect = effectOf(sign)
    const inside = effect >= sign.from && effect <= sign.to
    const asked = outside === true ? 'is inside now: take its mark off' : `expected ${sign.from} to ${sign.to}`
    expect(inside, `${effect}: ${asked}`).toBe(outside === undefined)
  })

  it('are asked of every cause and every outcome', () => {
    expect(new Set(signs.map(({ cause }) => cause))).toEqual(new Set(Object.keys(causes)))
    expect(new Set(signs.map(({ outcome }) => outcome))).toEqual(new Set(Object.keys(outcomes)))
  })

  it('come with accounts that close', () => {
    for (const [cause, residual] of residuals) expect(residual, cause).toBeLessThan(1e-9)
  })

  it('stand in the table of the page as measured', () => {
    const text = readFileSync(page, 'utf8')
    const table = signTable()
    const renewed = text.replace(/\n\| cause [^]*?\n(?=\n|$)/, `\n${table}\n`)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, renewed)
    const accept = 'UPDATE_GOLDEN=1 npx vitest run --project code src/model/signs.test.ts'
    expect(text, `If the model changed on purpose: ${accept}`).toContain(table)
  })
})

describe('the baseline', () => {
  it('saves as much of its income in 2040 as today', () => {
    expect(100 * Math.abs(levelOf('savingRate', 2040) - levelOf('savingRate', 2025))).toBeLessThan(3)
  })
})
