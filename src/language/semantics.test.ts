import { describe, expect, test } from 'vitest'
import { run } from '../../examples/run.ts'
import {
  base,
  type Declaration,
  datum,
  delay,
  equation,
  exogenous,
  index,
  level,
  lever,
  parameter,
  smooth,
  solved,
  stock,
  table,
  trial,
} from './declare.ts'
import { ModelError } from './errors.ts'
import { linkModel } from './link.ts'
import { link, modelOf, problemsOf } from './small-model-fixture.ts'
import { all, play, targets } from './play-fixture.ts'

const share = (text: string) => equation('share', text, 'x')

const formulas: ReadonlyArray<readonly [text: string, expected: number]> = [
  ['1 + 2 * 3', 7],
  ['-2^2', -4],
  ['(-2)^2', 4],
  ['1.1^3^2', 2.357947691],
  ['2^-1', 0.5],
  ['(1/4)^0.5', 0.5],
  ['3^3', 27],
  ['2^1', 2],
  ['7 / 2 / 2', 1.75],
  ['min(3, 1, 2)', 1],
  ['max(3, 1, 2)', 3],
  ['abs(-3)', 3],
  ['sqrt(16)', 4],
  ['exp(0)', 1],
  ['ln(exp(1))', 1],
  ['floor(-1.5)', -2],
  ['positive(-1) + positive(2)', 2],
  ['clip(5, 0, 2) + clip(-5, 0, 2) + clip(1, 0, 2)', 3],
  ['logistic(0)', 0.5],
  ['if(1 < 2, 10, 20)', 10],
  ['if(1 > 2 or 3 = 3, 10, 20)', 10],
  ['if(not (1 = 1) and 2 = 2, 10, 20)', 20],
  ['if(1 != 1, 1/0, 5)', 5],
  ['(1 <= 1) + (2 >= 3)', 1],
  ['time / 1{year}', 2024],
  ['(time + timeStep - startTime) / 1{year}', 0.25],
  ['curve(5{year})', 2],
  ['curve(-1{year}) + curve(99{year})', 5],
  ['curve(2.5{year})', 1.5],
  ['curve(15{year})', 3],
  ['50{%} + 1', 1.5],
]

describe('formulas', () => {
  const curve = table(
    'share',
    {
      argument: 'year',
      points: [
        [0, 1],
        [5, 2],
        [10, 2],
        [20, 4],
      ],
    },
    'x',
  )
  for (const [text, expected] of formulas) {
    play(text, { curve, value: share(text) }, {}, result => expect(result.at('value', 0)).toBeCloseTo(expected, 14))
  }
})

describe('a copy of a dimension', () => {
  const sales = datum('CNY', 'x', { over: ['area', 'other'] })
  const price = datum('share', 'x', { over: ['area'] })
  // Rows sell to columns.
  const inputs = { sales: [1, 2, 3, 4], price: [10, 100] }
  const money = (text: string, over: readonly string[]) => equation('CNY', text, 'x', { over })
  play(
    'reads the value of the other one of a pair, turns pairs around, and sums over either',
    {
      sales,
      price,
      sold: money('sum(sales, other)', ['area']),
      atTheirPrices: money('sum(sales*price[other], other)', ['area']),
      atOurPrices: money('sum(sales*price, other)', ['area']),
      bought: money('sum(sales[other, area], other)', ['area']),
      turned: money('sales[other, area]', ['area', 'other']),
      atHome: money('sales[area]', ['area']),
      soldByOther: money('sold[other]', ['other']),
      all: money('sum(sales*price[other])', []),
    },
    { inputs },
    result => {
      expect(all(result, 'sold')).toEqual([3, 7])
      expect(all(result, 'atTheirPrices')).toEqual([210, 430])
      expect(all(result, 'atOurPrices')).toEqual([30, 700])
      expect(all(result, 'bought')).toEqual([4, 6])
      expect(all(result, 'turned')).toEqual([1, 3, 2, 4])
      expect(all(result, 'atHome')).toEqual([1, 4])
      expect(all(result, 'soldByOther')).toEqual([3, 7])
      expect(all(result, 'all')).toEqual([640])
    },
  )
  test.each([
    [
      'of a variable that has no such dimension is refused',
      { x: money('n[other]', ['other']), n: money('1{CNY}', []) },
      /other/,
    ],
    [
      'that nothing gives a label is refused',
      { sales, price, x: money('sum(sales, other)*price[other]', ['area']) },
      /other/,
    ],
    ['beside which a label of its own tells nothing is refused', { sales, x: money('sales[east]', ['area']) }, /east/],
  ])('%s', (_, declarations, word) => {
    expect(problemsOf(declarations)).toEqual([expect.stringMatching(word)])
  })
})

describe('levers by area', () => {
  const grant = lever('CNY', { bounds: [0, 10], standard: 2, theme: 'x', free: 'x' }, 'x')
  const acts = parameter('share', { east: 0, west: 0.5 }, 'x')
  const declarations = {
    grant,
    acts,
    paid: equation('CNY', 'grant', 'x', { over: ['area'] }),
    beyond: equation('CNY', 'beyondStandard(grant)', 'x', { over: ['area'] }),
    paidBeyond: equation('CNY', 'beyondStandard(paid)', 'x', { over: ['area'] }),
  }
  const linked = (own: Readonly<Record<string, Declaration>>) =>
    linkModel({ ...modelOf(own), leversBy: 'acts' }, { area: ['east', 'west'] })
  for (const [target, build] of targets) {
    test(`are read as their standard and a part of what they are beyond (${target})`, () => {
      const inputs = { grant: 8, acts: [0, 0.5] }
      const result = run(build(linked(declarations)), { startTime: 2024, timeStep: 0.25, steps: 1, inputs })
      expect(all(result, 'paid')).toEqual([2, 5])
      expect(all(result, 'beyond')).toEqual([0, 3])
      expect(all(result, 'paidBeyond')).toEqual([0, 3])
    })
  }
  test('are refused in a text that no area gives a label', () => {
    expect(() => linked({ grant, acts, all: equation('CNY', 'grant', 'x') })).toThrow(/acts/)
  })
})

describe('dimensions', () => {
  const people = datum('person m', 'x', { over: ['sex', 'age'] })
  const inputs = { people: [1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60] }
  const count = (text: string, over: readonly string[] = []) => equation('person m', text, 'x', { over })
  play(
    'sums, ranges and labels',
    {
      people,
      total: count('sum(people)'),
      bySex: count('sum(people)', ['sex']),
      byAge: count('sum(people, sex)', ['age']),
      young: count('sum(people[..1])'),
      middle: count('sum(people[2..3], age)', ['sex']),
      old: count('sum(people[female, 4..])'),
      oneCell: count('people[male, 0]'),
      rangeRestricts: count('sum(people[female, 2..3] * weight)'),
      weight: equation('share', 'age / 1{year}', 'x', { over: ['age'] }),
      nested: count('sum(sum(people, age) * if(sex = male, 1, 0), sex)'),
      ownShare: equation('share', 'people / sum(people, sex, age)', 'x', { over: ['sex', 'age'] }),
      shifted: count('shift(people, age)', ['sex', 'age']),
      twiceShifted: count('shift(shift(people, age), age)', ['sex', 'age']),
      atAge: count('if(age = 2, people, 0)', ['sex', 'age']),
      older: count('sum(if(age >= 4{year}, people, 0))'),
    },
    { inputs },
    result => {
      expect(all(result, 'total')).toEqual([231])
      expect(all(result, 'bySex')).toEqual([21, 210])
      expect(all(result, 'byAge')).toEqual([11, 22, 33, 44, 55, 66])
      expect(all(result, 'young')).toEqual([33])
      expect(all(result, 'middle')).toEqual([7, 70])
      expect(all(result, 'old')).toEqual([11])
      expect(all(result, 'oneCell')).toEqual([10])
      expect(all(result, 'rangeRestricts')).toEqual([3 * 2 + 4 * 3])
      expect(all(result, 'nested')).toEqual([210])
      expect(all(result, 'ownShare')[11]).toBe(60 / 231)
      expect(all(result, 'shifted')).toEqual([0, 1, 2, 3, 4, 5, 0, 10, 20, 30, 40, 50])
      expect(all(result, 'twiceShifted')).toEqual([0, 0, 1, 2, 3, 4, 0, 0, 10, 20, 30, 40])
      expect(all(result, 'atAge')).toEqual([0, 0, 3, 0, 0, 0, 0, 0, 30, 0, 0, 0])
      expect(all(result, 'older')).toEqual([121])
    },
  )
  play(
    'records by label',
    {
      capital: datum('CNY bn', 'x', { over: ['area', 'firm'] }),
      tax: equation('CNY bn', { state: 'capital', private: 'capital * 2' }, 'x', { over: ['area', 'firm'] }),
      rest: equation('share', { 2: '10', else: 'age / 1{year}' }, 'x', { over: ['age'] }),
      toOther: equation('CNY bn', { east: 'sum(capital[west])', west: 'sum(capital[east])' }, 'x', { over: ['area'] }),
      privateTax: equation('CNY bn', 'tax[private] - tax[state]', 'x', { over: ['area'] }),
    },
    { inputs: { capital: [1, 2, 3, 4] } },
    result => {
      expect(all(result, 'tax')).toEqual([1, 4, 3, 8])
      expect(all(result, 'rest')).toEqual([0, 1, 10, 3, 4, 5])
      expect(all(result, 'toOther')).toEqual([7, 3])
      expect(all(result, 'privateTax')).toEqual([3, 5])
    },
  )
})

describe('parameters', () => {
  play(
    'one number for all, or one for each label',
    {
      rate: parameter('share', 0.5, 'x'),
      byFirm: parameter('share', { state: 1, private: { low: 1, central: 2, high: 3 } }, 'x'),
      product: equation('share', 'rate * byFirm', 'x', { over: ['area', 'firm'] }),
    },
    { over: ['area'] },
    result => {
      expect(all(result, 'rate')).toEqual([0.5])
      expect(all(result, 'product')).toEqual([0.5, 1, 0.5, 1])
    },
  )
})

describe('percent', () => {
  play(
    'counts as hundredths and is stored times 100',
    {
      rate: datum('%', 'x'),
      twice: equation('%', '2 * rate + 0.01', 'x'),
      plain: share('rate'),
      level: stock('%', { initial: 'rate', inflow: '0.01 / 1{year}' }, 'x'),
      growth: equation('%/year', 'rate / 1{year}', 'x'),
      price: index('index', { initial: '1', growth: 'growth' }, 'x'),
      smoothed: smooth('%', { of: '2 * rate', years: '0.5{year}', initial: 'rate' }, 'x'),
    },
    { inputs: { rate: 5 }, steps: 2 },
    result => {
      expect(result.at('twice', 0)).toBeCloseTo(11, 12)
      expect(result.at('plain', 0)).toBe(0.05)
      expect(result.at('level', 0)).toBe(5)
      expect(result.at('level', 1)).toBe(5.25)
      expect(result.at('growth', 0)).toBe(5)
      expect(result.at('price', 1)).toBeCloseTo(Math.E ** 0.0125, 14)
      expect(result.at('smoothed', 1)).toBe(7.5)
    },
  )
})

describe('states', () => {
  play(
    'stock, level, index, smooth, delay',
    {
      push: exogenous('CNY bn/year', 'x'),
      debt: stock('CNY bn', { initial: '100{CNY bn}', inflow: 'push', outflow: '0.1{1/year} * debt' }, 'x'),
      drained: stock('CNY bn', { initial: '1{CNY bn}', outflow: 'push' }, 'x'),
      still: stock('CNY bn', { initial: '7{CNY bn}' }, 'x'),
      halved: level('share', { initial: '1', next: 'halved / 2' }, 'x'),
      price: index('index', { initial: '2', growth: '0.1{1/year}' }, 'x'),
      slow: smooth('CNY bn/year', { of: 'push', years: '1{year}', initial: '0' }, 'x'),
      quick: smooth('CNY bn/year', { of: 'push', years: '0.1{year}', initial: '0' }, 'x'),
      before: delay('CNY bn/year', { of: 'push', initial: '-1{CNY bn/year}' }, 'x'),
      grown: equation('CNY bn', 'change(debt) + closing(debt)', 'x'),
      fromInitial: base('CNY bn', 'debt + still', 'x'),
    },
    { inputs: { push: time => (time - 2023) * 8 }, steps: 3 },
    result => {
      expect(result.at('debt', 1)).toBe(100 + 0.25 * (8 - 10))
      expect(result.at('drained', 1)).toBe(1 + 0.25 * -8)
      expect(result.at('still', 2)).toBe(7)
      expect([0, 1, 2].map(step => result.at('halved', step))).toEqual([1, 0.5, 0.25])
      expect(result.at('price', 2)).toBeCloseTo(2 * Math.E ** 0.05, 14)
      expect(result.at('slow', 1)).toBe(2)
      expect(result.at('slow', 2)).toBe(2 + 0.25 * (10 - 2))
      expect(result.at('quick', 1)).toBe(8)
      expect([0, 1, 2].map(step => result.at('before', step))).toEqual([-1, 8, 10])
      expect(result.at('grown', 0)).toBe(-0.5 + 99.5)
      expect(result.at('fromInitial', 2)).toBe(107)
    },
  )
})

describe('the start', () => {
  const declarations = {
    goal: datum('share', 'x', { over: ['area'] }),
    factor: solved('share', { residual: 'reached - goal', between: ['0', '10'], over: ['area'] }, 'x'),
    squared: base('share', 'factor^2', 'x', { over: ['area'] }),
    reached: base('share', 'squared + factor', 'x', { over: ['area'] }),
  }
  play('unknowns are found for each label', declarations, { inputs: { goal: [2, 12] } }, result => {
    expect(result.at('factor', 0, 'east')).toBeCloseTo(1, 14)
    expect(result.at('factor', 0, 'west')).toBeCloseTo(3, 14)
    expect(result.at('reached', 0, 'west')).toBeCloseTo(12, 13)
  })
  play(
    'or the nearest bound is taken, on wish',
    {
      ...declarations,
      factor: solved(
        'share',
        { residual: 'reached - goal', between: ['0', '10'], nearest: true, over: ['area'] },
        'Root, or what comes nearest',
      ),
    },
    { inputs: { goal: [-5, 500] } },
    result => expect(all(result, 'factor')).toEqual([0, 10]),
  )
  play(
    'trial values come from the first step of a pass',
    {
      income: trial('CNY bn/year', { of: 'dividends', start: '1{CNY bn/year}' }, 'x'),
      wealth: base('CNY bn', 'income * 10{year}', 'x'),
      cash: stock('CNY bn', { initial: 'wealth', inflow: 'dividends' }, 'x'),
      dividends: equation('CNY bn/year', '0.5{1/year} * cash', 'x'),
    },
    {},
    result => {
      expect(result.at('income', 0)).toBe(5)
      expect(result.at('cash', 0)).toBe(50)
      expect(result.at('dividends', 0)).toBe(25)
    },
  )
  for (const [target, build] of targets) {
    test(`an unknown without solution says what happens at both ends (${target})`, () => {
      const program = build(link(declarations))
      const start = () => run(program, { startTime: 2024, timeStep: 1, steps: 1, inputs: { goal: [2, 500] } })
      expect(start).toThrow(ModelError)
      expect(start).toThrow(
        "factor[west]: no solution between 0 and 10: the residual is -500 at 0 and -390 at 10; widen 'between', or correct the figures that the residual reads",
      )
    })
  }
})

describe('simultaneous blocks', () => {
  const simultaneous = { income: { doc: 'x', tolerance: 1e-15, most: 200 } }
  const together = { simultaneous: 'income' }
  const declarations = {
    spending: datum('CNY bn/year', 'x', { over: ['area'] }),
    propensity: parameter('share', 0.8, 'x'),
    income: equation('CNY bn/year', 'consumption + spending', 'x', { over: ['area'], ...together }),
    consumption: equation('CNY bn/year', 'propensity * income', 'x', { over: ['area'], ...together }),
    total: equation('CNY bn/year', 'sum(income)', 'x'),
  }
  play('settle', declarations, { simultaneous, inputs: { spending: [20, 0] } }, result => {
    expect(all(result, 'income')[0]).toBeCloseTo(100, 11)
    expect(result.at('total', 0)).toBeCloseTo(100, 11)
  })
  for (const [target, build] of targets) {
    test(`say when they do not (${target})`, () => {
      const program = build(link(declarations, { simultaneous }))
      const inputs = { spending: [20, 20], propensity: 1.2 }
      expect(() => run(program, { startTime: 2024, timeStep: 1, steps: 1, inputs })).toThrow(
        "simultaneous block 'income' did not settle at 2024: after 200 rounds 'consumption[east]' still moves by 1.67e-1 of its size (tolerance 1e-15); allow more rounds, or make one of its members a state",
      )
    })
  }
})

describe('standards of levers', () => {
  const free = 'a test'
  const declarations = {
    share: lever('%', { bounds: [0, 50], standard: 20, theme: 'x', free }, 'x'),
    path: lever(
      'CNY bn/year',
      {
        bounds: [0, 9],
        standard: [
          [2000, 1],
          [2025, 4],
          [2026, 2],
        ],
        theme: 'x',
        free,
      },
      'x',
    ),
    atStart: base('share', 'standard(share)', 'x'),
    pathAtStart: base('CNY bn/year', 'standard(path)', 'x'),
    beyond: equation('share', 'beyondStandard(share)', 'x'),
    now: equation('CNY bn/year', 'standard(path)', 'x'),
    // Cut off at 0, and by firm: beyond the standard is what is left of the difference.
    spent: equation('CNY bn/year', 'positive(share*path - 0.5{CNY bn/year})*if(firm = state, 1, 3)', 'x', {
      over: ['firm'],
    }),
    extra: equation('CNY bn/year', 'beyondStandard(spent)', 'x', { over: ['firm'] }),
    extraOfAll: equation('CNY bn/year', 'sum(beyondStandard(spent))', 'x'),
    extraOfState: equation('CNY bn/year', 'beyondStandard(spent[state])', 'x'),
  }
  play(
    'are what the lever declares, at the time of the text',
    declarations,
    { inputs: { share: 30, path: 5 }, startTime: 2024, timeStep: 1, steps: 3 },
    result => {
      expect(result.at('atStart', 0)).toBe(0.2)
      expect(result.at('pathAtStart', 2)).toBe(1)
      expect([0, 1, 2].map(step => result.at('now', step))).toEqual([1, 4, 2])
      expect(result.at('beyond', 0)).toBe(0.3 - 0.2)
    },
  )
  play(
    'are compared with in the text of an equation',
    declarations,
    { inputs: { share: 30, path: 5 }, startTime: 2024, timeStep: 1, steps: 2 },
    result => {
      // 30 % of 5 less 0.5 is 1; at the standards of 2024 there is nothing, at those of 2025 0.3.
      expect(all(result, 'extra', 0)).toEqual([1, 3])
      const standing = 0.2 * 4 - 0.5
      expect(all(result, 'extra', 1)).toEqual([1 - standing, 3 - standing * 3])
      expect(result.at('extraOfAll', 0)).toBe(4)
      expect(result.at('extraOfState', 1)).toBe(1 - standing)
    },
  )
  play(
    'give exactly 0 when the lever stands there',
    declarations,
    { inputs: { share: 20, path: (time: number) => (time < 2025 ? 1 : 4) }, startTime: 2024, timeStep: 1, steps: 2 },
    result => {
      for (const step of [0, 1]) {
        expect(result.at('beyond', step)).toBe(0)
        expect(all(result, 'extra', step)).toEqual([0, 0])
      }
    },
  )
})
