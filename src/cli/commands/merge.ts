/** `heartland merge` joins parts of an ensemble; the result is byte-identical to a single run. */

import type { Command } from 'commander'
import { noteAudit } from '../terminal/announce.ts'
import { mergeResults } from '../ensembles/merge-results.ts'
import { ensemblePage } from '../ensembles/page.ts'
import { addPacks, type CommonOptions, fullOption, languageFrom, languageOption } from '../input/common-options.ts'
import { note, print, printJson, type Session, screenOf } from '../terminal/session.ts'

interface Options extends CommonOptions {
  readonly out: string
  readonly csv?: boolean
  readonly full?: boolean
  readonly lang: string
}

const merge = async (session: Session, folders: readonly string[], options: Options): Promise<void> => {
  const outcome = await mergeResults({
    folders,
    out: options.out,
    ...(options.packs === undefined ? {} : { packs: options.packs }),
    ...(options.csv === true ? { csv: true } : {}),
  })
  if (options.json === true) printJson(session, outcome.summary)
  else
    print(
      session,
      ensemblePage(outcome, options.out, {
        ...options,
        seconds: 1,
        screen: screenOf(session.out, languageFrom(options.lang)),
      }),
    )
  noteAudit(session, { largestResidual: outcome.summary.largestResidual, where: outcome.summary.id })
  const { manifest } = outcome
  if (manifest.state === 'partial') {
    const held = manifest.ranges.map(([from, to]) => `${from} to ${to - 1}`).join(', ')
    note(session, `heartland: not yet complete: of ${manifest.job.members} members, the result contains ${held}`)
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-o, --out <folder>', 'folder for the complete ensemble')
    .option('--csv', 'also write the tables as CSV')
    .option(...languageOption)
    .option(...fullOption)
    .option('--json', 'print the summary as JSON')
  addPacks(command).action((folders: string[], options: Options) => merge(session, folders, options))
}
