/** Runs in a thread of the server and answers questions. */

import { openWith } from '../../input/opening.ts'
import { listedRegions } from '../../input/listed-regions.ts'
import { commandMessages } from '../../input/messages.ts'
import { partsOfBody, jobOf } from '../../ensembles/options.ts'
import { threadsFrom } from '../../threads/wanted.ts'
import { runEnsemble, silent } from '../../ensembles/run-ensemble.ts'
import { machineDoor } from '../../question/json.ts'
import { announce, noteAudit } from '../../terminal/announce.ts'
import { told } from '../../terminal/problems.ts'
import { note, type OpenedRegions, type Session } from '../../terminal/session.ts'
import { auditOnModule } from '../../threads/wasm-module.ts'
import { chooseFrom } from '../../../analysis/region/choice.ts'
import type { OpenRegion } from '../../../analysis/region/simulation.ts'
import { UsageError } from '../../../language/messages.ts'
import { askJson, type Door, openStated, provenanceOf } from '../../../questions/core/json.ts'
import { type DeclaredName, questionCalled } from '../../../questions/index.ts'
import { ownPacks } from '../../../regions/read.ts'
import { statedIn } from '../../../scenario/json.ts'
import { serveThread } from '../../../threads/node.ts'
import type { Task } from '../../../threads/task.ts'
import { keepRegions } from '../engine/regions.ts'
import type { ApiRequest, Ended } from './request.ts'
import { scenarioToRun } from './sent-scenario.ts'

/** A region is opened for the first who asks about it. */
const regions = keepRegions()
const opened: OpenedRegions = (word, options) => regions.opener({ region: word })(word, options)

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

interface Opened {
  readonly open: OpenRegion
  readonly door: Required<Door<OpenRegion>>
}

/** The region that is asked about, and how a scenario of it is chosen: also one that was sent whole. */
const openedFor = ({ parts, scenario }: ApiRequest, task: Task): Opened => {
  const saved = scenario === undefined ? undefined : scenarioToRun(scenario, { opened })
  const open = openWith(saved?.region ?? String(parts['region']), { opened }, { outside: saved?.outside })
  const door = machineDoor(false, { write: () => true, advanced: (done, total) => task.progress(done, total) })
  if (saved === undefined) return { open, door }
  const choose: typeof door.choose = (one, stated) => {
    if (typeof stated.policy === 'string') throw new UsageError(commandMessages.policyTwice({ file: 'the scenario' }))
    return chooseFrom(one, stated, { ...saved, file: 'scenario' })
  }
  return { open, door: { ...door, choose } }
}

/** A declared question, whose body has been checked. */
const answerDeclared = async (asked: ApiRequest, task: Task): Promise<Ended> => {
  const { region: _, ...body } = asked.parts
  const { open, door } = openedFor(asked, task)
  const of = await questionCalled(asked.name as DeclaredName)
  const { record, notes, unbalanced, provenance } = await askJson(of, body, open, door)
  return {
    exitCode: unbalanced === undefined ? 0 : 1,
    result: json(record),
    notes: [...notes, ...(unbalanced === undefined ? [] : [unbalanced.en])].join('\n'),
    messages: unbalanced === undefined ? [] : [{ code: 'question.accountsOpen', text: unbalanced }],
    provenance,
  }
}

/** A large ensemble, whose files go into a folder of its job. */
const answerEnsemble = async (asked: ApiRequest, folder: string, task: Task): Promise<Ended> => {
  const { region: _, ...body } = asked.parts
  const { stated, until, wanted } = partsOfBody(body)
  const { outside, ...scenario } = stated
  const { open: own, door } = openedFor(asked, task)
  const choice = door.choose(openStated(own, outside, door.under), statedIn(scenario))
  const { open } = choice
  const job = jobOf(choice, wanted)
  let notes = ''
  const session: Session = { out: { write: () => true }, err: { write: text => (notes += text) }, exitCode: 0 }
  announce(session, { open, scenario: job, notes: choice.notes }, auditOnModule)
  let [done, all] = [0, 0]
  const threads = threadsFrom({}, job.members)
  const { summary } = await runEnsemble(
    { job, open, threads, folder, ...(until === undefined ? {} : { until }) },
    {
      ...silent,
      planned: members => (all = members),
      progress: members => task.progress((done += members), all),
      note: text => note(session, `heartland: ${text}`),
    },
  )
  noteAudit(session, { largestResidual: summary.largestResidual, where: summary.id })
  return { exitCode: session.exitCode, result: json(summary), notes, messages: [], provenance: provenanceOf(open) }
}

const run = async (asked: ApiRequest, task: Task): Promise<Ended> => {
  const { name, parts, folder } = asked
  if (name === 'list' && parts['list'] === 'regions')
    return { exitCode: 0, result: json(listedRegions(ownPacks)), notes: '', messages: [] }
  try {
    return await (folder === undefined ? answerDeclared(asked, task) : answerEnsemble(asked, folder, task))
  } catch (problem) {
    const { kind, messages } = told(problem)
    // Faults of the program go to the log of the server, not to the person who asked.
    if (kind === 'fault') throw problem
    const own = messages.map(({ code, text }) => ({ code, text }))
    return { exitCode: kind === 'usage' ? 2 : 1, result: '', notes: '', messages: own }
  }
}

await serveThread(() => ({ run }))
