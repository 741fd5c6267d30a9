/** Tests that wrong models are refused with every reason, and that what is right links. */
import { describe, expect, test } from 'vitest'
import { type Declaration, delay, equation, identity, level, parameter, part, sector, smooth } from './declare.ts'
import { modelOf, problemsOf } from './small-model-fixture.ts'
import { linkModel } from './link.ts'
import { flow, money, wrongModels } from './wrong-models-fixture.ts'

describe('wrong models are refused with every reason', () => {
  for (const { title, declarations, world, messages } of wrongModels) {
    test(title, () => expect(problemsOf(declarations, world)).toEqual(messages))
  }
})

test('a sector in parts keeps their order, and no name twice', () => {
  const [first, second] = [part({ beta: flow('1') }), part({ alpha: flow('2') })]
  expect(Object.keys(sector('Some', {}, first, second).declarations)).toEqual(['beta', 'alpha'])
  expect(() => sector('Some', {}, first, second, first)).toThrow('beta is declared twice in Some')
})

test('labels that the region must supply', () => {
  expect(() => linkModel(modelOf({}), {})).toThrow(
    "area: the labels of this dimension come from the region's folder, and none were supplied",
  )
})

test('what is right links', () => {
  const right: Readonly<Record<string, Declaration>> = {
    ...money,
    zero: flow('0'),
    zeroTimes: flow('taxes + 0 * population'),
    squares: equation('CNY bn^2/year^2', 'taxes^2', 'x'),
    root: equation('CNY bn/year', 'sqrt(taxes * gdp)', 'x'),
    third: equation('share', '(taxes / gdp)^(1/3)', 'x'),
    ratio: equation('CNY k/person/year', 'gdp / population', 'x'),
    smoothed: smooth('CNY bn/year', { of: 'taxes', years: '2{year}', initial: 'taxes' }, 'x'),
    before: delay('CNY bn/year', { of: 'taxes', initial: '0' }, 'x'),
    next: level('share', { initial: '1', next: 'next / 2' }, 'x'),
    same: identity('CNY bn/year', { left: 'taxes', right: 'taxes', scale: 'gdp' }, 'x'),
    flag: flow('if(time >= 2026{year} and not (taxRate > 1), taxes, 0)'),
    counted: equation('share', '(taxRate > 0.1) + (taxRate > 0.2)', 'x'),
  }
  expect(problemsOf(right)).toEqual([])
})

test('a problem inside another is told in the language of the whole', () => {
  const wrong = {
    ...money,
    misspelt: flow('taxRate * gpd'),
    broken: flow('taxes +'),
    mixed: flow('taxes + population'),
    strange: parameter('yuan', 1, 'x'),
  }
  const told = problemsOf(wrong, {}, 'zh')
  expect(told).toContain('misspelt：在“taxRate * gpd”中，名称“gpd”未知；是否应为“gdp”？')
  expect(told).toContain('broken：“taxes +”第 8 个字符处：此处应为数字、名称或括号，但文本已结束')
  expect(told).toContain('mixed：“taxes + population”中“+”混用了单位 CNY bn/year 和 person m；两边的单位必须相同')
  expect(told.find(line => line.startsWith('strange'))).toMatch(/^strange：“yuan”中的单位“yuan”未知；可用的单位有 /)
})
