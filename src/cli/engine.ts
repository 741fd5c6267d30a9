/** `heartland engine` stays and answers questions in frames, one after the other, until its input ends. */

import { CommanderError, type Command } from 'commander'
import { ReportedError, UsageError } from '../language/reported-error.ts'
import { PackError } from '../regions/problems.ts'
import { framesOf, frameBytes, type WireFrame } from './engine/frames.ts'
import { answer, type House } from './engine/questions.ts'
import { keepRegions } from './engine/regions.ts'
import { fileProblem, reworded } from './problems.ts'
import type { Session } from './session.ts'

/** An error as plain data: what the command line would print, and the code and values of each message. */
const problemOf = (problem: unknown) => {
  if (problem instanceof CommanderError)
    return { kind: 'usage', message: reworded(problem.message), code: problem.code, messages: [] }
  if (problem instanceof ReportedError) {
    return {
      kind: problem instanceof UsageError ? 'usage' : 'reported',
      message: problem.message,
      code: problem.messages[0]?.code ?? '',
      messages: problem.messages,
      ...(problem instanceof PackError ? { problems: problem.problems } : {}),
    }
  }
  const file = fileProblem(problem)
  if (file !== undefined) return { kind: 'usage', message: file.text.en, code: file.code, messages: [file] }
  const stack = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  return { kind: 'fault', message: `a fault of the program, not of your input:\n${stack}`, code: '', messages: [] }
}

const serve = async (
  house: House,
  input: AsyncIterable<Uint8Array>,
  write: (frame: WireFrame) => void,
): Promise<void> => {
  try {
    for await (const frame of framesOf(input)) {
      const { id } = frame.head
      const begin = performance.now()
      try {
        const { result, tables = [] } = await answer(house, frame)
        write({ head: { id, result, milliseconds: performance.now() - begin }, tables })
      } catch (problem) {
        write({ head: { id, error: problemOf(problem) }, tables: [] })
      }
    }
  } catch (problem) {
    // What follows in a damaged stream cannot be told apart.
    write({ head: { error: problemOf(problem) }, tables: [] })
  }
}

export const define = (command: Command, session: Session): void => {
  command
    .addHelpText('after', '\nExample:\n  heartland engine    the Python package starts it and speaks to it by itself')
    .action(async () => {
      const { stdout } = process
      await serve(
        { regions: keepRegions(), call: session.call! },
        process.stdin,
        frame => void stdout.write(frameBytes(frame)),
      )
      session.exitCode = 0
    })
}
