/** `heartland derive` rewrites what a region's folder derives: cohorts from its census, propensities from its table. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../../language/reported-error.ts'
import { commandMessages } from '../input/messages.ts'
import { rewriteFolder } from '../../regions/derive.ts'
import { ownPacks } from '../../regions/read.ts'
import { addPacks, type CommonOptions } from '../input/common-options.ts'
import { print, type Session } from '../terminal/session.ts'

const derive = (session: Session, ids: readonly string[], { packs = ownPacks }: CommonOptions): void => {
  const hasFile = (id: string, file: string): boolean => existsSync(join(packs, id, file))
  const chosen = ids.length > 0 ? ids : readdirSync(packs).filter(id => hasFile(id, 'census.csv'))
  for (const id of chosen) {
    if (!hasFile(id, 'region.json')) throw new UsageError(commandMessages.noFolder({ folder: join(packs, id) }))
    print(session, rewriteFolder(packs, id) ?? `${id}: region.json describes no census, nothing to derive`)
  }
}

export const define = (command: Command, session: Session): void => {
  addPacks(command).action((ids: string[], options: CommonOptions) => derive(session, ids, options))
}
