/** What long tests have measured when they were run by hand: docs/measured.json, by name. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type MeasuredName =
  | 'builds'
  | 'coverage'
  | 'firstLoad'
  | 'faults'
  | 'locks'
  | 'metamorphic'
  | 'mutants'
  | 'soak'
  | 'wrongWords'

interface MeasuredFigure {
  readonly figure: string
  /** Year, month and day. */
  readonly date: string
  /** The first digits of the fingerprint of the model that it was measured on. */
  readonly model: string
}

export type Measured = Readonly<Partial<Record<MeasuredName, MeasuredFigure>>>

export const measuredFile: string = fileURLToPath(new URL('../../docs/measured.json', import.meta.url))

export const readMeasured = (): Measured => JSON.parse(readFileSync(measuredFile, 'utf8')) as Measured
