/** The judgement in an open region: through which equations each value is held, and what follows in the years after. */

import type { Run } from '../../engine/run.ts'
import type { OutsidePaths } from '../../engine/outside.ts'
import { valueOfHeld } from '../region/held.ts'
import type { HeldOutcome, SizedFactor } from '../region/judgement.ts'
import { openUnder, openUnderOnWasm } from '../region/open-under.ts'
import { outsideOf } from '../region/outside.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { WasmRegion } from '../region/wasm-region.ts'

/** Years after what is held that are shown. */
const yearsAfter = [1, 2, 5]

export interface JudgedLine extends HeldOutcome {
  /** The equations that carry it, with their part, largest first. */
  readonly carried: ReadonlyArray<{ readonly factor: SizedFactor; readonly share: number }>
  readonly after: ReadonlyArray<{ readonly year: number; readonly held: number; readonly plain: number }>
}

/** The region under other conditions, on the target on which it is open. */
export const reopened = (open: OpenRegion, outside: OutsidePaths): OpenRegion =>
  'built' in (open.judged?.base ?? open) ? openUnderOnWasm(open as WasmRegion, outside) : openUnder(open, outside)

/** As it is forecast without anything held, under the same conditions. */
const withoutHolds = (open: OpenRegion): OpenRegion => {
  const names = new Set(open.judged?.judgement.holds.map(({ outcome }) => outcome))
  return reopened(open, Object.fromEntries(Object.entries(outsideOf(open)).filter(([name]) => !names.has(name))))
}

/** The outcomes that are held in the region, with the runs with and without the judgement; undefined where nothing is held. */
export const judgementIn = (open: OpenRegion, record: readonly string[] = []) => {
  const { holds = [], factors = [] } = open.judged?.judgement ?? {}
  if (holds.length === 0) return undefined
  const names = [...new Set([...record, ...holds.map(({ variable }) => variable)])]
  const runOf = ({ simulator }: OpenRegion): Run => simulator.run({ record: names, audit: true })
  const [held, plain] = [runOf(open), runOf(withoutHolds(open))]
  const last = held.times.length
  const lines = holds.map((hold): JudgedLine => {
    const own = factors.filter(
      ({ factor, area, steps }) =>
        hold.through.some(({ id }) => id === factor.id) &&
        hold.areas.includes(area) &&
        steps[0] < hold.steps[1] &&
        hold.steps[0] < steps[1],
    )
    const all = own.reduce((sum, { size }) => sum + size ** 2, 0)
    const shares = [...Map.groupBy(own, ({ factor }) => factor)].map(([factor, list]) => ({
      factor,
      share: list.reduce((sum, { size }) => sum + size ** 2, 0) / all,
    }))
    return {
      ...hold,
      carried: shares.filter(({ share }) => share >= 0.005).toSorted((a, b) => b.share - a.share),
      after: yearsAfter.flatMap(years =>
        hold.steps[1] + years * held.stepsPerYear > last
          ? []
          : [
              {
                year: hold.year + years,
                held: valueOfHeld(held, hold, years),
                plain: valueOfHeld(plain, hold, years),
              },
            ],
      ),
    }
  })
  return { lines, held, plain }
}

/** The run without one of the entries, the others held as they are; undefined where those cannot be held without it. */
export const withoutEntry = (open: OpenRegion, outcome: string, record: readonly string[]): Run | undefined => {
  const { [outcome]: _, ...others } = outsideOf(open)
  try {
    return reopened(open, others).simulator.run({ record })
  } catch {
    return undefined
  }
}
