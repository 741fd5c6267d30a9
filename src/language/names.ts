/** Collects what a model declares: dimensions with their labels, variables, tables, and who owns which name. */

import type { Declaration, EquationText, Model, Parameter, Sector } from './declare.ts'
import { nearest, type Problem } from './errors.ts'
import type { LinkedDimension, LinkedTable, Phase, Variable, VariableKind, WrittenText } from './linked.ts'
import { baseUnits, dimensionless, parseUnit, UnitProblem, yearUnit, type DeclaredUnit } from './units.ts'

/** Words that mean something in every model and cannot be declared. */
export const functionNames: readonly string[] = [
  'min',
  'max',
  'abs',
  'sqrt',
  'exp',
  'ln',
  'floor',
  'positive',
  'clip',
  'logistic',
  'if',
  'sum',
  'shift',
  'closing',
  'change',
]
const reserved: ReadonlySet<string> = new Set([...functionNames, 'and', 'or', 'not', 'else'])

/** A declaration together with where it stands. */
export interface Entry {
  readonly name: string
  readonly declaration: Declaration
  readonly sector: Sector
  readonly rank: number
}

/** Everything the later passes look names up in, and the list of problems they add to. */
export interface Directory {
  readonly model: Model
  readonly problems: Problem[]
  readonly dimensions: Map<string, LinkedDimension>
  readonly variables: Map<string, Variable>
  readonly hidden: Variable[]
  readonly tables: Map<string, LinkedTable>
  readonly entries: Entry[]
  readonly bases: ReadonlySet<string>
  readonly units: Map<string, DeclaredUnit>
}

export const report = (
  directory: Directory,
  name: string,
  message: string,
  text?: string,
  suggestion?: string,
): void => {
  directory.problems.push({
    name,
    message,
    ...(text === undefined ? {} : { text }),
    ...(suggestion === undefined ? {} : { suggestion }),
  })
}

export const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `; did you mean '${suggestion}'?`

/** Reads a unit; a bad one is reported and counts as dimensionless so that linking can go on. */
export const declaredUnit = (directory: Directory, name: string, text: string): DeclaredUnit => {
  let unit = directory.units.get(text)
  if (unit === undefined) {
    try {
      unit = parseUnit(text, directory.bases)
    } catch (problem) {
      if (!(problem instanceof UnitProblem)) throw problem
      report(directory, name, `${name}: ${problem.message}`)
      return { unit: dimensionless, factor: 1 }
    }
    directory.units.set(text, unit)
  }
  return unit
}

const isWhole = (label: string): boolean => label.length > 0 && [...label].every(digit => digit >= '0' && digit <= '9')

const linkDimension = (
  directory: Directory,
  name: string,
  rank: number,
  supplied: Readonly<Record<string, readonly string[]>>,
): LinkedDimension => {
  const declared = directory.model.dimensions[name]
  if (declared === undefined) throw new Error(`no dimension ${name}`)
  let labels: readonly string[] = []
  if (declared.labels === 'region') {
    const given = Object.hasOwn(supplied, name) ? supplied[name] : undefined
    if (given === undefined || given.length === 0) {
      report(
        directory,
        name,
        `${name}: the labels of this dimension come from the region's folder, and none were supplied`,
      )
    } else labels = given
  } else if ('from' in declared.labels) {
    const { from, to } = declared.labels
    labels = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String(from + step))
  } else labels = declared.labels
  const positions = new Map<string, number>()
  for (const label of labels) {
    if (positions.has(label)) report(directory, name, `${name}: label '${label}' is listed twice`)
    positions.set(label, positions.size)
  }
  return {
    name,
    rank,
    labels,
    positions,
    doc: declared.doc,
    numbers: labels.every(isWhole) ? labels.map(Number) : undefined,
    unit: declared.unit === undefined ? dimensionless : declaredUnit(directory, name, declared.unit).unit,
  }
}

/** A parameter is one number for all, unless it says `over` or is a record by label of a dimension. */
const parameterOver = (directory: Directory, name: string, parameter: Parameter): readonly string[] => {
  const { value } = parameter
  if (typeof value === 'number' || isPrior(value)) return parameter.over ?? []
  const labels = Object.keys(value)
  const over = parameter.over
  const candidates = over ?? [...directory.dimensions.keys()]
  const owner = candidates.find(dimension => {
    const positions = directory.dimensions.get(dimension)?.positions
    return positions?.size === labels.length && labels.every(label => positions.has(label))
  })
  if (owner !== undefined) return over ?? [owner]
  const only = over?.length === 1 ? directory.dimensions.get(over[0] ?? '') : undefined
  const missing = only?.labels.filter(label => !labels.includes(label)) ?? []
  const unknown = only === undefined ? [] : labels.filter(label => !only.positions.has(label))
  const detail =
    missing.length > 0
      ? `no value for label '${missing.join("', '")}' of ${only?.name ?? ''}`
      : unknown.length > 0
        ? `'${unknown.join("', '")}' is not a label of ${only?.name ?? ''}`
        : `the labels ${labels.join(', ')} are not those of a dimension`
  report(directory, name, `${name}: ${detail}; give one value for each label`)
  return over ?? []
}

export const isPrior = (value: Parameter['value']): value is { low: number; central: number; high: number } =>
  typeof value === 'object' &&
  'low' in value &&
  'central' in value &&
  'high' in value &&
  typeof value.central === 'number'

export const linkOver = (directory: Directory, name: string, over: readonly string[]): LinkedDimension[] => {
  const dimensions: LinkedDimension[] = []
  for (const dimensionName of over) {
    const dimension = directory.dimensions.get(dimensionName)
    if (dimension === undefined) {
      const suggestion = nearest(dimensionName, directory.dimensions.keys())
      report(
        directory,
        name,
        `${name}: unknown dimension '${dimensionName}'${didYouMean(suggestion)}`,
        undefined,
        suggestion,
      )
    } else if (dimensions.includes(dimension)) {
      report(directory, name, `${name}: dimension '${dimensionName}' is listed twice`)
    } else dimensions.push(dimension)
  }
  return dimensions
}

export const maskOf = (dimensions: readonly LinkedDimension[]): number =>
  dimensions.reduce((mask, dimension) => mask | (1 << dimension.rank), 0)

const written = (role: string, text: EquationText | undefined): WrittenText[] =>
  text === undefined
    ? []
    : typeof text === 'string'
      ? [{ role, label: undefined, text }]
      : Object.entries(text).map(([label, labelText]) => ({ role, label, text: labelText }))

/** All texts of a declaration, the main one first. */
const textsOf = (declaration: Declaration): WrittenText[] => {
  switch (declaration.kind) {
    case 'base':
    case 'equation':
      return written('', declaration.text)
    case 'stock':
      return [
        ...written('inflow', declaration.inflow),
        ...written('outflow', declaration.outflow),
        ...written('newborn', declaration.newborn),
        ...written('initial', declaration.initial),
      ]
    case 'level':
      return [...written('next', declaration.next), ...written('initial', declaration.initial)]
    case 'index':
      return [...written('growth', declaration.growth), ...written('initial', declaration.initial)]
    case 'smooth':
      return [
        ...written('of', declaration.of),
        ...written('years', declaration.years),
        ...written('initial', declaration.initial),
      ]
    case 'delay':
    case 'yearMean':
      return [...written('of', declaration.of), ...written('initial', declaration.initial)]
    case 'solved':
      return [
        ...written('residual', declaration.residual),
        ...written('low', declaration.between[0]),
        ...written('high', declaration.between[1]),
      ]
    case 'trial':
      return [...written('of', declaration.of), ...written('start', declaration.start)]
    default:
      return []
  }
}

/** What a new variable must say, and what it may leave out. */
export type NewVariable = Partial<Variable> & Pick<Variable, 'name' | 'kind' | 'rank' | 'phase'>

export const makeVariable = (settings: NewVariable): Variable => {
  const dimensions = settings.dimensions ?? []
  const strides = dimensions.map(() => 1)
  let size = 1
  for (let at = dimensions.length - 1; at >= 0; at--) {
    strides[at] = size
    size *= dimensions[at]?.labels.length ?? 1
  }
  // Every property is written out, so that all variables have one shape: thousands of reads of them follow.
  return {
    name: settings.name,
    kind: settings.kind,
    rank: settings.rank,
    sector: settings.sector ?? '',
    declaration: settings.declaration,
    dimensions,
    mask: maskOf(dimensions),
    size,
    strides,
    unit: settings.unit ?? dimensionless,
    unitText: settings.unitText ?? '1',
    factor: settings.factor ?? 1,
    annual: settings.annual ?? false,
    phase: settings.phase,
    doc: settings.doc ?? '',
    symbol: settings.symbol,
    source: settings.source,
    evidence: settings.evidence,
    note: settings.note,
    outcome: settings.outcome ?? false,
    state: settings.state ?? false,
    texts: settings.texts ?? [],
    offset: -1,
    closingOffset: -1,
    value: undefined,
    closing: undefined,
  }
}

const states: ReadonlySet<VariableKind> = new Set<VariableKind>([
  'stock',
  'level',
  'index',
  'smooth',
  'delay',
  'yearMean',
])

const linkVariable = (directory: Directory, entry: Entry): Variable | undefined => {
  const { name, declaration, sector, rank } = entry
  if (declaration.kind === 'table' || declaration.kind === 'identity' || declaration.kind === 'matrix') return undefined
  const over =
    declaration.kind === 'parameter' ? parameterOver(directory, name, declaration) : (declaration.over ?? sector.over)
  const state = states.has(declaration.kind)
  const moving = declaration.kind === 'equation' || (state && declaration.kind !== 'yearMean')
  // A year's mean gathers each step, also where its sector is annual.
  const annual = moving && (declaration.annual ?? sector.annual)
  const phase: Phase = state || declaration.kind === 'equation' ? (annual ? 'annual' : 'step') : 'base'
  const { unit, factor } = declaredUnit(directory, name, declaration.unit)
  return makeVariable({
    name,
    kind: declaration.kind,
    rank,
    phase,
    sector: sector.title,
    declaration,
    dimensions: linkOver(directory, name, over),
    unit,
    unitText: declaration.unit,
    factor,
    annual,
    state,
    doc: declaration.doc,
    symbol: declaration.symbol,
    source: declaration.source,
    evidence: declaration.evidence,
    note: declaration.note,
    outcome: declaration.outcome ?? false,
    texts: textsOf(declaration),
  })
}

const linkTable = (directory: Directory, { name, declaration, rank }: Entry): LinkedTable | undefined => {
  if (declaration.kind !== 'table') return undefined
  const { points } = declaration
  if (points.length === 0) report(directory, name, `${name}: a table needs at least one point`)
  for (let at = 1; at < points.length; at++) {
    if (!((points[at]?.[0] ?? 0) > (points[at - 1]?.[0] ?? 0))) {
      report(
        directory,
        name,
        `${name}: the arguments of a table must rise; ${String(points[at]?.[0])} follows ${String(points[at - 1]?.[0])}`,
      )
    }
  }
  const result = declaredUnit(directory, name, declaration.unit)
  const argument = declaredUnit(directory, name, declaration.argument)
  return {
    name,
    rank,
    unit: result.unit,
    unitText: declaration.unit,
    argumentUnit: argument.unit,
    arguments: Float64Array.from(points, ([x]) => x / argument.factor),
    results: Float64Array.from(points, ([, y]) => y / result.factor),
    doc: declaration.doc,
    source: declaration.source,
    evidence: declaration.evidence,
  }
}

const isName = (name: string): boolean => {
  const first = name.charCodeAt(0)
  if (!(first >= 97 && first <= 122)) return false
  for (let at = 1; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))) return false
  }
  return true
}

const clockDocs: ReadonlyArray<readonly [string, string, boolean]> = [
  ['startTime', 'Opening of the first step', true],
  ['timeStep', 'Length of a step', true],
  ['time', 'Calendar time of the opening of the present step', true],
  ['stepNumber', 'Steps since the start', false],
  ['stepOfYear', 'Steps since the first step of the calendar year', false],
  ['yearEnds', '1 in the last step of a calendar year', false],
]

/** Names that texts cannot use although variables hold them: they serve the engine and the states. */
export const innerClock: ReadonlySet<string> = new Set(['stepNumber', 'stepOfYear', 'yearEnds'])

export const collect = (model: Model, labels: Readonly<Record<string, readonly string[]>>): Directory => {
  const directory: Directory = {
    model,
    problems: [],
    dimensions: new Map(),
    variables: new Map(),
    hidden: [],
    tables: new Map(),
    entries: [],
    bases: new Set([...baseUnits, ...(model.units ?? [])]),
    units: new Map(),
  }
  /** Who holds a name, by the name in lower case. */
  const owners = new Map<string, readonly [name: string, where: string | Sector]>()
  const claim = (name: string, where: string | Sector): boolean => {
    const key = name.toLowerCase()
    const other = owners.get(key)
    if (other !== undefined) {
      const place = typeof other[1] === 'string' ? other[1] : `in ${other[1].title}`
      report(
        directory,
        name,
        `${name}: the name is already used by '${other[0]}' (${place}); names are unique, ignoring case`,
      )
      return false
    }
    if (reserved.has(name)) {
      report(directory, name, `${name}: the name is a word of the language; choose another`)
      return false
    }
    if (!isName(name))
      report(directory, name, `${name}: a name is letters and digits and starts with a lower-case letter`)
    owners.set(key, [name, where])
    return true
  }
  for (const [name, doc, isYear] of clockDocs) {
    claim(name, 'the clock')
    directory.variables.set(
      name,
      makeVariable({
        name,
        kind: 'clock',
        rank: -1,
        phase: 'base',
        doc,
        unit: isYear ? yearUnit : dimensionless,
        unitText: isYear ? 'year' : '1',
      }),
    )
  }
  const dimensionNames = Object.keys(model.dimensions)
  if (dimensionNames.length > 30) report(directory, model.name, `${model.name}: at most 30 dimensions are possible`)
  dimensionNames.forEach((name, rank) => {
    claim(name, 'a dimension')
    directory.dimensions.set(name, linkDimension(directory, name, rank, labels))
  })
  for (const sector of model.sectors) {
    for (const [name, declaration] of Object.entries(sector.declarations)) {
      const entry: Entry = { name, declaration, sector, rank: directory.entries.length }
      if (!claim(name, sector)) continue
      directory.entries.push(entry)
      const variable = linkVariable(directory, entry)
      if (variable !== undefined) directory.variables.set(name, variable)
      const table = linkTable(directory, entry)
      if (table !== undefined) directory.tables.set(name, table)
    }
  }
  return directory
}
