/** The open scenario as a capsule. */

import { makeCapsule } from '../../../analysis/files/versions/capsule.ts'
import { packCapsule, sha256, valuesDigest } from '../../../analysis/files/versions/capsule-file.ts'
import type { WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Scenario } from '../../../scenario/scenario.ts'

export const capsule = async (
  open: WasmRegion,
  { scenario }: { readonly scenario: Scenario },
): Promise<Uint8Array<ArrayBuffer>> =>
  packCapsule(await makeCapsule(open, scenario, { digest: valuesDigest, hash: sha256 }))
