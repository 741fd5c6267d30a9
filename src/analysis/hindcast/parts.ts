/** Figures of parts of a year as outcomes that are held: growth of what the model has of a series, each through the equations of its kind. */

import type { OutsidePaths, PathSetting } from '../../engine/outside.ts'
import { UsageError } from '../../language/messages.ts'
import { readTargets } from '../../regions/targets.ts'
import type { ReadText, RegionData } from '../../regions/types.ts'
import { messages as say } from '../../texts/analysis.ts'

/** Throws a UsageError for a series of which the model has no outcome. */
export const heldParts = ({ parts = [], ...region }: RegionData, read: ReadText): OutsidePaths => {
  const targets = parts.length === 0 ? [] : readTargets(read, region)
  const holds: Record<string, PathSetting> = {}
  for (const { area, series, quarters, growth, source } of parts) {
    const grows = series === 'outputGrowth' || series === 'outputIndex'
    const target = targets.find(({ name, of }) => (grows ? name === 'output' : of.split(';')[0] === series))
    if (target === undefined) throw new UsageError(say.noOutcomeOf({ series }))
    const address = `growth(${target.outcome}[${area}])`
    const pieces = quarters.map(from => ({ value: Number((100 * growth).toPrecision(12)), from }))
    holds[address] = { change: 'set', pieces: [...(holds[address]?.pieces ?? []), ...pieces], why: source }
  }
  return holds
}
