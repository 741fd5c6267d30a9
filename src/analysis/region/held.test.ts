/** Tests of outcomes that are held: exact, neutral where nothing is held, refused in words where they cannot be. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import type { OutsidePaths } from '../../engine/outside.ts'
import { createStream } from '../../engine/random.ts'
import type { Run } from '../../engine/run.ts'
import { createWasmSimulator } from '../../engine/run/wasm-simulator.ts'
import { holdsFrom } from '../../scenario/holds.ts'
import { linkOf, readLink } from '../../scenario/link.ts'
import { checkOutside } from '../../scenario/problems.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { parseHold, parsePath, pathWords } from '../../scenario/words.ts'
import { thoroughly } from '../../thorough-fixture.ts'
import { flatFactors, valueOfHeld, variantOf } from './held.ts'
import { openUnder } from './open-under.ts'
import type { OpenRegion } from './simulation.ts'
import { startInstance } from './wasm-region.ts'

const open = openRegion('northeast')
const holding = (...words: readonly string[]): OpenRegion => {
  const outside = holdsFrom(words, undefined, {})
  checkOutside(rulesOf(open), outside)
  return openUnder(open, outside)
}
const runOf = ({ simulator }: OpenRegion, ...record: readonly string[]): Run => simulator.run({ record, audit: true })

/** The largest distance of what is held from its value, relative unless it is growth. */
const missed = (held: OpenRegion): number => {
  const { holds } = held.judged!.judgement
  const run = runOf(held, ...holds.map(({ variable }) => variable))
  return Math.max(
    ...holds.map(hold => Math.abs(valueOfHeld(run, hold) - hold.value) / (hold.growth ? 1 : Math.abs(hold.value))),
  )
}

describe('add-factors', () => {
  it('change no number of any variable where nothing is held', () => {
    const { linked, built } = variantOf(open.linked, open.region.areas)
    const region = { ...open.region, paths: { ...open.region.paths, ...flatFactors(linked, open.region.start) } }
    const fresh = () => startInstance(built)
    const simulator = createWasmSimulator(linked, region, open.simulator.horizon, built.manifest, fresh)
    const record = [...open.linked.variables.keys()]
    const [plain, neutral] = [open.simulator, simulator].map(one => one.run({ record }))
    for (const name of record) expect(neutral!.series.get(name)!.values, name).toEqual(plain!.series.get(name)!.values)
  })

  it('leave the model and its levers as they are', () => {
    const held = holding('growth(regionOutput)=4@2027')
    expect(held.linked.source).toBe(open.linked.source)
    expect([...rulesOf(held).paths.keys()]).toEqual([...rulesOf(open).paths.keys()])
    expect(openUnder(held, {})).toBe(open)
  })
})

describe('a held outcome', () => {
  it.each([
    'growth(regionOutput)=4.5@2027',
    'output[CN-LN]*=1.02@2026..2027',
    'unemploymentRate[CN-LN]=6%@2027',
    'residentsTotal[CN-JL]*=0.998@2028',
    'ownRevenue[CN-HL]*=1.05@2026',
    'debtToGdp[CN-LN]+=0.005@2028',
    'housePrice[CN-LN]*=0.97@2027Q3',
    'wage[CN-JL]*=1.02@2027',
  ])('has its value: %s', words => {
    const held = holding(words)
    expect(missed(held)).toBeLessThan(1e-8)
    expect(runOf(held).audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('of growth leaves the years before as they were, to the bit, and is mostly paid back in the year after', () => {
    const [before, after] = [open, holding('growth(regionOutput)=4.5@2027')].map(
      one => runOf(one, 'regionOutput', 'regionDebtToGdp').series,
    )
    for (const name of ['regionOutput', 'regionDebtToGdp'])
      expect(after!.get(name)!.values.slice(0, 8)).toEqual(before!.get(name)!.values.slice(0, 8))
    const growth = (of: typeof before, from: number): number => {
      const { values } = of!.get('regionOutput')!
      const year = (at: number) => values.slice(at, at + 4).reduce((sum, value) => sum + value)
      return year(from) / year(from - 4) - 1
    }
    expect(growth(after, 12) - growth(before, 12)).toBeLessThan(-0.005)
  })

  it('of debt moves public finances, not exports', () => {
    const { factors } = holding('debtToGdp[CN-LN]+=0.005@2028').judged!.judgement
    expect(new Set(factors.map(({ factor }) => factor.channel))).toEqual(new Set(['fiscal']))
    expect(new Set(factors.map(({ area }) => area))).toEqual(new Set(['CN-LN']))
  })

  it('goes through the equations that are named', () => {
    const held = holding('growth(regionOutput)=3.5@2027;through=exports')
    expect(new Set(held.judged!.judgement.factors.map(({ factor }) => factor.id))).toEqual(new Set(['exports']))
    expect(missed(held)).toBeLessThan(1e-8)
  })

  it('is read as the tables by year show it: debts at the end of the year', () => {
    const held = holding('regionDebtToGdp+=0.005@2027')
    const { values } = runOf(held, 'regionDebtToGdp').series.get('regionDebtToGdp')!
    expect(values[11]).toBeCloseTo(held.judged!.judgement.holds[0].value, 9)
  })

  it('far from the forecast is remarked upon, further is refused unless it is accepted', () => {
    const [warning] = holding('growth(regionOutput)=5.5@2027').judged!.judgement.warnings
    expect(warning.text.en).toMatch(/2\.\d standard deviations from the forecast/)
    expect(() => holding('growth(regionOutput)=9@2027')).toThrow(/more than the 4 that are accepted/)
    expect(missed(holding('growth(regionOutput)=9@2027;accepted'))).toBeLessThan(1e-8)
  })
})

describe('what cannot be held', () => {
  const three = open.region.areas.map(area => `growth(output[${area}])=4@2027`)
  it.each<readonly [why: string, words: readonly string[], message: RegExp]>([
    [
      'follows from what else is held',
      [...three, 'growth(regionOutput)=4@2027'],
      /growth\(regionOutput\)@2027 follows from what else is held \(growth\(output\[CN-LN\]\)@2027/,
    ],
    [
      'is held at two values',
      ['output[CN-LN]=3500@2027', 'growth(output[CN-LN])=3@2027'],
      /follows from what else is held/,
    ],
    [
      'is moved by none of the equations',
      ['residentsTotal[CN-LN]*=1.01@2027;through=exports'],
      /exports do not move it in that time/,
    ],
    [
      'is out of reach',
      ['landRevenue[CN-LN]*=0.8@2026;through=fiscal;accepted'],
      /cannot be reached through taxes, .*; the nearest value is 2\d\.\d \(forecast 25\.\d\)/,
    ],
    ['is no outcome', ['ouput[CN-LN]=3@2027'], /unknown external path 'ouput/],
    ['has a value for each area', ['output=3@2027'], /name one, such as output\[CN-LN\]/],
    ['has passed', ['growth(regionOutput)=4@2024'], /2024 cannot be held; give a year or quarter from 2026 to 2040/],
    [
      'is a share in per cent',
      ['unemploymentRate[CN-LN]=6@2027'],
      /fractions of one, so that 6 is 600 %; write 0\.06 for 6 %/,
    ],
    [
      'names no equation',
      ['growth(regionOutput)=4@2027;through=export'],
      /unknown equation or channel 'export'; did you mean 'exports'/,
    ],
    ['has a remark that is none', ['growth(regionOutput)=4@2027;reason=x'], /'reason=x' is not a remark/],
  ])('%s', (_, words, message) => {
    expect(() => holding(...words)).toThrow(message)
  })
})

describe('judgements in words', () => {
  const words =
    'growth(output[CN-LN])=4.5@2027,3.5@2028;through=exports,people;accepted;by=%E6%9D%8E;why=a%3B%20b%2C%20c'
  it('are written and read back', () => {
    const [name, setting] = parsePath(words)
    expect(setting).toMatchObject({ through: ['exports', 'people'], accepted: true, by: '李', why: 'a; b, c' })
    expect(pathWords(name, setting)).toBe(words)
    expect(parsePath(' output[CN-LN] growth = 4.5%@2027Q2')).toEqual(parsePath('growth(output[CN-LN])=4.5@2027.375'))
    expect(parseHold('debtToGdp[CN-LN]=62%@2028')).toEqual(parseHold('debtToGdp[CN-LN]=0.62@2028'))
  })

  it('travel in a link', () => {
    const outside: OutsidePaths = Object.fromEntries([parsePath(words)])
    const scenario = { name: '', region: 'northeast', policy: {}, assumptions: {}, outside }
    const { text } = linkOf({ scenario, view: 'answer', language: 'zh', overlays: [] })
    const { link, problem } = readLink(text.slice(text.indexOf('#')))!
    expect([link.scenario.outside, problem]).toEqual([outside, undefined])
  })

  it('stand in a table, whose faults are named', () => {
    const table =
      'outcome,year,value,author,reason\nregionOutput growth,2027,4.5%,Li,"orders, May"\ngrowth(regionOutput),2028,3,Wu,\n'
    expect(holdsFrom([], table, {})).toEqual({
      'growth(regionOutput)': {
        change: 'set',
        pieces: [
          { value: 4.5, from: 2027 },
          { value: 3, from: 2028 },
        ],
        by: 'Wu',
        why: 'orders, May',
      },
    })
    expect(() => holdsFrom([], 'outcome,value\nx,3\n', {})).toThrow(/year is missing/)
    expect(() => holdsFrom(['a=1@2027', 'a+=1@2028'], undefined, {})).toThrow(/held in two ways/)
  })
})

/** Values as far from the forecast as forecasts of a year or two miss. */
const candidates: ReadonlyArray<readonly [outcome: string, growth: boolean, size: number]> = open.region.areas.flatMap(
  area => [
    [`output[${area}]`, true, 1.3],
    [`residentsTotal[${area}]`, false, 0.003],
    [`ownRevenue[${area}]`, false, 0.06],
    [`housePrice[${area}]`, false, 0.05],
    [`homeSales[${area}]`, false, 0.12],
    [`wage[${area}]`, false, 0.03],
    [`publicExpenditure[${area}]`, false, 0.03],
    [`births[${area}]`, false, 0.08],
    [`capitalFormation[${area}]`, false, 0.03],
    [`inflation[${area}]`, false, 0.2],
  ],
)

const randomCase = (seed: number, count: number): string[] => {
  const draw = createStream(seed, 'held outcomes')
  const left = [...candidates]
  return Array.from({ length: count }, (_, at) => {
    const [[outcome, growth, size]] = left.splice(Math.floor(draw(at, 0, 0) * left.length), 1)
    const year = draw(at, 1, 0) < 0.5 ? 2026 : 2027
    const off = (2 * draw(at, 2, 0) - 1) * size
    return growth ? `growth(${outcome})+=${off}@${year}` : `${outcome}*=${1 + off}@${year}`
  })
}

describe('random outcomes that are held', () => {
  it.each([
    [1, 0.99],
    [3, 0.99],
    [10, 0.95],
  ])('%i at a time are met exactly, or refused with the nearest value', (count, share) => {
    const cases = thoroughly(334, 12)
    let exact = 0
    for (let seed = 0; seed < cases; seed++) {
      try {
        const held = holding(...randomCase(seed, count).map(words => `${words};accepted`))
        expect(missed(held)).toBeLessThan(1e-8)
        if (seed % 20 === 0) expect(runOf(held).audit!.largestResidual).toBeLessThan(1e-9)
        exact++
      } catch (problem) {
        expect(String(problem)).toMatch(/the nearest value is/)
      }
    }
    expect(exact).toBeGreaterThanOrEqual(Math.floor(share * cases))
  })
})
