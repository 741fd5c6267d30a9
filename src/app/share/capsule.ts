/** Saves the open scenario as a capsule. */

import type { Draft } from '../state/scenario.ts'
import { workers } from '../worker/workers.ts'
import { fileTypes, saveFile } from './save.ts'
import { scenarioOf } from './link.ts'
import { fileName } from './sharing.ts'

/** The name of the file. */
export const saveCapsule = async (draft: Draft): Promise<string> => {
  const bytes = await workers().run.ask('capsule', draft, { scenario: scenarioOf(draft) })
  const file = `${fileName(`${draft.region} ${draft.name}`)}.capsule`
  saveFile(file, bytes, fileTypes.capsule)
  return file
}
