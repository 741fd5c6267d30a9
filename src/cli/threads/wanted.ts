/** How many threads a command runs on. */

import { availableParallelism } from 'node:os'
import { wholeNumber } from '../../language/usage.ts'

/** A thread takes as long to start as so many runs. */
const runsOfStart = 500
const mostThreads = 256

/** As many as --threads says, or as pay for so many runs. */
export const threadsFrom = (
  { threads }: { readonly threads?: string | undefined },
  runs = Number.POSITIVE_INFINITY,
): number =>
  threads === undefined
    ? Math.max(1, Math.min(availableParallelism(), Math.ceil(runs / runsOfStart)))
    : wholeNumber('--threads', threads, 1, mostThreads)
