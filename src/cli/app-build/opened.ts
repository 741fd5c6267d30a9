/** The regions of the app as they open, and the modules of the one that it begins with: no page has to make them again. */

import { toBase64 } from '../../analysis/files/versions/base64.ts'
import { emitLinked } from '../../analysis/region/wasm-region.ts'
import { openedText } from '../../regions/opened.ts'
import { openRegion } from '../input/simulation.ts'

export const openedInApp = (id: string): string => openedText(openRegion(id).region)

/** The module of a region for so many members side by side, its bytes in base64. */
export const moduleInApp = (id: string, members: number) => {
  const { bytes, manifest } = emitLinked(openRegion(id).linked, members)
  return { bytes: toBase64(bytes), manifest }
}
