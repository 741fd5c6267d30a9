/** The error of the model that simulations carry, measured once for the assumptions of the open scenario. */

import type { WasmRegion } from '../../analysis/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, runnersOf } from '../../analysis/members.ts'
import { pilotTask, pilotVariables, wideningOf } from '../../analysis/unexplained.ts'
import { shiftsOf, type Widening } from '../../analysis/widening.ts'
import { oncePer } from '../../language/once-per.ts'

type WideningTask = Pick<MembersTask, 'settings' | 'assumptions'>

const last = new WeakMap<WasmRegion, { readonly key: string; readonly widening: Promise<Widening | undefined> }>()

const keyOf = ({ settings, assumptions }: WideningTask): string => JSON.stringify([settings.seed, assumptions])

/** What `wideningFor` gave for the same region elsewhere, so that nothing need be measured. */
export const giveWidening = (open: WasmRegion, task: WideningTask, widening: Widening | undefined): void =>
  void last.set(open, { key: keyOf(task), widening: Promise.resolve(widening) })

export const wideningFor = (
  open: WasmRegion,
  { settings, assumptions }: WideningTask,
): Promise<Widening | undefined> => {
  const key = keyOf({ settings, assumptions })
  const known = last.get(open)
  if (known?.key === key) return known.widening
  const task = { settings, assumptions }
  const widening = wideningOf(open, task, () =>
    membersRunner(runnersOf(orderMembers(open, open.built, pilotTask(task), pilotVariables))),
  )
  last.set(open, { key, widening })
  return widening
}

/** The errors of simulations, which are drawn once for the policies that a reader tries one after another. */
const shiftsOnce = oncePer((widening: Widening) => shiftsOf(widening))

export const keptShifts = (widening: Widening | undefined): ReturnType<typeof shiftsOf> =>
  widening === undefined ? shiftsOf(widening) : shiftsOnce(widening)
