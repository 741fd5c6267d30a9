/** Runs the simulations of questions in Node, on several threads where they pay; which threads do it changes no number. */

import { futureSettingsOf } from '../../analysis/answer/answer-runs.ts'
import { type OpenRegion, requiredData } from '../../analysis/region/simulation.ts'
import { pastIn } from '../../questions/core/past-in.ts'
import type { Runs } from '../../questions/core/question.ts'
import { model as heartland } from '../../model/index.ts'
import { doubtsBeside } from '../../regions/own/beside-known.ts'
import { threadsFrom } from '../threads/wanted.ts'
import { interruptible } from '../threads/interruptible.ts'
import { openTrials } from '../threads/policy-trials.ts'
import type { OutputStream } from '../terminal/output.ts'
import { type Progress, progress } from '../terminal/progress.ts'
import { builtModule, sideBySideOf } from '../threads/wasm-module.ts'
import { runJobs } from '../threads/answer-members.ts'

export interface RunSettings {
  readonly threads?: string | undefined
  readonly err: OutputStream
}

const noBar: Progress = { advance: () => {}, end: () => {} }

/** Calls `find` with the runs of an open region, behind a progress bar on `err`; Ctrl-C stops it. */
export const withRuns = <Found>(
  open: OpenRegion,
  { threads, err }: RunSettings,
  find: (runs: Runs) => Promise<Found>,
): Promise<Found> => {
  // A number that is none is refused before any run.
  threadsFrom({ threads })
  return interruptible(async signal => {
    let bar = noBar
    let announced = 0
    const opened: Array<Awaited<ReturnType<typeof openTrials>>> = []
    const begin: Runs['begin'] = all => {
      announced = all
      bar.end()
      bar = progress('runs', all, err)
    }
    const advance: Runs['advance'] = more => bar.advance(more)
    // Every instance of the module takes memory of its own: the runs of a question share one.
    let started: ReturnType<typeof sideBySideOf> | undefined
    const sideBySide = () => (started ??= sideBySideOf(open))
    const runs: Runs = {
      get many() {
        return sideBySide().runMany
      },
      get built() {
        return builtModule(open)
      },
      trials: async of => {
        const task = {
          open,
          modelError: false,
          ...of,
          threads: threadsFrom({ threads }, Math.max(announced, of.members)),
        }
        const one = await openTrials(task, advance, signal)
        opened.push(one)
        return one.run
      },
      members: (jobs, all) => {
        runs.begin(all)
        return runJobs(jobs, threadsFrom({ threads }, all), advance, signal)
      },
      values: (inputs, steps) => sideBySide().valuesMany(inputs, steps),
      widening: async task => (await futureSettingsOf(open, { ...task, policies: [{}] }, builtModule(open))).widening,
      doubts: region => doubtsBeside(region, requiredData(heartland)),
      past: pastIn(open, { begin, advance }, builtModule),
      begin,
      advance,
    }
    try {
      return await find(runs)
    } finally {
      await Promise.all(opened.map(({ close }) => close()))
      bar.end()
    }
  })
}
