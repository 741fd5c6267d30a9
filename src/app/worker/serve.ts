/** The worker's side of the protocol: opens the region, answers questions, and handles cancellation between parts. */

import type { LanesRegion } from '../../analysis/lanes-region.ts'
import { type AnswerTable, answers } from './answers.ts'
import type { FromWorker, Problem, RegionFiles, ToWorker } from './messages.ts'
import { Cancelled, type Task } from './task.ts'

/** Opens a region by its id, or from files that were brought along. */
export type OpenRegionById = (id: string, files: RegionFiles | undefined) => Promise<LanesRegion>

type Post = (message: FromWorker) => void

const problemOf = (problem: unknown): Problem =>
  problem instanceof Error
    ? { name: problem.name === 'Error' ? problem.constructor.name : problem.name, message: problem.message }
    : { name: 'Error', message: String(problem) }

/** A message to oneself comes after those that are waiting. */
const nextTurn = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })

export const createServer = (openRegion: OpenRegionById, post: Post): ((message: ToWorker) => void) => {
  const regions = new Map<string, Promise<LanesRegion>>()
  const brought = new Map<string, RegionFiles>()
  const takenBack = new Set<number>()
  const regionOf = (id: string): Promise<LanesRegion> => {
    const known = regions.get(id)
    if (known !== undefined) return known
    const opening = openRegion(id, brought.get(id))
    regions.set(id, opening)
    // A region that could not be loaded may be asked for again.
    opening.catch(() => regions.delete(id))
    return opening
  }
  const taskOf = (id: number): Task => ({
    cancelled: () => takenBack.has(id),
    progress: (done, all) => post({ kind: 'progress', id, done, all }),
    pause: async () => {
      await nextTurn()
      if (takenBack.has(id)) throw new Cancelled()
    },
  })
  const answer = async (message: Extract<ToWorker, { kind: 'ask' }>): Promise<void> => {
    const { id, question, region, input } = message
    try {
      const found = (answers as AnswerTable)[question]
      if (found === undefined) throw new Error(`Workers know no question '${question}'.`)
      const open = await regionOf(region)
      if (takenBack.has(id)) throw new Cancelled()
      const result = await found(open, input, taskOf(id))
      post({ kind: 'answer', id, answer: result })
    } catch (problem) {
      post({ kind: 'problem', id, problem: problemOf(problem) })
    } finally {
      takenBack.delete(id)
    }
  }
  return message => {
    if (message.kind === 'ask') void answer(message)
    else if (message.kind === 'cancel') takenBack.add(message.id)
    else {
      brought.set(message.region, message.files)
      regions.delete(message.region)
    }
  }
}
