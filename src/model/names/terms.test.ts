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

  it('tell notes that stand for many figures in Chinese, and quote the others whole', () => {
    const notes = dataPoints(open.region, open.linked).flatMap(({ note }) => note ?? [])
    const often = [...Map.groupBy(notes, note => note)].filter(([, all]) => all.length >= 5).map(([note]) => note)
    expect(often.length).toBeGreaterThan(30)
    expect(often.filter(note => /[a-z]{3}/.test(noteText(note, 'zh')))).toEqual([])
    expect(noteText('Gap: no figure found for 2001 to 2003. Year end', 'zh')).toBe(
      '缺口：未找到2001至2003年的数字。年末',
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
