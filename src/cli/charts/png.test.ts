/** A picture of a chart in pixels: its size, and that no sign of the texts is missing from its fonts. */

import { describe, expect, it } from 'vitest'
import { chartPicture } from './picture.ts'
import { pngOf } from './png.ts'
import { signsOfTexts, undrawn } from './signs-fixture.ts'

describe('a picture of a chart', () => {
  it('is drawn twice as fine as it is measured, with every sign of the texts and of the national standard', () => {
    const lines = [{ name: '维持现行政策', values: [1, null, 2] }]
    const about = { title: '全口径债务', unit: '%', years: [2025, 2026, 2027], lines, conditions: '', source: 'A' }
    const svg = chartPicture(about, 'zh')
    expect(svg).toMatch(/^<svg [^>]*aria-label="全口径债务"/)
    expect(svg).not.toContain('NaN')
    const bytes = pngOf(svg)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1440, 840])
    expect(signsOfTexts().length).toBeGreaterThan(1000)
    // Of signs beyond the standard there is no drawing.
    expect(undrawn([...signsOfTexts(), '亳', '濮', '鄠', '崚', '\u{20000}', '龘'])).toEqual(['\u{20000}', '龘'])
  })
})
