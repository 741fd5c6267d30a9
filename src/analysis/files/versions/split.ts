/**
 * Splits the change of results between two versions over what has changed: figures, fit, equations, conditions outside,
 * judgement and the scenario. Every mixture of the two versions is run, and each part gets its Shapley value.
 */

import { parseOutcome } from '../../../engine/outcome-address.ts'
import { type Coalition, splitKnown } from '../../../engine/explain/shapley.ts'
import { readRun } from '../../../engine/run/reader.ts'
import type { Horizon, Run, RunInput } from '../../../engine/run.ts'
import { addressedLabels, addressedVariable } from '../../../language/address.ts'
import type { Model, Parameter } from '../../../language/declare.ts'
import { linkModel } from '../../../language/link.ts'
import type { LinkedModel } from '../../../language/linked.ts'
import { decidingText } from '../../region/fingerprint.ts'
import { areasFor, horizonOf } from '../../region/simulation.ts'
import { measuredOnStart } from '../../../regions/past.ts'
import { changesBetween, declarationsOf, type Version, type VersionChange } from './changes.ts'
import type { CapsuleFigures } from './figures.ts'
import { isJudgement, unjudged } from './judgement.ts'

/** Parts of a revision, in the order in which pages show them. */
export const splitParts = ['figures', 'fit', 'equations', 'outside', 'judgement', 'scenario'] as const
export type SplitPart = (typeof splitParts)[number]

/** Opens a linked model with figures: as JavaScript on the command line, as WebAssembly in a browser, with identical results. */
export type OpenLinked = (
  linked: LinkedModel,
  figures: CapsuleFigures,
  horizon: Horizon,
) => { run(input: RunInput): Run }

export interface SplitTask {
  readonly before: Version
  readonly after: Version
  readonly open: OpenLinked
  /** Called, and awaited, before each mixture, with how many are done and how many there are. */
  readonly pause: (done: number, all: number) => Promise<void> | void
}

export interface SplitChange {
  /** With its time: 'regionOutput@2037'. */
  readonly outcome: string
  readonly unit: string
  readonly before: number
  readonly after: number
  /** The share of each part that differs. With what cannot be separated they sum to the change. */
  readonly shares: ReadonlyArray<readonly [part: SplitPart, value: number]>
  readonly apart: number
}

export interface Split {
  readonly parts: ReadonlyArray<{ readonly part: SplitPart; readonly changes: number }>
  readonly headlines: readonly SplitChange[]
  /** Mixtures that do not run: the parts that are of the second version in them, and the reason. */
  readonly inseparable: ReadonlyArray<{ readonly parts: readonly SplitPart[]; readonly why: string }>
}

/** What a declaration says besides the values of a parameter. */
const restOf = (parameter: Parameter): string => {
  const { value } = parameter
  const labels = typeof value === 'number' || 'central' in value ? [] : Object.keys(value)
  return decidingText({ ...parameter, value: 0, sampled: false }) + labels.join()
}

const linkVersion = ({ model, areas }: Pick<Version, 'model' | 'areas'>): LinkedModel =>
  linkModel(model, areasFor(model, areas), { accounts: 'later' })

/** The unit and the places of a variable: where they differ, figures of the one model are none of the other. */
const formOf = (linked: LinkedModel, name: string): string | undefined => {
  const variable = linked.variables.get(name)
  return (
    variable && JSON.stringify([variable.unitText, variable.dimensions.map(({ name: of, labels }) => [of, labels])])
  )
}

const picked = <Value>(
  own: Readonly<Record<string, Value>>,
  other: (name: string) => Value | undefined,
): Record<string, Value> => Object.fromEntries(Object.entries(own).map(([name, value]) => [name, other(name) ?? value]))

/** The two versions with their linked models, the differences by part, and every mixture of the two. */
const mixturesOf = ({ before, after }: Pick<SplitTask, 'before' | 'after'>) => {
  const [first, second] = [linkVersion(before), linkVersion(after)]
  const [old, now] = [declarationsOf(before.model), declarationsOf(after.model)]
  const moved = before.figures.start !== after.figures.start
  /** Names that one model lacks, or that mean something else in it, go with the model. */
  const travels = (name: string): boolean => formOf(first, name) !== formOf(second, name)
  const ofPath = (name: string): SplitPart => {
    if (isJudgement(name)) return 'judgement'
    if (travels(name)) return 'equations'
    // Levels measured on the year before the start are figures of that start.
    return moved && measuredOnStart[name] !== undefined ? 'figures' : 'outside'
  }
  const partOf = ({ kind, name }: VersionChange): SplitPart => {
    if (kind === 'scenario') return 'scenario'
    if (kind === 'figure') {
      if (before.figures.paths[name] !== undefined || after.figures.paths[name] !== undefined) return ofPath(name)
      return name !== 'start' && travels(name) ? 'equations' : 'figures'
    }
    const [was, is] = [old.get(name)?.declaration, now.get(name)?.declaration]
    const refitted = was?.kind === 'parameter' && is?.kind === 'parameter' && restOf(was) === restOf(is)
    return refitted ? 'fit' : 'equations'
  }
  const changes = changesBetween(before, after)
  const byPart = Map.groupBy(
    changes.filter(({ kind }) => kind !== 'accounts'),
    partOf,
  )
  const fitted = new Set((byPart.get('fit') ?? []).map(({ name }) => name))
  const refitted = (model: Model, from: typeof old): Model => ({
    ...model,
    sectors: model.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations).map(([name, one]) =>
          fitted.has(name) && one.kind === 'parameter'
            ? [name, { ...one, value: (from.get(name)!.declaration as Parameter).value }]
            : [name, one],
        ),
      ),
    })),
  })
  const crossed = new Map<Version, LinkedModel>()
  /** The equations of one version with the values of parameters of another. */
  const linkedWith = (equations: Version, fit: Version): LinkedModel => {
    if (fitted.size === 0 || equations === fit) return equations === before ? first : second
    const kept =
      crossed.get(equations) ??
      linkVersion({ ...equations, model: refitted(equations.model, fit === before ? old : now) })
    crossed.set(equations, kept)
    return kept
  }
  const mixture = (of: (part: SplitPart) => Version) => {
    const own = of('equations')
    const linked = linkedWith(own, of('fit'))
    const { values, ...others } = of('figures').figures
    const paths = picked(own.figures.paths, name => {
      const given = of(ofPath(name)).figures.paths[name]
      return given === undefined && isJudgement(name) ? unjudged : given
    })
    const judged = Object.entries(of('judgement').figures.paths).filter(
      ([name]) => isJudgement(name) && linked.variables.has(name),
    )
    const known = <Setting>(settings: Readonly<Record<string, Setting>>): Record<string, Setting> =>
      own === of('scenario')
        ? { ...settings }
        : Object.fromEntries(Object.entries(settings).filter(([name]) => linked.variables.has(addressedVariable(name))))
    const { policy, assumptions } = of('scenario')
    const figures: CapsuleFigures = {
      ...others,
      values: picked(own.figures.values, name => (travels(name) ? undefined : values[name])),
      paths: { ...paths, ...Object.fromEntries(judged) },
    }
    return { linked, figures, policy: known(policy), assumptions: known(assumptions) }
  }
  return { first, second, changes, byPart, mixture }
}

/** A version in hand: its linked model, and outcomes at their times read from a run. */
const readerOf = (linked: LinkedModel, start: number, horizon: Horizon, outcomes: readonly string[]) => {
  const windows = outcomes.map(text => parseOutcome(linked, text, { start, ...horizon }))
  return (run: Run): Float64Array =>
    Float64Array.from(windows, ({ series, window }) =>
      readRun(run).meanOver(addressedVariable(series), window![0], window![1], ...addressedLabels(series)),
    )
}

/** The split of the changes of some outcomes, and runs of the two versions that recorded more. */
export const splitBetween = async (
  { before, after, open, pause }: SplitTask,
  outcomes: readonly string[],
  recorded: (first: LinkedModel, second: LinkedModel) => readonly string[] = () => [],
): Promise<
  Split & { readonly changes: readonly VersionChange[]; readonly runs: readonly (readonly [LinkedModel, Run])[] }
> => {
  const { first, second, changes, byPart, mixture } = mixturesOf({ before, after })
  const horizon = horizonOf()
  const wanted = outcomes.map(text =>
    addressedVariable(parseOutcome(second, text, { start: after.figures.start, ...horizon }).series),
  )
  const ran = (of: ReturnType<typeof mixture>, record: readonly string[]) => {
    const run = open(of.linked, of.figures, horizon).run({
      policy: of.policy,
      assumptions: of.assumptions,
      record: [...new Set(record)],
    })
    return { run, values: readerOf(of.linked, of.figures.start, horizon, outcomes)(run) }
  }
  const ends = [before, after].map(version =>
    ran(
      mixture(() => version),
      [...wanted, ...recorded(first, second)],
    ),
  )
  const [from, to] = ends.map(({ values }) => values)
  const parts = splitParts.filter(part => byPart.has(part))
  const inseparable: Array<Split['inseparable'][number]> = []
  const all = 2 ** parts.length
  const worths: Float64Array[] = []
  for (let coalition: Coalition = 0; coalition < all; coalition++) {
    await pause(coalition, all)
    if (coalition === 0 || coalition === all - 1) {
      worths.push(coalition === 0 ? from : to)
      continue
    }
    const isSecond = (part: SplitPart): boolean => (coalition & (1 << parts.indexOf(part))) !== 0
    const ofSecond = parts.filter(isSecond)
    try {
      const { values } = ran(
        mixture(part => (ofSecond.includes(part) ? after : before)),
        wanted,
      )
      if (values.some(value => !Number.isFinite(value))) inseparable.push({ parts: ofSecond, why: 'NaN' })
      worths.push(values)
    } catch (problem) {
      inseparable.push({ parts: ofSecond, why: (problem as Error).message.split('\n')[0] })
      worths.push(new Float64Array(outcomes.length).fill(Number.NaN))
    }
  }
  const { shares, apart } =
    parts.length === 0
      ? { shares: [], apart: new Float64Array(outcomes.length) }
      : splitKnown(parts.length, coalition => worths[coalition])
  return {
    changes,
    parts: parts.map(part => ({ part, changes: byPart.get(part)!.length })),
    headlines: outcomes.map((outcome, at) => ({
      outcome,
      unit: second.variables.get(wanted[at])!.unitText,
      before: from[at],
      after: to[at],
      shares: parts.map((part, place) => [part, shares[place][at]] as const),
      apart: apart[at],
    })),
    inseparable,
    runs: [
      [first, ends[0].run],
      [second, ends[1].run],
    ],
  }
}
