import { describe, expect, it } from 'vitest'
import { screenOf } from './session.ts'

const terminal = { isTTY: true, columns: 100, write: () => true }
const file = { write: () => true }

describe('screen', () => {
  it('colours for a person at a terminal', () => {
    const screen = screenOf(terminal, 'en', {})
    expect([screen.width, screen.live, screen.colours.isColorSupported]).toEqual([100, true, true])
  })

  it('gives files and pipes plain text, also in continuous integration', () => {
    const screen = screenOf(file, 'en', { CI: 'true' })
    expect([screen.width, screen.live, screen.colours.isColorSupported]).toEqual([120, false, false])
  })

  it('heeds NO_COLOR and dumb terminals', () => {
    expect(screenOf(terminal, 'en', { NO_COLOR: '1' }).colours.isColorSupported).toBe(false)
    expect(screenOf(terminal, 'en', { NO_COLOR: '' }).colours.isColorSupported).toBe(true)
    expect(screenOf(terminal, 'en', { TERM: 'dumb' }).live).toBe(false)
  })
})
