/** Runs simulations one after the other in a worker; after each one it reports progress, and the question can be cancelled. */

import type { Steps } from '../../analysis/industries/steps.ts'
import { advance, type Task } from '../../threads/task.ts'

export const stepwise = async <Result>(steps: Steps<Result>, members: number, task: Task): Promise<Result> => {
  let step = steps.next()
  for (let done = 1; step.done !== true; done++) {
    await advance(task, done, members)
    step = steps.next()
  }
  return step.value
}
