/** Runs the simulations behind an answer on several threads; their number does not affect the results. */

import { partsOfJobs } from '../../analysis/answer/answer-runs.ts'
import {
  type KeptOrder,
  type KeptPart,
  memberAnswers,
  type MembersJob,
  type MembersQuestion,
} from '../../analysis/runs/members.ts'
import { askEach } from '../../threads/spread.ts'
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
    try {
      return await askEach<KeptPart>(pool, 'part', questions, { progress, signal })
    } catch (problem) {
      throw revived(problem)
    } finally {
      await pool.close()
    }
  }
  return partsOfJobs(jobs, { builtModule, askAll })
}
