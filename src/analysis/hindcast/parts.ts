/** Figures of parts of a year as outcomes that are held: growth of what the model has of a series, each through the equations of its kind. */

import type { OutsidePaths, PathPiece, PathSetting } from '../../engine/outside.ts'
import { readRun } from '../../engine/run/reader.ts'
import { pow } from '../../language/elementary.ts'
import { UsageError } from '../../language/messages.ts'
import { readTargets, type TargetRow } from '../../regions/targets.ts'
import type { PartOfYear, ReadText, RegionData } from '../../regions/types.ts'
import { messages as say } from '../../texts/analysis.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { originIn, recordedFor } from './reopen.ts'

const isOutput = (series: string): boolean => series === 'outputGrowth' || series === 'outputIndex'

/**
 * The level of a quarter of the year before the start, of which a run has none: its mean, moved along the growth of that
 * year; undefined where the growth is not known.
 */
const levelBefore = (
  { region: { areas, start }, simulator }: OpenRegion,
  points: RegionData['series'],
  target: TargetRow,
  { area, series }: PartOfYear,
  time: number,
): number | undefined => {
  const figure = (name: string, year: number): number | undefined =>
    points.findLast(one => one.series === name && one.area === area && one.year === year)?.value
  const [name = ''] = target.of.split(';')
  const [now, before] = [figure(name, start - 1), figure(name, start - 2)]
  const growth = isOutput(series)
    ? figure('outputGrowth', start - 1)
    : now === undefined || before === undefined
      ? undefined
      : now / before - 1
  if (growth === undefined) return undefined
  const run = readRun(simulator.run({ record: recordedFor([target]) }), areas.indexOf(area))
  // A year before the time, less the middle of that year.
  return originIn(run, target, start) * pow(1 + growth, time - start - 0.5)
}

/** Throws a UsageError for a series of which the model has no outcome, or none of the year before the start. */
export const heldParts = (
  open: OpenRegion,
  { parts = [], series: points }: Pick<RegionData, 'parts' | 'series'>,
  read: ReadText,
): OutsidePaths => {
  const { start } = open.region
  const targets = parts.length === 0 ? [] : readTargets(read, open.region)
  const holds: Record<string, PathSetting> = {}
  for (const part of parts) {
    const { area, series, quarters, growth, source } = part
    const target = targets.find(({ name, of }) => (isOutput(series) ? name === 'output' : of.split(';')[0] === series))
    if (target === undefined) throw new UsageError(say.noOutcomeOf({ series }))
    const outcome = `${target.outcome}[${area}]`
    for (const from of quarters) {
      const isFirst = from < start + 1
      const level = isFirst ? levelBefore(open, points, target, part, from) : undefined
      if (isFirst && level === undefined) throw new UsageError(say.noLevelBefore({ series, area, year: start - 1 }))
      const address = isFirst ? outcome : `growth(${outcome})`
      const value = level === undefined ? 100 * growth : level * (1 + growth)
      const piece: PathPiece = { value: Number(value.toPrecision(12)), from }
      holds[address] = { change: 'set', pieces: [...(holds[address]?.pieces ?? []), piece], why: source }
    }
  }
  return holds
}
