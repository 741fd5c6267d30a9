/** Tests the formatting of numbers in both languages. */
import { describe, expect, it } from 'vitest'
import { numbersIn } from './numbers.ts'

const en = numbersIn('en')
const zh = numbersIn('zh')
const spaced = (text: string): string => text.replaceAll('\u00a0', '_')

describe('numbers', () => {
  it('turns billions into 亿元, and into 万亿元 from 10,000 on, rounding once', () => {
    expect(zh.money(64.72)).toBe('647亿元')
    expect(zh.money(5962)).toBe('5.96万亿元')
    expect(zh.money(999.94)).toBe('9,999亿元')
    expect(zh.money(999.96)).toBe('1.00万亿元')
    expect(zh.money(0.0346)).toBe('0.346亿元')
    expect(spaced(en.money(64.72))).toBe('64.7_bn yuan')
    expect(spaced(en.money(5962))).toBe('5,962_bn yuan')
    expect(spaced(en.money(11_480))).toBe('11.5_tn yuan')
    expect(spaced(numbersIn('en', 'USD').money(64.72))).toBe('64.7_bn USD')
    expect(numbersIn('zh', 'USD').money(64.72)).toBe('647亿美元')
  })
  it('turns millions into 万人', () => {
    expect(zh.people(95.83)).toBe('9,583万人')
    expect(zh.people(0.363)).toBe('36.3万人')
    expect(spaced(en.people(95.83))).toBe('95.8_m')
    expect(spaced(en.people(0.363))).toBe('363_thousand')
  })
  it('never says 0 or 100 % of a chance', () => {
    expect(spaced(en.chance(0))).toBe('under 1_%')
    expect(spaced(en.chance(1))).toBe('over 99_%')
    expect(spaced(en.chance(0.3075))).toBe('31_%')
    expect(zh.chance(0.002)).toBe('不到1%')
    expect(zh.chance(0.31)).toBe('31%')
  })
  it('signs changes and drops the sign below rounding', () => {
    expect(spaced(en.points(0.0123))).toBe('+1.2_pp')
    expect(zh.points(-0.153)).toBe('−15.3个百分点')
    expect(en.signed(-0.004, 1)).toBe('0.0')
    expect(en.signed(0.04, 1)).toBe('0.0')
    expect(en.plain(-3.2, 1)).toBe('−3.2')
  })
  it('writes errors, ranges, quarters and residuals', () => {
    expect(spaced(en.error(0.0133))).toBe('±_2.6')
    expect(en.quarter(2035.75)).toBe('2035 Q4')
    expect(zh.quarter(2035.75)).toBe('2035年四季度')
    expect(en.scientific(3.2e-12)).toBe('3 × 10⁻¹²')
  })
  it('groups thousands by comma in both languages', () => {
    expect(en.plain(1234)).toBe('1,234')
    expect(zh.plain(1234)).toBe('1,234')
    expect(zh.plain(12_345)).toBe('12,345')
  })
  it('refuses what is no number', () => {
    expect(() => en.plain(Number.NaN)).toThrow(/cannot show NaN/)
  })
})
