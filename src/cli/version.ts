/** The folder of the program, and its version. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Two folders up both in the sources (src/cli) and in a bundle (lib/cli): this file must stay in the first of them. */
export const programRoot: string = fileURLToPath(new URL('../..', import.meta.url))

export const version = (): string =>
  (JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as { version: string }).version
