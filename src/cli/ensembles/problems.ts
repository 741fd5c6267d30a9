/** Problems of a large ensemble that are no fault of the program. */

import { RunError } from '../../engine/run.ts'
import { type Message, ReportedError, UsageError } from '../../language/messages.ts'
import { AnswerError } from '../../threads/protocol.ts'

/** Files, folders and threads of an ensemble; what was done before is kept. */
export class EnsembleError extends ReportedError {}

const kinds = { EnsembleError, RunError, UsageError, ReportedError }

/** A problem of a thread as what it was there, where it was reported; the others are faults of the program. */
export const revived = (problem: unknown): unknown => {
  if (!(problem instanceof AnswerError) || problem.messages === undefined) return problem
  const kind = problem.kinds.find(name => Object.hasOwn(kinds, name)) as keyof typeof kinds | undefined
  return kind === undefined ? problem : new kinds[kind](...(problem.messages as readonly Message[]))
}
