/** Collects the dimensions, variables and tables that a model declares; each name is used once. */

import type { Model, Sector, Table } from './declare.ts'
import { declaredUnit, type Directory, type Entry, reportAt } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { LinkedTable } from './linked.ts'
import { leversIn } from './outlays.ts'
import { linkDimension } from './shapes.ts'
import { baseUnits } from './units.ts'
import { clockVariable, linkVariable } from './variables.ts'

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
  'standard',
  'beyondStandard',
]
const reserved: ReadonlySet<string> = new Set([...functionNames, 'and', 'or', 'not', 'else'])

const linkTable = (directory: Directory, { name, rank }: Entry, declaration: Table): LinkedTable => {
  const { points } = declaration
  if (points.length === 0) reportAt(directory, name, linker.noPoint())
  for (let at = 1; at < points.length; at++) {
    if (!((points[at]?.[0] ?? 0) > (points[at - 1]?.[0] ?? 0))) {
      const [point, before] = [String(points[at]?.[0]), String(points[at - 1]?.[0])]
      reportAt(directory, name, linker.pointsFall({ point, before }))
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

const holders = {
  clock: { en: 'the clock', zh: '时钟' },
  dimension: { en: 'a dimension', zh: '维度' },
} as const

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

export const directoryOf = (model: Model, labels: Readonly<Record<string, readonly string[]>>): Directory => {
  const directory: Directory = {
    model,
    problems: [],
    dimensions: new Map(),
    variables: new Map(),
    hidden: [],
    atStandard: new Map(),
    tables: new Map(),
    levers: leversIn(model),
    entries: [],
    accounts: [],
    bases: new Set([...baseUnits, ...(model.units ?? [])]),
    units: new Map(),
    shapes: new Map(),
    loops: new Map(),
  }
  const dimensionNames = Object.keys(model.dimensions)
  /** Holders of names in lower case: a sector, or a kind of name that has no sector. */
  const owners = new Map<string, keyof typeof holders | Sector>()
  const claim = (name: string, where: keyof typeof holders | Sector): boolean => {
    const key = name.toLowerCase()
    const other = owners.get(key)
    if (other !== undefined) {
      const names =
        typeof other === 'string' ? [...directory.variables.keys(), ...dimensionNames] : Object.keys(other.declarations)
      const first = names.find(own => own.toLowerCase() === key) ?? key
      const place = typeof other === 'string' ? holders[other] : { en: `in ${other.title}`, zh: `部门“${other.title}”` }
      reportAt(directory, name, linker.nameTaken({ first, place }))
      return false
    }
    if (reserved.has(name)) {
      reportAt(directory, name, linker.nameReserved())
      return false
    }
    if (!isName.test(name)) reportAt(directory, name, linker.nameForm())
    owners.set(key, where)
    return true
  }
  for (const [name, doc, isYear] of clockDocs) {
    claim(name, 'clock')
    directory.variables.set(name, clockVariable(name, doc, isYear))
  }
  if (dimensionNames.length > 30) reportAt(directory, model.name, linker.manyDimensions())
  dimensionNames.forEach((name, rank) => {
    claim(name, 'dimension')
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
