/** `heartland verify` compares every file of an ensemble with the checksum that was taken as it was written. */

import type { Command } from 'commander'
import { checkResult } from '../ensembles/folder.ts'
import { resultIn } from '../ensembles/merge-results.ts'
import { languageFrom, languageOption } from '../input/common-options.ts'
import { print, printJson, type Session } from '../terminal/session.ts'
import { messages as ensembleMessages } from '../../texts/ensemble.ts'

interface Options {
  readonly json?: boolean
  readonly lang: string
}

const verify = (session: Session, folder: string, { json, lang }: Options): void => {
  const { manifest } = resultIn(folder)
  checkResult(folder, manifest)
  const found = { folder, files: Object.keys(manifest.files).length }
  if (json === true) printJson(session, found)
  else print(session, ensembleMessages.asWritten(found).text[languageFrom(lang)])
}

export const define = (command: Command, session: Session): void => {
  command
    .option(...languageOption)
    .option('--json', 'print the number of files that are whole as JSON')
    .action((folder: string, options: Options) => verify(session, folder, options))
}
