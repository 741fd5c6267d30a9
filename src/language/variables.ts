/** Creates the variables of a model: declared ones, those of the clock, and hidden auxiliary ones. */

import { type Declaration, isPrior, type Notes, type Parameter, type EquationText } from './declare.ts'
import { declaredUnit, type Directory, type Entry, reportAt } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Shape, Variable, VariableKind, WrittenText } from './linked.ts'
import { scalar, shapeOver } from './shapes.ts'
import { dimensionless, yearUnit } from './units.ts'

/** Properties that a hidden variable takes from the variable or account that it serves. */
export type Owner = Shape & Pick<Variable, 'rank' | 'sector' | 'declaration' | 'annual' | 'phase' | 'unit' | 'unitText'>

/** Properties that distinguish one variable from others with the same owner. */
interface Own {
  readonly name: string
  readonly kind: VariableKind
  readonly factor: number
  readonly doc: string
  readonly state: boolean
  readonly texts: readonly WrittenText[]
  readonly notes: Notes
}

const noNotes: Notes = {}

// The only place that writes a variable out, so that all variables have one hidden class: thousands of reads of them
// follow.
const newVariable = (owner: Owner, { name, kind, factor, doc, state, texts, notes }: Own): Variable => ({
  name,
  kind,
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
  symbol: notes.symbol,
  source: notes.source,
  evidence: notes.evidence,
  note: notes.note,
  outcome: notes.outcome ?? false,
  state,
  texts,
  offset: -1,
  closingOffset: -1,
  value: undefined,
  closing: undefined,
})

/** A variable that only the linker and the traces know. */
export const hiddenVariable = (name: string, owner: Owner, factor = 1, state = false, doc = ''): Variable =>
  newVariable(owner, { name, kind: 'hidden', factor, doc, state, texts: [], notes: noNotes })

export const clockVariable = (name: string, doc: string, isYear: boolean): Variable =>
  newVariable(
    {
      rank: -1,
      sector: '',
      declaration: undefined,
      ...scalar,
      unit: isYear ? yearUnit : dimensionless,
      unitText: isYear ? 'year' : '1',
      annual: false,
      phase: 'base',
    },
    { name, kind: 'clock', factor: 1, doc, state: false, texts: [], notes: noNotes },
  )

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
  const dimension = only?.name ?? ''
  const what =
    missing.length > 0
      ? linker.valuesMissing({ labels: missing, name: dimension })
      : unknown.length > 0
        ? linker.valuesUnknown({ labels: unknown, name: dimension })
        : linker.valuesOfNone({ labels: labels.join(', ') })
  reportAt(directory, name, what)
  return over ?? []
}

const states: ReadonlySet<VariableKind> = new Set(['stock', 'level', 'index', 'smooth', 'delay', 'yearMean'])

type VariableDeclaration = Exclude<Declaration, { readonly kind: 'table' | 'identity' | 'matrix' }>

const write = (role: string, text: EquationText | undefined): WrittenText[] => {
  if (typeof text === 'string') return [{ role, label: undefined, text }]
  return Object.entries(text ?? {}).map(([label, one]) => ({ role, label, text: one }))
}

/** The fields of a declaration whose texts stand beside its main text, in their order. */
const roles: Readonly<Partial<Record<Declaration['kind'], readonly string[]>>> = {
  stock: ['inflow', 'outflow', 'newborn', 'initial'],
  level: ['next', 'initial'],
  index: ['growth', 'initial'],
  smooth: ['of', 'years', 'initial'],
  delay: ['of', 'initial'],
  yearMean: ['of', 'initial'],
  trial: ['of', 'start'],
}

const noTexts: readonly WrittenText[] = []

/** All texts of a declaration, the main one first. */
const textsOf = (declaration: Declaration): readonly WrittenText[] => {
  if ('text' in declaration) return write('', declaration.text)
  if (declaration.kind === 'solved') {
    const [low, high] = declaration.between
    return [...write('residual', declaration.residual), ...write('low', low), ...write('high', high)]
  }
  const fields = declaration as unknown as Readonly<Record<string, EquationText | undefined>>
  return roles[declaration.kind]?.flatMap(role => write(role, fields[role])) ?? noTexts
}

export const linkVariable = (
  directory: Directory,
  { name, sector, rank }: Entry,
  declaration: VariableDeclaration,
): Variable => {
  const { kind, doc } = declaration
  const over = kind === 'parameter' ? parameterOver(directory, name, declaration) : (declaration.over ?? sector.over)
  const state = states.has(kind)
  // A year's mean gathers each step, also where its sector is annual.
  const annual = (kind === 'equation' || (state && kind !== 'yearMean')) && (declaration.annual ?? sector.annual)
  const { unit, factor } = declaredUnit(directory, name, declaration.unit)
  const phase = state || kind === 'equation' ? (annual ? 'annual' : 'step') : 'base'
  return newVariable(
    {
      rank,
      sector: sector.title,
      declaration,
      ...shapeOver(directory, name, over),
      unit,
      unitText: declaration.unit,
      annual,
      phase,
    },
    { name, kind, factor, doc, state, texts: textsOf(declaration), notes: declaration },
  )
}
