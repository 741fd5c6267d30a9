/** From the texts of a pack's files to its figures, paths, series and sources; pure, and usable in a browser. */

import { comparesByRatio, misfit } from './bounds.ts'
import type { PackProblem } from './problems.ts'
import { didYouMean, readNumber, readOrigin, readRows, readYear, type Row } from './rows.ts'
import { type RegionFile, regionSchema } from './schema.ts'
import type { Figure, PathPoint, Required, SeriesPoint } from './types.ts'

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
    content = JSON.parse(text)
  } catch (error) {
    problems.push({ file, wrong: `not JSON: ${(error as Error).message}`, cure: 'Mend the syntax' })
    return undefined
  }
  const parsed = regionSchema.safeParse(content)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = issue.path.join('.')
      const cure = 'The fields of region.json are described in docs/guide/regions.md'
      problems.push({ file, ...(field === '' ? {} : { field }), wrong: issue.message, cure })
    }
    return undefined
  }
  if (parsed.data.id !== id) {
    const cure = 'Folder and id are the same word'
    problems.push({ file, field: 'id', wrong: `'${parsed.data.id}' in the folder ${id}`, cure })
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
      problems.push({ ...at, field, wrong: `the ${field} is missing`, cure: 'Say what the source is' })
    } else if (Object.hasOwn(sources, id)) {
      problems.push({ ...at, field: 'id', wrong: `'${id}' stands twice`, cure: 'Keep one row' })
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
      const cure = "Write dimension=label, such as group=young, with ';' between several"
      problems.push({
        file: row.file,
        row: row.line,
        field: 'labels',
        wrong: `'${part.trim()}' is not understood`,
        cure,
      })
      return undefined
    }
    labels[dimension] = label
  }
  return labels
}

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
      const cure = `Write ${dimension.name}=… with one of ${dimension.labels.slice(0, 6).join(', ')}`
      problems.push({ ...at, wrong: `${datum.name} is given by ${dimension.name}, which is missing`, cure })
    } else if (!dimension.labels.includes(label)) {
      const cure = didYouMean(label, dimension.labels, `Labels are ${dimension.labels.slice(0, 6).join(', ')}`)
      problems.push({ ...at, wrong: `${dimension.name} has no label '${label}'`, cure })
    }
  }
  for (const name of Object.keys(labels)) {
    if (own.some(dimension => dimension.name === name)) continue
    const cure =
      own.length === 0
        ? 'Leave the labels empty'
        : `Its dimensions are ${own.map(dimension => dimension.name).join(', ')}`
    problems.push({ ...at, wrong: `${datum.name} has no dimension '${name}'`, cure })
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
  const wrong = unit === '' ? `the unit of ${name} is missing` : `${name} is in '${unit}', the model wants '${wanted}'`
  problems.push({ ...at, wrong, cure: unit === '' ? `Write ${wanted}` : 'Convert the value and write the unit so' })
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
      const fallback = 'No such datum is supplied by this folder: remove the row'
      problems.push({
        ...at,
        field: 'name',
        wrong: `unknown name '${name}'`,
        cure: didYouMean(name, known.keys(), fallback),
      })
      continue
    }
    complainUnit({ ...at, field: 'unit' }, name, unit, datum.unit, problems)
    const bad = misfit(name, unit, value)
    if (bad !== undefined) problems.push({ ...at, field: 'value', ...bad })
    if (labels === undefined || !fitLabels(row, labels, datum, problems)) continue
    const key = keyOf(name, labels)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      problems.push({
        ...at,
        field: 'name',
        wrong: `'${key}' stands already in row ${earlier}`,
        cure: 'Keep one of the two',
      })
      continue
    }
    lines.set(key, row.line)
    figures.push({ name, area, labels, value, unit, year, ...origin })
  }
  return figures
}

export const parsePaths = (
  file: string,
  text: string,
  known: ReadonlyMap<string, Required>,
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
      const cure = didYouMean(name, known.keys(), 'The model reads no such path: remove the row')
      problems.push({ ...at, field: 'name', wrong: `unknown name '${name}'`, cure })
      continue
    }
    complainUnit({ ...at, field: 'unit' }, name, unit, wanted.unit, problems)
    const bad = misfit(name, unit, value)
    if (bad !== undefined) problems.push({ ...at, field: 'value', ...bad })
    const points = paths.get(name) ?? []
    const last = points.at(-1)
    if (last !== undefined && !(time > last.time)) {
      const wrong = `time ${time} of ${name} does not come after ${last.time}`
      problems.push({ ...at, field: 'time', wrong, cure: 'Order the points of a path by time, each time once' })
      continue
    }
    points.push({ time, value, ...origin })
    paths.set(name, points)
  }
  return paths
}

const digits = (value: number): string => String(Number(value.toPrecision(6)))

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
    if (series === '') problems.push({ ...at, field: 'series', wrong: 'the name is missing', cure: 'Name the series' })
    const before = last.get(series)
    const wantedUnit = before?.unit ?? unit
    if (unit === '')
      problems.push({ ...at, field: 'unit', wrong: `the unit of ${series} is missing`, cure: 'Name the unit' })
    else if (unit !== wantedUnit) {
      const wrong = `${series} changes its unit from '${wantedUnit}' to '${unit}'`
      problems.push({ ...at, field: 'unit', wrong, cure: 'Give a series one unit' })
    }
    const bad = misfit(series, unit, point.value)
    if (bad !== undefined) problems.push({ ...at, field: 'value', ...bad })
    if (before !== undefined) {
      if (!(point.year > before.year)) {
        const wrong =
          point.year === before.year
            ? `${series} has ${point.year} twice`
            : `${series} goes back from ${before.year} to ${point.year}`
        problems.push({ ...at, field: 'year', wrong, cure: 'Order a series by year, each year once' })
      } else {
        complainBreaks(before, point, at, problems)
      }
    }
    if (!comparesByRatio(series) && unit === '1/year' && Math.abs(point.value) > 1) {
      const wrong = `${series} is ${digits(point.value)} a year`
      problems.push({ ...at, field: 'value', wrong, cure: 'Write 5 % as 0.05' })
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
    const missing = year === before.year + 2 ? `${before.year + 1}` : `${before.year + 1} to ${year - 1}`
    const cure = "Add the years, or begin the note with 'Gap:' and say why they are missing"
    problems.push({ ...at, field: 'year', wrong: `${series} has no figure for ${missing}`, cure })
  } else if (comparesByRatio(series) && jumps(before.value, point.value)) {
    const wrong = `${series} jumps from ${digits(before.value)} (${before.year}) to ${digits(point.value)} (${year})`
    const cure = "Correct the unit, or begin the note with 'Break:' and say why it is so"
    problems.push({ ...at, field: 'value', wrong, cure })
  }
}

/** A unit slip is a factor of ten or more; with a real movement against it, half of that is left. */
const jumps = (before: number, after: number): boolean =>
  before > 0 && after > 0 && Math.max(after / before, before / after) >= 5
