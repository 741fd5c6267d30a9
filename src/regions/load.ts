/**
 * Loads a region: combines its folders into one set of data that fits the declarations of the model, or reports all
 * problems.
 */

import { isCounted } from './derivation.ts'
import { checkDerivation, type CohortOwner, parseCohorts } from './cohort-table.ts'
import { loadFlows } from './flows.ts'
import { Folder, findAreas } from './folder.ts'
import { modelCurrency, unitIn } from '../language/currency.ts'
import type { Message } from '../language/messages.ts'
import { unitMisfit } from './bounds.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { hashOf, withLineFeeds } from './hash.ts'
import { complainTables, loadTable, needsTable, tableData } from './industry-data.ts'
import { complainUnstated, parseInstitutions } from './institutions.ts'
import { modelErrorFile, parseModelError } from './model-error-file.ts'
import { parameterFile, type ParameterSet, parseFitted } from './parameter-file.ts'
import { isByArea, keyOf, parseFigures, parsePaths, parseSeries } from './parse.ts'
import { isUnreadable, PackError, type PackProblem } from './problems.ts'
import { sourceMisfit, readRows, type TableFile } from './rows.ts'
import type { AreaFile, ContextFile, ParametersWanted } from './schema.ts'
import { startedFrom, variantCalled } from './variant.ts'
import {
  type Figure,
  type FittedParameters,
  type Institution,
  type PathPoint,
  type ErrorRecord,
  type ReadText,
  type RegionData,
  type RegionPath,
  type RegionValues,
  type Required,
  type OutsideRow,
  pathChanges,
} from './types.ts'

type Numbers = ReadonlyMap<string, number>

/** Sources of the columns of cohorts.csv, as region.json names them. */
const cohortFigures = (
  { sources, problems }: Folder,
  owner: CohortOwner,
  names: ReadonlySet<string>,
  known: ReadonlyMap<string, Required>,
): Figure[] =>
  [...names].flatMap(name => {
    const datum = known.get(name)
    if (datum === undefined) return []
    const at = { file: `${owner.id}/region.json`, field: `cohorts.${name}` }
    const column = owner.cohorts[name]
    if (column === undefined) {
      problems.push({ ...at, message: fault.columnUndescribed({ name }), fix: fix.describeColumn() })
      return []
    }
    for (const bad of [unitMisfit(name, column.unit, datum.unit), sourceMisfit(column.source, sources)]) {
      if (bad !== undefined) problems.push({ ...at, ...bad })
    }
    const { note, ...rest } = column
    return [{ name, area: owner.id, labels: {}, ...rest, ...(note === undefined ? {} : { note }) }]
  })

/** The numbers of one folder, and the figures that say where they come from. */
const loadFolder = (
  folder: Folder,
  owner: CohortOwner,
  known: ReadonlyMap<string, Required>,
): { owner: string; numbers: Numbers; figures: Figure[] } => {
  const file = `${owner.id}/figures.csv`
  const figures = parseFigures(folder.table(file, fix.addFigures()), owner.id, known)
  const numbers = new Map(figures.map(figure => [keyOf(figure.name, figure.labels), figure.value ?? Number.NaN]))
  const table = folder.table(`${owner.id}/cohorts.csv`)
  if (table === undefined) return { owner: owner.id, numbers, figures }
  const cohorts = parseCohorts(table, owner, known)
  const names = new Set([...cohorts.keys()].map(nameOf))
  for (const figure of figures) {
    if (!names.has(figure.name)) continue
    const message = fault.inCohortsToo({ name: figure.name })
    folder.problems.push({ file, field: 'name', message, fix: fix.keepOne() })
  }
  for (const [key, value] of cohorts) numbers.set(key, value)
  if (isCounted(owner)) checkDerivation(folder, owner, numbers)
  return { owner: owner.id, numbers, figures: [...figures, ...cohortFigures(folder, owner, names, known)] }
}

const nameOf = (key: string): string => key.split(' ')[0] ?? key

const complainMissing = (
  owner: string,
  datum: Required,
  labels: readonly string[],
  given: ReadonlySet<string>,
  problems: PackProblem[],
): void => {
  const table = datum.dimensions.some(({ name }) => name === 'age') ? 'cohorts.csv' : 'figures.csv'
  const file = `${owner}/${table}`
  // All of a table that could not be read is missing: that has been complained of.
  if (problems.some(one => one.file === file && isUnreadable(one))) return
  if (!given.has(datum.name)) {
    const message = fault.missing({ name: datum.name })
    problems.push({ file, message, fix: fix.addFigure({ unit: datum.unit }) })
    return
  }
  const some = { labels: labels.slice(0, 3).join(', '), more: Math.max(0, labels.length - 3) }
  problems.push({ file, message: fault.labelsMissing({ name: datum.name, ...some }), fix: fix.addRows() })
}

/** Puts the numbers of the owners in the order of the datum's dimensions, the last running fastest. */
const assemble = (
  datum: Required,
  parts: ReadonlyArray<{ readonly owner: string; readonly numbers: Numbers; readonly names: ReadonlySet<string> }>,
  problems: PackProblem[],
): RegionValues => {
  const missing = new Map<string, string[]>()
  const values: number[] = []
  const visit = (at: number, owner: number, labels: Readonly<Record<string, string>>): void => {
    const dimension = datum.dimensions[at]
    if (dimension?.labels === 'region') {
      for (const index of parts.keys()) visit(at + 1, index, labels)
    } else if (dimension !== undefined) {
      for (const label of dimension.labels) visit(at + 1, owner, { ...labels, [dimension.name]: label })
    } else {
      const part = parts[owner]!
      const value = part.numbers.get(keyOf(datum.name, labels))
      values.push(value ?? Number.NaN)
      if (value !== undefined) return
      const words = Object.entries(labels).map(pair => pair.join('='))
      missing.set(part.owner, [...(missing.get(part.owner) ?? []), words.join(' ')])
    }
  }
  visit(0, 0, {})
  for (const [owner, labels] of missing) {
    complainMissing(owner, datum, labels, parts.find(part => part.owner === owner)!.names, problems)
  }
  return { dimensions: datum.dimensions.map(({ name }) => name), unit: datum.unit, values: Float64Array.from(values) }
}

/** The path of a name from the points of all areas and those of each, if any; undefined after a complaint. */
const pathOf = (
  { name, unit, dimensions }: Required,
  shared: readonly PathPoint[],
  found: ReadonlyMap<string, readonly PathPoint[]>,
  areas: readonly string[],
  complain: (message: Message) => void,
): RegionPath | undefined => {
  const pairs = (points: readonly PathPoint[]) => points.map(({ time, value }) => [time, value] as const)
  const points = pairs(shared)
  if (!isByArea({ dimensions })) {
    if (shared.length > 0) return { unit, points, origins: shared }
    complain(fault.missing({ name }))
    return undefined
  }
  const ofAreas: Record<string, typeof points> = {}
  for (const area of areas) {
    const own = found.get(area)
    if (own === undefined && shared.length === 0) complain(fault.missingIn({ name, area }))
    ofAreas[area] = own === undefined ? points : pairs(own)
  }
  const usesShared = areas.some(area => !found.has(area))
  const origins = [...(usesShared ? shared : []), ...areas.flatMap(area => found.get(area) ?? [])]
  return { unit, points, ofAreas, origins }
}

const loadPaths = (
  folder: Folder,
  context: ContextFile,
  wanted: ReadonlyMap<string, Required>,
  areas: readonly string[],
): Record<string, RegionPath> => {
  if (wanted.size === 0) return {}
  const table = folder.table(`${context.id}/paths.csv`, fix.addPaths())
  if (table === undefined) return {}
  const points = parsePaths(table, wanted)
  const byArea = new Map([...wanted].filter(([, required]) => isByArea(required)))
  const ofAreas = areas.map(area => {
    const own = folder.table(`${area}/paths.csv`)
    return [area, own && parsePaths(own, byArea, area)] as const
  })
  const paths: Record<string, RegionPath> = {}
  for (const [name, required] of wanted) {
    const own = new Map(ofAreas.flatMap(([area, found]) => (found?.has(name) ? [[area, found.get(name)!]] : [])))
    if (required.like !== undefined && !points.has(name) && own.size === 0) continue
    const path = pathOf(required, points.get(name) ?? [], own, areas, message =>
      folder.problems.push({ file: table.file, message, fix: fix.addPoints({ unit: required.unit }) }),
    )
    if (path !== undefined) paths[name] = path
  }
  for (const { name, like } of wanted.values()) {
    const other = paths[like ?? '']
    if (paths[name] === undefined && other !== undefined) paths[name] = { ...other, origins: [], like: like! }
  }
  return paths
}

const wantedParameters = (
  { parameters = 'asRegionSays' }: LoadOptions,
  named: ParametersWanted | undefined,
): ParametersWanted | undefined => {
  if (parameters === 'asRegionSays') return named
  if (parameters === 'priors') return undefined
  return typeof named === 'object' ? { ...named, set: parameters } : parameters
}

const loadParameters = (
  folder: Folder,
  id: string,
  wanted: ParametersWanted | undefined,
): FittedParameters | undefined => {
  if (wanted === undefined) return undefined
  const { set, of } = typeof wanted === 'string' ? { set: wanted, of: id } : wanted
  const file = parameterFile(of, set)
  const text = folder.beside(file, fix.calibrateFor({ by: `${id}/region.json`, region: of, set }))
  const parsed = text === undefined ? undefined : parseFitted(text)
  if (parsed === undefined) return undefined
  if ('fitted' in parsed) return parsed.fitted
  folder.problems.push({ file, message: parsed.message, fix: fix.calibrateAgain({ region: of, set }) })
  return undefined
}

/** The region whose fit is taken: errors are measured where there is history to fit to. */
const measuredRegion = (id: string, wanted: ParametersWanted | undefined): string =>
  typeof wanted === 'object' ? wanted.of : id

const loadModelError = (folder: Folder, id: string, wanted: ParametersWanted | undefined): ErrorRecord | undefined => {
  const of = measuredRegion(id, wanted)
  const file = modelErrorFile(of)
  const text = folder.perhapsBeside(file)
  const parsed = text === undefined ? undefined : parseModelError(text)
  if (parsed === undefined) return undefined
  if ('modelError' in parsed) return parsed.modelError
  folder.problems.push({ file, message: parsed.message, fix: fix.measureErrorAgain({ region: of }) })
  return undefined
}

/** Statements of the nation in place of the model; one with a currency of its own has to. */
const loadInstitutions = (
  folder: Folder,
  { id, currency, compared }: ContextFile,
  known: ReadonlyMap<string, Required>,
): Institution[] => {
  const isOwn = currency === modelCurrency
  const table = folder.table(`${id}/institutions.csv`, isOwn ? undefined : fix.addInstitutions({ currency }))
  if (table === undefined) return []
  const institutions = parseInstitutions(table, known, currency)
  if (!isOwn) complainUnstated(table, known, institutions)
  if (!isOwn && compared === undefined) {
    const message = fault.missing({ name: 'compared' })
    folder.problems.push({ file: `${id}/region.json`, field: 'compared', message, fix: fix.nameCompared() })
  }
  return institutions
}

const byName = (required: readonly Required[], wanted: (datum: Required) => boolean): Map<string, Required> =>
  new Map(required.filter(wanted).map(datum => [datum.name, datum]))

const findContext = (folder: Folder, { id, context }: AreaFile): ContextFile | undefined => {
  const file = folder.region(context, fix.addContext({ by: `${id}/region.json` }))
  if (file === undefined || file.kind === 'context') return file
  const message = fault.contextKind({ kind: file.kind, id })
  folder.problems.push({ file: `${context}/region.json`, field: 'kind', message, fix: fix.makeContext() })
  return undefined
}

export interface LoadOptions {
  /**
   * 'priors' for what fits or tests the model's own: fitted parameters are not asked for, though region.json may name
   * them. A set by its name is taken instead of the one that it names.
   */
  readonly parameters?: 'asRegionSays' | 'priors' | ParameterSet
}

const columns = ['baseline', 'path', 'change', 'from', 'to', 'value', 'unit', 'evidence', 'source']

/** `known` are the paths by name. A factor has the unit 'share', whatever the path is measured in. */
const parseOutside = (table: TableFile, known: ReadonlyMap<string, Required>): OutsideRow[] =>
  readRows(table, columns, { optional: ['note'] }).flatMap((row): OutsideRow[] => {
    const { baseline = '', path = '', change: word = '', unit = '' } = row.fields
    const [from, value, to] = [row.number('from'), row.number('value'), row.numberIfAny('to')]
    // Baselines are somebody's: an address stands for itself.
    const { source = '' } = row.fields
    const isAddress = /^https?:\/\//.test(source)
    const origin = row.origin(isAddress ? { ...table, sources: { [source]: { what: source, url: source } } } : table)
    if (baseline === '') row.complain('baseline', fault.nameMissing(), fix.nameSeries())
    const change = pathChanges.find(one => one === word)
    if (change === undefined) {
      const labels = fix.knownLabels({ labels: pathChanges.join(', ') })
      row.complain('change', fault.unknownLabel({ dimension: 'change', word }), labels)
    }
    const wanted = known.get(path)
    if (wanted === undefined) {
      row.unknownName('path', path, known.keys(), fix.removePath())
      return []
    }
    row.checkUnit(path, change === 'times' ? 'share' : wanted.unit)
    if (change === undefined) return []
    if (change === 'set') row.checkValue(path, unit, value, 'value', wanted.bounds)
    return [{ baseline, path, change, from, ...(to === undefined ? {} : { to }), value, unit, ...origin }]
  })

/**
 * Loads an area, or a union of areas, with its context. `declared` is what the model declares: nothing less and nothing
 * else may stand in the folders. Throws a PackError with every problem.
 */
export const loadRegion = (
  read: ReadText,
  id: string,
  declared: readonly Required[],
  options: LoadOptions = {},
): RegionData => {
  const folder = new Folder(read)
  const variant = variantCalled(folder, id)
  if (folder.problems.length > 0) throw new PackError(id, folder.problems)
  if (variant !== undefined) return startedFrom(loadRegion(read, variant.of, declared, options), variant)
  const found = findAreas(folder, id)
  // Under another name nothing of the folder is found: the rest would be one problem a figure.
  if (folder.problems.some(({ message }) => fault.idDiffers.of(message))) throw new PackError(id, folder.problems)
  const context = found === undefined ? undefined : findContext(folder, found.areas[0]!)
  if (found === undefined || context === undefined) throw new PackError(id, folder.problems)
  const { names, areas, whole, sums } = found
  const { currency } = areas[0]!
  if (context.currency !== currency) {
    const message = fault.otherCurrency({ own: currency, context: context.id, currency: context.currency })
    folder.problems.push({ file: `${areas[0]!.id}/region.json`, field: 'currency', message, fix: fix.oneCurrency() })
  }
  const required = declared
    .filter(one => one.cyclical !== true || context.cyclical === true)
    .map(one => ({ ...one, unit: unitIn(one.unit, currency) }))
  const parameters = loadParameters(folder, id, wantedParameters(options, found.parameters))
  const modelError = loadModelError(folder, id, found.parameters)
  const sources = folder.readSources()

  const data = required.filter(({ kind }) => kind === 'datum')
  const ofAreas = byName(data, isByArea)
  const inFigures = byName(data, datum => isByArea(datum) && !tableData.has(datum.name))
  const areaIds = areas.map(area => area.id)
  const pairs = byName(required, ({ kind }) => kind === 'flow')
  const flows =
    whole === true && pairs.size > 0
      ? loadFlows(folder, { id, areas: areaIds, start: areas[0]!.start }, pairs)
      : undefined
  const ofContext = byName(data, datum => !isByArea(datum))
  const withNames = (owner: CohortOwner, wanted: ReadonlyMap<string, Required>) => {
    const part = loadFolder(folder, owner, wanted)
    return { ...part, names: new Set([...part.numbers.keys()].map(nameOf)) }
  }
  const areaParts = areas.map(area => {
    const part = withNames(area, inFigures)
    const ofTable = loadTable(folder, area, ofAreas)
    return {
      ...part,
      ...ofTable,
      numbers: new Map([...part.numbers, ...ofTable.numbers]),
      figures: [...part.figures, ...ofTable.figures],
    }
  })
  complainTables(folder, areaParts, ofAreas)
  const hasTables = areaParts.some(({ hasTable }) => hasTable)
  const tables = Object.fromEntries(
    areaParts.flatMap(({ owner, table }) => (table === undefined ? [] : [[owner, table]])),
  )
  const contextPart = withNames(context, ofContext)
  const values: Record<string, RegionValues> = {}
  for (const datum of data) {
    // A table that is missing or faulty has been complained of.
    if (needsTable(datum) && !areaParts.every(part => (tableData.has(datum.name) ? part.table : part.hasTable)))
      continue
    values[datum.name] = assemble(datum, isByArea(datum) ? areaParts : [contextPart], folder.problems)
  }
  const exogenous = byName(required, ({ kind }) => kind === 'exogenous')
  const paths = loadPaths(folder, context, exogenous, areaIds)
  const outsideFile = `${context.id}/outside.csv`
  // No part of the hash: a run under a baseline states its values, and one without reads none of them.
  const outsideText = folder.perhapsBeside(outsideFile)
  const outside = outsideText === undefined ? [] : parseOutside(folder.asTable(outsideFile, outsideText), exogenous)
  const stated = byName(required, ({ kind }) => kind === 'parameter' || kind === 'lever')
  const institutions = loadInstitutions(folder, context, stated)
  // No part of the hash: words change no result.
  const wordsFile = `${context.id}/words.csv`
  const wordsText = folder.perhapsBeside(wordsFile)
  const words =
    wordsText === undefined
      ? undefined
      : readRows(folder.asTable(wordsFile, wordsText), ['language', 'word', 'own']).map(
          ({ fields: { language = '', word = '', own = '' } }) => ({ language, word, own }),
        )
  const series = [...areaIds, context.id, ...context.comparators].flatMap(one =>
    parseSeries(folder.table(`${one}/series.csv`), one),
  )
  if (folder.problems.length > 0) throw new PackError(id, folder.problems)
  return {
    id,
    names,
    areas: areaIds,
    areaNames: Object.fromEntries(areas.map(area => [area.id, area.names])),
    ...(flows === undefined ? {} : { whole: true, flows: flows.values }),
    ...(sums && { sums }),
    ...(whole === true || sums === true || areas[0]!.within === undefined ? {} : { within: areas[0]!.within }),
    context: context.id,
    start: areas[0]!.start,
    ...(areas[0]!.opens === undefined ? {} : { opens: areas[0]!.opens }),
    currency,
    ...(context.compared === undefined ? {} : { compared: context.compared }),
    ...(context.cyclical === undefined ? {} : { cyclical: context.cyclical }),
    ...(words === undefined ? {} : { words }),
    values,
    paths,
    ...(hasTables ? { inputOutput: tables } : {}),
    ...(outside.length === 0 ? {} : { outside }),
    ...(institutions.length === 0 ? {} : { institutions }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(modelError === undefined ? {} : { modelError }),
    ...(modelError === undefined || measuredRegion(id, found.parameters) === id
      ? {}
      : { modelErrorOf: measuredRegion(id, found.parameters) }),
    figures: [...areaParts, contextPart, ...(flows === undefined ? [] : [flows])].flatMap(part => part.figures),
    series,
    sources,
    hash: hashOf(
      [...folder.texts].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([file, text]) => [file, withLineFeeds(text)]),
    ),
  }
}
