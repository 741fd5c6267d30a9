/**
 * Compares two versions: lists all outcomes by the size of their change, and measures how much of the change of an
 * outcome each difference makes by itself and all of them make together.
 */

import { addressedLabels, addressedVariable } from '../../../language/address.ts'
import { declaredOutcomes } from '../../../engine/recording.ts'
import { parseOutcome } from '../../../engine/outcome-address.ts'
import { readRun } from '../../../engine/run/reader.ts'
import type { Horizon, Run, RunInput } from '../../../engine/run.ts'
import type { Declaration, Model, Sector } from '../../../language/declare.ts'
import { linkModel } from '../../../language/link.ts'
import type { LinkedModel } from '../../../language/linked.ts'
import { ReportedError } from '../../../language/messages.ts'
import { areasFor, horizonOf } from '../../region/simulation.ts'
import { decidingText } from '../../region/fingerprint.ts'
import { catalogue, readingOf } from '../../../outcomes/catalogue.ts'
import { changesBetween, declarationsOf, groupsOf, type Version, type VersionChange } from './changes.ts'
import type { CapsuleFigures } from './figures.ts'

interface Opened {
  readonly linked: LinkedModel
  run(input: RunInput): Run
  readonly time: { readonly start: number; readonly end: number; readonly stepsPerYear: number }
}

/** Opens a linked model with figures: as JavaScript on the command line, as WebAssembly in a browser, with identical results. */
type OpenLinked = (linked: LinkedModel, figures: CapsuleFigures, horizon: Horizon) => { run(input: RunInput): Run }

/** Keeps the first model linked, because most differences do not change it. */
const openerOf = (open: OpenLinked, first: Version) => {
  const link = ({ model, areas }: Version): LinkedModel =>
    linkModel(model, areasFor(model, areas), { accounts: 'later' })
  const kept = link(first)
  return (version: Version): Opened => {
    const { model, areas, figures } = version
    const linked = model === first.model && areas === first.areas ? kept : link(version)
    const horizon = horizonOf()
    let simulator: ReturnType<OpenLinked> | undefined
    return {
      linked,
      run: input => (simulator ??= open(linked, figures, horizon)).run(input),
      time: { start: figures.start, ...horizon },
    }
  }
}

const valueIn = ({ linked, time }: Opened, run: Run, outcome: string): number => {
  const { series, window } = parseOutcome(linked, outcome, time)
  return readRun(run).meanOver(addressedVariable(series), window![0], window![1], ...addressedLabels(series))
}

const runOf = (version: Version, open: Opened, record: readonly string[]): Run =>
  open.run({ policy: version.policy, assumptions: version.assumptions, record })

export interface OutcomeChange {
  readonly outcome: string
  readonly unit: string
  readonly doc: string
  readonly before: number
  readonly after: number
  /** Relative to the larger of the two; between 0 and 2. */
  readonly size: number
}

/** Changes are large from the first size on, and moderate from the second. */
const [large, moderate] = [0.05, 0.01]

export const changeSize = ({ size }: Pick<OutcomeChange, 'size'>): 'large' | 'moderate' | 'small' | 'none' =>
  size >= large ? 'large' : size >= moderate ? 'moderate' : size > 0 ? 'small' : 'none'

interface Effect {
  readonly changes: readonly VersionChange[]
  /** Change of each headline outcome by this alone; null where the version cannot be run with it alone. */
  readonly alone: readonly number[] | null
  readonly why: string | undefined
}

export interface VersionComparison {
  readonly year: number
  readonly outcomes: readonly OutcomeChange[]
  /** Outcomes that only one of the versions has. */
  readonly gone: readonly string[]
  readonly added: readonly string[]
  readonly changes: readonly VersionChange[]
  readonly headlines: ReadonlyArray<{
    readonly outcome: string
    readonly unit: string
    readonly before: number
    readonly after: number
    /** The sum of the separate effects, and the rest: joint effects and differences that cannot be run alone. */
    readonly sum: number
    readonly remainder: number
  }>
  readonly effects: readonly Effect[]
}

/** The number of differences that a page shows in rows of their own; all of them are in the data. */
const mostRows = 40

/** The differences that move a headline or cannot be run alone, the largest first, and what the others add up to. */
export const effectRows = ({ effects, headlines }: Pick<VersionComparison, 'effects' | 'headlines'>) => {
  const rows = effects.filter(({ alone }) => alone === null || alone.some(value => value !== 0)).slice(0, mostRows)
  const others = effects.filter(one => !rows.includes(one))
  const alone = headlines.map((_, at) => others.reduce((sum, one) => sum + (one.alone?.[at] ?? 0), 0))
  return { rows, rest: { number: others.length, alone } }
}

/** Sectors of the first version with the declarations of a group as the second has them. */
const withDeclarations = (before: Model, after: Model, names: ReadonlySet<string>, structure: boolean): Model => {
  const now = declarationsOf(after)
  const old = declarationsOf(before)
  const taken = (sector: Sector): Sector => ({
    ...sector,
    declarations: Object.fromEntries(
      Object.entries(sector.declarations).flatMap(([name, declaration]) => {
        if (!names.has(name)) return [[name, declaration]]
        const is = now.get(name)
        return is === undefined ? [] : [[name, placedIn(is, sector)]]
      }),
    ),
  })
  const come = [...names].filter(name => !old.has(name) && now.has(name))
  const bySector = Map.groupBy(come, name => now.get(name)!.sector.title)
  const sectors = before.sectors.map(taken)
  const own = [...bySector].map(([title, list]): Sector => {
    const { sector } = now.get(list[0])!
    return {
      ...sector,
      // Titles are unique; what is new stands in a sector beside the others.
      title: sectors.some(other => other.title === title) ? `${title} (new)` : title,
      declarations: Object.fromEntries(list.map(name => [name, now.get(name)!.declaration])),
    }
  })
  // Declarations of the second version may need its dimensions and units.
  const wider = {
    dimensions: { ...after.dimensions, ...before.dimensions },
    units: [...new Set([...(before.units ?? []), ...(after.units ?? [])])],
  }
  return { ...(structure ? after : { ...before, ...wider }), sectors: [...sectors, ...own] }
}

/** A declaration in its former sector, with the dimensions and the timing of its new sector. */
const placedIn = (
  { sector, declaration }: { sector: Sector; declaration: Sector['declarations'][string] },
  into: Sector,
) =>
  sector.over.join() === into.over.join() && sector.annual === into.annual
    ? declaration
    : { over: sector.over, annual: sector.annual, ...declaration }

const partOf = <Part>(
  before: Readonly<Record<string, Part>>,
  after: Readonly<Record<string, Part>>,
  names: ReadonlySet<string>,
): Record<string, Part> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(name => {
      const part = (names.has(name) ? after : before)[name]
      return part === undefined ? [] : [[name, part]]
    }),
  )

/** The central value of a parameter, where it has a single one, and a text of all else that defines the parameter. */
const centralOf = (
  declaration: Declaration | undefined,
): { readonly value: number; readonly rest: string } | undefined => {
  if (declaration?.kind !== 'parameter') return undefined
  const { value } = declaration
  const central = typeof value === 'number' ? value : typeof value.central === 'number' ? value.central : undefined
  return central === undefined
    ? undefined
    : { value: central, rest: decidingText({ ...declaration, value: 0, sampled: false }) }
}

/**
 * The first version with another value of one parameter, set as an assumption so that the model need not be linked again;
 * undefined where more than this value differs.
 */
const withParameter = (before: Version, after: Version, group: readonly VersionChange[]): Version | undefined => {
  const [{ kind, name }] = group
  if (group.length > 1 || kind !== 'parameter') return undefined
  const [was, is] = [before, after].map(({ model }) => centralOf(declarationsOf(model).get(name)?.declaration))
  if (was === undefined || is === undefined || was.rest !== is.rest) return undefined
  return was.value === is.value || before.assumptions[name] !== undefined
    ? before
    : { ...before, assumptions: { ...before.assumptions, [name]: is.value } }
}

/** The first version with some changes made; itself where they change no central projection. */
const withChanges = (before: Version, after: Version, group: readonly VersionChange[]): Version => {
  const other = withParameter(before, after, group)
  if (other !== undefined) return other
  const named = (...kinds: Array<VersionChange['kind']>): Set<string> =>
    new Set(group.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name))
  const declared = named('equation', 'parameter', 'lever')
  const figures = named('figure')
  const structure = named('structure').size > 0
  const scenario = named('scenario')
  return {
    ...before,
    areas: structure ? after.areas : before.areas,
    model:
      declared.size === 0 && !structure
        ? before.model
        : withDeclarations(before.model, after.model, declared, structure),
    figures:
      figures.size === 0
        ? before.figures
        : {
            ...(figures.has('start') ? after.figures : before.figures),
            values: partOf(before.figures.values, after.figures.values, figures),
            paths: partOf(before.figures.paths, after.figures.paths, figures),
          },
    policy: partOf(before.policy, after.policy, scenario),
    assumptions: partOf(before.assumptions, after.assumptions, scenario),
  }
}

export interface CompareTask {
  readonly before: Version
  readonly after: Version
  /** Outcomes with their times, such as 'regionOutput@2037'. */
  readonly headlines: readonly string[]
  readonly year: number
  readonly open: OpenLinked
  /** Called, and awaited, before each run after the first two, with how many runs are done and how many there are. */
  readonly pause: (done: number, all: number) => Promise<void>
}

/** The outcomes that are divided among the differences unless others are named. */
export const headlinesOf = (year: number): readonly string[] =>
  catalogue
    .filter(({ headline }) => headline === true)
    .map(({ variables: [name], reading }) => `${name}@${year}${reading === 'end' ? 'Q4' : ''}`)

/** Outcomes of the region as a whole, or of its one area. */
const regional = ({ linked }: Opened): string[] =>
  declaredOutcomes(linked).filter(name => linked.variables.get(name)!.size === 1)

const bySize = (a: OutcomeChange, b: OutcomeChange): number => b.size - a.size || (a.outcome < b.outcome ? -1 : 1)

export const compareVersions = async (task: CompareTask): Promise<VersionComparison> => {
  const { before, after, headlines, year, open: openLinked, pause } = task
  const opened = openerOf(openLinked, before)
  const [first, second] = [opened(before), opened(after)]
  const [old, now] = [new Set(regional(first)), new Set(regional(second))]
  const both = [...now].filter(name => old.has(name))
  const wanted = headlines.map(text => addressedVariable(parseOutcome(second.linked, text, second.time).series))
  const record = [...new Set([...both, ...wanted])]
  const [was, is] = [runOf(before, first, record), runOf(after, second, record)]
  const outcomes = both.map((outcome): OutcomeChange => {
    const variable = second.linked.variables.get(outcome)!
    const at = `${outcome}@${String(year)}${readingOf(variable) === 'end' ? 'Q4' : ''}`
    const [from, to] = [valueIn(first, was, at), valueIn(second, is, at)]
    const scale = Math.max(Math.abs(from), Math.abs(to))
    return {
      outcome,
      unit: variable.unitText,
      doc: variable.doc,
      before: from,
      after: to,
      size: scale === 0 ? 0 : Math.abs(to - from) / scale,
    }
  })
  const changes = changesBetween(before, after)
  const groups = groupsOf(before, after, changes)
  const start = headlines.map(text => valueIn(first, was, text))
  const end = headlines.map(text => valueIn(second, is, text))
  const effects: Effect[] = []
  for (const [at, group] of groups.entries()) {
    await pause(at, groups.length)
    const version = withChanges(before, after, group)
    try {
      const isLinked = version.model === before.model && version.figures === before.figures
      const open = isLinked ? first : opened(version)
      const run = version === before ? was : runOf(version, open, [...new Set(wanted)])
      effects.push({
        changes: group,
        alone: headlines.map((text, one) => valueIn(open, run, text) - start[one]),
        why: undefined,
      })
    } catch (problem) {
      if (!(problem instanceof ReportedError || problem instanceof Error)) throw problem
      effects.push({ changes: group, alone: null, why: problem.message.split('\n')[0] })
    }
  }
  return {
    year,
    outcomes: outcomes.toSorted(bySize),
    gone: [...old].filter(name => !now.has(name)),
    added: [...now].filter(name => !old.has(name)),
    changes,
    headlines: headlines.map((outcome, at) => {
      const sum = effects.reduce((all, { alone }) => all + (alone?.[at] ?? 0), 0)
      return {
        outcome,
        unit: second.linked.variables.get(wanted[at])!.unitText,
        before: start[at],
        after: end[at],
        sum,
        remainder: end[at] - start[at] - sum,
      }
    }),
    effects: effects.toSorted((a, b) => Math.abs(b.alone?.[0] ?? 0) - Math.abs(a.alone?.[0] ?? 0)),
  }
}
