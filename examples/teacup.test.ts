import { expect, test } from 'vitest'
import { interpret } from '../src/language/emit/interpret.ts'
import { compile } from '../src/language/emit/javascript.ts'
import { linkModel } from '../src/language/link.ts'
import { run } from './run.ts'
import { teacup } from './teacup.ts'

const linked = linkModel(teacup)
const settings = { startTime: 0, timeStep: 0.125, steps: 241 }

for (const [target, program] of [
  ['interpreted', interpret(linked)],
  ['compiled', compile(linked)],
] as const) {
  test(`teacup ${target}: published temperatures`, () => {
    const result = run(program, settings)
    expect(result.at('temperature', 0)).toBe(180)
    expect(result.at('temperature', 1)).toBe(178.625)
    expect(result.at('time', 240)).toBe(30)
    expect(result.at('temperature', 240).toFixed(3)).toBe('75.374')
  })
}

test('teacup: both targets agree to the bit', () => {
  expect(run(compile(linked), settings).states).toEqual(run(interpret(linked), settings).states)
})
