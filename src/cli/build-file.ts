/** `heartland build-file` writes the app as one HTML file that opens from disk. */

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Mistake } from '../analysis/mistakes.ts'
import { note, print, type Session } from './session.ts'

const buildFile = async (session: Session, { out }: { readonly out: string }): Promise<void> => {
  if (!/\.html?$/i.test(out))
    throw new Mistake(`--out ${out}: give a name that ends in .html, so that a browser opens it`)
  const { buildOneFile } = await import('./app-build/one-file.ts')
  note(session, 'Building the app as one file …')
  let size = ''
  const html = await buildOneFile(text => {
    size = text
  })
  try {
    writeFileSync(out, html)
  } catch (problem) {
    throw new Mistake(`${out} cannot be written: ${(problem as Error).message}; give another --out`)
  }
  print(session, `${resolve(out)}  ${size}`)
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-o, --out <file>', 'the file to write, such as heartland.html')
    .addHelpText('after', '\nExample:\n  heartland build-file --out heartland.html')
    .action((options: { readonly out: string }) => buildFile(session, options))
}
