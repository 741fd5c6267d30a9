/** The context of a question in a worker: whether it is still wanted, and how to report progress. */

export interface Task {
  /** True once the question was taken back. */
  cancelled(): boolean
  /** Tells the page how much is done of how much. */
  progress(done: number, all: number): void
  /** Lets messages in, such as a cancellation; throws `Cancelled` after one. */
  pause(): Promise<void>
}

/** Thrown in a worker when its question was taken back, and in the page to whoever asked. */
export class Cancelled extends Error {
  constructor() {
    super('The question was taken back.')
    this.name = 'Cancelled'
  }
}

export const isCancelled = (problem: unknown): boolean => problem instanceof Error && problem.name === 'Cancelled'
