/** Tests `heartland value`: what it says beside published estimates, in both languages, and what it refuses. */

import { describe, expect, it } from 'vitest'
import { multipliersOf } from '../../analysis/policies/multipliers.ts'
import { heartland, json } from '../testing/command-line-fixture.ts'
import { openRegion } from '../testing/open-fixture.ts'

const words = 'value CN-JL --with publicInvestment,directedInvestment,retirementAge -m 24'

describe('heartland value', { timeout: 120_000 }, () => {
  it('holds the central effects of a yuan within its bands', async () => {
    const found = await json(words)
    const { measures: central } = multipliersOf(openRegion('CN-JL'))
    for (const name of ['publicInvestment', 'directedInvestment']) {
      const own = found.levers.find(({ lever }: any) => lever === name)
      const { output, value } = central.find(({ lever }) => lever === name)!
      expect(own.value).toBe(value)
      output.forEach((effect, at) => {
        const { low, high } = own.at[at].perGross
        const room = high - low
        expect(effect, `${name} ${at}`).toBeGreaterThan(low - 0.25 * room)
        expect(effect, `${name} ${at}`).toBeLessThan(high + 0.25 * room)
      })
    }
    expect(found.levers.at(-1)).toMatchObject({ lever: 'retirementAge', rank: null, outlay: null })
  })

  it('is printed in both languages', async () => {
    const english = await heartland(words)
    expect(english.out).toContain('Jilin: value for money')
    expect(english.out).toMatch(/^ +\d=? +Additional public investment/m)
    expect(english.out).toContain('Reforms: without direct cost')
    const chinese = await heartland(`${words} --lang zh`)
    expect(chinese.out).toMatch(/吉林.*资金使用效益/)
    expect(chinese.out).toContain('追加政府投资')
    expect(chinese.out).not.toMatch(/NaN|undefined/)
    expect(english.out.replaceAll(/\s+/g, ' ')).toContain(
      'gross regional product, prices of the start, yearly mean, in',
    )
  })

  it('says that debt is that of the end of the year', async () => {
    const { out } = await heartland('value CN-JL --with publicInvestment -m 20 --outcome debtToGdp')
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/over output of Jilin, end of year, in points/)
  })

  it.each([
    ['value CN-JL --outcome regionOutptu', /did you mean 'regionOutput'\?/],
    ['value northeast --outcome debtToGdp', /debtToGdp\[CN-/],
    ['value CN-JL --after 3', /--after 3/],
    ['value CN-JL --lang de', /language 'de'/],
    ['value CN-JL --with publicInvestmnt', /did you mean 'publicInvestment'\?/],
    ['value CN-JL --with childAllowanceYears', /none of these levers/],
    ['value CN-JL -m 3', /--simulations 3/],
  ])('refuses %s', async (text, message) => {
    const { code, err } = await heartland(text)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})
