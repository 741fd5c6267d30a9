/** Capsules: the open scenario as one, what one holds and whether it replays, and versions side by side. */

import { modelHash } from '../../../analysis/region/fingerprint.ts'
import { conditioned } from '../../../analysis/region/outside.ts'
import { checkOutside } from '../../../scenario/problems.ts'
import { rulesOf } from '../../../scenario/rules.ts'
import { makeCapsule, replayCapsule } from '../../../analysis/files/versions/capsule.ts'
import { packCapsule, readCapsule, sha256, valuesDigest } from '../../../analysis/files/versions/capsule-file.ts'
import { type Version, versionOf, versionOfCapsule } from '../../../analysis/files/versions/changes.ts'
import { compareVersions, headlinesOf, type VersionComparison } from '../../../analysis/files/versions/compare.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import { openerOnWasm, type WasmRegion } from '../../../analysis/region/wasm-region.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { UsageError } from '../../../language/messages.ts'
import { advance, type Task } from '../../../threads/task.ts'

export interface CapsuleFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export const capsule = async (
  open: WasmRegion,
  { scenario }: { readonly scenario: Scenario },
): Promise<Uint8Array<ArrayBuffer>> =>
  packCapsule(await makeCapsule(open, scenario, { digest: valuesDigest, hash: sha256 }))

export interface OpenedCapsule {
  readonly region: string
  readonly scenario: Scenario
  readonly made: { readonly model: string; readonly data: string }
  /** True if its results are the same to the bit; their digests as expected and as found. */
  readonly same: boolean
  readonly expected: string
  readonly digest: string
  /** True if the model and the figures of the open region are those of the capsule; another region has others. */
  readonly isModel: boolean
  readonly isData: boolean
}

export const openCapsule = async (open: WasmRegion, { name, bytes }: CapsuleFile): Promise<OpenedCapsule> => {
  const found = await readCapsule(name, bytes)
  const { same, digest } = await replayCapsule(found, valuesDigest)
  const { region, scenario, made, digest: expected } = found
  const isModel = modelHash(open.linked.source) === made.model
  return { region: region.id, scenario, made, same, expected, digest, isModel, isData: open.region.hash === made.data }
}

export interface VersionsInput {
  readonly first: CapsuleFile
  /** Another capsule; absent for the model of this program. */
  readonly second?: CapsuleFile | undefined
  /** Scenario for the model of this program; that of the capsule when absent. */
  readonly scenario?: Pick<Scenario, 'policy' | 'assumptions'> | undefined
  readonly year: number
}

export const versions = async (open: WasmRegion, input: VersionsInput, task: Task): Promise<VersionComparison> => {
  const { first, second, scenario, year } = input
  const found = await readCapsule(first.name, first.bytes)
  const before = versionOfCapsule(first.name, found)
  const inHand = (): Version => {
    if (scenario !== undefined) return versionOf('', open, scenario)
    const { outside = {} } = found.scenario
    checkOutside(rulesOf(open), outside)
    return versionOf('', { ...open, ...conditioned(open, outside) }, found.scenario)
  }
  const after =
    second === undefined ? inHand() : versionOfCapsule(second.name, await readCapsule(second.name, second.bytes))
  if (before.region !== after.region)
    throw new UsageError(versionMessages.otherAreas({ first: before.region, second: after.region }))
  return compareVersions({
    before,
    after,
    headlines: headlinesOf(year),
    year,
    open: openerOnWasm(),
    pause: (done, all) => advance(task, done, all),
  })
}
