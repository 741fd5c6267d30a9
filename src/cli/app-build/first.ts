/**
 * Calculates what the app shows before its workers start: the default answer, produced at build time by the code that
 * runs in the page.
 */

import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { openRegion } from '../input/simulation.ts'
import { type FirstResults, firstResults } from '../../app/worker/first-results.ts'
import { keptResult } from './kept.ts'

const read = (id: string, told: (text: string) => void): Promise<FirstResults> =>
  keptResult(`first-${id}`, () => {
    told(`Computing the first answer of ${id} …`)
    const { region, files } = openRegion(id)
    return firstResults(openOnWasm(region, undefined, undefined, files?.read))
  })

const underWay = new Map<string, Promise<FirstResults>>()

/** Several parts of a build ask for it, and it is computed once. */
export const readFirst = (id: string, told: (text: string) => void): Promise<FirstResults> => {
  const known = underWay.get(id)
  if (known !== undefined) return known
  const reading = read(id, told).finally(() => underWay.delete(id))
  underWay.set(id, reading)
  return reading
}
