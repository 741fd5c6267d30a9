/** Tests that a sentence in other words finds its claim in both languages, and that others find none. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../../cli/input/simulation.ts'
import { claimsOf } from './index.ts'
import { nearestClaim } from './nearest.ts'

const { results: claims } = claimsOf(openRegion('northeast'))!

describe('the claim nearest to a sentence', () => {
  it('is the claim itself for its own words', () => {
    for (const { id, claim } of claims)
      for (const text of [claim.en, claim.zh]) expect([text, nearestClaim(text, claims)]).toEqual([text, id])
  })

  it.each([
    ['The northeast is older than Florida', 'K5'],
    ['A quarter of the people there are 65 or older', 'K1'],
    ['Fewer babies are born every year', 'K4'],
    ['Its pension costs are soaring', 'K10'],
    ['Sales to Russia would be the biggest boost to demand', 'K19'],
    ['Chinese carmakers now have half the Russian car market', 'K20'],
    ['Hotels are full in summer', 'K33'],
    ['The region is on the edge of recession', 'K13'],
    ['The local ballet danced forty times', 'K31'],
    ['The region produces much of the grain', 'K36'],
    ['Shenyang has relaxed its mortgage rules', 'K26'],
    ['东北的人口比佛罗里达还老', 'K5'],
    ['四个人里就有一个超过65岁', 'K1'],
    ['出生的孩子一年比一年少', 'K4'],
    ['养老金支出不断上升', 'K10'],
    ['对俄罗斯多卖东西是提升需求的最大一步', 'K19'],
    ['中国车企占了俄罗斯市场的一半', 'K20'],
    ['夏天的酒店住满了人，旺季一房难求', 'K33'],
    ['2023年东北经济濒临衰退', 'K13'],
    ['沈阳放松了房贷按揭的规定', 'K26'],
  ])('%s', (sentence, id) => expect(nearestClaim(sentence, claims)).toBe(id))

  it.each([
    'The weather was fine and we went home early',
    'My dog likes apples',
    'Quantum computers break codes',
    'it is what it is',
    '',
    '今天天气很好，我们去公园散步',
    '量子计算机可以破解密码',
    '的了在是',
  ])('none: %s', sentence => expect(nearestClaim(sentence, claims)).toBeUndefined())
})
