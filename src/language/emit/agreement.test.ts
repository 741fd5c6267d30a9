import { assert, nat, property } from 'fast-check'
import { test } from 'vitest'
import { run } from '../../../examples/run.ts'
import { randomModel } from './random-models-fixture.ts'
import { interpret } from './interpret.ts'
import { compile } from './javascript.ts'
import { thoroughly } from '../../thorough-fixture.ts'

test('interpreter and compiled code agree to the bit on random models', () => {
  assert(
    property(nat(), seed => {
      const model = randomModel(seed)
      const settings = {
        startTime: 2024,
        timeStep: 0.25,
        steps: 9,
        inputs: { path: (time: number) => [time - 2024, 1 - (time - 2024) / 3] },
      }
      const slow = run(interpret(model), settings)
      const fast = run(compile(model), settings)
      slow.states.forEach((values, step) => {
        const other = fast.states[step] ?? new Float64Array()
        for (const variable of [...model.variables.values(), ...model.hidden]) {
          for (const start of [variable.offset, ...(variable.state ? [variable.closingOffset] : [])]) {
            for (let element = start; element < start + variable.size; element++) {
              if (!Object.is(values[element], other[element])) {
                throw new Error(
                  `seed ${String(seed)}, step ${String(step)}: ${variable.name} is ${String(values[element])} or ${String(other[element])}`,
                )
              }
            }
          }
        }
      })
    }),
    { numRuns: thoroughly(300, 80), seed: 20241231 },
  )
})
