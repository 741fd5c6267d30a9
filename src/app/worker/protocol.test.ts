/**
 * Tests the protocol between page and workers: cancellation, newest question first, parts of an ensemble, users' own
 * regions.
 */
import { describe, expect, it } from 'vitest'
import { openUnder } from '../../analysis/region/open-under.ts'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { oneByOne } from '../../engine/run/many.ts'
import { reformFindings } from '../../analysis/answer/reforms.ts'
import { settingAt, votesOf } from '../../analysis/answer/votes-fixture.ts'
import { answerOf, planOf } from '../../analysis/answer/verdict.ts'
import { membersSideBySide } from '../../cli/testing/one-by-one-fixture.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { about } from './answers/about.ts'
import { questionReport } from './answers/question.ts'
import {
  type Client as Thread,
  createClient as createThreadClient,
  createServer,
  type FromThread,
} from '../../threads/protocol.ts'
import { type QuestionClient, createQuestionClient, latest } from './client.ts'
import { createQuestionPool, type QuestionPool } from './pool.ts'
import { regionAnswers } from './serve.ts'
import { isCancelled, noTask } from '../../threads/task.ts'

const open = openRegion('northeast')
const onWasm = openOnWasm(open.region)

/** A search for a setting of one lever that meets a target, over so many simulations. */
const searchOver = (simulations: number) => ({
  question: 'goal' as const,
  scenario: { name: 'baseline', policy: {}, assumptions: {} },
  given: { keep: ['regionOutputPerHead@2035 >= 100'], with: ['publicInvestment'], simulations, modelError: false },
})

/** A worker without a thread: messages go through the same copies. */
const thread = (region = onWasm): Thread => {
  let hear: (message: FromThread) => void = () => {}
  const serve = createServer(
    regionAnswers(async id => {
      if (id !== 'northeast') throw new Error(`There is no region '${id}'.`)
      return region
    }),
    message => queueMicrotask(() => hear(structuredClone(message))),
  )
  return createThreadClient({
    post: message => queueMicrotask(() => serve(structuredClone(message))),
    listen: heard => {
      hear = heard
    },
  })
}
const client = (): QuestionClient => createQuestionClient(thread())

/** A pool of so many workers; `hear` is told each question, and which worker it went to. */
const poolOf = (size: number, hear: (question: string, worker: string) => void): QuestionPool => {
  let workers = 0
  return createQuestionPool(() => {
    const { ask, waiting } = thread(openOnWasm(open.region))
    const name = `worker ${workers++}`
    return {
      waiting,
      ask: (question, given, options) => {
        hear(question, name)
        return ask(question, given, options)
      },
    }
  }, size)
}

describe('questions to workers', () => {
  it('give what their answer gives', async () => {
    expect(await client().ask('about', { region: 'northeast' }, undefined)).toEqual(about(onWasm))
  })

  it('are answered under the conditions that they bring, and each run under its own', async () => {
    const outside = { nationalGrowth: { change: 'add', pieces: [{ value: -1, from: 2027 }] } } as const
    const none = { policy: {}, assumptions: {} }
    const record = ['regionOutput']
    const asked = await client().ask(
      'lines',
      { region: 'northeast', outside },
      { runs: [none, { ...none, outside: {} }, none], record },
    )
    const expected = [outside, {}, outside].map(conditions =>
      openUnder(open, conditions)
        .simulator.run({ ...none, record })
        .series.get('regionOutput'),
    )
    expect(asked.runs.map(({ regionOutput }) => regionOutput)).toEqual(expected.map(one => one!.values))
    expect(asked.runs[0]!['regionOutput']).not.toEqual(asked.runs[1]!['regionOutput'])
  })

  it('tell a problem in its own words', async () => {
    await expect(client().ask('about', { region: 'nowhere' }, undefined)).rejects.toThrow(
      "There is no region 'nowhere'.",
    )
  })

  it('can be taken back, before and while they are answered', async () => {
    const control = new AbortController()
    const input = {
      settings: { seed: 1, members: 340 },
      policies: [{}],
      assumptions: {},
      range: [0, 400],
      paths: [],
    } as const
    const worker = thread()
    const one = createQuestionClient(worker)
    const asked = one.ask('chances', { region: 'northeast' }, input, { signal: control.signal })
    setTimeout(() => control.abort(), 30)
    await expect(asked).rejects.toSatisfy(isCancelled)
    await expect(one.ask('chances', { region: 'northeast' }, input, { signal: control.signal })).rejects.toSatisfy(
      isCancelled,
    )
    expect(worker.waiting).toBe(0)
  })

  it('end where they wish for work after they were taken back', async () => {
    const heard: FromThread[] = []
    const serve = createServer(
      {
        late: async (_: unknown, { wish, cancelled }) => {
          while (!cancelled()) await new Promise(resolve => setTimeout(resolve))
          return wish!('work')
        },
      },
      message => heard.push(message),
    )
    serve({ kind: 'ask', id: 1, question: 'late', input: undefined, grants: true })
    serve({ kind: 'cancel', id: 1 })
    await expect.poll(() => heard).toMatchObject([{ kind: 'problem', id: 1, problem: { name: 'Cancelled' } }])
  })

  it('ask only the newest while one is under way', async () => {
    const asked: number[] = []
    const heard: number[] = []
    const free: Array<() => void> = []
    const ask = latest(
      async (given: number) => {
        asked.push(given)
        await new Promise<void>(resolve => free.push(resolve))
        return given
      },
      found => heard.push(found),
      problem => {
        throw problem
      },
    )
    for (const given of [1, 2, 3, 4]) ask(given)
    free[0]()
    await new Promise(resolve => setTimeout(resolve, 5))
    free[1]()
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(asked).toEqual([1, 4])
    expect(heard).toEqual([1, 4])
  })
})

describe('a pool', () => {
  it('gives each worker the same parts every time, and those of a slow one to the others', async () => {
    const served: Array<readonly [worker: number, first: number]> = []
    const slow = Promise.withResolvers<void>()
    let workers = 0
    const pool = createQuestionPool(() => {
      const worker = workers++
      const ask = async (_: string, { input: { range } }: { readonly input: { readonly range: [number, number] } }) => {
        served.push([worker, range[0]])
        if (served.length > 10 && worker === 0) await slow.promise
        if (served.length === 15) slow.resolve()
        return { range }
      }
      return { waiting: 0, ask } as unknown as Thread
    }, 2)
    const input = { settings: { seed: 1, members: 160 }, policies: [{}], assumptions: {}, paths: [] }
    const run = async (): Promise<unknown> => {
      await pool.parts('chances', { region: 'northeast' }, input as never)
      const firsts = (worker: number): number[] => served.flatMap(([by, first]) => (by === worker ? [first] : []))
      return [firsts(0), firsts(1)]
    }
    const own = [
      [0, 64, 128],
      [32, 96],
    ]
    expect(await run()).toEqual(own)
    expect(await run()).toEqual(own.map(one => [...one, ...one]))
    expect(await run()).toEqual([
      [...own[0], ...own[0], 0],
      [...own[1], ...own[1], 32, 96, 64, 128],
    ])
  })

  it('searches with all its workers, tells how far it has come, and finds the same to the bit', {
    tags: ['thorough'],
  }, async () => {
    const input = searchOver(70)
    // A region of its own: a worker keeps what it has simulated.
    const alone = await questionReport(openOnWasm(open.region), input, noTask)
    const served: string[] = []
    const opened: string[] = []
    const pool = poolOf(3, (question, name) => {
      if (question === 'trials') served.push(name)
      // The other two open the region before anything is simulated.
      if (question === 'ready' && served.length === 0) opened.push(name)
    })
    const shares: number[] = []
    const progress = (done: number, all: number): unknown => shares.push(done / all)
    const found = await pool.ask('report', { region: 'northeast' }, input, { progress })
    expect(JSON.stringify(found) === JSON.stringify(alone), 'the same setting').toBe(true)
    // 70 simulations are three parts of each trial.
    expect(served.length % 3).toBe(0)
    expect(new Set(served).size).toBe(3)
    expect(opened.toSorted()).toEqual(['worker 1', 'worker 2'])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBe(0)
    // It ends as soon as the target is met.
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
    expect(new Set(shares).size).toBeGreaterThan(6)
  })

  it('answers a region without kept votes with all its workers, to the bit as one of them alone', {
    tags: ['thorough'],
  }, async () => {
    const input = {
      question: 'answer' as const,
      scenario: { name: 'baseline', policy: {}, assumptions: {} },
      given: { simulations: 34 },
    }
    const alone = await questionReport(openOnWasm(open.region), input, noTask)
    const served: string[] = []
    const pool = poolOf(2, (question, name) => {
      if (question === 'members') served.push(name)
    })
    const found = await pool.ask('report', { region: 'northeast' }, input)
    expect(JSON.stringify(found) === JSON.stringify(alone), 'the same answer').toBe(true)
    // Forty simulations of each of the three regimes that vote, and those of the answer: two parts each.
    expect(served.length).toBe(8)
    expect(new Set(served).size).toBe(2)
  })

  it('takes back a search that nobody waits for any more', async () => {
    const input = searchOver(64)
    const stop = new AbortController()
    const pool = createQuestionPool(() => thread(), 2)
    const asked = pool.ask('report', { region: 'northeast' }, input, {
      signal: stop.signal,
      progress: done => done > 0 && stop.abort(),
    })
    await expect(asked).rejects.toSatisfy(isCancelled)
    // The workers answer again.
    expect(await pool.ask('about', { region: 'northeast' }, undefined)).toMatchObject({ region: 'northeast' })
  }, 60_000)

  it('gives What if the chances that the answer gives the same package', async () => {
    const pool = createQuestionPool(() => thread(), 2)
    const settings = { seed: 11, members: 34 }
    const plan = planOf(open, {})
    const own = plan.packages.findIndex(({ id }) => id === 'reform+full')
    const policies = [plan.packages[0].policy, plan.packages[own].policy]
    const parts = await pool.parts(
      'chances',
      { region: 'northeast' },
      {
        settings,
        policies,
        assumptions: {},
        paths: ['growth', 'debtToGdp'],
        auditEvery: 0,
      },
    )
    const [, reform] = await pool.ask('summary', { region: 'northeast' }, { parts, paths: ['growth', 'debtToGdp'] })
    const task = { settings, policies: plan.packages.map(({ policy }) => policy), assumptions: {} }
    const members = await membersSideBySide(open, task, 1)
    const known = {
      votes: votesOf(settingAt(-0.012)),
      reforms: reformFindings(open, plan.packages, {}, oneByOne(open.simulator)),
    }
    const { packages } = answerOf(open, plan, members, { ...settings, assumptions: {} }, known)
    const { p10, p25, p75, p90 } = reform.bands['debtToGdp']
    for (let step = 0; step < p10.length; step++) {
      expect(p10[step]).toBeLessThanOrEqual(p25![step]!)
      expect(p75![step]).toBeLessThanOrEqual(p90[step])
    }
    const { low, high } = packages[own].outcomes['debtToGdpEnd2040']
    expect([p10, p90].map(path => path[path.length - 1])).toEqual([low, high])
    // Those of an area are read of the same simulations.
    const paths = ['debtToGdp']
    const ofArea = { settings, policies, assumptions: {}, paths, area: 'CN-LN', auditEvery: 0 }
    const areaParts = await pool.parts('chances', { region: 'northeast' }, ofArea)
    const [, inArea] = await pool.ask('summary', { region: 'northeast' }, { parts: areaParts, paths })
    const { p90: there } = inArea.bands['debtToGdp']
    expect(there[there.length - 1]).toBe(packages[own].areas[0]!.outcomes['debtToGdpEnd2040'].high)
  }, 60_000)
})
