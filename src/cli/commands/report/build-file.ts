/** `heartland build-file` writes the app as one HTML file that opens from disk. */

import { UsageError } from '../../../language/messages.ts'
import { commandMessages } from '../../input/messages.ts'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { overwriteOption } from '../../input/common-options.ts'
import { type OverwriteOption, refuseExisting, writeNew } from '../../input/new-file.ts'
import { note, print, type Session } from '../../terminal/session.ts'

interface BuildFileOptions extends OverwriteOption {
  readonly out: string
}

const buildFile = async (session: Session, options: BuildFileOptions): Promise<void> => {
  const { out } = options
  if (!/\.html?$/i.test(out))
    throw new UsageError(commandMessages.ending({ option: '--out', file: out, endings: '.html' }))
  refuseExisting(out, options)
  const { buildOneFile } = await import('../../app-build/one-file.ts')
  note(session, 'Building the app as one file …')
  let size = ''
  const html = await buildOneFile(text => {
    size = text
  })
  writeNew(out, html, options)
  print(session, `${resolve(out)}  ${size}`)
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-o, --out <file>', 'the file to write, such as heartland.html')
    .option(...overwriteOption)
    .action((options: BuildFileOptions) => buildFile(session, options))
}
