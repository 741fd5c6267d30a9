/** A thread that runs some members of an ensemble; started by members.ts. */

import { parentPort, workerData } from 'node:worker_threads'
import { type MembersRange, runRange } from '../analysis/members.ts'
import type { ThreadMessage, ThreadTask } from './members.ts'
import { openRegion } from './simulation.ts'

const { task, range } = workerData as { readonly task: ThreadTask; readonly range: MembersRange }
const send = (message: ThreadMessage): void => parentPort?.postMessage(message)

const open = openRegion(task.region, task.packs === undefined ? {} : { root: task.packs })
send({ members: runRange(open, task, range, runs => send({ runs })) })
