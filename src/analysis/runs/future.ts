/** The data kept of one simulation: judgement, risks and outcomes, of the region and of each area. */

import type { Reader } from '../../engine/run/reader.ts'
import { type Judgement, judge, judgementVariables } from '../../model/criteria.ts'
import type { Scope } from '../../outcomes/catalogue.ts'
import { readRisks, type RiskReading, riskVariables } from '../../model/risks.ts'
import { indicatorVariables, outcomes } from '../words/outcomes.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { shiftsOf, widen, type Widening } from './widening.ts'

export interface Reading {
  readonly judgement: Judgement
  /** In the order of the list of outcomes. */
  readonly outcomes: readonly number[]
}

/** Plain data: it travels between threads. */
export interface Future extends Reading {
  readonly risks: RiskReading
  /** In the order of the region's areas; empty when there is but one, which is the region. */
  readonly areas: readonly Reading[]
}

const variablesIn = (...scopes: readonly Scope[]): readonly string[] => [
  ...new Set([
    ...scopes.flatMap(scope => [...judgementVariables(scope), ...indicatorVariables(scope)]),
    ...riskVariables,
  ]),
]

export const futureVariables = variablesIn('region', 'area')
/** Of futures without areas. */
export const regionVariables = variablesIn('region')

/** Facts of the region that a reader needs; plain data for threads. */
export interface FutureSettings {
  readonly start: number
  /** Calendar time at which runs close. */
  readonly end: number
  /** Areas that are read by themselves; 0 when there is but one, which is the region. */
  readonly areas: number
  /** The error of the model that simulations carry; none where it was not measured. */
  readonly widening?: Widening | undefined
}

export const futureSettings = ({ region, simulator }: Pick<OpenRegion, 'region' | 'simulator'>): FutureSettings => ({
  start: region.start,
  end: simulator.horizon.end,
  areas: region.areas.length === 1 ? 0 : region.areas.length,
})

/** Reads the simulation of a number; `reader` gives it as it is seen from an area. */
export const futureReader = ({
  start,
  end,
  areas,
  widening,
}: FutureSettings): ((reader: (area: number) => Reader, member: number) => Future) => {
  const shiftsOfMember = shiftsOf(widening)
  const read = (from: Reader, scope: Scope): Reading => ({
    judgement: judge(from, scope),
    outcomes: outcomes.map(outcome => outcome.read(from, scope)),
  })
  return (reader, member) => {
    const shifts = shiftsOfMember(member)
    const seen = (area: number): Reader => widen(reader(area), widening, shifts)
    const whole = seen(0)
    return {
      ...read(whole, 'region'),
      risks: readRisks(whole, start, end - 1),
      areas: Array.from({ length: areas }, (_, area) => read(seen(area), 'area')),
    }
  }
}
