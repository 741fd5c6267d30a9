/** Tests outcomes and events as users write them: what is read, from which steps, and the messages for errors. */
import { describe, expect, it } from 'vitest'
import { equation } from '../language/declare.ts'
import { link } from '../language/small-model-fixture.ts'
import { createBlock, type MemberBlock } from './run/runner.ts'
import { planRecording, seriesOf } from './recording.ts'
import { outcomeReader, parseOutcome } from './outcome-address.ts'
import { eventCounter, eventSize, parseEvent } from './summary/event.ts'

const model = link({
  total: equation('CNY bn', '1{CNY bn}', 'A total', { outcome: true }),
  part: equation('CNY bn', '1{CNY bn}', 'A part', { over: ['area'], outcome: true }),
})

const time = { start: 2024, end: 2028, steps: 16, stepsPerYear: 4 }
const recording = planRecording(model, ['total', 'part[west]'], time)

/** Series s at step t in lane l is 1000 s + 10 t + l. */
const block = ((): MemberBlock => {
  const filled = createBlock(recording, 4)
  for (let cell = 0; cell < recording.cells; cell++) {
    for (let lane = 0; lane < 4; lane++) {
      filled.values[cell * 4 + lane] = 1000 * Math.floor(cell / 16) + 10 * (cell % 16) + lane
    }
  }
  return filled
})()

describe('an outcome at a time', () => {
  it.each([
    ['total@2025', 'total@2025', 10 * 5.5 + 2],
    ['total@2025Q3', 'total@2025Q3', 10 * 6 + 2],
    ['part[west]@2024-2025', 'part[west]@2024-2025', 1000 + 10 * 3.5 + 2],
    [' part[ west ] @ 2027Q4', 'part[west]@2027Q4', 1000 + 10 * 15 + 2],
  ])('%s', (text, name, value) => {
    const address = parseOutcome(model, text, time)
    expect(address.text).toBe(name)
    expect(outcomeReader(recording, address)(block, 2)).toBe(value)
  })

  it.each([
    ['totl@2025', /unknown outcome 'totl'; did you mean 'total'\?/],
    ['part@2025', /'part' has several values; name one: part\[east\], part\[west\]/],
    ['part[north]@2025', /'part' has no label 'north'; it has east, west/],
    ['total', /'total': the time is missing/],
    ['total@soon', /'soon' is not a time/],
    ['total@2028', /the run goes from 2024 to the end of 2027/],
    ['total@2026-2025', /years are written from the first to the last; write 2025-2026/],
    ['total@2023-2025', /name a time within/],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => parseOutcome(model, text, time)).toThrow(message)
  })

  it('is refused where its series was not recorded', () => {
    expect(() => outcomeReader(recording, parseOutcome(model, 'part[east]@2025', time))).toThrow(/was not recorded/)
  })
})

describe('a recording', () => {
  it('knows the places of all elements of a variable', () => {
    expect(seriesOf(model, 'part').map(({ name, element }) => [name, element])).toEqual([
      ['part[east]', 0],
      ['part[west]', 1],
    ])
    expect(planRecording(model, ['part', 'part[west]', 'total'], time).series.length).toBe(3)
    expect(recording.times[5]).toBe(2025.25)
  })
})

describe('an event', () => {
  it('with a time is counted once a member', () => {
    const event = parseEvent(model, 'total@2025 > 56', time)
    expect([event.text, eventSize(event, recording)]).toEqual(['total@2025 > 56', 1])
    const counters = new Float64Array(1)
    eventCounter(recording, event)(block, 4, counters)
    expect(counters[0]).toBe(2)
  })

  it('without one, in every step', () => {
    const event = parseEvent(model, 'part[west] < 1021.5', time)
    expect(eventSize(event, recording)).toBe(16)
    const counters = new Float64Array(16)
    eventCounter(recording, event)(block, 3, counters)
    expect([...counters]).toEqual([3, 3, 2, ...new Array<number>(13).fill(0)])
  })

  it.each(['total@2025', 'total@2025 > much', '> 3'])('%s is none', text => {
    expect(() => parseEvent(model, text, time)).toThrow(/is not an event; write outcome > number|is not an outcome/)
  })
})
