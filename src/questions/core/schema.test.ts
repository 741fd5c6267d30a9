import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { UsageError } from '../../language/messages.ts'
import type { AnyQuestion, QuestionInput } from './question.ts'
import { jsonOf, readInputs } from './schema.ts'

const help = { en: '', zh: '' }
const inputs = {
  simulations: { type: z.int().min(20).max(1000).default(200), help },
  rate: { type: z.number().min(0).max(10).default(2), help, read: (_: OpenRegion, given: number) => given / 100 },
  kind: { type: z.enum(['one', 'other']).default('one'), help },
  list: { type: z.array(z.string()).default([]), help },
  years: { type: z.union([z.string(), z.array(z.int())]).optional(), help },
} as const

const read = (given: Record<string, unknown>) =>
  readInputs({ name: 'toy', inputs } as unknown as AnyQuestion, {} as OpenRegion, given)

describe('inputs of a question', () => {
  it('have their defaults, and what they are read as', () => {
    expect(read({})).toEqual({ simulations: 200, rate: 0.02, kind: 'one', list: [], years: undefined })
    expect(read({ rate: 3, list: ['a'], years: [2030] })).toMatchObject({ rate: 0.03, list: ['a'], years: [2030] })
  })

  it.each([
    [{ simulations: 5 }, 'simulations 5: give a whole number from 20 to 1000'],
    [{ simulations: 20.5 }, 'simulations 20.5: give a whole number from 20 to 1000'],
    [{ simulations: 'many' }, 'simulations many: give a whole number from 20 to 1000'],
    [{ rate: 11 }, 'rate 11: give a number from 0 to 10'],
    [{ kind: 'third' }, 'kind third: give one of one, other'],
    [{ simulation: 40 }, "unknown option of toy 'simulation'; did you mean 'simulations'?"],
  ])('refuse %j', (given, message) => {
    expect(() => read(given)).toThrow(UsageError)
    expect(() => read(given)).toThrow(message)
  })

  it.each([
    ['simulations', '1e3', 1000],
    ['simulations', '1,000', 1000],
    ['simulations', '２００', 200],
    ['simulations', '0x10', '0x10'],
    ['rate', '.5', 0.5],
    ['list', ['a, b', 'c'], ['a', 'b', 'c']],
    ['years', '2030,2035', '2030,2035'],
  ] as const)('of words of the command line: %s %j', (name, words, json) => {
    expect(jsonOf(inputs[name] as QuestionInput, words)).toEqual(json)
  })
})
