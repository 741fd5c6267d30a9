/** Parses the texts of a region's files into figures, paths, series and sources; pure, and usable in a browser. */

import { hasControls } from '../language/control-characters.ts'
import { repeatedKey } from '../language/repeated-key.ts'
import { comparesByRatio, misfit } from './bounds.ts'
import { fault } from './faults.ts'
import { fix } from './fixes.ts'
import type { PackProblem } from './problems.ts'
import { nearestFix, readNumber, readOrigin, readRows, readYear, type Row } from './rows.ts'
import { type RegionFile, regionSchema } from './schema.ts'
import { issueMessage } from './schema-messages.ts'
import type { Figure, PathPoint, Required, SeriesPoint } from './types.ts'
import { digits } from './input-output.ts'

export type Sources = Readonly<Record<string, { readonly what: string; readonly url: string }>>

/** region.json; undefined after a complaint. */
export const parseRegion = (
  file: string,
  text: string,
  id: string,
  problems: PackProblem[],
): RegionFile | undefined => {
  let content: unknown
  try {
    let isPlain = true
    content = JSON.parse(text.replace(/^\uFEFF/, ''), (_, value: unknown) => {
      if (typeof value === 'string' && hasControls(value)) isPlain = false
      return value
    })
    const twice = repeatedKey(text)
    if (twice !== undefined) problems.push({ file, field: twice, message: fault.keyTwice(), fix: fix.keepOneField() })
    if (!isPlain) problems.push({ file, message: fault.controlCharacters(), fix: fix.plainText() })
  } catch (error) {
    problems.push({ file, message: fault.notJson({ why: (error as Error).message }), fix: fix.correctJson() })
    return undefined
  }
  const parsed = regionSchema.safeParse(content)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = issue.path.join('.')
      const at = { file, ...(field === '' ? {} : { field }) }
      problems.push({ ...at, message: issueMessage(issue, content), fix: fix.seeGuide() })
    }
    return undefined
  }
  if (parsed.data.id !== id) {
    const message = fault.idDiffers({ id: parsed.data.id, folder: id })
    problems.push({ file, field: 'id', message, fix: fix.sameId() })
  }
  return parsed.data
}

export const parseSources = (file: string, text: string, problems: PackProblem[]): Sources => {
  const sources: Record<string, { what: string; url: string }> = {}
  for (const row of readRows(file, text, ['id', 'what', 'url'], problems)) {
    const { id = '', what = '', url = '' } = row.fields
    const at = { file, row: row.line }
    if (id === '' || what === '') {
      const field = id === '' ? 'id' : 'what'
      const message = id === '' ? fault.idMissing() : fault.sourceUndescribed()
      problems.push({ ...at, field, message, fix: fix.describeSource() })
    } else if (Object.hasOwn(sources, id)) {
      problems.push({ ...at, field: 'id', message: fault.twice({ key: id }), fix: fix.keepOne() })
    }
    sources[id] = { what, url }
  }
  return sources
}

/** Reads `group=young;firm=state`; undefined after a complaint. */
const readLabels = (row: Row, problems: PackProblem[]): Record<string, string> | undefined => {
  const labels: Record<string, string> = {}
  for (const part of (row.fields['labels'] ?? '').split(';')) {
    if (part.trim() === '') continue
    const [dimension = '', label = '', ...rest] = part.split('=').map(word => word.trim())
    if (dimension === '' || label === '' || rest.length > 0 || Object.hasOwn(labels, dimension)) {
      const message = fault.labelForm({ text: part.trim() })
      problems.push({ file: row.file, row: row.line, field: 'labels', message, fix: fix.writeLabels() })
      return undefined
    }
    labels[dimension] = label
  }
  return labels
}

/** A few labels, for a message. */
const some = ({ labels }: { readonly labels: readonly string[] }): string => labels.slice(0, 6).join(', ')

/** Complains unless the labels are exactly one label of each of the datum's own dimensions. */
const fitLabels = (row: Row, labels: Record<string, string>, datum: Required, problems: PackProblem[]): boolean => {
  const before = problems.length
  const at = { file: row.file, row: row.line, field: 'labels' }
  const own = datum.dimensions.flatMap(dimension =>
    dimension.labels === 'region' ? [] : [{ name: dimension.name, labels: dimension.labels }],
  )
  for (const dimension of own) {
    const label = labels[dimension.name]
    if (label === undefined) {
      const message = fault.dimensionMissing({ name: datum.name, dimension: dimension.name })
      problems.push({ ...at, message, fix: fix.writeLabel({ dimension: dimension.name, labels: some(dimension) }) })
    } else if (!dimension.labels.includes(label)) {
      const message = fault.unknownLabel({ dimension: dimension.name, word: label })
      const known = fix.knownLabels({ labels: some(dimension) })
      problems.push({ ...at, message, fix: nearestFix(label, dimension.labels, known) })
    }
  }
  for (const name of Object.keys(labels)) {
    if (own.some(dimension => dimension.name === name)) continue
    const dimensions = own.map(dimension => dimension.name).join(', ')
    const known = own.length === 0 ? fix.leaveLabelsEmpty() : fix.knownDimensions({ dimensions })
    problems.push({ ...at, message: fault.unknownDimension({ name: datum.name, word: name }), fix: known })
  }
  return problems.length === before
}

export const complainUnit = (
  at: { readonly file: string; readonly row?: number; readonly field: string },
  name: string,
  unit: string,
  wanted: string,
  problems: PackProblem[],
): void => {
  if (unit === wanted) return
  if (unit === '') problems.push({ ...at, message: fault.unitMissing({ name }), fix: fix.writeUnit({ unit: wanted }) })
  else problems.push({ ...at, message: fault.unitDiffers({ name, given: unit, wanted }), fix: fix.convert() })
}

export const keyOf = (name: string, labels: Readonly<Record<string, string>>): string =>
  [
    name,
    ...Object.entries(labels)
      .map(([dimension, label]) => `${dimension}=${label}`)
      .toSorted(),
  ].join(' ')

/** Figures of one folder; `known` are the data this folder may supply. */
export const parseFigures = (
  file: string,
  text: string,
  area: string,
  known: ReadonlyMap<string, Required>,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): Figure[] => {
  const columns = ['name', 'labels', 'value', 'unit', 'year', 'evidence', 'source', 'note']
  const figures: Figure[] = []
  const lines = new Map<string, number>()
  for (const row of readRows(file, text, columns, problems)) {
    const { name = '', unit = '' } = row.fields
    const at = { file, row: row.line }
    const labels = readLabels(row, problems)
    const value = readNumber(row, 'value', problems)
    const year = readYear(row, problems)
    const origin = readOrigin(row, sources, problems)
    const datum = known.get(name)
    if (datum === undefined) {
      const meant = nearestFix(name, known.keys(), fix.removeFigure())
      problems.push({ ...at, field: 'name', message: fault.unknownName({ word: name }), fix: meant })
      continue
    }
    complainUnit({ ...at, field: 'unit' }, name, unit, datum.unit, problems)
    const bad = misfit(name, unit, value)
    if (bad !== undefined) problems.push({ ...at, field: 'value', ...bad })
    if (labels === undefined || !fitLabels(row, labels, datum, problems)) continue
    const key = keyOf(name, labels)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      const message = fault.alreadyInRow({ key, row: earlier })
      problems.push({ ...at, field: 'name', message, fix: fix.keepOne() })
      continue
    }
    lines.set(key, row.line)
    figures.push({ name, area, labels, value, unit, year, ...origin })
  }
  return figures
}

export const isByArea = ({ dimensions }: Pick<Required, 'dimensions'>): boolean =>
  dimensions.some(({ labels }) => labels === 'region')

/** Points by the name of the path: of an area where its own folder holds the file, for all areas otherwise. */
export const parsePaths = (
  file: string,
  text: string,
  known: ReadonlyMap<string, Required>,
  area: string | undefined,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): Map<string, PathPoint[]> => {
  const paths = new Map<string, PathPoint[]>()
  for (const row of readRows(file, text, ['name', 'time', 'value', 'unit', 'evidence', 'source'], problems, {
    optional: ['note'],
  })) {
    const { name = '', unit = '' } = row.fields
    const at = { file, row: row.line }
    const time = readNumber(row, 'time', problems)
    const value = readNumber(row, 'value', problems)
    const origin = readOrigin(row, sources, problems)
    const wanted = known.get(name)
    if (wanted === undefined) {
      const meant = nearestFix(name, known.keys(), fix.removePath())
      problems.push({ ...at, field: 'name', message: fault.unknownName({ word: name }), fix: meant })
      continue
    }
    complainUnit({ ...at, field: 'unit' }, name, unit, wanted.unit, problems)
    const bad = misfit(name, unit, value)
    if (bad !== undefined) problems.push({ ...at, field: 'value', ...bad })
    const points = paths.get(name) ?? []
    paths.set(name, points)
    const last = points.at(-1)
    if (last !== undefined && !(time > last.time)) {
      const message = fault.timeOrder({ name, time, before: last.time })
      problems.push({ ...at, field: 'time', message, fix: fix.orderPath() })
      continue
    }
    points.push({ time, value, ...origin, ...(area === undefined ? {} : { area }) })
  }
  return paths
}

export const parseSeries = (
  file: string,
  text: string,
  area: string,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): SeriesPoint[] => {
  const columns = ['series', 'year', 'value', 'unit', 'evidence', 'source']
  const points: SeriesPoint[] = []
  const last = new Map<string, SeriesPoint>()
  for (const row of readRows(file, text, columns, problems, { optional: ['note'] })) {
    const { series = '', unit = '' } = row.fields
    const at = { file, row: row.line }
    const point = {
      area,
      series,
      year: readYear(row, problems),
      value: readNumber(row, 'value', problems),
      unit,
      ...readOrigin(row, sources, problems),
    }
    if (series === '') problems.push({ ...at, field: 'series', message: fault.nameMissing(), fix: fix.nameSeries() })
    const before = last.get(series)
    const wantedUnit = before?.unit ?? unit
    if (unit === '')
      problems.push({ ...at, field: 'unit', message: fault.unitMissing({ name: series }), fix: fix.nameUnit() })
    else if (unit !== wantedUnit) {
      const message = fault.unitChanges({ name: series, from: wantedUnit, to: unit })
      problems.push({ ...at, field: 'unit', message, fix: fix.oneUnit() })
    }
    const bad = misfit(series, unit, point.value)
    if (bad !== undefined) problems.push({ ...at, field: 'value', ...bad })
    if (before !== undefined) {
      if (!(point.year > before.year)) {
        const message =
          point.year === before.year
            ? fault.yearTwice({ name: series, year: point.year })
            : fault.yearBack({ name: series, from: before.year, to: point.year })
        problems.push({ ...at, field: 'year', message, fix: fix.orderSeries() })
      } else {
        complainBreaks(before, point, at, problems)
      }
    }
    if (!comparesByRatio(series) && unit === '1/year' && Math.abs(point.value) > 1) {
      const message = fault.largeRate({ name: series, value: digits(point.value) })
      problems.push({ ...at, field: 'value', message, fix: fix.writeShare() })
    }
    last.set(series, point)
    points.push(point)
  }
  return points
}

/** A year left out, or a factor of ten between neighbours, unless the note declares it: 'Gap: …', 'Break: …'. */
const complainBreaks = (
  before: SeriesPoint,
  point: SeriesPoint,
  at: { readonly file: string; readonly row: number },
  problems: PackProblem[],
): void => {
  const { series, year, note = '' } = point
  const declared = /^(Gap|Break)\b/.test(note)
  if (declared) return
  if (year > before.year + 1) {
    const message = fault.gap({ name: series, from: before.year + 1, to: year - 1 })
    problems.push({ ...at, field: 'year', message, fix: fix.explainGap() })
  } else if (comparesByRatio(series) && jumps(before.value, point.value)) {
    const [from, to] = [digits(before.value), digits(point.value)]
    const message = fault.jump({ name: series, before: from, yearBefore: before.year, after: to, year })
    problems.push({ ...at, field: 'value', message, fix: fix.explainBreak() })
  }
}

/** A unit slip is a factor of ten or more; with a real movement against it, half of that is left. */
const jumps = (before: number, after: number): boolean =>
  before > 0 && after > 0 && Math.max(after / before, before / after) >= 5
