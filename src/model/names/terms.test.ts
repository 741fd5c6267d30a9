/** Whatever a reader of Chinese meets in Record and Data has Chinese words: figures, their notes and sources. */

import { describe, expect, it } from 'vitest'
import { dataPoints } from '../../analysis/region/pack.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readTargets } from '../../regions/targets.ts'
import { figureName } from './series.ts'
import { noteText } from './notes.ts'
import { quotedSource } from './sources.ts'

const open = openRegion('northeast')
const own = readFrom(ownPacks)
const chinese = /[\u4e00-\u9fff]/

describe('words', () => {
  it('name every figure, path and series in Chinese, and in English by a sentence', () => {
    const entries = dataPoints(open.region, open.linked)
    const names = new Map(entries.map(({ name, doc }) => [name, doc]))
    for (const { name } of readTargets(own, open.region)) names.set(name, names.get(name))
    const without = [...names].filter(([name, doc]) => !chinese.test(figureName(name, doc, 'zh'))).map(([name]) => name)
    expect(without).toEqual([])
    for (const [name, doc] of names) expect(figureName(name, doc, 'en')).not.toBe(name)
  })

  it('tell notes in Chinese, and quote whole what stands in no table', () => {
    const { outside = [] } = open.region
    const points = [...dataPoints(open.region, open.linked), ...outside]
    const notes = points.flatMap(({ note = '' }) => (note === '' ? [] : note))
    expect(new Set(notes).size).toBeGreaterThan(400)
    expect(notes.filter(note => noteText(note, 'zh') === note)).toEqual([])
    expect(noteText('Gap: no figure found for 2001 to 2003. Year end', 'zh')).toBe(
      '缺口：未找到2001至2003年的数字。年末',
    )
    expect(noteText('That of 2017 over 0.8; Year end', 'zh')).toBe('2017年数值 ÷ 0.8；年末')
    expect(noteText('Total 5960 (yearbook of 2019, moved with the main cities) x 0.2', 'zh')).toBe(
      '总额59,600亿元（2019年年鉴数，按主要城市变动推算）× 0.2',
    )
    // Half a translation would be no quotation.
    expect(noteText('Year end; said by nobody', 'zh')).toBe('Year end; said by nobody')
    for (const note of notes) expect(noteText(note, 'en')).toBe(note)
  })

  it('say what a source is, by its id or its section', () => {
    expect(quotedSource('23.5, S57', { S57: { what: 'pensions' } }, 'zh')).toEqual([
      '模型规格书第23.5节（docs/theory/specification.md）',
      'S57: pensions',
    ])
    expect(quotedSource('3(12), E13', {}, 'en')).toEqual([
      'specification, section 3(12) (docs/theory/specification.md)',
      'specification, section 30 (E13) (docs/theory/specification.md)',
    ])
    const judged = open.region.sources['judgement']!
    expect(quotedSource('judgement', { judgement: judged }, 'zh')).toEqual(['建模者的判断：未找到数字'])
    expect(quotedSource('judgement', { judgement: judged }, 'en')).toEqual([judged.what])
    expect(quotedSource('yearbook of my region', {}, 'zh')).toEqual(['yearbook of my region'])
  })
})
