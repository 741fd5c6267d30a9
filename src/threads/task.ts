/** The context of a question in a thread besides its input. */

/** Services for a question besides its input. */
export interface Task {
  /** True once the question was taken back. */
  cancelled(): boolean
  /** Reports how much is done of how much. */
  progress(done: number, all: number): void
  /** Lets messages in, such as a cancellation; throws `Cancelled` after one. */
  pause(): Promise<void>
  /** Has a part of the work done by whoever asked, who may have other threads do it; absent where nobody does. */
  readonly wish?: ((input: unknown) => Promise<unknown>) | undefined
}

/** Reports how far the work has come, and lets messages in. */
export const advance = (task: Task, done: number, all: number): Promise<void> => {
  task.progress(done, all)
  return task.pause()
}

/** Thrown where a question is answered when it was taken back, and to whoever asked. */
export class Cancelled extends Error {
  constructor() {
    super('The question was taken back.')
    this.name = 'Cancelled'
  }
}

export const isCancelled = (problem: unknown): boolean => problem instanceof Error && problem.name === 'Cancelled'

/** Answers by the names of the questions; each is a function of its input, which is plain data, as is what it returns. */
export type Answers = Readonly<Record<string, ((input: never, task: Task) => unknown) | undefined>>

/** For work that nobody waits for step by step. */
export const noTask: Task = { cancelled: () => false, progress: () => {}, pause: () => Promise.resolve() }
