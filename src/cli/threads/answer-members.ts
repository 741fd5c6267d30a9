/** Runs the simulations behind an answer on several threads; their number does not affect the results. */

import { partsOfJobs } from '../../analysis/answer/answer-runs.ts'
import {
  type KeptOrder,
  type KeptPart,
  memberAnswers,
  type MembersJob,
  type MembersQuestion,
} from '../../analysis/runs/members.ts'
import { spread } from '../../threads/spread.ts'
import { revived } from '../ensembles/problems.ts'
import { createThreads } from './threads.ts'
import { builtModule } from './wasm-module.ts'

/** The parts of each ensemble, in the order of their members. */
export const runJobs = (
  jobs: readonly MembersJob[],
  threads: number,
  progress: (runs: number) => void = () => {},
  signal?: AbortSignal,
): Promise<KeptPart[][]> => {
  const askAll = async (orders: readonly KeptOrder[], questions: readonly MembersQuestion[]): Promise<KeptPart[]> => {
    const pool = createThreads('members', orders, memberAnswers, threads)
    const found: KeptPart[] = []
    try {
      await spread(pool, {
        pieces: questions,
        ask: (client, question, options) => client.ask<KeptPart>('part', question, options),
        take: (part, _, place) => {
          found[place] = part
        },
        progress,
        ...(signal === undefined ? {} : { signal }),
      })
    } catch (problem) {
      throw revived(problem)
    } finally {
      await pool.close()
    }
    return found
  }
  return partsOfJobs(jobs, { builtModule, askAll })
}
