/**
 * Calculates what the app shows before its workers start: the default answer, produced at build time by the code that
 * runs in the page.
 */

import { join } from 'node:path'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { parameterVariants } from '../../analysis/region/parameter-variants.ts'
import { openRegion } from '../input/simulation.ts'
import { type FirstResults, firstResults } from '../../app/worker/first-results.ts'
import { keptResult } from './kept.ts'
import { root } from './places.ts'

const read = (id: string, told: (text: string) => void): Promise<FirstResults> => {
  const own = openRegion(id)
  const variants = parameterVariants(own)
  const parts = variants.map(({ id: variant, open }) => {
    const { id: region, hash: data, parameters, modelError } = open.region
    return `${variant}\0${region}\0${data}\0${JSON.stringify([parameters, modelError])}`
  })
  return keptResult('first', join(root, 'src/app/worker/first-results.ts'), parts, () => {
    told(`Computing the first answer of ${id} …`)
    const others = variants.filter(({ open }) => open !== own)
    return firstResults(
      openOnWasm(own.region),
      others.map(one => ({ ...one, open: openOnWasm(one.open.region) })),
    )
  })
}

const underWay = new Map<string, Promise<FirstResults>>()

/** Several parts of a build ask for it, and it is computed once. */
export const readFirst = (id: string, told: (text: string) => void): Promise<FirstResults> => {
  const known = underWay.get(id)
  if (known !== undefined) return known
  const reading = read(id, told).finally(() => underWay.delete(id))
  underWay.set(id, reading)
  return reading
}
