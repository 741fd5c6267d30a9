/** The external conditions of a region: its paths with their sources, named baselines, and the standard stress tests. */

import { baselineCalled, baselinesOf, shocksOf } from '../../../analysis/region/outside.ts'
import { type PathEffect, pathEffects } from '../../../analysis/region/path-effects.ts'
import { type PathRule, rulesOf } from '../../../scenario/rules.ts'
import { growthDeviation, type StressTest, stressTestsOf } from '../../../analysis/debt/stress.ts'
import { weakest } from '../../../analysis/evidence/uncertain-inputs.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { OutsidePaths } from '../../../engine/outside.ts'
import type { Evidence } from '../../../language/declare.ts'
import type { LinkedModel } from '../../../language/linked.ts'

/** A source of a path, and the calendar times of the first and the last value that it gives. */
interface PathOrigin {
  readonly evidence: Evidence
  readonly source: string
  readonly from: number
  readonly to: number
}

type PathPoints = ReadonlyArray<readonly [time: number, value: number]>

export interface PathAbout extends PathRule {
  readonly doc: string
  /** Of the region itself; of a path by area, of the first area. */
  readonly points: PathPoints
  /** By area, of a path by area. */
  readonly ofAreas: Readonly<Record<string, PathPoints>>
  readonly origins: readonly PathOrigin[]
  /** The weakest of its values. */
  readonly evidence: Evidence
  /** Simulations deviate from it at random. */
  readonly uncertain: boolean
  /** Given if it does not act on output: the parameters of 0 that switch it off, or the only figures that it moves. */
  readonly limited:
    | { readonly kind: 'switched' | 'reported'; readonly names: ReadonlyArray<readonly [name: string, doc: string]> }
    | undefined
}

/** The reason for a path of a baseline. */
interface BaselineReason {
  readonly path: string
  readonly evidence: Evidence
  readonly source: string
  readonly note: string
}

interface Baseline {
  readonly id: string
  readonly outside: OutsidePaths
  readonly reasons: readonly BaselineReason[]
}

export interface Conditions {
  readonly paths: readonly PathAbout[]
  /** The first is the region's own paths. */
  readonly baselines: readonly Baseline[]
  /** None where the nation has not the years of growth that the first test is measured by. */
  readonly stress: readonly StressTest[]
}

const originsOf = (points: ReadonlyArray<Pick<PathOrigin, 'evidence' | 'source'> & { readonly time: number }>) => {
  const groups = Map.groupBy(points, ({ evidence, source }) => `${evidence} ${source}`)
  return [...groups.values()].map((own): PathOrigin => {
    const times = own.map(({ time }) => time)
    const { evidence, source } = own[0]
    return { evidence, source, from: Math.min(...times), to: Math.max(...times) }
  })
}

const limitedOf = (linked: LinkedModel, effect: PathEffect | undefined): PathAbout['limited'] => {
  if (effect === undefined || effect.kind === 'acts') return undefined
  const names = effect.kind === 'switched' ? effect.by : effect.in
  return { kind: effect.kind, names: names.map(name => [name, linked.variables.get(name)?.doc ?? '']) }
}

export const conditions = (open: WasmRegion): Conditions => {
  const region = open.under?.own ?? open.region
  const { linked } = open
  return {
    paths: [...rulesOf(open).paths.values()].map(rule => {
      const { points, ofAreas = {}, origins: given, like } = region.paths[rule.name]
      // A path without points of its own has those of another, and its sources.
      const origins = like === undefined ? given : region.paths[like].origins
      return {
        ...rule,
        doc: linked.variables.get(rule.name)?.doc ?? '',
        points: Object.values(ofAreas)[0] ?? points,
        ofAreas,
        origins: originsOf(origins),
        evidence: weakest(origins.map(({ evidence }) => evidence)),
        uncertain: shocksOf(linked, rule.name).length > 0,
        limited: limitedOf(linked, pathEffects(linked).get(rule.name)),
      }
    }),
    baselines: baselinesOf(region).map(id => ({
      id,
      outside: baselineCalled(region, id),
      reasons: (region.outside ?? [])
        .filter(({ baseline }) => baseline === id)
        .map(({ path, evidence, source, note = '' }) => ({ path, evidence, source, note })),
    })),
    stress: Number.isFinite(growthDeviation({ region })) ? stressTestsOf({ region, linked }) : [],
  }
}
