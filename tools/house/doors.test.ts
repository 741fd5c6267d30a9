/** One question gets the same answer at every door: the same bits in the record, the same tables, the same refusal. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { array, constant, constantFrom, dictionary, double, integer, oneof, option, record, sample } from 'fast-check'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { regionAnswers } from '../../src/app/worker/serve.ts'
import { openOnWasm } from '../../src/analysis/region/wasm-region.ts'
import { addApi, standardLimits } from '../../src/cli/services/api/open-api.ts'
import { frameBytes, framesOf } from '../../src/cli/services/engine/frames.ts'
import { answer as engineAnswer } from '../../src/cli/services/engine/questions.ts'
import { keepRegions } from '../../src/cli/services/engine/regions.ts'
import { offOption, optionNamed } from '../../src/cli/input/common-options.ts'
import { heartland } from '../../src/cli/testing/command-line-fixture.ts'
import { mcpServer } from '../../src/cli/services/mcp/server.ts'
import { openRegion } from '../../src/cli/testing/open-fixture.ts'
import { told } from '../../src/cli/terminal/problems.ts'
import type { OutsidePaths } from '../../src/engine/outside.ts'
import type { Assumptions, Policy } from '../../src/engine/scenario.ts'
import { ask, openRegion as openForPrograms, type Region } from '../../src/library/node.ts'
import { regimes } from '../../src/model/regimes.ts'
import { reportFrames } from '../../src/questions/core/frames.ts'
import type { AnyQuestion, QuestionInput } from '../../src/questions/core/question.ts'
import type { Report } from '../../src/questions/core/report.ts'
import { schemaOf } from '../../src/questions/core/schema.ts'
import { type DeclaredName, questionCalled, questionNames } from '../../src/questions/index.ts'
import { scenarioCases } from '../../src/scenario/cases-fixture.ts'
import { financingWords, policyOf, statesFinancing } from '../../src/scenario/scenario.ts'
import { readLink } from '../../src/scenario/link.ts'
import { outsideProblems } from '../../src/scenario/paths.ts'
import { scenarioProblems } from '../../src/scenario/problems.ts'
import { rulesOf } from '../../src/scenario/rules.ts'
import { assumptionWords, pathWords, settingWords } from '../../src/scenario/words.ts'
import { thoroughly } from '../../src/thorough-fixture.ts'
import { noTask } from '../../src/threads/task.ts'

const region = 'CN-JL'

/** A scenario as it is stated, before any door has read it. */
interface Asked {
  readonly policy?: string | undefined
  readonly set: Policy
  readonly assume: Assumptions
  readonly outside: OutsidePaths
  readonly regime?: string | undefined
  readonly financing?: string | undefined
}

type Inputs = Readonly<Record<string, unknown>>

/** An answer: its figures and tables, as far as a door gives them, or the words of its refusal. */
interface Answer {
  readonly record?: unknown
  readonly tables?: unknown
  readonly refused?: string
}

const stated = (asked: Asked): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(asked).filter(([, one]) => typeof one === 'string' || Object.keys(one as object).length > 0),
  )

const wordsOf = ({ policy, set, assume, outside, regime, financing }: Asked): string[] => [
  ...(policy === undefined ? [] : ['--policy', policy]),
  ...(regime === undefined ? [] : ['--regime', regime]),
  ...(financing === undefined ? [] : ['--financing', financing]),
  ...Object.entries(set).map(([name, setting]) => `--set=${settingWords(name, setting)}`),
  ...Object.entries(assume).map(([name, value]) => `--assume=${assumptionWords(name, value)}`),
  ...Object.entries(outside).map(([name, setting]) => `--path=${pathWords(name, setting)}`),
]

/** The subject of a question and its inputs, as words of the command line. */
const questionWords = ({ name, about, argument }: AnyQuestion, inputs: Inputs): string[] => {
  const places = about === 'two' ? ['first', 'second'] : argument === undefined ? [] : [argument]
  return [
    name,
    ...(places.length === 0 ? [region] : [...places.map(place => String(inputs[place])), '--region', region]),
    ...Object.entries(inputs).flatMap(([input, value]) => {
      if (places.includes(input)) return []
      if (value === false) return [offOption(input)]
      return value === true ? [optionNamed(input)] : [optionNamed(input), [value].flat().join(',')]
    }),
  ]
}

const tablesOf = (tables: ReadonlyArray<{ readonly id: string; readonly rows: unknown }>): unknown =>
  tables.map(({ id, rows }) => ({ id, rows }))

const refusal = (problem: unknown): Answer => ({ refused: told(problem).text })

const server = fastify()
const client = new Client({ name: 'test', version: '1' })
const regions = keepRegions()
const program = { ...openOnWasm(openRegion(region).region), files: openRegion(region).files }
const worker = regionAnswers(async () => program) as Readonly<
  Record<'report', (asked: unknown, task: typeof noTask) => Promise<Report>>
>
let opened: Region
beforeAll(async () => {
  await addApi(server, {
    version: '1',
    token: undefined,
    store: undefined,
    limits: { ...standardLimits(1), aMinute: 1_000_000 },
    log: text => {
      throw new Error(text)
    },
  })
  const [here, there] = InMemoryTransport.createLinkedPair()
  await Promise.all([client.connect(here), mcpServer().connect(there)])
  opened = await openForPrograms(region)
}, 120_000)
afterAll(async () => {
  await client.close()
  await server.close()
})

type Door = (of: AnyQuestion, asked: Asked, inputs: Inputs) => Promise<Answer>

const npm: Door = async ({ name }, asked, inputs) => {
  try {
    const { record: found, tables } = await ask(name as DeclaredName, opened, { ...stated(asked), ...inputs })
    return { record: found, tables: tablesOf(tables) }
  } catch (problem) {
    return refusal(problem)
  }
}

/** Also writes the address of the scenario in the app, which the page of the app then opens. */
const command =
  (write: (address: string | undefined) => void): Door =>
  async (of, asked, inputs) => {
    const { about } = of
    const link = about === 'scenario' ? ['--link'] : []
    const { code, out, err } = await heartland([...questionWords(of, inputs), '--json', ...wordsOf(asked), ...link])
    write(/#\/\S+/.exec(err)?.[0])
    return code === 0 ? { record: JSON.parse(out) } : { refused: err.replaceAll(/^heartland: /gm, '').trim() }
  }

const http: Door = async ({ name }, asked, inputs) => {
  const payload = { region, ...stated(asked), ...inputs }
  const { statusCode, body } = await server.inject({ method: 'POST', url: `/v1/${name}`, payload })
  const found = JSON.parse(body) as { readonly detail: string }
  return statusCode === 200 ? { record: found } : { refused: found.detail }
}

const mcp: Door = async ({ name }, asked, inputs) => {
  const given = { region, ...stated(asked), ...inputs }
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: given })
  if (isError === true) return { refused: (content as Array<{ text: string }>)[0]!.text }
  // A large record gives way to the tables of its report.
  const { record: found, tables } = structuredContent as { record?: object; tables?: any }
  return found === undefined ? { tables: tables === undefined ? undefined : tablesOf(tables) } : { record: found }
}

/** As the packages for Python and R speak with the program: in frames, with tables in Arrow. */
const engine: Door = async ({ name }, asked, inputs) => {
  const head = { ask: 'question', region: { region }, name, body: { ...stated(asked), ...inputs } }
  try {
    for await (const frame of framesOf(
      (async function* () {
        yield frameBytes({ head, tables: [] })
      })(),
    )) {
      const { result, tables = [] } = await engineAnswer({ regions, call: async () => {} }, frame)
      const sent = frameBytes({ head: { result }, tables })
      for await (const back of framesOf(
        (async function* () {
          yield sent
        })(),
      )) {
        const { record: found, heads } = back.head['result'] as { record: unknown; heads: Array<{ id: string }> }
        const read = back.tables.map((bytes, at) => {
          const table = tableFromIPC(bytes)
          const columns = table.names.map(column => table.getChild(column).toArray() as ArrayLike<unknown>)
          const rows = Array.from({ length: table.numRows }, (_, row) => columns.map(cells => cells[row]))
          return { id: heads[at]!.id, rows }
        })
        return { record: found, tables: tablesOf(read) }
      }
    }
  } catch (problem) {
    return refusal(problem)
  }
  throw new Error('The engine gave no answer.')
}

/** The address of a page that a person writes. */
const addressOf = ({ set, assume, outside, financing }: Asked): string => {
  const signs = { set: 'path', add: 'pathadd', times: 'pathtimes', given: 'given' } as const
  return `#/what-if?${[
    `region=${region}`,
    ...(financing === undefined ? [] : [`financing=${financing}`]),
    ...Object.entries(set).map(([lever, one]) => `set=${encodeURIComponent(settingWords(lever, one))}`),
    ...Object.entries(assume).map(([one, value]) => `assume=${encodeURIComponent(assumptionWords(one, value))}`),
    ...Object.entries(outside).map(
      ([path, one]) => `${signs[one.change]}=${encodeURIComponent(pathWords(path, one).replace(/[+*=]=/, '='))}`,
    ),
  ].join('&')}`
}

/** From the address of a page to the tables that it shows. */
const app =
  (address: string): Door =>
  async ({ name, inputs: declared }, _, inputs) => {
    const { link, problem } = readLink(address)!
    expect(problem, address).toBeUndefined()
    const { assumptions, outside = {} } = link.scenario
    // Pages start some questions with fewer simulations.
    const standard = Object.entries(declared as Record<string, QuestionInput>).flatMap(([input, one]) => {
      const { default: value } = schemaOf(one)
      return value === undefined ? [] : [[input, value] as const]
    })
    const { first, second, ...own } = inputs
    const given = Object.fromEntries([
      ...standard,
      ...Object.entries(own).map(([input, value]) => [input, Array.isArray(value) ? value.join(',') : value]),
    ])
    const two = first === undefined ? {} : { two: [first, second] }
    const scenario = { name: 'baseline', policy: policyOf(link.scenario), assumptions }
    const input = { question: name, given, scenario, ...two }
    try {
      const report = await worker.report(structuredClone({ region, outside, input }), noTask)
      return { tables: tablesOf(reportFrames(structuredClone(report), 'en')) }
    } catch (wrong) {
      return refusal(wrong)
    }
  }

const rules = rulesOf(openRegion(region))
const paths: Parameters<typeof record>[0] = {
  change: constantFrom('set', 'add', 'times', 'given'),
  pieces: array(record({ value: double({ min: -3, max: 3, noNaN: true }), from: integer({ min: 2026, max: 2039 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
}

const cases = record({
  stated: scenarioCases(rules),
  policy: option(constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), { nil: undefined, freq: 2 }),
  regime: option(constantFrom(...regimes.map(({ id }) => id)), { nil: undefined, freq: 3 }),
  financing: option(constantFrom(...financingWords), { nil: undefined, freq: 3 }),
  outside: oneof(
    { weight: 3, arbitrary: constant({}) },
    { weight: 1, arbitrary: dictionary(constantFrom(...rules.paths.keys()), record(paths), { maxKeys: 2 }) },
  ),
}).map(
  ({ stated: { policy: set, assumptions: assume }, financing, policy, ...rest }): Asked =>
    JSON.parse(
      JSON.stringify({
        ...rest,
        policy,
        set,
        assume,
        // Financing is stated once: a link that states it twice is read, and a command refuses it.
        ...(statesFinancing(set) || policy !== undefined ? {} : { financing }),
      }),
    ) as Asked,
)

const isFine = ({ set, assume, outside }: Asked): boolean =>
  scenarioProblems(rules, { policy: set, assumptions: assume }).length === 0 &&
  outsideProblems(rules, outside).length === 0

/** Of the generated scenarios those that can be run. */
const drawn = (many: number): Asked[] =>
  sample(cases, { numRuns: 12 * many, seed: 20261130 })
    .filter(isFine)
    .slice(0, many)

const count = thoroughly(200, 12)

/** The first place at which two answers differ: a long record says less than the one figure. */
const difference = (one: unknown, other: unknown, place = ''): string[] => {
  if (Object.is(one, other)) return []
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return [`${place}: ${String(one)}, and ${String(other)} at npm`]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  for (const key of keys) {
    const found = difference(one[key as keyof typeof one], other[key as keyof typeof other], `${place}/${key}`)
    if (found.length > 0) return found
  }
  return []
}

const tableIds = ({ tables }: Answer): string[] =>
  ((tables ?? []) as ReadonlyArray<{ readonly id: string }>).map(({ id }) => id)

/** A page begins with a choice that other doors leave open: some tables more, or not all at once. */
const inBoth = (answer: Answer, other: Answer): Answer => {
  if (answer.tables === undefined || other.tables === undefined) return answer
  const ids = new Set(tableIds(other))
  const tables = (answer.tables as ReadonlyArray<{ readonly id: string }>).filter(({ id }) => ids.has(id))
  expect(tables.length).toBeGreaterThan(0)
  return { ...answer, tables }
}

const plain = (answer: Answer): Answer => JSON.parse(JSON.stringify(answer)) as Answer

/** The answers of doors that differ from those of the package for programs, and whether that one refuses. */
const compared = async (name: DeclaredName, asked: Asked, inputs: Inputs) => {
  const of = await questionCalled(name)
  // The server answers in a thread of its own.
  const served = http(of, asked, inputs)
  const expected = plain(await npm(of, asked, inputs))
  let written: string | undefined
  const found = {
    command: await command(address => {
      written = address
    })(of, asked, inputs),
    mcp: await mcp(of, asked, inputs),
    engine: await engine(of, asked, inputs),
    http: await served,
    // Pages of the app that are made by hand, or when the app is built, and show no report of a worker.
    ...(name === 'answer' || name === 'record'
      ? {}
      : asked.policy === undefined && asked.regime === undefined
        ? { 'app, by hand': await app(addressOf(asked))(of, asked, inputs) }
        : written === undefined
          ? {}
          : { app: await app(written)(of, asked, inputs) }),
  }
  const others = Object.entries(found).flatMap(([door, given]) => {
    const isPage = door.startsWith('app')
    const one = plain(isPage ? inBoth(given, expected) : given)
    const wanted = isPage ? inBoth(expected, given) : expected
    const same =
      one.refused === undefined && expected.refused === undefined
        ? difference(one, Object.fromEntries(Object.keys(one).map(part => [part, wanted[part as keyof Answer]])))
        : difference(one.refused, expected.refused)
    return same.map(text => `${name}, ${door}${text}, of ${JSON.stringify({ ...asked, ...inputs })}`)
  })
  return { others, isRefused: expected.refused !== undefined }
}

it(`${count} scenarios give the same numbers at every door`, { timeout: 300_000 }, async () => {
  const others: string[] = []
  let refused = 0
  for (const asked of drawn(count)) {
    const found = await compared('run', asked, { years: [2027, 2033, 2040] })
    others.push(...found.others)
    if (found.isRefused) refused++
  }
  expect(others).toEqual([])
  expect(refused).toBeLessThan(count / 5)
})

/** What an opening in 2026 needs, of an area by id or name. */
const of2025 = [
  'nominalOutput,CN-JL,2025,1497.39,CNY bn/year,communique',
  'outputGrowth,CN-JL,2025,0.05,1/year,communique',
  'births,吉林,2025,0.071,person m/year,communique',
  'deaths,吉林,2025,0.217,person m/year,communique',
]

const former = await heartland([
  'round',
  region,
  '--name',
  'spring',
  '--date',
  '2026-03-01',
  '--rounds',
  mkdtempSync(join(tmpdir(), 'doors-')),
  '--json',
])

/** Of questions that need an input. */
const needed: Readonly<Partial<Record<DeclaredName, Inputs>>> = {
  books: { at: '2035Q4' },
  compare: { first: 'A', second: 'G' },
  explain: { outcome: 'regionDebtToGdp@2035' },
  goal: { keep: ['regionDebtToGdp@2035 <= 0.9'], with: ['childAllowance'], simulations: 50 },
  trace: { variable: 'regionDebtToGdp', year: 2030 },
  discover: { fails: ['regionDebtToGdp@2035 >= 1.25'], simulations: 100, modelError: false },
  list: { list: 'levers' },
  evidence: { walks: 2 },
  answer: { simulations: 8 },
  // All settings take longer than a client of an assistant waits.
  standing: { reduced: true },
  actuals: {
    figures: [
      'series,area,year,value,unit,source',
      ...of2025,
      'ownRevenue,吉林,2025,120,CNY bn/year,accounts',
      '',
    ].join('\n'),
  },
  round: { rounds: `${former.out}\n` },
  value: { with: ['publicInvestment', 'childAllowance'] },
}

const scenario: Asked = {
  set: { publicInvestment: { value: 2, start: 2028 } },
  assume: { wageFromSlack: 0.4 },
  outside: { nationalGrowth: { change: 'set', pieces: [{ value: 4, from: 2028 }] } },
}

/** The same with an outcome that is held, and who judges so. */
const judged: Asked = {
  ...scenario,
  outside: {
    ...scenario.outside,
    [`growth(output[${region}])`]: {
      change: 'set',
      pieces: [{ value: 4, from: 2027 }],
      through: ['exports', 'consumption'],
      by: 'Li',
      why: 'orders; 订单',
    },
  },
}

/** Questions that are asked with a judgement: ensembles, members and the central run carry it. */
const withJudgement: readonly string[] = ['judgement', 'run', 'answer', 'debt']

/** A check compares a region with others that only a command has on its disk. */
const quick = questionNames.filter(name => name !== 'check')

it.each(quick)('%s gives the same numbers at every door', { timeout: 300_000, tags: ['thorough'] }, async name => {
  const { about, inputs } = await questionCalled(name)
  const { minimum } = inputs.simulations === undefined ? {} : schemaOf(inputs.simulations)
  const stands = withJudgement.includes(name) ? judged : scenario
  const asked = about === 'scenario' ? stands : { ...stands, set: {} }
  const few = minimum === undefined ? {} : { simulations: Math.max(20, minimum) }
  const { others, isRefused } = await compared(name, asked, { ...few, ...needed[name] })
  // Of one area there is no league, in the same words at every door.
  expect([others, isRefused]).toEqual([[], name === 'league'])
})
