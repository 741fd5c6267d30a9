import { describe, expect, it } from 'vitest'
import { levelOf, LevelError, yearsOf } from './past-level.ts'

const series: Record<string, Map<number, number>> = {
  output: new Map([
    [2010, 100],
    [2012, 400],
    [2014, 500],
  ]),
  old: new Map([
    [2005, 10],
    [2010, 20],
  ]),
  people: new Map([
    [2010, 4],
    [2012, 5],
  ]),
  'CN:nation': new Map([
    [2000, 1],
    [2030, 4],
  ]),
}
const find = (name: string) => series[name]
const own = { year: 2023, value: 50 }

describe('series of series', () => {
  it('multiply, divide and subtract where all stand', () => {
    expect([...yearsOf('output*people', find)]).toEqual([
      [2010, 400],
      [2012, 2000],
    ])
    expect([...yearsOf('output/people', find)]).toEqual([
      [2010, 25],
      [2012, 80],
    ])
    expect([...yearsOf('output-people', find)]).toEqual([
      [2010, 96],
      [2012, 395],
    ])
  })

  it('name what is missing', () => {
    expect(() => yearsOf('output*nothing', find)).toThrow(LevelError)
    expect(() => yearsOf('output-nothing', find)).toThrow('nothing')
  })
})

describe('the level of a figure', () => {
  it('is the series where it stands, geometric between its years', () => {
    const level = levelOf('output', find, own)
    expect(level(2012)).toBe(400)
    expect(level(2011)).toBeCloseTo(200, 9)
  })

  it('is carried on by the next in the chain, and constant beyond the last', () => {
    const level = levelOf('output;old', find, own)
    expect(level(2005)).toBeCloseTo(50, 9)
    expect(level(2000)).toBeCloseTo(50, 9)
    expect(level(2020)).toBe(500)
  })

  it('takes in the figure itself where the series is the same thing', () => {
    const level = levelOf('=output', find, own)
    expect(level(2023)).toBe(50)
    expect(level(2014)).toBe(500)
    expect(level(2018)).toBeGreaterThan(50)
    expect(level(2018)).toBeLessThan(500)
  })

  it('reads another place by its name', () => {
    expect(levelOf('CN:nation', find, own)(2015)).toBeCloseTo(2, 9)
  })
})
