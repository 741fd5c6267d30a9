/**
 * Writes into docs/promises.md, which says what the project promises and how it is tested, what was last measured
 * (`npm run promises`).
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Measurand,
  type Measured,
  type MeasuredFigure,
  type MeasuredName,
  ofModel,
  readMeasured,
  shippedMeasurand,
} from './measured.ts'

const promisesFile = fileURLToPath(new URL('../../docs/promises.md', import.meta.url))

export const readPromises = (): string => readFileSync(promisesFile, 'utf8')

/** Date and subject of a measurement; one of another model, or of other data, does not hold for those of today. */
const provenance = (name: MeasuredName, { figure, date, model, data }: MeasuredFigure, now: Measurand): string => {
  if (!ofModel.includes(name)) return `${figure} (${date}).`
  const measured = `${figure} (${date}, model ${model}${data === undefined ? '' : `, data ${data}`}).`
  if (model === now.model && data === now.data) return measured
  const other = [...(model === now.model ? [] : ['model']), ...(data === now.data ? [] : ['data'])].join(' and the ')
  return `**Measured before the ${other} changed; \`npm run ${name}\` measures again:** ${measured}`
}

/** The page with the figures of today: they follow links to their names in measured.json. */
export const withFigures = (page: string, measured: Measured, now: Measurand): string =>
  page.replaceAll(/(\| \[(\w+)\]\(measured\.json\):) [^|]* \|/g, (_, link: string, name: MeasuredName) => {
    const found = measured[name]
    return `${link} ${found === undefined ? '**Not measured yet.**' : provenance(name, found, now)} |`
  })

if (import.meta.main) {
  writeFileSync(promisesFile, withFigures(readPromises(), readMeasured(), shippedMeasurand()))
  process.stdout.write('docs/promises.md\n')
}
