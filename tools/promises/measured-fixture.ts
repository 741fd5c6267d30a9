/**
 * Keeps what a long test run by hand has measured: with `RECORD=1` it goes with its date, the model and the data into
 * docs/measured.json, from which `npm run promises` takes it. It is printed in any case.
 */
import { writeFileSync } from 'node:fs'
import { type Measured, measuredFile, type MeasuredName, readMeasured, shippedMeasurand } from './measured.ts'

/** Taken before a long test, because the files may have changed by its end. */
const measurand = shippedMeasurand()

export const recordMeasured = (name: MeasuredName, figure: string): void => {
  console.log(figure)
  if (process.env['RECORD'] === undefined) return
  const date = new Date().toISOString().slice(0, 10)
  const all: Measured = { ...readMeasured(), [name]: { figure, date, ...measurand } }
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(measuredFile, `${JSON.stringify(sorted, null, 2)}\n`)
}
