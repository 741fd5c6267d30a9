/**
 * Central runs show what the verdict owes to reforms: how small their assumed gains may be before they avert no more than
 * spending, and the pensions that are not paid because people retire later.
 */

import { yearsFrom } from '../runs/years.ts'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { allRuns, type RunMany } from '../../engine/run/many.ts'
import { type Reader, readRun } from '../../engine/run/reader.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { pow } from '../../language/elementary.ts'
import { yearCompared } from '../../model/measures.ts'
import { assumedGains, designedId, directionIds, isReformAlone } from '../../model/design.ts'
import { leastLoss } from '../../model/standing.ts'
import { packageStart } from '../../model/packages.ts'
import type { Package } from '../policies/packages.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { lastYear } from '../words/outcomes.ts'
import { weightIn, weightRecord } from './standing.ts'

/** At a share of the assumed gains, the shares of the loss of weight that full reform and the best spending avert. */
interface Averted {
  readonly gains: number
  readonly reform: number
  readonly spending: number
}

export interface Breakpoint {
  readonly parameters: readonly string[]
  readonly at: readonly Averted[]
  /** The share of the assumed gains below which full reform averts no more than spending; 0 where it always averts more, null where it never does. */
  readonly share: number | null
}

export interface ReformFindings {
  /** Null where the region loses hardly any weight under current policy: a share of next to nothing says nothing. */
  readonly breakpoint: Breakpoint | null
  /** Pensions paid a year under each package of reforms less those under current policy, CNY bn at the prices of the start. */
  readonly pensions: Readonly<Record<string, number>>
  /** Output relative to that of the nation by year of the run, under current policy, spending on a mixture, and full reform. */
  readonly weights: Readonly<Record<'current' | 'mixture' | 'reform', readonly number[]>>
}

const years = yearsFrom(packageStart, lastYear)

/** The share is found to this part of the assumed gains. */
const rounds = 6

/** Values that are shown beside the breakpoint. */
const shown = [1, 0.5, 0.25, 0]

const weightGrowth = (run: Reader): number => {
  const first = yearCompared(run)
  return pow(weightIn(run, lastYear) / weightIn(run, first), 1 / (lastYear - first)) - 1
}

export const reformFindings = (
  open: OpenRegion,
  packages: readonly Package[],
  assumptions: Assumptions,
  run: RunMany,
): ReformFindings => {
  const idOf = designedId(undefined, 'full')
  const chosen = ['A', idOf, ...directionIds].map(id => packages.find(one => one.id === id)!)
  const gains = new Map(uncertainParameters(open.linked).map(({ name, prior }) => [name, prior.central]))
  const parameters = assumedGains.filter(name => gains.has(name) && assumptions[name] === undefined)
  const read = (policies: readonly Package[], assumed: Assumptions, record: readonly string[]): Reader[] =>
    allRuns(
      run(
        policies.map(({ policy }) => ({ policy, assumptions: { ...assumptions, ...assumed } })),
        record,
      ),
    ).map(readRun)
  const avertedAt = (share: number): Averted & { readonly loses: boolean } => {
    const assumed = share === 1 ? {} : Object.fromEntries(parameters.map(name => [name, share * gains.get(name)!]))
    const [current, ...others] = read(chosen, assumed, weightRecord).map(weightGrowth)
    const [reform, ...spending] = others.map(growth => 1 - growth / current!)
    return { gains: share, reform: reform!, spending: Math.max(...spending), loses: current! < -leastLoss }
  }
  const at = shown.map(avertedAt)
  const more = ({ reform, spending }: Averted): boolean => reform > spending
  const shareOf = (): number | null => {
    if (!more(at[0]!)) return null
    if (more(at.at(-1)!)) return 0
    let [low, high] = [0, 1]
    for (let round = 0; round < rounds; round++) {
      const middle = (low + high) / 2
      if (more(avertedAt(middle))) high = middle
      else low = middle
    }
    return high
  }
  const { areas } = open.region
  const pensionsIn = (one: Reader): number =>
    years.reduce(
      (sum, year) =>
        sum +
        areas.reduce(
          (all, area) =>
            all +
            (one.mean('pensionBenefits', year, area) + one.mean('residentPensionBill', year, area)) /
              one.mean('price', year, area),
          0,
        ),
      0,
    ) / years.length
  const reforms = packages.filter(({ id }) => id === 'A' || isReformAlone(id))
  const paid = read(reforms, {}, ['pensionBenefits', 'residentPensionBill', 'price']).map(pensionsIn)
  const { end } = open.simulator.horizon
  const first = Math.floor(open.region.start)
  const shownRuns = read(
    ['A', 'mixture', idOf].map(id => packages.find(one => one.id === id)!),
    {},
    weightRecord,
  )
  const paths = shownRuns.map(one => Array.from({ length: end - first }, (_, after) => weightIn(one, first + after)))
  return {
    weights: { current: paths[0]!, mixture: paths[1]!, reform: paths[2]! },
    breakpoint:
      parameters.length === 0 || !at[0]!.loses
        ? null
        : {
            parameters,
            at: at.map(({ gains: share, reform, spending }) => ({ gains: share, reform, spending })),
            share: shareOf(),
          },
    pensions: Object.fromEntries(reforms.map(({ id }, place) => [id, paid[place]! - paid[0]!])),
  }
}
