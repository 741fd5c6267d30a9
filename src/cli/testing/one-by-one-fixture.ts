/**
 * Runs simulations for tests: one after the other in JavaScript, the reference for every other way of running, and as
 * the answer runs them.
 */

import { futureReader, futureSettings, futureVariables } from '../../analysis/runs/future.ts'
import { joinMembers, type Members, membersRunner, type MembersTask } from '../../analysis/runs/members.ts'
import { type OpenRegion, timeOf } from '../../analysis/region/simulation.ts'
import { memberInput } from '../../engine/ensemble.ts'
import { planRecording } from '../../engine/recording.ts'
import { createJavaScriptRunner } from '../../engine/run/javascript.ts'
import { pilotTask, pilotVariables, wideningOf } from '../../analysis/runs/unexplained.ts'
import { runJobs } from '../threads/answer-members.ts'
import type { MemberRunner } from '../../engine/run/runner.ts'

/** A runner for each policy. */
export const runnersOneByOne = (
  open: OpenRegion,
  { settings, policies, assumptions, auditEvery = 1 }: MembersTask,
  record: readonly string[],
): MemberRunner[] => {
  const { linked, simulator } = open
  const draw = memberInput(linked, simulator, settings)
  const recording = planRecording(linked, record, timeOf(open))
  return policies.map(policy =>
    createJavaScriptRunner(simulator, recording, member => ({ ...draw(member), policy, assumptions }), auditEvery),
  )
}

export const membersOneByOne = async (open: OpenRegion, task: MembersTask): Promise<Members> => {
  const pilot = () => membersRunner(runnersOneByOne(open, pilotTask(task), pilotVariables))
  const reading = { ...futureSettings(open), widening: await wideningOf(open, task, pilot) }
  const run = membersRunner(runnersOneByOne(open, task, futureVariables))
  const read = futureReader(reading)
  const { results, audit } = await run([0, task.settings.members], (member, _, number) => read(member, number))
  return { futures: results, audit }
}

/** As the answer runs them: side by side, on several threads. */
export const membersSideBySide = async (
  open: OpenRegion,
  task: MembersTask,
  threads: number,
  progress?: (runs: number) => void,
): Promise<Members> => {
  const [parts] = await runJobs([{ open, task, kept: 'futures' }], threads, progress)
  return joinMembers(parts)
}
