/**
 * Screens for the assumptions that distinguish revived simulations: the share revived among the fifth of simulations
 * with the highest values of an assumption, less that among the fifth with the lowest.
 */

import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import { memberInput, uncertainParameters } from '../../../engine/ensemble.ts'
import type { Assumptions } from '../../../engine/scenario.ts'
import { classesAt } from '../../../analysis/runs/fold.ts'
import type { Judgement } from '../../../model/criteria.ts'

const most = 8

/** A function of the judgements of one policy: names, most influential first. */
export const influenceOrder = (
  { linked, simulator }: WasmRegion,
  {
    seed,
    members,
    assumptions,
  }: { readonly seed: number; readonly members: number; readonly assumptions: Assumptions },
): ((judgements: readonly Judgement[]) => string[]) => {
  const draw = memberInput(linked, simulator, { seed, members, shocks: false })
  const sampled = Array.from({ length: members }, (_, member) => draw(member).sampled!)
  const fifth = Math.max(1, Math.floor(members / 5))
  const ranked = uncertainParameters(linked)
    .filter(({ name }) => assumptions[name] === undefined)
    .map(({ name }) => {
      const order = sampled.map((_, member) => member).toSorted((a, b) => sampled[a].get(name)! - sampled[b].get(name)!)
      return { name, low: order.slice(0, fifth), high: order.slice(-fifth) }
    })
  return judgements => {
    const revived = judgements.map(judgement => classesAt(judgement).weights.revived)
    const count = (list: readonly number[]): number => list.reduce((sum, member) => sum + revived[member], 0)
    return ranked
      .map(({ name, low, high }) => ({ name, size: Math.abs(count(high) - count(low)) }))
      .toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
      .slice(0, most)
      .map(({ name }) => name)
  }
}
