/** `heartland engine` stays and answers questions in frames, one after the other, until its input ends. */

import { CommanderError, type Command } from 'commander'
import { PackError } from '../../regions/problems.ts'
import { framesOf, frameBytes, type WireFrame } from '../services/engine/frames.ts'
import { answer, type House } from '../services/engine/questions.ts'
import { keepRegions } from '../services/engine/regions.ts'
import { told } from '../terminal/problems.ts'
import type { Session } from '../terminal/session.ts'

/** An error as plain data: what the command line would print, and the code and values of each message. */
const problemOf = (problem: unknown) => {
  const { kind, text, messages } = told(problem)
  return {
    kind,
    message: text,
    code: problem instanceof CommanderError ? problem.code : (messages[0]?.code ?? ''),
    messages,
    ...(problem instanceof PackError ? { problems: problem.problems } : {}),
  }
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
    // The rest of a damaged stream cannot be told apart.
    write({ head: { error: problemOf(problem) }, tables: [] })
  }
}

export const define = (command: Command, session: Session): void => {
  command.action(async () => {
    const { stdout } = process
    await serve(
      { regions: keepRegions(), call: session.call! },
      process.stdin,
      frame => void stdout.write(frameBytes(frame)),
    )
    session.exitCode = 0
  })
}
