/**
 * Reasons for the difference of an outcome between two runs, in a few lines: from the equation of the outcome down,
 * each time through the causes whose change alone moves it most, as mean over the quarters of a year. Equations that
 * only pass a change on, through one cause, are left out.
 */

import { meanOf } from '../runs/quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type Asked, askedAt, type CauseRow, causesAt, type RunValues } from './tree.ts'

/** The largest cause passes a change on where it has at least this part of all effects: to the equation that is shown, */
const passesOn = 0.97
/** and to what a cause comes down to. */
const comesThrough = 0.8

/** A cause is shown from this part of the largest effect on. */
const shownFrom = 0.05

const mostCauses = 4
const mostLevels = 12

/** A quantity of the model and its change. */
export interface Moved {
  readonly name: string
  /** Its sentence in the model. */
  readonly doc: string
  readonly unit: string
  /** Of a stock, at the end of the step. */
  readonly closing: boolean
  readonly change: number
  /** The change over the value before; undefined where that is 0. */
  readonly relative: number | undefined
}

interface Reason extends Moved {
  /** Change of what is explained, through the equation of it, if this cause alone changed. */
  readonly effect: number
  /** The quantity of another kind, if any, to which the change of the cause comes down through one cause at a time. */
  readonly from: Moved | undefined
}

/** A change and its largest causes, largest first. */
export interface Division extends Moved {
  readonly causes: readonly Reason[]
}

interface Row extends Moved {
  /** In each step of the year. */
  readonly asked: readonly Asked[]
  readonly effect: number
  readonly opens: boolean
}

const keyOf = ({ name, closing, labels }: Asked): string => `${name} ${closing} ${Object.values(labels).join()}`

const movedIn = (rows: readonly CauseRow[]): Pick<Moved, 'change' | 'relative'> => {
  const was = meanOf(rows.map(({ value, before = value }) => before))
  const change = meanOf(rows.map(({ value, before = value }) => value - before))
  return { change, relative: was === 0 ? undefined : change / was }
}

const movedOf = ({ name, doc, unit, closing, change, relative }: Moved): Moved => ({
  name,
  doc,
  unit,
  closing,
  change,
  relative,
})

/** True if causes are of the steps of these. */
const isOf =
  (causes: readonly CauseRow[]) =>
  (steps: readonly Asked[]): boolean =>
    causes.every(({ step }, at) => step === steps[at].step)

/** A level of the tree in each step of a year: its row, and its causes of the same step, largest effect first. */
const levelOf = (open: OpenRegion, asked: readonly Asked[], before: RunValues, after: RunValues) => {
  const levels = asked.map(one => causesAt(open, one, before, after))
  const unitOf = (name: string): string => open.linked.variables.get(name)!.unitText
  const moves = movedIn(levels.map(({ row }) => row))
  const found = new Map<string, CauseRow[]>()
  for (const { causes } of levels)
    for (const cause of causes) found.set(keyOf(cause), [...(found.get(keyOf(cause)) ?? []), cause])
  const rows = [...found.values()]
    .filter(list => list.length === levels.length && list.every(({ effect }) => effect !== undefined))
    .map(
      (list): Row => ({
        name: list[0].name,
        doc: list[0].doc,
        unit: unitOf(list[0].name),
        closing: list[0].closing,
        ...movedIn(list),
        asked: list,
        effect: meanOf(list.map(({ effect }) => effect!)),
        // A value of the step before is a state, whose causes lie further back; one of the year is that of its first step.
        opens: list.every(({ opens }) => opens) && [asked, asked.map(() => asked[0])].some(isOf(list)),
      }),
    )
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
  return { moves, rows }
}

/** The row itself, or what it comes down to through equations that pass a change on. */
const passedOn = (open: OpenRegion, from: Row, before: RunValues, after: RunValues, least: number): Row => {
  let row = from
  for (let level = 0; level < mostLevels && row.opens; level++) {
    const { rows } = levelOf(open, row.asked, before, after)
    const all = rows.reduce((sum, { effect }) => sum + Math.abs(effect), 0)
    if (all === 0 || Math.abs(rows[0].effect) < least * all) break
    row = rows[0]
  }
  return row
}

const firstStepOf = ({ region, simulator }: OpenRegion, year: number): number =>
  Math.round((year - region.start) * simulator.horizon.stepsPerYear)

/**
 * Steps in which the reasons of a year look at values: those of the year; of the two before, because an annual state
 * comes from the year before, and so do those that it is made of; and the start, where a value is fixed.
 */
export const stepsOfReasons = (open: OpenRegion, year: number): number[] => {
  const { stepsPerYear } = open.simulator.horizon
  const first = firstStepOf(open, year)
  const from = Math.max(0, first - 2 * stepsPerYear)
  const steps = Array.from({ length: first + stepsPerYear - from }, (_, at) => from + at)
  return from === 0 ? steps : [0, ...steps]
}

/**
 * Of a variable of the region, as mean over the quarters of a year: the equations at which its change has several causes,
 * each the equation of the largest cause of the one before. Empty where nothing changes, and where the equation reads
 * states of the step before alone.
 */
export const reasonsOf = (
  open: OpenRegion,
  variable: string,
  year: number,
  before: RunValues,
  after: RunValues,
  divisions = 2,
): Division[] => {
  const { stepsPerYear } = open.simulator.horizon
  const first = firstStepOf(open, year)
  const { doc, unitText: unit } = open.linked.variables.get(variable)!
  const asked = Array.from({ length: stepsPerYear }, (_, quarter) => askedAt(open, variable, {}, first + quarter))
  const { moves } = levelOf(open, asked, before, after)
  const found: Division[] = []
  let row: Row = { name: variable, doc, unit, closing: false, ...moves, asked, effect: moves.change, opens: true }
  while (found.length < divisions && row.opens) {
    const top = passedOn(open, row, before, after, passesOn)
    const { rows } = top.opens ? levelOf(open, top.asked, before, after) : { rows: [] }
    const shown = rows.filter(({ effect }) => Math.abs(effect) >= shownFrom * Math.abs(rows[0].effect) && effect !== 0)
    if (shown.length === 0) break
    // One cause alone is no division, nor is a stock at both ends of the step: what moves it stands at the later one.
    const isOne = shown.every(({ name }) => name === shown[0].name)
    // A value that its own former one leads to goes on to what else moves it.
    const others = shown.filter(({ name }) => name !== top.name)
    if (isOne && others.length === 0) break
    row = isOne ? (shown.find(({ closing }) => closing) ?? shown[0]) : others[0]
    if (isOne && row.opens) continue
    const causes = shown.slice(0, mostCauses).map((cause): Reason => {
      const root = passedOn(open, cause, before, after, comesThrough)
      return { ...movedOf(cause), effect: cause.effect, from: root.unit === cause.unit ? undefined : movedOf(root) }
    })
    found.push({ ...movedOf(top), causes })
    if (causes[0].from !== undefined) break
  }
  return found
}
