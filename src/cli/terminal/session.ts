/** One call of the command line: its output streams and its exit code. */

import { withControlsShown } from '../../language/control-characters.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { FolderOptions } from '../input/simulation.ts'
import type { OutputStream } from './output.ts'

/** Opens the region that a word names, or gives the one that is open already. */
export type OpenedRegions = (word: string, options: FolderOptions) => OpenRegion

export interface Session {
  /** Results. */
  readonly out: OutputStream
  /** Progress, notes and errors. */
  readonly err: OutputStream
  /** 0: done; 1: the model, the data or a check failed; 2: the command line is not valid. */
  exitCode: 0 | 1 | 2
  /** What ended the command before its end. */
  problem?: unknown
  /** Regions that stay open from one call to the next; without it each call opens its own. */
  readonly opened?: OpenedRegions
  /** Runs another command of the program that the session belongs to. */
  readonly call?: (session: Session, words: readonly string[]) => Promise<void>
}

export const print = (session: Session, text: string): void => {
  session.out.write(`${withControlsShown(text)}\n`)
}

export const note = (session: Session, text: string): void => {
  session.err.write(`${withControlsShown(text)}\n`)
}

/** The same object gives the same text. */
export const printJson = (session: Session, value: unknown): void => print(session, JSON.stringify(value, null, 2))
