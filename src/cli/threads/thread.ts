/** The script of every thread of the command line; it loads only what its work needs. */

import { serveThread } from '../../threads/node.ts'
import type { Answers } from '../../threads/task.ts'
import type { ThreadSetup, ThreadWork } from './threads.ts'

const answersOf: Readonly<Record<ThreadWork, (setup: never) => Promise<Answers>>> = {
  members: async setup => (await import('../../analysis/runs/members.ts')).memberAnswers(setup),
  vectors: async setup => (await import('../../analysis/hindcast/vectors.ts')).vectorAnswers(setup),
  ensemble: async setup => (await import('../ensembles/handler.ts')).ensembleAnswers(setup),
  trials: async setup => (await import('../../analysis/policies/goal/trials.ts')).trialAnswers(setup),
}

await serveThread(given => {
  const { work, setup } = given as ThreadSetup
  return answersOf[work](setup as never)
})
