/**
 * Makes src/texts of the tables of texts (texts/) where it is missing or older than a table: for the launcher, the set-up
 * and `npm ci`. Plain JavaScript that runs on Node 20; the work is done by tools/texts.ts.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, root, runsTypeScript } from './node.js'

const changed = path => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Ends the program where a table has faults, which are then named on the standard error stream. */
export const makeTexts = () => {
  const tables = readdirSync(join(root, 'texts'), { recursive: true }).map(path => join('texts', path))
  const made = changed('src/texts/.made')
  if (['texts', 'tools/texts.ts', ...tables].every(path => changed(path) < made)) return
  const node = runsTypeScript ? process.execPath : ownNode()
  if (node === undefined) return
  const { status } = spawnSync(node, [join(root, 'tools/texts.ts')], { stdio: ['ignore', 2, 'inherit'] })
  if (status !== 0) process.exit(1)
}
