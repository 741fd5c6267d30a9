/** All commands, and how the command line answers what it cannot do: a message a person can act on and an honest code. */

import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { RunError } from '../engine/run.ts'
import { ModelError } from '../language/errors.ts'
import { CostError } from '../model/costing.ts'
import { PackError } from '../regions/problems.ts'
import { addAnswer } from './answer.ts'
import { addBooks } from './books.ts'
import { addBuildFile } from './build-file.ts'
import { addCalibrate } from './calibrate.ts'
import { addCheck } from './check.ts'
import { addChunk } from './chunk.ts'
import { addClaims } from './claims.ts'
import { addCompare } from './compare.ts'
import { addEnsemble } from './ensemble.ts'
import { addEvidence } from './evidence.ts'
import { isMistake, isTold as isToldOfEnsembles } from './ensembles/problems.ts'
import { addExplain } from './explain.ts'
import { addExport } from './export.ts'
import { addHindcast } from './hindcast.ts'
import { addImport } from './import.ts'
import { addList } from './list.ts'
import { addLoops } from './loops.ts'
import { addMerge } from './merge.ts'
import { Mistake } from '../analysis/mistakes.ts'
import { addReplay } from './replay.ts'
import { addReport } from './report.ts'
import { addRun } from './run.ts'
import { addSensitivity } from './sensitivity.ts'
import { addServe } from './serve.ts'
import { note, type Session } from './session.ts'
import { addTemplate } from './template.ts'
import { addTrace } from './trace.ts'
import { addWho } from './who.ts'
import { type Output, screenOf } from './terminal/screen.ts'

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** Commander's words in the form of all our errors. */
const reworded = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replace(
      /\n\(Did you mean (one of )?(.+)\?\)$/s,
      (_, several, words) => `; did you mean ${several ? 'one of ' : ''}'${words}'?`,
    )

const programFor = (session: Session): Command => {
  const program = new Command('heartland')
    .description('A simulator of a regional economy: what becomes of a region under alternative policies.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: text => session.out.write(text),
      writeErr: text => session.err.write(text),
      outputError: text => note(session, `heartland: ${reworded(text)}`),
      getOutHelpWidth: () => Math.min(100, screenOf(session.out).width),
      getErrHelpWidth: () => Math.min(100, screenOf(session.err).width),
    })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExample:\n  heartland answer northeast\n\nEvery command has its own help: heartland answer --help',
    )
  const commands = [
    addAnswer,
    addRun,
    addCompare,
    addTrace,
    addExplain,
    addLoops,
    addWho,
    addBooks,
    addList,
    addCheck,
    addClaims,
    addExport,
  ]
  const own = [addTemplate, addImport]
  const app = [addServe, addReport, addBuildFile]
  const large = [addEnsemble, addChunk, addMerge, addReplay, addSensitivity, addEvidence, addHindcast, addCalibrate]
  for (const add of [...commands, ...own, ...app, ...large]) add(program, session)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

/** Faults of the model, the data or a run, told in their own words. */
const isTold = (problem: unknown): problem is Error =>
  problem instanceof PackError ||
  problem instanceof ModelError ||
  problem instanceof RunError ||
  problem instanceof CostError ||
  isToldOfEnsembles(problem)

const tell = (session: Session, problem: unknown): void => {
  if (problem instanceof CommanderError) {
    session.exitCode = problem.exitCode === 0 ? 0 : 2
  } else if (problem instanceof Mistake || isMistake(problem)) {
    note(session, problem.message.replace(/^/gm, 'heartland: '))
    session.exitCode = 2
  } else if (isTold(problem)) {
    note(session, `heartland: ${problem.message}`)
    session.exitCode = 1
  } else {
    const stack = problem instanceof Error ? problem.stack : String(problem)
    note(session, `heartland: a fault of the program, not of your input:\n${stack}`)
    session.exitCode = 1
  }
}

/** Runs one command; the result is the code for the shell. */
export const runCommandLine = async (words: readonly string[], out: Output, err: Output): Promise<number> => {
  const session: Session = { out, err, exitCode: 0 }
  const program = programFor(session)
  try {
    if (words.length === 0) program.outputHelp()
    else await program.parseAsync(words, { from: 'user' })
  } catch (problem) {
    tell(session, problem)
  }
  return session.exitCode
}
