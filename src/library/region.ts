/** A region that is opened for a program: what it is, and what can be set and read in it. */

import { declaredOutcomes } from '../engine/recording.ts'
import { type AboutRegion, aboutRegion } from '../analysis/region/about-region.ts'
import { type ChangedEquations, withEquations } from '../analysis/region/changed-equations.ts'
import { placing } from '../analysis/region/placing.ts'
import { alone, linkRegion, requiredData, withCheckedFit } from '../analysis/region/simulation.ts'
import { openOnWasm, type WasmRegion } from '../analysis/region/wasm-region.ts'
import { leversOf, standardAt } from '../engine/scenario.ts'
import { isEvent } from '../language/payer.ts'
import { model as heartland } from '../model/index.ts'
import { checkOptions } from './given.ts'
import { loadRegionAt } from '../regions/at-start.ts'
import { checkAreas, type OwnPath, withOwnPaths } from '../regions/own-paths.ts'
import type { ReadText, RegionData } from '../regions/types.ts'

export interface RegionOptions {
  /** External conditions in place of those of the region, of one area or of all. */
  readonly paths?: readonly OwnPath[]
  /** Equations in place of those of the model, by the name of their variable, or 'capital.inflow' for a part. */
  readonly equations?: ChangedEquations
}

/** A lever that a policy can set. */
export interface LeverAbout {
  readonly name: string
  readonly description: string
  readonly unit: string
  /** In force at the start. */
  readonly standard: number
  readonly least: number
  readonly most: number
}

export interface OutcomeAbout {
  readonly name: string
  readonly description: string
  readonly unit: string
}

/** An open region; pass it to `ask` and `ensemble`. */
export interface Region extends AboutRegion {
  readonly levers: readonly LeverAbout[]
  readonly outcomes: readonly OutcomeAbout[]
}

const opened = new WeakMap<Region, WasmRegion>()

export const openedOf = (region: Region): WasmRegion => {
  const found = opened.get(region)
  if (found === undefined) throw new TypeError('This is no open region: make one with `await openRegion(…)`.')
  return found
}

const described = (open: WasmRegion): Region => {
  const { region, linked } = open
  return {
    ...aboutRegion(open),
    levers: [...leversOf(linked)]
      .filter(([, lever]) => !isEvent(lever))
      .map(
        ([
          name,
          {
            doc,
            unit,
            standard,
            bounds: [least, most],
          },
        ]) => ({
          name,
          description: doc,
          unit,
          standard: standardAt(standard, region.start),
          least,
          most,
        }),
      ),
    outcomes: declaredOutcomes(open.linked).map(name => {
      const { doc, unitText } = linked.variables.get(name)!
      return { name, description: doc, unit: unitText }
    }),
  }
}

/** Opens a region from the files that `read` gives; a quarter of a second. Throws what is wrong with them. */
export const openFrom = (read: ReadText, id: string, options: RegionOptions): Region => {
  checkOptions('openRegion', options)
  const { paths = [], equations } = options
  const texts = withOwnPaths(read, paths)
  const model = equations === undefined ? heartland : withEquations(heartland, equations)
  const openLoaded = (loaded: RegionData): WasmRegion => {
    const own = alone(placing(texts, { model })(withCheckedFit(loaded, model)))
    const open = openOnWasm(own, undefined, linkRegion(own, model), texts)
    return { ...open, files: { read: texts, open: openLoaded } }
  }
  const loaded = loadRegionAt(texts, id, requiredData(model))
  checkAreas(loaded, paths)
  const open = openLoaded(loaded)
  const region = described(open)
  opened.set(region, open)
  return region
}
