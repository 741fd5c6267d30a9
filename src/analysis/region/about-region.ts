/** Describes an open region to other programs, in Python and JavaScript alike. */

import type { Names } from '../../regions/types.ts'
import type { OpenRegion } from './simulation.ts'
import { modelHash } from './fingerprint.ts'

export interface AboutRegion {
  /** 'northeast', 'CN-LN'. */
  readonly id: string
  readonly names: Names
  readonly areas: readonly string[]
  /** Calendar times at which a run opens and closes. */
  readonly start: number
  readonly end: number
  readonly currency: string
  /** Hashes: the same model, data, scenario and seed give the same numbers everywhere. */
  readonly model: string
  readonly data: string
}

export const aboutRegion = ({ region, linked, simulator }: OpenRegion): AboutRegion => ({
  id: region.id,
  names: region.names,
  areas: region.areas,
  start: region.start,
  end: simulator.horizon.end,
  currency: region.currency,
  model: modelHash(linked.source),
  data: region.hash,
})
