/** `heartland build-file` writes the app as one HTML file that opens from disk. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { note, print, type Session } from './session.ts'

const buildFile = async (session: Session, { out }: { readonly out: string }): Promise<void> => {
  if (!/\.html?$/i.test(out))
    throw new UsageError(commandMessages.ending({ option: '--out', file: out, endings: '.html' }))
  const { buildOneFile } = await import('./app-build/one-file.ts')
  note(session, 'Building the app as one file …')
  let size = ''
  const html = await buildOneFile(text => {
    size = text
  })
  try {
    writeFileSync(out, html)
  } catch (problem) {
    throw new UsageError(commandMessages.notWritten({ path: out, why: (problem as Error).message }))
  }
  print(session, `${resolve(out)}  ${size}`)
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-o, --out <file>', 'the file to write, such as heartland.html')
    .addHelpText('after', '\nExample:\n  heartland build-file --out heartland.html')
    .action((options: { readonly out: string }) => buildFile(session, options))
}
