/** The error of the model that simulations carry, measured once for the assumptions in hand. */

import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, runnersOf } from '../../analysis/members.ts'
import { pilotTask, pilotVariables, wideningOf } from '../../analysis/unexplained.ts'
import { shiftsOf, type Widening } from '../../analysis/widening.ts'

const last = new WeakMap<WasmRegion, { readonly key: string; readonly widening: Promise<Widening | undefined> }>()

export const wideningFor = (
  open: WasmRegion,
  { settings, assumptions }: Pick<MembersTask, 'settings' | 'assumptions'>,
): Promise<Widening | undefined> => {
  const key = JSON.stringify([settings.seed, assumptions])
  const known = last.get(open)
  if (known?.key === key) return known.widening
  const task = { settings, assumptions }
  const widening = wideningOf(open, task, () =>
    membersRunner(runnersOf(orderMembers(open, open.built, pilotTask(task), pilotVariables))),
  )
  last.set(open, { key, widening })
  return widening
}

const known = new WeakMap<Widening, ReturnType<typeof shiftsOf>>()

/** The errors of simulations, which are drawn once for the policies that a reader tries one after another. */
export const keptShifts = (widening: Widening | undefined): ReturnType<typeof shiftsOf> => {
  if (widening === undefined) return shiftsOf(widening)
  const shifts = known.get(widening) ?? shiftsOf(widening)
  known.set(widening, shifts)
  return shifts
}
