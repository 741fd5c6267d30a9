/**
 * Splits the change of results between two versions over what has changed: figures, fit, equations, conditions outside,
 * judgement and the scenario. Every mixture of the two versions is run, and each part gets its Shapley value.
 */

import { parseOutcome } from '../../../engine/outcome-address.ts'
import { type Coalition, splitKnown } from '../../../engine/explain/shapley.ts'
import { readRun } from '../../../engine/run/reader.ts'
import type { Horizon, Run, RunInput } from '../../../engine/run.ts'
import { addressedLabels, addressedVariable } from '../../../language/address.ts'
import type { Declaration, Model, Parameter } from '../../../language/declare.ts'
import { linkModel } from '../../../language/link.ts'
import type { LinkedModel } from '../../../language/linked.ts'
import { oncePer } from '../../../language/once-per.ts'
import { decidingText } from '../../region/fingerprint.ts'
import { areasFor, horizonOf } from '../../region/simulation.ts'
import { measuredOnStart } from '../../../regions/past.ts'
import { changesBetween, declarationsOf, type Version, type VersionChange } from './changes.ts'
import type { CapsuleFigures } from './figures.ts'
import { addFactors, factorName, isFactor, withAddFactors } from '../../../model/add-factors.ts'

/** Parts of a revision, in the order in which pages show them. */
export const splitParts = ['figures', 'fit', 'equations', 'outside', 'judgement', 'scenario'] as const
export type SplitPart = (typeof splitParts)[number]

/** The path of an add-factor where nobody has judged. */
const unjudged: CapsuleFigures['paths'][string] = { points: [[0, 0]] }

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

/** The text of a declaration without the values of its parameter. */
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

/** The two versions with their linked models, the differences by part, and every mixture of the two. */
const mixturesOf = ({ before, after }: Pick<SplitTask, 'before' | 'after'>) => {
  // Both models carry add-factors if somebody judged in one of them.
  const judged = [before, after].some(({ figures }) => Object.keys(figures.paths).some(isFactor))
  const link = (version: Version): LinkedModel =>
    linkVersion(judged ? { ...version, model: withAddFactors(version.model) } : version)
  const [first, second] = [link(before), link(after)]
  const [old, now] = [declarationsOf(before.model), declarationsOf(after.model)]
  const moved = before.figures.start !== after.figures.start
  /** Names that one model lacks, or that mean something else in it, go with the model. */
  const travels = (name: string): boolean => formOf(first, name) !== formOf(second, name)
  const ofPath = (name: string): SplitPart => {
    if (isFactor(name)) return 'judgement'
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
  /** Equations that nobody moves carry add-factors too. */
  const moves = (name: string): boolean =>
    [before, after].some(({ figures }) => figures.paths[name]?.ofAreas !== undefined)
  const byPart = Map.groupBy(
    changes.filter(({ kind, name }) => kind !== 'accounts' && !(isFactor(name) && !moves(name))),
    partOf,
  )
  const fitted = new Set((byPart.get('fit') ?? []).map(({ name }) => name))
  const refitted = (model: Model, from: typeof old): Model => ({
    ...model,
    sectors: model.sectors.map(({ declarations, ...sector }) => {
      const own = Object.entries(declarations).map(([name, one]): [string, Declaration] =>
        fitted.has(name)
          ? [name, { ...one, value: (from.get(name)!.declaration as Parameter).value } as Parameter]
          : [name, one],
      )
      return { ...sector, declarations: Object.fromEntries(own) }
    }),
  })
  /** The equations of one version with the parameters of the other. */
  const crossed = oncePer((equations: Version) =>
    link({ ...equations, model: refitted(equations.model, equations === before ? now : old) }),
  )
  const mixture = (of: (part: SplitPart) => Version) => {
    const own = of('equations')
    const linked = fitted.size > 0 && of('fit') !== own ? crossed(own) : own === before ? first : second
    const { paths, values } = own.figures
    const added = judged ? addFactors.map(factorName) : []
    const known = <Setting>(settings: Readonly<Record<string, Setting>>): Record<string, Setting> =>
      Object.fromEntries(
        Object.entries(settings).filter(
          ([name]) => own === of('scenario') || linked.variables.has(addressedVariable(name)),
        ),
      )
    const figures: CapsuleFigures = {
      ...of('figures').figures,
      values: Object.fromEntries(
        Object.entries(values).map(([name, one]) => [
          name,
          (travels(name) ? one : of('figures').figures.values[name]) ?? one,
        ]),
      ),
      paths: Object.fromEntries(
        [...new Set([...Object.keys(paths), ...added])].map(name => {
          const given = of(ofPath(name)).figures.paths[name]
          return [name, given ?? (isFactor(name) ? unjudged : paths[name])]
        }),
      ),
    }
    return { linked, figures, policy: known(of('scenario').policy), assumptions: known(of('scenario').assumptions) }
  }
  return { first, second, changes, byPart, mixture }
}

/** The split of the changes of some outcomes, and runs of the two versions that recorded more. */
export const splitBetween = async (
  { before, after, open, pause }: SplitTask,
  outcomes: readonly string[],
  recorded: (first: LinkedModel, second: LinkedModel) => readonly string[] = () => [],
) => {
  const { first, second, changes, byPart, mixture } = mixturesOf({ before, after })
  const horizon = horizonOf()
  const windowsOf = (linked: LinkedModel, start: number) =>
    outcomes.map(text => parseOutcome(linked, text, { start, ...horizon }))
  const wanted = windowsOf(second, after.figures.start).map(({ series }) => addressedVariable(series))
  const parts = splitParts.filter(part => byPart.has(part))
  const all = 2 ** parts.length
  const runs: Run[] = []
  const worths: Float64Array[] = []
  const inseparable: Array<Split['inseparable'][number]> = []
  for (let coalition: Coalition = 0; coalition < all; coalition++) {
    await pause(coalition, all)
    const ofSecond = parts.filter((_, place) => (coalition & (1 << place)) !== 0)
    const isWhole = coalition === all - 1
    const isEnd = coalition === 0 || isWhole
    try {
      const { linked, figures, ...set } = mixture(part => (isWhole || ofSecond.includes(part) ? after : before))
      const record = [...new Set([...wanted, ...(isEnd ? recorded(first, second) : [])])]
      const run = open(linked, figures, horizon).run({ ...set, record })
      const reader = readRun(run)
      const values = windowsOf(linked, figures.start).map(({ series, window }) =>
        reader.meanOver(addressedVariable(series), window![0], window![1], ...addressedLabels(series)),
      )
      const none = values.findIndex(value => !Number.isFinite(value))
      if (none >= 0 && !isEnd) throw new RangeError(`${outcomes[none]} is no number`)
      if (isEnd) runs.push(run)
      worths.push(Float64Array.from(values))
    } catch (problem) {
      if (isEnd) throw problem
      inseparable.push({ parts: ofSecond, why: (problem as Error).message.split('\n')[0] })
      worths.push(new Float64Array(outcomes.length).fill(Number.NaN))
    }
  }
  const { shares, apart } = splitKnown(parts.length, coalition => worths[coalition])
  return {
    changes,
    parts: parts.map(part => ({ part, changes: byPart.get(part)!.length })),
    headlines: outcomes.map(
      (outcome, at): SplitChange => ({
        outcome,
        unit: second.variables.get(wanted[at])!.unitText,
        before: worths[0][at],
        after: worths[all - 1][at],
        shares: parts.map((part, place) => [part, shares[place][at]] as const),
        apart: apart[at],
      }),
    ),
    inseparable,
    ends: [
      { linked: first, run: runs[0] },
      { linked: second, run: runs.at(-1)! },
    ],
  }
}
