/** Effects of a yuan spent, and the page that holds them against studies. */

import { describe, expect, it } from 'vitest'
import { horizons, measurePolicy, type Multiplier, multipliersOf } from '../../analysis/policies/multipliers.ts'
import { readRun } from '../../engine/run/reader.ts'
import { leversOf } from '../../engine/scenario.ts'
import { packageStart } from '../../model/packages.ts'
import { publishedEffects } from '../../model/published-effects.ts'
import { heartland, json } from '../../cli/testing/command-line-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'

const open = openRegion('CN-LN')
const { measures: found } = multipliersOf(open)
const of = (lever: string): Multiplier => found.find(one => one.lever === lever)!

describe('the effect of a yuan spent', () => {
  it('is measured at an outlay of 1 % of output, where the bounds of the lever allow it', () => {
    const spending = found.filter(({ outlay }) => outlay > 0)
    expect(spending.length).toBeGreaterThan(20)
    for (const { lever, outlay, value } of spending) {
      const [, upper] = leversOf(open.linked).get(lever)!.bounds
      if (value < upper) expect(outlay, lever).toBeCloseTo(0.01, 6)
      else expect(outlay, lever).toBeLessThanOrEqual(0.01 + 1e-8)
    }
  })

  it('is what two plain runs give', () => {
    const { value, output } = of('publicInvestment')
    const record = ['regionOutput', 'policyOutlay', 'price']
    const policy = Object.fromEntries(
      Object.entries({ publicInvestment: value, financedByCentre: 1 }).map(([name, setting]) => [
        name,
        { value: setting, start: packageStart, ramp: 0 },
      ]),
    )
    const [before, after] = [{}, policy].map(one => open.simulator.run({ policy: one, record }))
    const first = (packageStart - open.region.start) * 4
    const steps = [0, 1, 2, 3].map(step => first + step)
    const mean = (at: (step: number) => number): number => steps.reduce((sum, step) => sum + at(step), 0) / 4
    const stepOf = (run: typeof before, name: string, step: number): number => run!.series.get(name)!.values[step]!
    const gained = mean(step => stepOf(after, 'regionOutput', step) - stepOf(before, 'regionOutput', step))
    const spent = mean(step => stepOf(after, 'policyOutlay', step)) / mean(step => stepOf(after, 'price', step))
    expect(output[0]).toBeCloseTo(gained / spent, 9)
  })

  it('is at current prices per yuan of public spending where studies between places measure it so', () => {
    const { value, published } = of('extraTransfers')
    const record = ['nominalOutput', 'publicExpenditure']
    const [before, after] = [{}, measurePolicy('extraTransfers', value)].map(policy =>
      readRun(open.simulator.run({ policy, record })),
    )
    const [{ per, model }] = published
    expect(per).toBe('spending')
    for (const [at, years] of horizons.entries()) {
      const [output, spending] = record.map(name => {
        const year = packageStart + years - 1
        return after!.mean(name, year, 'CN-LN') - before!.mean(name, year, 'CN-LN')
      })
      expect(model[at]).toBeCloseTo(output! / spending!, 9)
    }
  })

  it('is held against every published estimate, and says where it lies', () => {
    const compared = found.flatMap(({ published }) => published)
    expect(compared.map(({ lever }) => lever).toSorted()).toEqual(publishedEffects.map(({ lever }) => lever).toSorted())
    for (const { model, year, estimates, verdict } of compared) {
      const values = estimates.map(({ value }) => value)
      const effect = model[horizons.indexOf(year)]
      const inside = effect >= Math.min(...values) && effect <= Math.max(...values)
      expect(verdict === 'inside').toBe(inside && values.length > 1)
      for (const { study } of estimates) expect(study.address).toMatch(/^https?:\/\/\S+$/)
    }
  })

  it('is printed as a page and as data', { tags: ['thorough'] }, async () => {
    const page = await heartland('value CN-LN --published')
    expect(page.code).toBe(0)
    expect(page.out).toContain('Compared with published estimates')
    expect(page.out).not.toContain('NaN')
    const data = await json('value CN-LN --published')
    expect(data.measures).toEqual(JSON.parse(JSON.stringify(found)))
  })
})
