/** Runs the command line without a process, for tests: returns its output and exit code. */

import { keepRegions } from './engine/regions.ts'
import { openCalled } from './opening.ts'
import { runCommandLine } from './program.ts'
import type { OpenedRegions } from './session.ts'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const kept = keepRegions()

/** The regions of the program stay open from one test to the next; folders of a test may change. */
const opened: OpenedRegions = (word, options) =>
  options.root === undefined ? kept.opener({ region: word })(word, options) : openCalled(word, options)

/** `heartland('run northeast --set x=1')`; words with spaces in an array. */
export const heartland = async (words: string | readonly string[]): Promise<Ended> => {
  let out = ''
  let err = ''
  const sink = (add: (text: string) => void) => ({ write: (text: string) => (add(text), true) })
  const code = await runCommandLine(
    typeof words === 'string' ? words.split(' ').filter(word => word !== '') : words,
    sink(text => (out += text)),
    sink(text => (err += text)),
    opened,
  )
  return { code, out, err }
}

/** Without the line on a fit of an earlier model, which every command says from a change of the model to the next fit. */
export const besidesFit = (err: string): string => err.replaceAll(/^heartland: Parameters are fitted .*\n/gm, '')
