/**
 * Puts paths of a user's own in place of those in the folders: as rows of their files, so that the loader checks them as
 * it checks all others, and the hash of the data tells them apart.
 */

import { csvFormatRows, csvParse, csvParseRows } from 'd3-dsv'
import { doubtfulRate, pathScale } from '../language/path-bounds.ts'
import { UsageError } from '../language/messages.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { PackError } from './problems.ts'
import { nearestFix } from './rows.ts'
import type { ReadText, RegionData } from './types.ts'

/** The points of a path, of one area or of all; growth and rates in % a year, as at every door. */
export interface OwnPath {
  readonly name: string
  readonly area?: string | undefined
  readonly points: ReadonlyArray<readonly [time: number, value: number]>
}

const header = ['name', 'time', 'value', 'unit', 'evidence', 'source', 'note']

/** A row of sources.csv that every set of regions has for what is assumed. */
const origin = ['assumed', 'judgement', 'Set by the user']

/** Reads a field of a file of a region without checking the rest, which the loader does. */
const fieldOf = (text: string | undefined, field: string): string | undefined =>
  new RegExp(`"${field}": *"([^"]+)"`).exec(text ?? '')?.[1]

const isContext = (text: string | undefined): boolean => fieldOf(text, 'kind') === 'context'

/** Paths without an area hold for all areas: rows that areas have of their own make way. */
export const withOwnPaths = (read: ReadText, paths: readonly OwnPath[]): ReadText => {
  if (paths.length === 0) return read
  /** As in the folder's own file, else as in that of the nation. */
  const unitOf = (name: string, folder: string): string => {
    const context = fieldOf(read(`${folder}/region.json`), 'context')
    const files = [folder, ...(context === undefined ? [] : [context])].map(one => read(`${one}/paths.csv`) ?? '')
    return files.flatMap(text => csvParse(text)).find(row => row['name'] === name)?.['unit'] ?? ''
  }
  return path => {
    const [, folder = ''] = /^([^/]+)\/paths\.csv$/.exec(path) ?? []
    const text = read(path)
    if (folder === '') return text
    const added = paths.filter(({ area }) => (area ?? '') === (isContext(read(`${folder}/region.json`)) ? '' : folder))
    const replaced = new Set([...added, ...paths.filter(({ area }) => area === undefined)].map(({ name }) => name))
    const [columns = header, ...rows] = csvParseRows(text ?? '')
    const kept = rows.filter(row => !replaced.has(row[columns.indexOf('name')] ?? ''))
    if (text === undefined && added.length === 0) return undefined
    const own = added.flatMap(({ name, points }) => {
      const unit = unitOf(name, folder)
      const values = points.map(([, one]) => one)
      const doubtful = doubtfulRate(name, unit, values)
      if (doubtful !== undefined) throw new UsageError(doubtful)
      return points.map(([time, one]) => {
        const cells = [name, String(time), String(one * pathScale(unit)), unit, ...origin]
        return columns.map(column => cells[header.indexOf(column)] ?? '')
      })
    })
    return csvFormatRows([columns, ...kept, ...own])
  }
}

/** Refuses paths of areas that the region has not, which nothing would read. */
export const checkAreas = ({ id, areas }: RegionData, paths: readonly OwnPath[]): void => {
  const problems = paths.flatMap(({ name, area }) => {
    if (area === undefined || areas.includes(area)) return []
    const message = fault.unknownLabel({ dimension: 'area', word: area })
    const meant = nearestFix(area, areas, fix.knownLabels({ labels: areas.join(', ') }))
    return [{ file: 'paths', field: `${name}[${area}]`, message, fix: meant }]
  })
  if (problems.length > 0) throw new PackError(id, problems)
}
