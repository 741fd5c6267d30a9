/** A stock that may not be negative stops the run in which it is: by name, area, time and cause, on every target. */
import { describe, expect, it } from 'vitest'
import { type Declaration, datum, equation, stock } from '../language/declare.ts'
import { interpret } from '../language/emit/interpret.ts'
import { compile } from '../language/emit/javascript.ts'
import { link } from '../language/small-model-fixture.ts'
import type { LinkedModel } from '../language/linked.ts'
import { createSimulator } from './run.ts'
import { createBatchRunner } from './run/wasm.ts'
import { createBlock } from './run/runner.ts'
import { planRecording } from './recording.ts'
import { batchOf } from './simd/small-blocks-fixture.ts'

const flow = (text: string): Declaration => equation('CNY bn/year', text, 'a flow')

/** Two areas, of which the west spends more than it has. */
const spending = (negative?: string): Record<string, Declaration> => ({
  start: datum('CNY bn', 'x', { over: ['area'] }),
  wagesStart: datum('CNY bn/year', 'x', { over: ['area'] }),
  spendingStart: datum('CNY bn/year', 'x', { over: ['area'] }),
  wages: flow('wagesStart'),
  fees: flow('0.5{CNY bn/year}'),
  spending: flow('spendingStart'),
  deposits: stock(
    'CNY bn',
    {
      initial: 'start',
      inflow: 'wages - fees',
      outflow: 'spending',
      ...(negative === undefined ? {} : { negative }),
    },
    'What is left',
  ),
})
const data = { start: [10, 4], wagesStart: [5, 5], spendingStart: [4, 8] }
const horizon = { end: 2028, stepsPerYear: 4 }
const regionOf = (values: Readonly<Record<string, readonly number[]>>) => ({
  start: 2024,
  values: Object.fromEntries(
    Object.entries(values).map(([name, given]) => [name, { values: Float64Array.from(given) }]),
  ),
  paths: {},
})

/** The end of a run on every target: '' or the error that stopped it. */
const endings = (model: LinkedModel, values: Readonly<Record<string, readonly number[]>>): string[] => {
  const region = regionOf(values)
  const alone = [compile, interpret].map(target => {
    try {
      createSimulator(target(model), region, horizon).run({ record: [], audit: true })
      return ''
    } catch (problem) {
      return (problem as Error).message
    }
  })
  const batch = batchOf(model)
  const recording = planRecording(model, [], { start: 2024, steps: 16, stepsPerYear: 4 })
  const inputs = {
    prepare: (_: number, most: number) => most,
    writeFirst: () => {
      for (let member = 0; member < 4; member++)
        for (const [name, given] of Object.entries(values)) batch.write(member, name, given)
    },
    writeStep: () => {},
  }
  const runner = createBatchRunner(batch, inputs, {
    recording,
    clock: { start: 2024, stepsPerYear: 4 },
    auditEvery: 0,
    bounds: true,
  })
  const block = createBlock(recording, runner.width)
  runner.run(0, 3, block)
  return [...alone, ...[0, 1, 2].map(lane => block.failures.get(lane)?.text.en ?? '')]
}

const alike = (found: readonly string[]): string => {
  expect(new Set(found).size, found.join('\n')).toBe(1)
  return found[0]!
}

describe('a stock below zero', () => {
  it('is named with its area, the time and the flow that took the most', () => {
    expect(alike(endings(link(spending(), { over: ['area'] }), data))).toBe(
      "'deposits[west]' falls to -0.375 CNY bn in the step from 2025, and this stock may not be negative; most was taken by spending (8 a year).",
    )
  })

  it('is let be where the declaration says why', () => {
    expect(alike(endings(link(spending('An overdraft is allowed.'), { over: ['area'] }), data))).toBe('')
  })

  it('is let be where only rounding is below zero', () => {
    // 0.1 + 0.2 - 0.3 of a stock, beside another of some size.
    const rounded = { start: [1e3, 0], wagesStart: [5, 0.1 + 0.2 + 0.5], spendingStart: [4.5, 0.3 + 1e-12] }
    expect(alike(endings(link(spending(), { over: ['area'] }), rounded))).toBe('')
  })

  it('is found among cohorts, which move once a year, and where the flow is no variable of its own', () => {
    const people = {
      start: datum('person m', 'x', { over: ['age'] }),
      people: stock(
        'person m',
        {
          initial: 'start',
          outflow: '0.6{1/year}*people + 0.1{person m/year}',
          ageing: 'age',
          newborn: '1{person m}',
        },
        'People',
      ),
    }
    const found = endings(link(people, { over: ['age'], annual: true }), { start: [1, 1, 1, 1, 1, 0.2] })
    expect(alike(found)).toMatch(
      /^'people\[5\]' falls to -0\.\d+ person m in the step from 2026, .* most was taken by outflow 0\.6\{1\/year\}\*people \+ 0\.1\{person m\/year\} \(0\.\d+ a year\)\.$/,
    )
  })
})
