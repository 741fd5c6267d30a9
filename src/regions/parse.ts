/** Parses the texts of a region's files into figures, paths, series and sources; pure, and usable in a browser. */

import { hasControls } from '../language/control-characters.ts'
import type { Message } from '../language/messages.ts'
import { repeatedKey } from '../language/repeated-key.ts'
import { comparesByRatio } from './bounds.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { nearestFix, readRows, type Row, type Sources, type TableFile } from './rows.ts'
import { type RegionFile, regionSchema } from './schema.ts'
import { issueMessage } from './schema-messages.ts'
import type { Figure, PathPoint, Required, SeriesPoint } from './types.ts'
import { digits } from './input-output.ts'

/** region.json; undefined after a complaint. */
export const parseRegion = ({ file, text, problems }: TableFile, id: string): RegionFile | undefined => {
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

export const parseSources = (table: TableFile | undefined): Sources => {
  const sources: Record<string, { what: string; url: string }> = {}
  for (const row of readRows(table, ['id', 'what', 'url'])) {
    const { id = '', what = '', url = '' } = row.fields
    if (id === '') row.complain('id', fault.idMissing(), fix.describeSource())
    else if (what === '') row.complain('what', fault.sourceUndescribed(), fix.describeSource())
    else if (Object.hasOwn(sources, id)) row.complain('id', fault.twice({ key: id }), fix.keepOne())
    sources[id] = { what, url }
  }
  return sources
}

/** Reads `group=young;firm=state`; undefined after a complaint. */
const readLabels = (row: Row): Record<string, string> | undefined => {
  const labels: Record<string, string> = {}
  for (const part of (row.fields['labels'] ?? '').split(';')) {
    if (part.trim() === '') continue
    const [dimension = '', label = '', ...rest] = part.split('=').map(word => word.trim())
    if (dimension === '' || label === '' || rest.length > 0 || Object.hasOwn(labels, dimension)) {
      row.complain('labels', fault.labelForm({ text: part.trim() }), fix.writeLabels())
      return undefined
    }
    labels[dimension] = label
  }
  return labels
}

/** A few labels, for a message. */
const some = ({ labels }: { readonly labels: readonly string[] }): string => labels.slice(0, 6).join(', ')

/** Complains unless the labels are exactly one label of each of the datum's own dimensions. */
const fitLabels = (row: Row, labels: Record<string, string>, datum: Required): boolean => {
  let fits = true
  const complain = (message: Message, correction: Message): void => {
    fits = false
    row.complain('labels', message, correction)
  }
  const own = datum.dimensions.flatMap(dimension =>
    typeof dimension.labels === 'string' ? [] : [{ name: dimension.name, labels: dimension.labels }],
  )
  for (const dimension of own) {
    const label = labels[dimension.name]
    if (label === undefined) {
      const message = fault.dimensionMissing({ name: datum.name, dimension: dimension.name })
      complain(message, fix.writeLabel({ dimension: dimension.name, labels: some(dimension) }))
    } else if (!dimension.labels.includes(label)) {
      const message = fault.unknownLabel({ dimension: dimension.name, word: label })
      const known = fix.knownLabels({ labels: some(dimension) })
      complain(message, nearestFix(label, dimension.labels, known))
    }
  }
  for (const name of Object.keys(labels)) {
    if (own.some(dimension => dimension.name === name)) continue
    const dimensions = own.map(dimension => dimension.name).join(', ')
    const known = own.length === 0 ? fix.leaveLabelsEmpty() : fix.knownDimensions({ dimensions })
    complain(fault.unknownDimension({ name: datum.name, word: name }), known)
  }
  return fits
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
  table: TableFile | undefined,
  area: string,
  known: ReadonlyMap<string, Required>,
): Figure[] => {
  const columns = ['name', 'labels', 'value', 'unit', 'year', 'evidence', 'source', 'note']
  const figures: Figure[] = []
  const lines = new Map<string, number>()
  for (const row of readRows(table, columns)) {
    const { name = '', unit = '' } = row.fields
    const labels = readLabels(row)
    const [value, year, origin] = [row.number('value'), row.year(), row.origin()]
    const datum = known.get(name)
    if (datum === undefined) {
      row.unknownName('name', name, known.keys(), fix.removeFigure())
      continue
    }
    row.checkUnit(name, datum.unit)
    row.checkValue(name, unit, value)
    if (labels === undefined || !fitLabels(row, labels, datum)) continue
    const key = keyOf(name, labels)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      row.complain('name', fault.alreadyInRow({ key, row: earlier }), fix.keepOne())
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
  table: TableFile,
  known: ReadonlyMap<string, Required>,
  area?: string,
): Map<string, PathPoint[]> => {
  const paths = new Map<string, PathPoint[]>()
  const columns = ['name', 'time', 'value', 'unit', 'evidence', 'source']
  for (const row of readRows(table, columns, { optional: ['note'] })) {
    const { name = '', unit = '' } = row.fields
    const [time, value, origin] = [row.number('time'), row.number('value'), row.origin()]
    const wanted = known.get(name)
    if (wanted === undefined) {
      row.unknownName('name', name, known.keys(), fix.removePath())
      continue
    }
    row.checkUnit(name, wanted.unit)
    row.checkValue(name, unit, value, 'value', wanted.bounds)
    const points = paths.get(name) ?? []
    paths.set(name, points)
    const last = points.at(-1)
    if (last !== undefined && !(time > last.time)) {
      row.complain('time', fault.timeOrder({ name, time, before: last.time }), fix.orderPath())
      continue
    }
    points.push({ time, value, ...origin, ...(area === undefined ? {} : { area }) })
  }
  return paths
}

export const parseSeries = (table: TableFile | undefined, area: string): SeriesPoint[] => {
  const columns = ['series', 'year', 'value', 'unit', 'evidence', 'source']
  const points: SeriesPoint[] = []
  const last = new Map<string, SeriesPoint>()
  for (const row of readRows(table, columns, { optional: ['note'] })) {
    const { series = '', unit = '' } = row.fields
    const point = { area, series, year: row.year(), value: row.number('value'), unit, ...row.origin() }
    if (series === '') row.complain('series', fault.nameMissing(), fix.nameSeries())
    const before = last.get(series)
    const wantedUnit = before?.unit ?? unit
    if (unit === '') row.complain('unit', fault.unitMissing({ name: series }), fix.nameUnit())
    else if (unit !== wantedUnit)
      row.complain('unit', fault.unitChanges({ name: series, from: wantedUnit, to: unit }), fix.oneUnit())
    row.checkValue(series, unit, point.value)
    if (before !== undefined) {
      if (!(point.year > before.year)) {
        const message =
          point.year === before.year
            ? fault.yearTwice({ name: series, year: point.year })
            : fault.yearBack({ name: series, from: before.year, to: point.year })
        row.complain('year', message, fix.orderSeries())
      } else complainBreaks(before, point, row)
    }
    last.set(series, point)
    points.push(point)
  }
  return points
}

/** A year left out, or a factor of ten between neighbours, unless the note declares it: 'Gap: …', 'Break: …'. */
const complainBreaks = (before: SeriesPoint, point: SeriesPoint, row: Row): void => {
  const { series, year, note = '' } = point
  if (/^(Gap|Break)\b/.test(note)) return
  if (year === before.year + 1) return complainJump(before, point, row)
  const [from, last] = [before.year + 1, year - 1]
  row.complain('year', fault.gap({ name: series, from, to: last === from ? '' : last }), fix.explainGap())
}

export const complainJump = (before: SeriesPoint, { series, year, value, note = '' }: SeriesPoint, row: Row): void => {
  if (/^Break\b/.test(note) || !comparesByRatio(series) || !jumps(before.value, value)) return
  const [from, to] = [digits(before.value), digits(value)]
  const message = fault.jump({ name: series, before: from, yearBefore: before.year, after: to, year })
  row.complain('value', message, fix.explainBreak())
}

/** A unit slip is a factor of ten or more; with a real movement against it, half of that is left. */
const jumps = (before: number, after: number): boolean =>
  before > 0 && after > 0 && Math.max(after / before, before / after) >= 5
