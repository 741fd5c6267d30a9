/** The error of the model that simulations carry, measured once for the assumptions of the open scenario. */

import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import { membersRunner, type MembersTask, orderMembers, runnersOf } from '../../analysis/runs/members.ts'
import { pilotTask, pilotVariables, wideningOf } from '../../analysis/runs/unexplained.ts'
import { shiftsOf, type Widening } from '../../analysis/runs/widening.ts'
import { lastPer, oncePer } from '../../language/once-per.ts'

type WideningTask = Pick<MembersTask, 'settings' | 'assumptions'>

const measured = lastPer<WasmRegion, Promise<Widening | undefined>>()

const keyOf = ({ settings, assumptions }: WideningTask): string => JSON.stringify([settings.seed, assumptions])

/** Keeps the result of `wideningFor` for the same region elsewhere, so that nothing need be measured. */
export const giveWidening = (open: WasmRegion, task: WideningTask, widening: Widening | undefined): void =>
  void measured.keep(open, keyOf(task), Promise.resolve(widening))

export const wideningFor = (
  open: WasmRegion,
  { settings, assumptions }: WideningTask,
): Promise<Widening | undefined> => {
  const task = { settings, assumptions }
  return measured.of(open, keyOf(task), () =>
    wideningOf(open, task, () =>
      membersRunner(runnersOf(orderMembers(open, open.built, pilotTask(task), pilotVariables))),
    ),
  )
}

/** The errors of simulations, which are drawn once for the policies that a reader tries one after another. */
const shiftsOnce = oncePer((widening: Widening) => shiftsOf(widening))

export const keptShifts = (widening: Widening | undefined): ReturnType<typeof shiftsOf> =>
  widening === undefined ? shiftsOf(widening) : shiftsOnce(widening)
