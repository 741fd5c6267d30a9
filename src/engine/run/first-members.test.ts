import { expect, it } from 'vitest'
import { keepingFirst } from './first-members.ts'
import { addResidual, clearBlock, createBlock, type MemberBlock, type MemberRunner } from './runner.ts'
import { engineMessages } from '../messages.ts'
import type { Recording } from '../recording.ts'

const recording: Recording = {
  series: [],
  steps: 1,
  cells: 3,
  start: 2024,
  stepsPerYear: 1,
  times: Float64Array.of(2024),
}

/** Writes the number of each member, and notes which were run. */
const counting = (ran: string[]): MemberRunner => ({
  recording,
  width: 4,
  run: (from, count, block) => {
    ran.push(`${from}+${count}`)
    clearBlock(block)
    for (let lane = 0; lane < count; lane++) {
      for (let cell = 0; cell < 3; cell++) block.values[cell * block.width + lane] = 100 * cell + from + lane
      if ((from + lane) % 2 === 0) addResidual(block, { lane, relative: from + lane, where: 'x', when: 2024 })
    }
  },
})

const seen = ({ values, residual, residuals }: MemberBlock) => [[...values], residual, [...residuals]]

it('gives the first members as a run of their own does, until others are wanted', () => {
  const ran: string[] = []
  const runner = keepingFirst(counting(ran), 8)
  runner.run(0, 8, createBlock(recording, 8))
  const [own, block] = [createBlock(recording, 4), createBlock(recording, 4)]
  for (const [from, count] of [
    [0, 4],
    [4, 4],
    [5, 2],
  ] as const) {
    counting([]).run(from, count, own)
    runner.run(from, count, block)
    expect(seen(block)).toEqual(seen(own))
  }
  expect(ran).toEqual(['0+8'])
  runner.run(6, 4, block)
  runner.run(0, 4, block)
  expect(ran).toEqual(['0+8', '6+4', '0+4'])
})

it('keeps none where one of them fails', () => {
  const ran: string[] = []
  const plain = counting(ran)
  const failing: MemberRunner = {
    ...plain,
    run: (from, count, block) => {
      plain.run(from, count, block)
      block.failures.set(1, engineMessages.notFinite({ name: 'x', time: 2024 }))
    },
  }
  const runner = keepingFirst(failing, 8)
  runner.run(0, 8, createBlock(recording, 8))
  runner.run(0, 4, createBlock(recording, 4))
  expect(ran).toEqual(['0+8', '0+4'])
})
