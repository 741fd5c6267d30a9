/** Reads the terms of GLOSSARY.md with their meanings, for the app, which explains its labels with them. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Both } from '../../language/messages.ts'
import { root } from './places.ts'

export interface GlossaryEntry {
  readonly names: Both<string>
  readonly meaning: Both<string>
}

/** Leaves out the names of a term in code, which are of no use to a reader of the app. */
const forReaders = (text: string): string =>
  text.replace(/[;；] ?(?:in code|in equations|代码中|方程中).*$/, '').replaceAll('`', '')

/** All tables but that of the terms to avoid have the columns 'term', '中文', 'meaning' and '释义'. */
export const readGlossary = (): GlossaryEntry[] => {
  const [text = ''] = readFileSync(join(root, 'GLOSSARY.md'), 'utf8').split('## Terms to avoid')
  let heads: readonly string[] = []
  return text.split('\n').flatMap((line): GlossaryEntry[] => {
    if (!line.startsWith('|')) return []
    const cells = line.split('|').map(cell => cell.trim())
    if (cells[1] === 'term') heads = cells
    if (cells[1] === 'term' || cells[1]!.startsWith('---')) return []
    const cell = (head: string): string => cells[heads.indexOf(head)] ?? ''
    return [
      {
        names: { en: cell('term'), zh: cell('中文') },
        meaning: { en: forReaders(cell('meaning')), zh: forReaders(cell('释义')) },
      },
    ]
  })
}
