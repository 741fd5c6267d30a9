/** The sources of a region by their short names, for texts that quote them. */

import type { WasmRegion } from '../../../analysis/wasm-region.ts'
import type { RegionData } from '../../../regions/types.ts'

export const sources = ({ region }: WasmRegion, _input: {}): RegionData['sources'] => region.sources
