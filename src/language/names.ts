/** Collects what a model declares: dimensions with their labels, variables, tables, and who owns which name. */

import type { Declaration, EquationText, Model, Parameter, Sector, Table } from './declare.ts'
import { nearest, type Problem } from './errors.ts'
import type { LinkedDimension, LinkedTable, SumLoop, Variable, VariableKind, WrittenText } from './linked.ts'
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
  /** The declarations, and those among them that are accounts. */
  readonly entries: Entry[]
  readonly accounts: Entry[]
  readonly bases: ReadonlySet<string>
  readonly units: Map<string, DeclaredUnit>
  readonly shapes: Map<readonly string[], Shape>
  readonly loops: Map<readonly LinkedDimension[], readonly SumLoop[]>
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

const linkOver = (directory: Directory, name: string, over: readonly string[]): LinkedDimension[] => {
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

/** What the dimensions of a variable come to; variables over the same ones share it. */
interface Shape {
  readonly dimensions: readonly LinkedDimension[]
  readonly mask: number
  readonly size: number
  readonly strides: readonly number[]
}

const shapeOf = (dimensions: readonly LinkedDimension[]): Shape => {
  const strides: number[] = new Array(dimensions.length)
  let size = 1
  let mask = 0
  for (let at = dimensions.length - 1; at >= 0; at--) {
    strides[at] = size
    size *= dimensions[at].labels.length
    mask |= 1 << dimensions[at].rank
  }
  return { dimensions, mask, size, strides }
}

const scalar = shapeOf([])

/** The shape over dimensions named in a declaration or, most often, in its sector. */
export const shapeOver = (directory: Directory, name: string, over: readonly string[]): Shape => {
  if (over.length === 0) return scalar
  let shape = directory.shapes.get(over)
  if (shape === undefined) {
    const before = directory.problems.length
    shape = shapeOf(linkOver(directory, name, over))
    // An error is reported for each declaration.
    if (directory.problems.length === before) directory.shapes.set(over, shape)
  }
  return shape
}

/** The loops over all labels of some dimensions. */
export const fullLoops = (directory: Directory, dimensions: readonly LinkedDimension[]): readonly SumLoop[] => {
  let loops = directory.loops.get(dimensions)
  if (loops === undefined) {
    loops = dimensions.map(dimension => ({ dimension, low: 0, high: dimension.labels.length - 1 }))
    directory.loops.set(dimensions, loops)
  }
  return loops
}

const write = (texts: WrittenText[], role: string, text: EquationText | undefined): void => {
  if (typeof text === 'string') texts.push({ role, label: undefined, text })
  else if (text !== undefined) for (const label of Object.keys(text)) texts.push({ role, label, text: text[label] })
}

const noTexts: readonly WrittenText[] = []

const isInput = (kind: Declaration['kind']): boolean => {
  switch (kind) {
    case 'parameter':
    case 'datum':
    case 'exogenous':
    case 'lever':
    case 'shock':
      return true
    default:
      return false
  }
}

/** All texts of a declaration, the main one first. */
const textsOf = (declaration: Declaration): readonly WrittenText[] => {
  if (isInput(declaration.kind)) return noTexts
  if ('text' in declaration && typeof declaration.text === 'string')
    return [{ role: '', label: undefined, text: declaration.text }]
  const texts: WrittenText[] = []
  switch (declaration.kind) {
    case 'base':
    case 'equation':
      write(texts, '', declaration.text)
      return texts
    case 'stock':
      write(texts, 'inflow', declaration.inflow)
      write(texts, 'outflow', declaration.outflow)
      write(texts, 'newborn', declaration.newborn)
      break
    case 'level':
      write(texts, 'next', declaration.next)
      break
    case 'index':
      write(texts, 'growth', declaration.growth)
      break
    case 'smooth':
      write(texts, 'of', declaration.of)
      write(texts, 'years', declaration.years)
      break
    case 'delay':
    case 'yearMean':
      write(texts, 'of', declaration.of)
      break
    case 'solved':
      write(texts, 'residual', declaration.residual)
      write(texts, 'low', declaration.between[0])
      write(texts, 'high', declaration.between[1])
      return texts
    case 'trial':
      write(texts, 'of', declaration.of)
      write(texts, 'start', declaration.start)
      return texts
    default:
      return noTexts
  }
  write(texts, 'initial', declaration.initial)
  return texts
}

/** What a variable that only the linker and the traces know takes from the variable or account it serves. */
export type Owner = Pick<Variable, 'rank' | 'sector' | 'declaration' | 'dimensions' | 'mask' | 'size' | 'strides'> &
  Pick<Variable, 'annual' | 'phase' | 'unit' | 'unitText'>

export const hiddenVariable = (name: string, owner: Owner, factor = 1, state = false, doc = ''): Variable => ({
  name,
  kind: 'hidden',
  rank: owner.rank,
  sector: owner.sector,
  declaration: owner.declaration,
  dimensions: owner.dimensions,
  mask: owner.mask,
  size: owner.size,
  strides: owner.strides,
  unit: owner.unit,
  unitText: owner.unitText,
  factor,
  annual: owner.annual,
  phase: owner.phase,
  doc,
  symbol: undefined,
  source: undefined,
  evidence: undefined,
  note: undefined,
  outcome: false,
  state,
  texts: noTexts,
  offset: -1,
  closingOffset: -1,
  value: undefined,
  closing: undefined,
})

const clockVariable = (name: string, doc: string, isYear: boolean): Variable => ({
  name,
  kind: 'clock',
  rank: -1,
  sector: '',
  declaration: undefined,
  dimensions: scalar.dimensions,
  mask: scalar.mask,
  size: scalar.size,
  strides: scalar.strides,
  unit: isYear ? yearUnit : dimensionless,
  unitText: isYear ? 'year' : '1',
  factor: 1,
  annual: false,
  phase: 'base',
  doc,
  symbol: undefined,
  source: undefined,
  evidence: undefined,
  note: undefined,
  outcome: false,
  state: false,
  texts: noTexts,
  offset: -1,
  closingOffset: -1,
  value: undefined,
  closing: undefined,
})

const isState = (kind: VariableKind): boolean => {
  switch (kind) {
    case 'stock':
    case 'level':
    case 'index':
    case 'smooth':
    case 'delay':
    case 'yearMean':
      return true
    default:
      return false
  }
}

type VariableDeclaration = Exclude<Declaration, { readonly kind: 'table' | 'identity' | 'matrix' }>

// Every property is written out, in the same order as above, so that all variables have one shape: thousands of reads
// of them follow.
const linkVariable = (
  directory: Directory,
  { name, sector, rank }: Entry,
  declaration: VariableDeclaration,
): Variable => {
  const { kind } = declaration
  const over = kind === 'parameter' ? parameterOver(directory, name, declaration) : (declaration.over ?? sector.over)
  const state = isState(kind)
  // A year's mean gathers each step, also where its sector is annual.
  const annual = (kind === 'equation' || (state && kind !== 'yearMean')) && (declaration.annual ?? sector.annual)
  const { unit, factor } = declaredUnit(directory, name, declaration.unit)
  const shape = shapeOver(directory, name, over)
  return {
    name,
    kind,
    rank,
    sector: sector.title,
    declaration,
    dimensions: shape.dimensions,
    mask: shape.mask,
    size: shape.size,
    strides: shape.strides,
    unit,
    unitText: declaration.unit,
    factor,
    annual,
    phase: state || kind === 'equation' ? (annual ? 'annual' : 'step') : 'base',
    doc: declaration.doc,
    symbol: declaration.symbol,
    source: declaration.source,
    evidence: declaration.evidence,
    note: declaration.note,
    outcome: declaration.outcome ?? false,
    state,
    texts: textsOf(declaration),
    offset: -1,
    closingOffset: -1,
    value: undefined,
    closing: undefined,
  }
}

const linkTable = (directory: Directory, { name, rank }: Entry, declaration: Table): LinkedTable => {
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

const isName = /^[a-z][A-Za-z0-9]*$/

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
    accounts: [],
    bases: new Set([...baseUnits, ...(model.units ?? [])]),
    units: new Map(),
    shapes: new Map(),
    loops: new Map(),
  }
  const dimensionNames = Object.keys(model.dimensions)
  /** Who holds a name, by the name in lower case: a sector, or what has no sector, in words. */
  const owners = new Map<string, string | Sector>()
  const claim = (name: string, where: string | Sector): boolean => {
    const key = name.toLowerCase()
    const other = owners.get(key)
    if (other !== undefined) {
      const names =
        typeof other === 'string' ? [...directory.variables.keys(), ...dimensionNames] : Object.keys(other.declarations)
      const first = names.find(own => own.toLowerCase() === key) ?? key
      const place = typeof other === 'string' ? other : `in ${other.title}`
      report(
        directory,
        name,
        `${name}: the name is already used by '${first}' (${place}); names are unique, ignoring case`,
      )
      return false
    }
    if (reserved.has(name)) {
      report(directory, name, `${name}: the name is a word of the language; choose another`)
      return false
    }
    if (!isName.test(name))
      report(directory, name, `${name}: a name is letters and digits and starts with a lower-case letter`)
    owners.set(key, where)
    return true
  }
  for (const [name, doc, isYear] of clockDocs) {
    claim(name, 'the clock')
    directory.variables.set(name, clockVariable(name, doc, isYear))
  }
  if (dimensionNames.length > 30) report(directory, model.name, `${model.name}: at most 30 dimensions are possible`)
  dimensionNames.forEach((name, rank) => {
    claim(name, 'a dimension')
    directory.dimensions.set(name, linkDimension(directory, name, rank, labels))
  })
  for (const sector of model.sectors) {
    const { declarations } = sector
    const names = Object.keys(declarations)
    for (let at = 0; at < names.length; at++) {
      const name = names[at]
      const declaration = declarations[name]
      const entry: Entry = { name, declaration, sector, rank: directory.entries.length }
      if (!claim(name, sector)) continue
      directory.entries.push(entry)
      switch (declaration.kind) {
        case 'table':
          directory.tables.set(name, linkTable(directory, entry, declaration))
          break
        case 'identity':
        case 'matrix':
          directory.accounts.push(entry)
          break
        default:
          directory.variables.set(name, linkVariable(directory, entry, declaration))
      }
    }
  }
  return directory
}
