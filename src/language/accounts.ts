/** Turns matrices and identities into hidden variables: cells, gaps and scales, evaluated when the accounts are checked. */

import type { Identity, Matrix } from './declare.ts'
import { nearest } from './errors.ts'
import { simpleNode } from './equations.ts'
import { binary, literal, readOf } from './expression.ts'
import type { Check, EquationNode, Expression, LinkedIdentity, LinkedMatrix, Phase, Variable } from './linked.ts'
import { declaredUnit, type Directory, type Entry, reportAt } from './directory.ts'
import { messages as linker } from '../texts/linker.ts'
import type { Resolver } from './resolve.ts'
import { shapeOver } from './shapes.ts'
import { hiddenVariable, type Owner } from './variables.ts'

/** The linked accounts of a model; the nodes are in evaluation order. */
export interface Accounts {
  readonly matrices: LinkedMatrix[]
  readonly identities: LinkedIdentity[]
  readonly checks: Check[]
  readonly nodes: EquationNode[]
  /** Their hidden variables. */
  readonly variables: Variable[]
}

interface Place {
  readonly resolver: Resolver
  readonly accounts: Accounts
  readonly entry: Entry
  readonly owner: Owner
  /** The phase that the texts may read. */
  readonly phase: Phase
}

const hidden = ({ resolver, accounts, owner }: Place, name: string, expression: Expression): Variable => {
  const variable = hiddenVariable(name, owner)
  variable.value = simpleNode(resolver.directory, variable, expression)
  accounts.variables.push(variable)
  accounts.nodes.push(variable.value)
  return variable
}

const resolved = ({ resolver, entry, owner, phase }: Place, where: string, text: string): Expression | undefined =>
  resolver.text({ name: entry.name, where, text, phase, over: owner.dimensions, unit: owner.unit })

const linkIdentity = (place: Place, identity: Identity): void => {
  const { name } = place.entry
  const left = resolved(place, `${name} (left)`, identity.left)
  const right = resolved(place, `${name} (right)`, identity.right)
  const scale = resolved(place, `${name} (scale)`, identity.scale)
  if (left === undefined || right === undefined || scale === undefined) return
  const owner: LinkedIdentity = {
    type: 'identity',
    name,
    id: identity.id,
    doc: identity.doc,
    unitText: identity.unit,
    left: identity.left,
    right: identity.right,
    scale: identity.scale,
    tolerance: identity.tolerance ?? 1e-9,
  }
  place.accounts.identities.push(owner)
  place.accounts.checks.push({
    where: `identity ${name}`,
    owner,
    tolerance: owner.tolerance,
    annual: place.phase === 'annual',
    gap: hidden(place, `gap of ${name}`, binary('-', left, right)),
    scale: hidden(place, `scale of ${name}`, scale),
  })
}

/** Adds cells one by one in the order declared. */
const total = (cells: readonly Variable[]): Expression =>
  cells.reduce<Expression | undefined>(
    (sum, cell) => (sum === undefined ? readOf(cell) : binary('+', sum, readOf(cell))),
    undefined,
  ) ?? literal(0)

const linkMatrix = (place: Place, matrix: Matrix): void => {
  const { entry, accounts } = place
  const { directory } = place.resolver
  const { name } = entry
  const { title } = matrix
  const columnNames = Object.keys(matrix.columns)
  const rows = Object.entries(matrix.rows)
  const unknown = (what: 'row' | 'column', word: string, known: readonly string[]): void => {
    const meant = nearest(word, known)
    reportAt(directory, name, (what === 'row' ? linker.rowUnknown : linker.columnUnknown)({ word, meant }), name, meant)
  }
  const cells = new Map<string, Map<string, Variable>>()
  const texts = new Map<string, Map<string, string>>()
  for (const [row, { cells: rowTexts }] of rows) {
    const rowCells = new Map<string, Variable>()
    for (const column of Object.keys(rowTexts))
      if (!columnNames.includes(column)) unknown('column', column, columnNames)
    for (const column of columnNames) {
      const text = rowTexts[column]
      if (text === undefined) continue
      const expression = resolved(place, `${name} (row ${row}, column ${column})`, text)
      if (expression !== undefined) rowCells.set(column, hidden(place, `${name}: ${row}, ${column}`, expression))
    }
    cells.set(row, rowCells)
    texts.set(row, new Map(Object.entries(rowTexts)))
  }
  const rowNames = rows.map(([row]) => row)
  for (const row of matrix.zeroRows ?? []) if (!rowNames.includes(row)) unknown('row', row, rowNames)
  for (const column of [...(matrix.zeroColumns ?? []), ...(matrix.redundant === undefined ? [] : [matrix.redundant])]) {
    if (!columnNames.includes(column)) unknown('column', column, columnNames)
  }
  const scaleExpression = resolved(place, `${name} (scale)`, matrix.scale)
  if (scaleExpression === undefined) return
  const scale = hidden(place, `scale of ${name}`, scaleExpression)
  const owner: LinkedMatrix = {
    type: 'matrix',
    name,
    title,
    doc: matrix.doc,
    unitText: matrix.unit,
    dimensions: place.owner.dimensions,
    rows: rows.map(([row, { doc }]) => ({ name: row, doc })),
    columns: Object.entries(matrix.columns).map(([column, doc]) => ({ name: column, doc })),
    redundant: matrix.redundant,
    cells,
    texts,
  }
  accounts.matrices.push(owner)
  const check = (where: string, summed: readonly Variable[]): void => {
    const gap = hidden(place, `sum of ${where}`, total(summed))
    accounts.checks.push({ where, gap, scale, tolerance: 1e-9, annual: false, owner })
  }
  for (const row of rowNames) {
    if (matrix.zeroRows !== undefined && !matrix.zeroRows.includes(row)) continue
    check(`${title}: row ${row}`, [...(cells.get(row)?.values() ?? [])])
  }
  for (const column of columnNames) {
    if (matrix.zeroColumns !== undefined && !matrix.zeroColumns.includes(column)) continue
    const summed = rowNames.map(row => cells.get(row)?.get(column)).filter(cell => cell !== undefined)
    check(`${title}: column ${column}`, summed)
  }
}

export const linkAccounts = (resolver: Resolver): Accounts => {
  const { directory } = resolver
  const accounts: Accounts = { matrices: [], identities: [], checks: [], nodes: [], variables: [] }
  for (const entry of directory.accounts) {
    const { declaration, name, sector, rank } = entry
    if (declaration.kind !== 'identity' && declaration.kind !== 'matrix') continue
    const annual = declaration.kind === 'identity' && (declaration.annual ?? sector.annual)
    const { dimensions, mask, size, strides } = shapeOver(directory, name, declaration.over ?? sector.over)
    const owner: Owner = {
      rank,
      sector: sector.title,
      declaration,
      dimensions,
      mask,
      size,
      strides,
      annual: false,
      phase: 'audit',
      unit: declaredUnit(directory, name, declaration.unit).unit,
      unitText: declaration.unit,
    }
    const place: Place = { resolver, accounts, entry, owner, phase: annual ? 'annual' : 'audit' }
    if (declaration.kind === 'identity') linkIdentity(place, declaration)
    else linkMatrix(place, declaration)
  }
  return accounts
}

/** The number of values that the accounts of a model take, known before they are linked. */
export const accountsSize = (directory: Directory): number => {
  let size = 0
  for (const { declaration, name, sector } of directory.accounts) {
    if (declaration.kind === 'identity') {
      size += 2 * shapeOver(directory, name, declaration.over ?? sector.over).size
    } else if (declaration.kind === 'matrix') {
      const rows = Object.keys(declaration.rows)
      let count = 1 + (declaration.zeroRows ?? rows).length
      count += (declaration.zeroColumns ?? Object.keys(declaration.columns)).length
      for (const row of rows) count += Object.keys(declaration.rows[row].cells).length
      size += count * shapeOver(directory, name, declaration.over ?? sector.over).size
    }
  }
  return size
}
