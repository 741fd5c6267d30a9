import { describe, expect, it } from 'vitest'
import { displayWidth, padEnd, padStart, wrapText } from './width.ts'

describe('width on a terminal', () => {
  it('counts Chinese characters twice, colours and combining marks not at all', () => {
    expect(displayWidth('城投 LGFV')).toBe(9)
    expect(displayWidth('\u001b[1mbold\u001b[22m')).toBe(4)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('𠀀')).toBe(2)
  })

  it('pads to columns, not to characters', () => {
    expect(padEnd('城投', 6)).toBe('城投  ')
    expect(padStart('城投', 6)).toBe('  城投')
    expect(padEnd('longer', 3)).toBe('longer')
  })

  it('breaks at spaces, between Chinese characters, and inside a word only when it must', () => {
    expect(wrapText('the debt of the province', 10)).toEqual(['the debt', 'of the', 'province'])
    expect(wrapText('一般公共预算', 4)).toEqual(['一般', '公共', '预算'])
    expect(wrapText('antidisestablishment', 8)).toEqual(['antidise', 'stablish', 'ment'])
    expect(wrapText('exact fit', 9)).toEqual(['exact fit'])
    expect(wrapText('two\nlines', 20)).toEqual(['two', 'lines'])
    expect(wrapText('', 5)).toEqual([''])
  })

  it('leaves Chinese marks with what they close or open', () => {
    expect(wrapText('人均产出不慢于全国。', 18)).toEqual(['人均产出不慢于全', '国。'])
    expect(wrapText('城投债务（含隐性）', 10)).toEqual(['城投债务', '（含隐性）'])
    expect(wrapText('下降0.3%；其中“人口”', 8)).toEqual(['下降', '0.3%；其', '中“人口”'])
  })

  it('never exceeds the width and loses no word', () => {
    const text = 'Bonds outstanding of the province 省级政府债券余额（面值）。“十亿元”， at face value, in bn yuan'
    for (let width = 4; width < 80; width++) {
      const lines = wrapText(text, width)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  })
})
