/** Measurements of long tests that were run by hand: docs/measured.json, by name. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { madeWith } from '../../src/analysis/region/fingerprint.ts'
import { openRegion } from '../../src/cli/input/simulation.ts'
import { firstRegion } from '../../src/regions/first-region.ts'

export type MeasuredName =
  | 'builds'
  | 'coverage'
  | 'firstLoad'
  | 'faults'
  | 'kills'
  | 'locks'
  | 'metamorphic'
  | 'mutants'
  | 'soak'
  | 'wrongWords'

/** The fingerprints of the model, as it is fitted, and of the figures of the shipped region. */
export interface Measurand {
  readonly model: string
  readonly data: string
}

export interface MeasuredFigure {
  readonly model: string
  /** Absent where it was measured before figures were noted. */
  readonly data?: string
  readonly figure: string
  /** Year, month and day. */
  readonly date: string
}

/** Figures of the model: they say nothing of another one, or of other figures. All others are of the program. */
export const ofModel: readonly MeasuredName[] = ['metamorphic', 'mutants', 'soak']

export type Measured = Readonly<Partial<Record<MeasuredName, MeasuredFigure>>>

export const measuredFile: string = fileURLToPath(new URL('../../docs/measured.json', import.meta.url))

export const readMeasured = (): Measured => JSON.parse(readFileSync(measuredFile, 'utf8')) as Measured

/** As `heartland run northeast` prints them. */
export const shippedMeasurand = (): Measurand => madeWith(openRegion(firstRegion))
