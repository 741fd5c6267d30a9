/**
 * Lists the differences between two versions in equations, parameters, levers, figures and the scenario, each with its
 * text.
 */

import type { OpenRegion } from '../../region/simulation.ts'
import { decidingText } from '../../region/fingerprint.ts'
import type { SetInputs } from '../../../engine/scenario.ts'
import type { Declaration, Model, Parameter, Sector } from '../../../language/declare.ts'
import type { Capsule } from './capsule.ts'
import { type CapsuleFigures, figuresOf } from './figures.ts'

/** A model with its figures and a scenario: a capsule, or a revision. */
export interface Version extends SetInputs {
  readonly label: string
  readonly region: string
  readonly areas: readonly string[]
  readonly model: Model
  readonly figures: CapsuleFigures
}

/** A region as it is open, under a scenario. */
export const versionOf = (
  label: string,
  { region, linked }: OpenRegion,
  { policy, assumptions }: Pick<Version, 'policy' | 'assumptions'>,
): Version => {
  const { id, areas } = region
  return { label, region: id, areas, model: linked.source, figures: figuresOf(region), policy, assumptions }
}

export const versionOfCapsule = (label: string, { scenario, model, figures, region }: Capsule): Version => {
  const { policy, assumptions } = scenario
  return { label, region: region.id, areas: region.areas, model, figures, policy, assumptions }
}

export const changeKinds = ['equation', 'parameter', 'lever', 'figure', 'scenario', 'accounts', 'structure'] as const
type ChangeKind = (typeof changeKinds)[number]

export interface VersionChange {
  readonly kind: ChangeKind
  /** The name of the declaration, figure, lever or parameter, or of the part of the structure. */
  readonly name: string
  readonly doc: string
  /** Its texts in the two versions; undefined where it is new or was removed. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The numbers of differences that pages state. */
export const countsOf = (changes: readonly VersionChange[]) => {
  const count = (...kinds: readonly ChangeKind[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length
  return {
    equations: count('equation', 'structure'),
    parameters: count('parameter'),
    levers: count('lever'),
    figures: count('figure'),
    scenario: count('scenario'),
    accounts: count('accounts'),
  }
}

interface Placed {
  readonly sector: Sector
  readonly declaration: Declaration
}

export const declarationsOf = ({ sectors }: Model): Map<string, Placed> =>
  new Map(
    sectors.flatMap(sector =>
      Object.entries(sector.declarations).map(([name, declaration]) => [name, { sector, declaration }] as const),
    ),
  )

/** The dimensions and the timing that a declaration takes from its sector count as its own. */
const decides = ({ sector, declaration }: Placed): string =>
  JSON.stringify({ text: decidingText(declaration), over: sector.over, annual: sector.annual })

const accountKinds: ReadonlySet<string> = new Set(['matrix', 'identity'])

const kindOf = ({ kind }: Declaration): ChangeKind => {
  if (kind === 'parameter' || kind === 'lever') return kind
  return accountKinds.has(kind) ? 'accounts' : 'equation'
}

const range = (value: Parameter['value']): string => {
  if (typeof value === 'number') return String(value)
  if ('central' in value) return `${String(value.low)} / ${String(value.central)} / ${String(value.high)}`
  return Object.entries(value)
    .map(([label, one]) => `${label}: ${range(one)}`)
    .join('; ')
}

/** An equation as its text, a parameter as its range, anything else as what decides it. */
const textOf = (declaration: Declaration): string => {
  if (declaration.kind === 'parameter') return `${range(declaration.value)} ${declaration.unit}`
  if ('text' in declaration)
    return typeof declaration.text === 'string'
      ? declaration.text
      : Object.entries(declaration.text)
          .map(([label, text]) => `${label}: ${text}`)
          .join('; ')
  return decidingText(declaration)
}

const declarationChanges = (before: Model, after: Model): VersionChange[] => {
  const [old, now] = [declarationsOf(before), declarationsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): VersionChange[] => {
    const [was, is] = [old.get(name), now.get(name)]
    if (was !== undefined && is !== undefined && decides(was) === decides(is)) return []
    const { declaration } = (is ?? was)!
    const doc = 'doc' in declaration ? (declaration.doc ?? '') : ''
    const texts = [was, is].map(one => (one === undefined ? undefined : textOf(one.declaration)))
    // If the texts are the same, another property differs.
    const [from, to] = texts[0] === texts[1] ? [was, is].map(one => decides(one!)) : texts
    return [{ kind: kindOf(declaration), name, doc, before: from, after: to }]
  })
}

const sameNumbers = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, at) => Object.is(value, b[at]))

const shown = (values: Float64Array): string =>
  values.length <= 8
    ? [...values].join(', ')
    : `${String(values.length)} values, sum ${String(values.reduce((sum, value) => sum + value, 0))}`

const figureChanges = (before: Version, after: Version): VersionChange[] => {
  const docs = declarationsOf(after.model)
  const docOf = (name: string): string => {
    const declaration = docs.get(name)?.declaration
    return declaration !== undefined && 'doc' in declaration ? (declaration.doc ?? '') : ''
  }
  const names = (of: 'values' | 'links' | 'paths'): string[] => [
    ...new Set([before, after].flatMap(({ figures }) => Object.keys(figures[of] ?? {}))),
  ]
  const change = (name: string, was: string | undefined, is: string | undefined): VersionChange => ({
    kind: 'figure',
    name,
    doc: docOf(name),
    before: was,
    after: is,
  })
  return [
    ...(['values', 'links'] as const).flatMap(of =>
      names(of).flatMap(name => {
        const [was, is] = [before, after].map(({ figures }) => figures[of]?.[name]?.values)
        if (was !== undefined && is !== undefined && sameNumbers(was, is)) return []
        return [change(name, was && shown(was), is && shown(is))]
      }),
    ),
    ...names('paths').flatMap(name => {
      const text = (path: CapsuleFigures['paths'][string] | undefined): string | undefined =>
        path && JSON.stringify(path.ofAreas === undefined ? path.points : [path.points, path.ofAreas])
      const [was, is] = [text(before.figures.paths[name]), text(after.figures.paths[name])]
      return was === is ? [] : [change(name, was, is)]
    }),
    ...(JSON.stringify([before.figures.start, before.figures.pastLevers]) ===
    JSON.stringify([after.figures.start, after.figures.pastLevers])
      ? []
      : [change('start', String(before.figures.start), String(after.figures.start))]),
  ]
}

const scenarioChanges = (before: Version, after: Version): VersionChange[] =>
  (['policy', 'assumptions'] as const).flatMap(part => {
    const [old, now]: Array<Readonly<Record<string, unknown>>> = [before[part], after[part]]
    const text = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value))
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name): VersionChange[] =>
      text(old[name]) === text(now[name])
        ? []
        : [{ kind: 'scenario', name, doc: part, before: text(old[name]), after: text(now[name]) }],
    )
  })

/** The structure of a model besides its declarations. */
const structureOf = (model: Model): unknown => ({ ...model, sectors: undefined })

const structureChanges = (before: Version, after: Version): VersionChange[] => {
  const parts = [before, after].map(({ model, areas }) => ({ ...(structureOf(model) as object), areas }))
  const [old, now] = parts as Array<Readonly<Record<string, unknown>>>
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name): VersionChange[] => {
    const [was, is] = [JSON.stringify(old[name]), JSON.stringify(now[name])]
    return was === is ? [] : [{ kind: 'structure', name, doc: '', before: was, after: is }]
  })
}

export const changesBetween = (before: Version, after: Version): VersionChange[] => [
  ...structureChanges(before, after),
  ...declarationChanges(before.model, after.model),
  ...figureChanges(before, after),
  ...scenarioChanges(before, after),
]
