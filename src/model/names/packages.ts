/** The policy packages: name and a short description. */

import type { Both } from '../../language/messages.ts'
import words from '../../texts/packages.ts'

export interface PackageWords {
  readonly name: string
  readonly gloss: string
  /** Within a sentence. */
  readonly inText: string
}

export const packageWords: Both<Readonly<Record<string, PackageWords>>> = words
