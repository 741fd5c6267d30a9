/** External conditions: what paths become, which uncertainty is left, what is refused, and that they are kept exactly. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { memberInput } from '../../engine/ensemble.ts'
import { changedPoints } from '../../engine/outside.ts'
import { valueOnPath } from '../../engine/path-value.ts'
import { readRun } from '../../engine/run/reader.ts'
import { openUnder } from './open-under.ts'
import { baselineCalled, baselinesOf, shocksOf } from './outside.ts'
import { outsideProblems } from '../../scenario/paths.ts'
import { parsePath, pathWords } from '../../scenario/words.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { parseScenario } from '../../scenario/json.ts'
import { writtenScenario } from '../../scenario/written.ts'

const open = openRegion('northeast')
const { region } = open
const rules = rulesOf(open)
const one = (text: string) => Object.fromEntries([parsePath(text)])
const record = ['nationalGrowthRate', 'nationalInflationRate', 'bondRateNow', 'regionOutput', 'regionDebtToGdp']

const own = [
  [2024, 1],
  [2034, 2],
] as const
/** A path under a setting, at the middle of quarters. */
const path = (text: string, time: number): number => valueOnPath(changedPoints(own, parsePath(text)[1], 1, 2041), time)
const before = (time: number): number => valueOnPath(own, time)

describe('a path that is set', () => {
  it('is its own until the first year, goes through its points at the middle of years, and stays at the last', () => {
    const text = 'x=4@2027,3.5@2030'
    expect(path(text, 2026.875)).toBeCloseTo(before(2026.875), 12)
    for (const [time, value] of [
      [2027.125, 4],
      [2027.5, 4],
      [2029, 3.75],
      [2030.5, 3.5],
      [2040.875, 3.5],
    ] as const)
      expect(path(text, time)).toBeCloseTo(value, 12)
  })

  it('returns where the years of a value end', () => {
    for (const [time, value] of [
      [2026.875, before(2026.875)],
      [2027.125, 5],
      [2028.875, 5],
      [2029.125, before(2029.125)],
      [2040, 2],
    ] as const)
      expect(path('x=5@2027..2028', time)).toBeCloseTo(value, 12)
  })

  it('is raised or multiplied as it moves', () => {
    for (const time of [2027.125, 2030.625, 2036.375]) {
      expect(path('x+=0.5@2027', time)).toBeCloseTo(before(time) + 0.5, 12)
      expect(path('x*=0.5@2027', time)).toBeCloseTo(before(time) / 2, 12)
    }
    // A factor that itself moves, between points of the path: exact where quarters read it.
    expect(path('x*=1@2027,2@2037', 2031.375)).toBeCloseTo(before(2031.375) * (1 + 3.875 / 10), 12)
    expect(path('x+=0@2027,-0.03@2030', 2029.125)).toBeCloseTo(before(2029.125) - 0.03 * (1.625 / 3), 12)
  })
})

describe('conditions of a region', () => {
  it('reach the run: growth of 3 % in 2027, and everything before it bit for bit', () => {
    const set = openUnder(open, one('nationalGrowth=3@2027'))
    const [as, under] = [open, set].map(({ simulator }) => readRun(simulator.run({ record, audit: true })))
    expect(under!.mean('nationalGrowthRate', 2027)).toBeCloseTo(Math.log(1.03), 12)
    expect(under!.steps('regionOutput', region.start, 2026)).toEqual(as!.steps('regionOutput', region.start, 2026))
    expect(under!.mean('regionOutput', 2030)).toBeLessThan(as!.mean('regionOutput', 2030))
  })

  it('that are given leave no uncertainty about them, and all of it about the others', () => {
    const settings = { seed: 3, members: 6 }
    const rates = (text: string) => {
      const { linked, simulator } = openUnder(open, one(text))
      const draw = memberInput(linked, simulator, settings)
      return [0, 1, 2, 3].map(member => readRun(simulator.run({ ...draw(member), record })))
    }
    const [known, around] = [rates('nationalGrowth==3@2027'), rates('nationalGrowth=3@2027..2027')]
    for (const [at, run] of known.entries()) {
      for (const rate of run.steps('nationalGrowthRate', 2027, 2027)) expect(rate).toBeCloseTo(Math.log(1.03), 12)
      expect(around[at]!.mean('nationalGrowthRate', 2027)).not.toBeCloseTo(Math.log(1.03), 4)
      expect(run.path('nationalInflationRate')).toEqual(around[at]!.path('nationalInflationRate'))
      expect(run.path('bondRateNow')).toEqual(around[at]!.path('bondRateNow'))
      // The deviation comes back after it.
      expect(run.mean('nationalGrowthRate', 2031)).not.toBeCloseTo(
        known[(at + 1) % 4]!.mean('nationalGrowthRate', 2031),
        6,
      )
    }
  })

  it('know the deviation of each path', () => {
    const found = Object.keys(open.region.paths).flatMap(name =>
      shocksOf(open.linked, name).map(shock => [name, shock]),
    )
    expect(Object.fromEntries(found)).toMatchObject({
      nationalGrowth: 'nationalGrowthShock',
      nationalInflation: 'nationalInflationShock',
      bondRate: 'interestShock',
      lendingRate: 'interestShock',
      mortgageRate: 'interestShock',
      nationalHousePriceGrowth: 'nationalHousePriceShock',
      nationalHousingSales: 'nationalHousingSalesShock',
      oilPrice: 'oilPriceShock',
    })
    expect(shocksOf(open.linked, 'nationalFertility')).toEqual([])
  })

  it('replace those that were set before, and the rules stay those of the region', () => {
    const twice = openUnder(openUnder(open, one('landDemand*=0.5@2027')), one('landDemand*=0.5@2027'))
    expect(valueOnPath(twice.region.paths.landDemand!.points, 2030)).toBe(0.5)
    expect(rulesOf(twice)).toEqual(rules)
  })
})

describe('what is refused', () => {
  it('is the same by rules that have passed through JSON, as a page gets them', () => {
    const paths = [...rules.paths]
    expect(JSON.parse(JSON.stringify(paths))).toEqual(paths)
  })

  it.each([
    ['nationalGrwth=3@2027', /unknown external path 'nationalGrwth'; did you mean 'nationalGrowth'/],
    ['nationalGrowth=30@2027', /30 is out of bounds; give a value from -25 to 25/],
    ['oilPrice=-1@2027', /-1 is out of bounds/],
    ['nationalGrowth=3@2025', /2025 is not in the run; give a year from 2026 to 2040/],
    ['nationalGrowth=3@2041', /2041 is not in the run/],
    ['nationalGrowth=3@2028..2027', /2028\.\.2027 is not a range of years/],
    ['nationalGrowth=3@2027..2029,2@2029..2030', /two values apply at the same time/],
    ['nationalGrowth=3@2027,2@2027', /two values apply at the same time/],
    ['nationalGrowth[CN-LN]=3@2027', /the same for all areas; leave out \[CN-LN\]/],
    ['bondQuotaByArea[CN-LX]=1@2027', /unknown area 'CN-LX'/],
    ['bondRenewal=1.3@2027', /bondRenewal: 1.3 is out of bounds; give a value from 0 to 1 \(share\)/],
    [
      'bondRenewal+=0.3@2027',
      /bondRenewal: the change takes the path to 1.3 in 2027, and it cannot be above 1 \(share\)/,
    ],
    ['vehicleRenewal*=1.5@2028..2028', /takes the path to 1.5 in 2028, and it cannot be above 1/],
    ['lockdown=-0.1@2027', /-0.1 is out of bounds; give a value from 0 to 1/],
    ['workplacesClosed+=-0.1@2027', /takes the path to -0.1 in 2027, and it cannot be below 0/],
    ['bondRate+=-4@2029', /takes the path to -1.7\d* in 2029, and it cannot be below 0 \(%\/year\)/],
    ['bondQuotaByArea[CN-HL]+=-2@2027', /takes the path to -1 in 2027, and it cannot be below 0/],
  ])('%s', (text, expected) => {
    const [problem, ...others] = outsideProblems(rules, one(text))
    expect(others).toEqual([])
    expect(problem!.message.text.en).toMatch(expected)
    expect(problem!.message.text.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it('a setting of one area that only together with that of all areas goes below nothing', () => {
    const [all, ofArea] = ['bondQuotaByArea+=-0.5@2027', 'bondQuotaByArea[CN-JL]+=-0.6@2027'].map(one)
    expect(outsideProblems(rules, all!)).toEqual([])
    expect(outsideProblems(rules, ofArea!)).toEqual([])
    const problems = outsideProblems(rules, { ...ofArea, ...all })
    expect(problems.map(({ name }) => name)).toEqual(['bondQuotaByArea[CN-JL]'])
  })

  it('nothing of a change that ends at what a path can be, nor a difference that is negative', () => {
    for (const text of [
      'bondRenewal+=-1@2027',
      'lockdown=1@2027..2027',
      'nationalCredit=-0.05@2027',
      'depositRate=0@2027',
    ])
      expect(outsideProblems(rules, one(text)), text).toEqual([])
  })

  it.each([
    ['nationalGrowth', /does not set an external path; write path=value@year/],
    ['nationalGrowth=three@2027', /'three' is not a number/],
    ['nationalGrowth=3@soon', /'soon' is not a number/],
  ])('%s, when it is read', (text, expected) => expect(() => parsePath(text)).toThrow(expected))
})

describe('conditions are kept exactly', () => {
  it('as text and in a scenario file', () => {
    for (const text of [
      'nationalGrowth=4@2027,3.5@2030',
      'bondRate+=2@2027..2028',
      'landDemand*=0.5@2027',
      'oilPrice==0.7@2028',
    ]) {
      const [name, setting] = parsePath(text)
      expect(pathWords(name, setting)).toBe(text)
      const scenario = { name: 'x', region: 'northeast', policy: {}, assumptions: {}, outside: { [name]: setting } }
      expect(parseScenario(writtenScenario(scenario), 'x.json')).toMatchObject(scenario)
    }
  })

  it('and named baselines of the region pass the test and differ as their names say', () => {
    expect(baselinesOf(open.region)).toEqual(['central', 'low', 'high', 'as-reported'])
    expect(baselineCalled(open.region, 'central')).toEqual({})
    expect(() => baselineCalled(open.region, 'lw')).toThrow(/unknown baseline.*did you mean 'low'/)
    const [low, central, high] = ['low', 'central', 'high'].map(name => {
      const outside = baselineCalled(open.region, name)
      expect(outsideProblems(rules, outside)).toEqual([])
      return readRun(openUnder(open, outside).simulator.run({ record, audit: true }))
    })
    for (const [name, below, above] of [
      ['regionOutput', low, high],
      ['regionDebtToGdp', high, low],
    ] as const) {
      expect(below!.mean(name, 2040)).toBeLessThan(central!.mean(name, 2040))
      expect(above!.mean(name, 2040)).toBeGreaterThan(central!.mean(name, 2040))
    }
  })
})
