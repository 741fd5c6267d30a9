/** Tests "What would it take?" as the page asks it: a setting that its own policy confirms, and refusals in words. */

import { expect, it } from 'vitest'
import { openOnWasm } from '../../../analysis/wasm-region.ts'
import { openRegion } from '../../../cli/simulation.ts'
import { UsageError } from '../../../language/reported-error.ts'
import { goalInput } from '../../state/goal.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { goal } from './goal.ts'

const open = openOnWasm(openRegion('northeast').region)
const task = { cancelled: () => false, pause: async () => undefined, progress: () => undefined }
const target = { id: 'debtToGdp', year: 2030, bound: 0.8, atLeast: false } as const
const settings = { levers: ['borrowingCap'], chance: '5', aim: 'change' } as const

it('finds a setting whose policy meets the target when it is asked about itself', async () => {
  const asked = { ...goalInput(emptyDraft(), [target], settings), members: 20 }
  const { before } = await goal(open, asked, task)
  const wanted = Math.min(1, before.share + 0.1)
  const found = await goal(open, { ...asked, chance: wanted }, task)
  expect(found.before).toEqual(before)
  expect(found.reached).toBe(found.chance.share >= wanted)
  expect(found.chance.share).toBeGreaterThanOrEqual(before.share)
  expect(found.levers[0]!.value).not.toBe(found.levers[0]!.standard)
  const again = await goal(open, { ...asked, base: found.policy, levers: ['childAllowance'], chance: 0.05 }, task)
  expect(again.before).toEqual(found.chance)
}, 300_000)

it('refuses targets that contradict each other, and a search without a lever', async () => {
  const other = { ...target, bound: 0.9, atLeast: true }
  await expect(goal(open, goalInput(emptyDraft(), [target, other], settings), task)).rejects.toThrow(
    'no simulation can meet both',
  )
  await expect(goal(open, goalInput(emptyDraft(), [target], { ...settings, levers: [] }), task)).rejects.toBeInstanceOf(
    UsageError,
  )
})
