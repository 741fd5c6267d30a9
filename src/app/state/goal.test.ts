import { expect, it } from 'vitest'
import { goalFrom, goalText } from './goal.ts'

const target = { id: 'debtToGdp', year: 2030, bound: 0.8, atLeast: false } as const

it('keeps its question in a text for links, and reads no other text', () => {
  const question = { levers: ['swapPace', 'borrowingCap'], chance: '75', aim: 'cost' } as const
  const other = { ...target, id: 'unemployment', bound: 0.06 } as const
  expect(goalFrom(goalText(question, [other, target]))).toEqual({ ...question, target, others: [other] })
  for (const text of [
    '',
    '{}',
    '[]',
    '[[["debtToGdp",2030]],[],"80","change"]',
    '[[["x",2030,1,true]],[],"80","cost"]',
  ])
    expect(goalFrom(text)).toBeUndefined()
})
