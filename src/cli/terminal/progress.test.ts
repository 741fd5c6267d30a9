import { describe, expect, it } from 'vitest'
import { duration, progress } from './progress.ts'
import { displayWidth } from '../../language/width.ts'

function watched(isTTY: boolean, columns = 80) {
  const written: string[] = []
  let time = 0
  const output = { isTTY, columns, write: (text: string) => written.push(text) }
  return { written, output, now: () => time, wait: (milliseconds: number) => (time += milliseconds) }
}

// oxlint-disable-next-line no-control-regex -- the codes that clear a line and colour it
const bare = (text: string): string => text.replace(/\r|\u001b\[[0-9;]*[mK]/g, '')

describe('progress', () => {
  it('is silent when nobody watches', () => {
    const { written, output, now, wait } = watched(false)
    const bar = progress('runs', 10, output, now)
    wait(5000)
    bar.advance(5)
    bar.end()
    expect(written).toEqual([])
  })

  it('is silent for jobs that end at once', () => {
    const { written, output, now, wait } = watched(true)
    const bar = progress('runs', 10, output, now)
    wait(50)
    bar.advance(10)
    bar.end()
    expect(written).toEqual([])
  })

  it('shows how far, how fast, how long yet, and cleans up', () => {
    const { written, output, now, wait } = watched(true)
    const bar = progress('runs', 1600, output, now)
    wait(4000)
    bar.advance(400)
    bar.advance(1)
    expect(written).toHaveLength(1)
    expect(bare(written[0])).toMatch(/^runs ━+─+ 400 of 1,600 · 100\/s · 12 s left$/)
    bar.end()
    expect(bare(written[1])).toBe('')
  })

  it('fits narrow screens', () => {
    const { written, output, now, wait } = watched(true, 40)
    const bar = progress('policies with very long names', 1600, output, now)
    wait(4000)
    bar.advance(400)
    expect(displayWidth(bare(written[0]))).toBeLessThan(40)
  })
})

describe('duration', () => {
  it.each([
    [0.2, '1 s'],
    [59.5, '1 min 0 s'],
    [75, '1 min 15 s'],
    [3600, '1 h 0 min'],
    [7300, '2 h 2 min'],
  ])('%d s is %s', (seconds, text) => expect(duration(seconds)).toBe(text))
})
