/**
 * Keeps what a long test run by hand has measured: with `RECORD=1` it goes with its date into docs/measured.json, from
 * which `npm run promises` takes it. It is printed in any case.
 */
import { writeFileSync } from 'node:fs'
import { modelHash } from './analysis/fingerprint.ts'
import { type Measured, measuredFile, type MeasuredName, readMeasured } from './cli/measured.ts'
import { model } from './model/index.ts'

export const recordMeasured = (name: MeasuredName, figure: string): void => {
  console.log(figure)
  if (process.env['RECORD'] === undefined) return
  const date = new Date().toISOString().slice(0, 10)
  const all: Measured = { ...readMeasured(), [name]: { figure, date, model: modelHash(model).slice(0, 12) } }
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(measuredFile, `${JSON.stringify(sorted, null, 2)}\n`)
}
