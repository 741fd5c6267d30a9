/** Runs the command line without a process, for tests: returns its output and exit code. */

import { openRegion } from './open-fixture.ts'
import { regionCalled } from '../input/opening.ts'
import { runCommandLine } from '../program.ts'

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** `heartland('run northeast --set x=1')`; words with spaces in an array. */
export const heartland = async (words: string | readonly string[]): Promise<Ended> => {
  let out = ''
  let err = ''
  const sink = (add: (text: string) => void) => ({ write: (text: string) => (add(text), true) })
  const code = await runCommandLine(
    typeof words === 'string' ? words.split(' ').filter(word => word !== '') : words,
    sink(text => (out += text)),
    sink(text => (err += text)),
    (word, options) => openRegion(regionCalled(word, options.root), options),
  )
  return { code, out, err }
}

/** Output of a command with --json. */
export const json = async (words: string | readonly string[]): Promise<any> => {
  const { code, out, err } = await heartland(typeof words === 'string' ? `${words} --json` : [...words, '--json'])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

/** Without the line on a fit of an earlier model, which every command says from a change of the model to the next fit. */
export const besidesFit = (err: string): string => err.replaceAll(/^heartland: Parameters are fitted .*\n/gm, '')
