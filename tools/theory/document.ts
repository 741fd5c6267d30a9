/** Writes the chapter of one sector as Markdown: every declaration with its equation, unit, meaning and source. */

import { anchorOf, citedIn, sectionOf } from '../../src/language/citation.ts'
import type { Declaration, Lever, Prior } from '../../src/language/declare.ts'
import { laidOut } from '../../src/language/layout.ts'
import type { LinkedModel, Variable, VariableKind } from '../../src/language/linked.ts'
import { tidy } from '../../src/language/notation.ts'
import { inputsOf, usersOfAll } from '../../src/language/trace.ts'

const inputKinds: readonly VariableKind[] = ['parameter', 'datum', 'exogenous', 'lever', 'shock']

const inputTitles: Readonly<Record<string, string>> = {
  parameter: 'Parameters',
  datum: 'Figures of the region',
  exogenous: 'Paths from outside',
  lever: 'Levers',
  shock: 'Shocks',
}

/** A vertical bar would end a cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
  '',
]

const prior = (value: number | Prior): string =>
  typeof value === 'number' ? String(value) : `${String(value.central)} (${String(value.low)} – ${String(value.high)})`

const parameterValue = (value: Extract<Declaration, { kind: 'parameter' }>['value']): string => {
  if (typeof value === 'number' || typeof value['central'] === 'number') return prior(value as number | Prior)
  return Object.entries(value as Readonly<Record<string, number | Prior>>)
    .map(([label, entry]) => `${label} ${prior(entry)}`)
    .join(', ')
}

/** Cost of a lever with its payers, or the reason why it costs nothing. */
const costText = ({ cost, free, payer = '' }: Lever): string => {
  if (cost === undefined) return `no outlay: ${free ?? ''}`
  const texts = typeof cost === 'string' ? [[payer, cost]] : Object.entries(cost)
  return texts.map(([by, text]) => `cost${by === '' ? ' shared with' : `, ${by}:`} \`${text}\``).join('; ')
}

/** Content of the value column of an input. */
const inputValue = (declaration: Declaration): string => {
  switch (declaration.kind) {
    case 'parameter':
      return parameterValue(declaration.value)
    case 'lever': {
      const { bounds, standard } = declaration
      const now =
        typeof standard === 'number'
          ? String(standard)
          : standard.map(([time, value]) => `${String(value)} from ${String(time)}`).join(', ')
      return `${now}; ${String(bounds[0])} to ${String(bounds[1])}; ${costText(declaration)}`
    }
    case 'shock': {
      const { type, ...settings } = declaration.process
      const numbers = Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`)
      return [type, ...numbers].join(', ')
    }
    default:
      return ''
  }
}

const symbolOf = (variable: Variable): string => (variable.symbol === undefined ? '' : ` (${variable.symbol})`)

/** The source with links to the sections of the specification, seen from the folder of the chapters. */
const linkedSource = (source: string): string =>
  citedIn(source)
    .map(part => {
      const section = sectionOf(part)
      return section === undefined ? part : `[${part}](../specification.md#${anchorOf(section)})`
    })
    .join(', ')

const originOf = ({
  source,
  evidence,
}: {
  readonly source: string | undefined
  readonly evidence: string | undefined
}): string => [source === undefined ? '' : linkedSource(source), evidence ?? ''].filter(part => part !== '').join(', ')

const overOf = (variable: Variable): string => variable.dimensions.map(({ name }) => name).join(', ')

const inputSection = (kind: VariableKind, variables: readonly Variable[]): string[] => {
  if (variables.length === 0) return []
  const valued = kind === 'parameter' || kind === 'lever' || kind === 'shock'
  const head = ['name', 'meaning', 'unit', ...(valued ? ['value'] : []), 'for each', 'source']
  const rows = variables.map(variable => [
    `\`${variable.name}\`${symbolOf(variable)}`,
    variable.note === undefined ? variable.doc : `${variable.doc}. ${variable.note}`,
    variable.unitText,
    ...(valued && variable.declaration !== undefined ? [inputValue(variable.declaration)] : []),
    overOf(variable),
    originOf(variable),
  ])
  return [`## ${inputTitles[kind] ?? kind}`, '', ...table(head, rows)]
}

/** Widest line of an equation, in characters. */
const width = 100

const textLines = (role: string, label: string | undefined, text: string): string[] => {
  const called = [role, label === undefined ? '' : `[${label}]`].filter(part => part !== '').join(' ')
  const flat = tidy(text)
  const line = called === '' ? flat : `${called}: ${flat}`
  if (line.length <= width) return [line]
  const lines = laidOut(flat, called === '' ? width : width - 2)
  return called === '' ? lines : [`${called}:`, ...lines.map(one => `  ${one}`)]
}

/** Inputs as a table with what they are worth, without their sources. */
export const inputTable = (variables: readonly Variable[]): string[] =>
  table(
    ['name', 'meaning', 'unit', 'value', 'grade'],
    variables.map(variable => [
      `\`${variable.name}\``,
      variable.doc,
      variable.unitText,
      variable.declaration === undefined ? '' : inputValue(variable.declaration),
      variable.evidence ?? '',
    ]),
  )

/** An equation with its sentence above it, as a comment. */
export const equationLines = (variable: Variable): string[] => [
  `# ${variable.doc}`,
  ...variable.texts.flatMap(({ role, label, text }) => {
    const called = `${variable.name}${label === undefined ? '' : `[${label}]`}${role === '' ? '' : ` (${role})`} =`
    const flat = tidy(text)
    const line = `${called} ${flat}`
    return line.length <= width ? [line] : [called, ...laidOut(flat, width - 2).map(one => `  ${one}`)]
  }),
]

const names = (list: readonly string[]): string => list.map(name => `\`${name}\``).join(', ')

const equationSection = (model: LinkedModel, variable: Variable, users: readonly string[]): string[] => {
  const over = overOf(variable)
  const settings = [
    variable.kind,
    variable.unitText,
    ...(over === '' ? [] : [`for each ${over}`]),
    ...(variable.annual ? ['once a year'] : []),
    ...(variable.outcome ? ['outcome'] : []),
  ]
  const inputs = inputsOf(model, variable.name)
  const origin = originOf(variable)
  const { declaration } = variable
  const ageing =
    declaration?.kind === 'stock' && declaration.ageing !== undefined ? [`ageing: ${declaration.ageing}`] : []
  return [
    `### \`${variable.name}\`${symbolOf(variable)}`,
    '',
    `${variable.doc}. *${settings.join(', ')}*`,
    '',
    '```',
    ...variable.texts.flatMap(({ role, label, text }) => textLines(role, label, text)),
    ...ageing,
    '```',
    '',
    ...(variable.note === undefined ? [] : [variable.note, '']),
    ...(declaration?.kind === 'stock' && declaration.negative !== undefined
      ? [`May be negative. ${declaration.negative}`, '']
      : []),
    ...(origin === '' ? [] : [`Source: ${origin}`, '']),
    ...(inputs.length === 0 ? [] : [`Reads ${names(inputs)}.`, '']),
    ...(users.length === 0 ? [] : [`Read by ${names(users)}.`, '']),
  ]
}

const tableSections = (model: LinkedModel, own: ReadonlySet<string>): string[] => {
  const lines: string[] = []
  for (const linked of model.tables.values()) {
    const declaration = model.source.sectors
      .flatMap(sector => Object.entries(sector.declarations))
      .find(([name]) => name === linked.name)?.[1]
    if (!own.has(linked.name) || declaration?.kind !== 'table') continue
    lines.push(`### \`${linked.name}(…)\``, '', `${linked.doc}. *table, ${linked.unitText}*`, '')
    lines.push(
      ...table(
        [declaration.argument, linked.unitText],
        declaration.points.map(([x, y]) => [String(x), String(y)]),
      ),
    )
    const origin = originOf(linked)
    if (origin !== '') lines.push(`Source: ${origin}`, '')
  }
  return lines
}

const accountSections = (model: LinkedModel, own: ReadonlySet<string>): string[] => {
  const lines: string[] = []
  for (const identity of model.identities) {
    if (!own.has(identity.name)) continue
    lines.push(`### \`${identity.name}\``, '', `${identity.doc}. *identity, ${identity.unitText}*`, '')
    lines.push('```', `${tidy(identity.left)} = ${tidy(identity.right)}`, '```', '')
  }
  for (const matrix of model.matrices) {
    if (!own.has(matrix.name)) continue
    lines.push(`### ${matrix.title}`, '', `${matrix.doc}. *matrix, ${matrix.unitText}*`, '')
    const rows = matrix.rows.map(({ name, doc }) => [
      doc,
      ...matrix.columns.map(column => {
        const text = matrix.texts.get(name)?.get(column.name)
        return text === undefined ? '' : `\`${tidy(text)}\``
      }),
    ])
    lines.push(...table(['', ...matrix.columns.map(({ doc }) => doc)], rows))
  }
  return lines
}

export const documentSector = (model: LinkedModel, title: string): string => {
  const sector = model.sectors.find(candidate => candidate.title === title)
  if (sector === undefined) {
    throw new Error(
      `there is no sector '${title}'; there are ${model.sectors.map(candidate => `'${candidate.title}'`).join(', ')}`,
    )
  }
  const own = new Set(sector.names)
  const variables = sector.names.map(name => model.variables.get(name)).filter(variable => variable !== undefined)
  const equations = variables.filter(({ kind }) => !inputKinds.includes(kind))
  const users = usersOfAll(model)
  const lines = [
    `# ${sector.title}`,
    '',
    ...(sector.doc === undefined ? [] : [`${sector.doc}.`.replace('..', '.'), '']),
  ]
  for (const kind of inputKinds)
    lines.push(
      ...inputSection(
        kind,
        variables.filter(variable => variable.kind === kind),
      ),
    )
  if (equations.length > 0) lines.push('## Equations', '')
  for (const variable of equations) lines.push(...equationSection(model, variable, users.get(variable.name) ?? []))
  const tables = tableSections(model, own)
  if (tables.length > 0) lines.push('## Tables', '', ...tables)
  const accounts = accountSections(model, own)
  if (accounts.length > 0) lines.push('## Accounts', '', ...accounts)
  return `${lines.join('\n').trimEnd()}\n`
}
