/** Finds what a question asks for: what runs simulations is loaded only where they are run. */

import type { PreparedQuestion } from '../../questions/core/ask.ts'
import { threadsFrom } from '../threads/wanted.ts'
import { keptFound } from './kept-found.ts'
import type { RunSettings } from './runs.ts'

/** The result of a question: a former one where nothing has changed. */
export const findHere = (prepared: PreparedQuestion, settings: RunSettings): Promise<unknown> => {
  const { of, asked } = prepared
  // A number that is none is refused also where nothing is run.
  threadsFrom(settings)
  return keptFound(prepared, async () => {
    const { withRuns } = await import('./runs.ts')
    return withRuns(asked.open, settings, runs => of.find(asked, runs))
  })
}
