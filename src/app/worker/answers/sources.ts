/** The sources of a region by their short names, for texts that quote them. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { Sources } from '../../../regions/parse.ts'

export const sources = ({ region }: WasmRegion, _input: {}): Sources => region.sources
