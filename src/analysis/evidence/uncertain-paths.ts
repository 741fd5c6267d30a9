/** What is not known of the paths that a region takes from outside: each as an uncertain input that is moved as a whole. */

import type { RegionData, RegionPath } from '../../regions/types.ts'
import { type UncertainInput, type UncertainCell, spanOf, weakest } from './uncertain-inputs.ts'
import type { OpenRegion } from '../region/simulation.ts'

export interface UncertainPath extends Omit<UncertainInput, 'at'> {
  /** The region with all points of the path that are no official ones at a share of their ranges, 0 to 1. */
  movedTo(share: number): RegionData
}

type Points = RegionPath['points']

const addressOf = (name: string, area?: string): string => (area === undefined ? name : `${name}[${area}]`)

export const uncertainPathsOf = ({ region, linked }: Pick<OpenRegion, 'region' | 'linked'>): UncertainPath[] =>
  Object.entries(region.paths).flatMap(([name, path]): UncertainPath[] => {
    const variable = linked.variables.get(name)
    const cells = path.origins.flatMap(({ area, time, value, evidence, source, note }): UncertainCell[] => {
      const [low, high] = spanOf(name, path.unit, evidence, value)
      if (!(high > low)) return []
      const address = `${addressOf(name, area)} at ${time}`
      return [{ address, evidence, source, ...(note === undefined ? {} : { note }), value, low, high }]
    })
    if (variable === undefined || cells.length === 0) return []
    const ranges = new Map(cells.map(cell => [cell.address, cell]))
    const movedTo = (share: number): RegionData => {
      const moved = (points: Points, area?: string): Points =>
        points.map(([time, value]) => {
          const cell = ranges.get(`${addressOf(name, area)} at ${time}`)
          return [time, cell === undefined ? value : cell.low + share * (cell.high - cell.low)]
        })
      const points = moved(path.points)
      // An area without points of its own shares those of all.
      const ofAreas = Object.entries(path.ofAreas ?? {}).map(([area, own]): [string, Points] => [
        area,
        moved(own, path.origins.some(origin => origin.area === area) ? area : undefined),
      ])
      const byArea = path.ofAreas === undefined ? {} : { ofAreas: Object.fromEntries(ofAreas) }
      return { ...region, paths: { ...region.paths, [name]: { ...path, points, ...byArea } } }
    }
    const evidence = weakest(cells.map(cell => cell.evidence))
    return [{ name, kind: 'path', doc: variable.doc, unit: variable.unitText, evidence, cells, movedTo }]
  })
