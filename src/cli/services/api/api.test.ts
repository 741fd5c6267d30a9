/** Tests the HTTP interface: it answers as the commands do, within its limits, and reveals nothing else of the machine. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sample } from 'fast-check'
import { scenarioProblems } from '../../../scenario/problems.ts'
import { scenarioCases } from '../../../scenario/cases-fixture.ts'
import { rulesOf } from '../../../scenario/rules.ts'
import { modelHash } from '../../../analysis/region/fingerprint.ts'
import { heartland } from '../../testing/command-line-fixture.ts'
import { questionNames } from '../../../questions/index.ts'
import { serveFolder, type Serving } from '../../commands/serve.ts'
import { openRegion } from '../../testing/open-fixture.ts'
import { type ApiSettings, standardLimits } from './open-api.ts'
import { openStore } from './store.ts'
import { thoroughly } from '../../../thorough-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'api-'))
writeFileSync(join(folder, 'index.html'), 'the app')
const faults: string[] = []
const serveWith = async (more: Partial<ApiSettings>): Promise<Serving> =>
  serveFolder(folder, {
    port: 0,
    api: {
      version: '1',
      token: undefined,
      store: undefined,
      limits: standardLimits(1),
      log: text => faults.push(text),
      ...more,
    },
  })

let main: Serving
beforeAll(async () => {
  main = await serveWith({ store: await openStore(':memory:', 'sources') })
}, 120_000)
afterAll(async () => {
  await main.close()
  rmSync(folder, { recursive: true })
  expect(faults).toEqual([])
})

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: any
}

type Settings = RequestInit & { readonly json?: unknown }

const ask = async (path: string, settings: Settings = {}, serving = main): Promise<Answer> => {
  const { json, headers, ...rest } = settings
  const sent =
    json === undefined
      ? { ...rest, ...(headers === undefined ? {} : { headers }) }
      : {
          method: 'POST',
          ...rest,
          headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
          body: JSON.stringify(json),
        }
  const answer = await fetch(new URL(path, serving.address), sent)
  const text = await answer.text()
  const isJson = /json/.test(answer.headers.get('content-type') ?? '')
  return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined }
}

const asJob = { prefer: 'respond-async' }
/** For a target that no setting reaches. */
const longSearch = {
  region: 'northeast',
  keep: ['regionOutputPerHead@2035 >= 1000'],
  with: ['publicInvestment', 'swapPace'],
  settings: 100_000,
}
const scenario = { format: 2, name: 'more', region: 'CN-LN', policy: { publicInvestment: { value: 1 } } }

describe('a question', () => {
  it('is answered as the command answers it, to the letter', async () => {
    const asked = { region: 'CN-LN', set: { publicInvestment: 1 }, years: '2030' }
    const { status, text } = await ask('/v1/run', { json: asked })
    const { out } = await heartland('run CN-LN --set publicInvestment=1 --years 2030 --json')
    expect([status, text]).toEqual([200, out])
  })

  it('may send the scenario instead of the region', async () => {
    const { body } = await ask('/v1/run', { json: { scenario, years: 2030 } })
    const { out } = await heartland('run CN-LN --set publicInvestment=1 --years 2030 --json')
    expect(body.outcomes).toEqual(JSON.parse(out).outcomes)
  })

  it('is answered from the store when it was asked before, in whatever order', async () => {
    const first = await ask('/v1/run', { json: { region: 'CN-HL', years: '2031' } })
    const second = await ask('/v1/run', { json: { years: '2031', region: 'CN-HL' } })
    expect([first, second].map(({ headers }) => headers.get('x-heartland-store'))).toEqual([null, 'hit'])
    expect(second.text).toBe(first.text)
  })

  it('is described so that generators of clients can read it', async () => {
    const { body } = await ask('/v1/openapi.json')
    for (const [path, methods] of Object.entries<Record<string, any>>(body.paths)) {
      const named = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
      expect(
        named.filter(name => !/^[a-z]+$/.test(name!)),
        path,
      ).toEqual([])
      for (const { parameters = [], responses } of Object.values(methods)) {
        const stated = parameters.filter((one: any) => one.in === 'path' && one.required)
        expect(stated.map((one: any) => one.name).toSorted(), path).toEqual(named.toSorted())
        const { schema = {} } = responses['200']?.content?.['application/json'] ?? { schema: { type: 'none' } }
        expect(schema.type ?? schema.anyOf ?? schema.$ref, path).toBeDefined()
      }
    }
    const operations = Object.values<any>(body.paths).flatMap(methods => Object.values<any>(methods))
    const ids = operations.flatMap(({ operationId }) => operationId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('can be each declared question, and an ensemble', async () => {
    const { body } = await ask('/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const asked = Object.entries<any>(body.paths).filter(([, { post }]) => post?.tags?.[0] === 'questions')
    expect(asked.map(([path]) => path).toSorted()).toEqual(
      [...questionNames, 'ensemble'].map(name => `/v1/${name}`).toSorted(),
    )
  })

  it.each([
    ['an unknown region', { region: 'north' }, /unknown region 'north'/, /未知的地区/],
    ['a path', { region: '../northeast' }, /unknown region/, /未知的地区/],
    ['a scenario file', { region: 'more.json' }, /a region is asked for here/, /此处应填地区/],
    ['a file as policy', { region: 'CN-LN', policy: 'package.json' }, /neither a package/, /既不是/],
    ['an unknown part', { region: 'CN-LN', packs: '/etc' }, /unknown field packs/, /packs/],
    ['a value that is none', { region: { a: 1 } }, /region: /, /region：/],
    ['a lever out of bounds', { region: 'CN-LN', set: { publicInvestment: 100 } }, /out of bounds/, /超出范围/],
    ['a number in words', { region: 'CN-LN', set: { publicInvestment: '1' } }, /set/, /set/],
    ['no region', {}, /region is missing/, /缺少 region/],
    ['two regions', { scenario, region: 'CN-JL' }, /'CN-JL', but the scenario is of 'CN-LN'/, /属于“CN-LN”/],
    ['a faulty scenario', { scenario: { region: 'CN-LN', name: 'x', policy: [] } }, /policy/, /policy/],
  ])('with %s is refused in both languages', async (_, json, english, chinese) => {
    const { status, headers, body } = await ask('/v1/run', { json })
    // 400 where the body does not fit the description, 422 where it asks for what there is not.
    expect([400, 422]).toContain(status)
    expect(headers.get('content-type')).toMatch('application/problem+json')
    expect(body.detail).toMatch(english)
    expect(body.messages[0].text.zh).toMatch(chinese)
  })

  it('with figures that have faults names each, by row and column', async () => {
    const { status, body } = await ask('/v1/actuals', { json: { region: 'CN-LN', figures: 'series\nbirths' } })
    expect(status).toBe(422)
    expect(body.detail).toMatch(/figures.csv, row 1: the header lacks the column 'area'/)
    expect(body.messages[0].text.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it('about a round finds the rounds of its region that the store keeps, to the last digit', async () => {
    const round = { date: '2026-03-01', region: 'CN-JL', name: 'spring' }
    expect((await ask('/v1/round', { json: round })).body).toMatchObject({ name: 'spring', against: null })
    const { body } = await ask('/v1/round', { json: { region: 'Jilin' } })
    expect([body.against, body.parts, body.rounds.length]).toEqual(['spring', [], 1])
    for (const { before, after } of body.revision) expect(after).toBe(before)
    const [{ id }] = (await ask('/v1/results?question=round')).body.filter((one: any) => one.asked.parts.name)
    expect((await ask(`/v1/results/${id}`)).body.result.capsule).toMatch(/^[\w+/=]+$/)
    expect((await ask('/v1/round', { json: { region: 'CN-LN' } })).body.against).toBe(null)
    expect((await ask('/v1/round', { json: round })).status).toBe(422)
    // Records of several rounds are more than other questions may be sent.
    const rounds = []
    for (const name of ['a', 'b', 'c'])
      rounds.push((await ask('/v1/round', { json: { ...round, region: 'CN-HL', name, rounds: [] } })).body)
    expect(JSON.stringify(rounds).length).toBeGreaterThan(2 ** 20)
    const several = await ask('/v1/round', { json: { region: 'CN-HL', against: 'b', rounds } })
    expect([several.status, several.body.against, several.body.rounds.length]).toEqual([200, 'b', 3])
  })

  it('without a part that may be one value or a list says that it is missing', async () => {
    const { status, body } = await ask('/v1/explain', { json: { region: 'CN-LN', policy: 'G' } })
    expect(status).toBe(400)
    expect(body.detail).toMatch(/^outcome: the field is missing; its type is string/)
    expect(body.messages[0].text.zh).toMatch(/^outcome：缺少此项/)
  })

  it('gets the verdict and the words of the one list of what is wrong with a scenario', {
    timeout: 120_000,
  }, async () => {
    const rules = rulesOf(openRegion('CN-LN'))
    const verdicts = new Set<number>()
    for (const one of sample(scenarioCases(rules), { numRuns: thoroughly(16, 6), seed: 20261126 })) {
      const expected = scenarioProblems(rules, one).map(({ message }) => message.text.zh)
      const stated = { region: 'CN-LN', set: one.policy, assume: one.assumptions }
      for (const asked of [stated, { scenario: { name: 'x', region: 'CN-LN', ...one } }]) {
        const { status, body } = await ask('/v1/run', { json: { ...asked, years: 2030 } })
        verdicts.add(status)
        expect([status, JSON.stringify(one)]).toEqual([expected.length === 0 ? 200 : 422, JSON.stringify(one)])
        const said: string[] = (body.messages ?? []).map(({ text }: { text: { zh: string } }) => text.zh)
        // Of a scenario that was sent, with the place in front.
        expect(said.map(text => expected.find(own => text.endsWith(own))).toSorted()).toEqual(expected.toSorted())
      }
    }
    expect([...verdicts].toSorted()).toEqual([200, 422])
  })

  it('is refused where it is no JSON, too long, or has no address', async () => {
    const post = (body: NonNullable<RequestInit['body']>, type: string) =>
      ask('/v1/run', { method: 'POST', body, headers: { 'content-type': type } })
    expect((await post('{', 'application/json')).status).toBe(400)
    for (const twice of [
      '{ "region": "CN-LN", "region": "CN-JL" }',
      '{ "scenario": { "name": "x", "region": "CN-LN", "policy": { "childAllowance": {}, "childAllowance": {} } } }',
    ]) {
      const { status, body } = await post(twice, 'application/json')
      expect([status, body.detail]).toEqual([400, expect.stringMatching(/the key '(region|childAllowance)' twice/)])
    }
    const encoded = await post(Buffer.from('{"region":"\xc1\xc9"}', 'latin1'), 'application/json; charset=gbk')
    expect(encoded.body.messages[0].code).toBe('api.encoding')
    const deep = await post(`{"region":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/json')
    expect([deep.status, deep.body.messages[0].code]).toEqual([400, 'api.deep'])
    expect((await post('', 'application/json')).body.messages[0].code).toBe('api.body')
    expect((await ask('/v1/record', { method: 'POST' })).status).toBe(400)
    expect((await post('region=CN-LN', 'text/plain')).body.messages[0].code).toBe('api.contentType')
    const long = await post(JSON.stringify({ region: 'x'.repeat(2 ** 20) }), 'application/json')
    expect([long.status, long.body.detail]).toEqual([413, expect.stringContaining('1024 KiB')])
    for (const nothing of ['/v1/nothing', '/v1/nothing%00', '/v1/%', '/v1/scenarios/%ff'])
      expect(await ask(nothing)).toMatchObject({ status: 404, body: { detail: expect.stringContaining('/v1/docs') } })
    expect((await ask('/v1/calibrate', { json: { region: 'CN-LN' } })).status).toBe(404)
  })
})

it('refuses methods that an address does not have, and names those that it has', async () => {
  for (const [path, allow] of [
    ['/v1/run', 'POST'],
    ['/v1/levers', 'GET, HEAD'],
    ['/v1/jobs/x', 'DELETE, GET, HEAD'],
    ['/v1/openapi.json', 'GET, HEAD'],
  ]) {
    const { status, headers, body } = await ask(path!, { method: 'PATCH', body: 'nothing of use' })
    expect([status, headers.get('allow'), body.messages[0].code]).toEqual([405, allow, 'api.method'])
  }
})

describe('lists and the documentation', () => {
  it('are those of the commands', async () => {
    expect((await ask('/v1/regions')).body).toContainEqual(
      expect.objectContaining({ id: 'northeast', chinese: '东北三省' }),
    )
    const { out } = await heartland('list levers --region CN-LN --json')
    expect((await ask('/v1/levers?region=CN-LN')).text).toBe(out)
    expect((await ask('/v1/docs')).text).toContain('swagger')
    for (const [address, detail] of [
      ['levers?regoin=CN-LN', 'after the ? it takes region'],
      ['levers?region=CN-LN&__proto__=1', 'after the ? it takes region'],
      ['levers?region=CN-LN&region=CN-JL', 'region: expected string, found array'],
      ['jobs?limit=5000', 'limit: must be at most 1000'],
      ['results?offset=-1', 'offset: must be at least 0'],
      ['scenarios?limit=5000', 'limit: must be at most 1000'],
    ] as const) {
      const { status, body } = await ask(`/v1/${address}`)
      expect([status, body.detail]).toEqual([400, expect.stringContaining(detail)])
    }
  })
})

describe('a job', () => {
  const finished = async (path: string): Promise<any> => {
    const events = (await ask(`${path}/events`)).text
    expect(events).toMatch(/event: end\ndata: .*\n\n$/)
    return JSON.parse(events.trim().split('\n').at(-1)!.replace('data: ', ''))
  }

  it('tells its progress, its result and its files, which are those of the command', async () => {
    const parts = { region: 'CN-LN', simulations: 16, traces: 0 }
    const started = await ask('/v1/ensemble', { json: parts, headers: asJob })
    expect([started.status, started.body.state]).toEqual([202, 'running'])
    const job = await finished(started.headers.get('location')!)
    expect(job).toMatchObject({ state: 'done', progress: { done: 16, all: 16 } })
    const out = join(folder, 'ensemble')
    const command = await heartland(['ensemble', 'CN-LN', '--members', '16', '--traces', '0', '--out', out, '--json'])
    expect(job.result).toEqual(JSON.parse(command.out))
    const bands = job.files.find((file: string) => file.endsWith('/bands.parquet'))
    const answer = await fetch(new URL(bands, main.address))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(join(out, 'bands.parquet')))
    const path = `/v1/jobs/${job.id}`
    for (const other of ['../../index.html', '%2e%2e/%2e%2e/index.html', 'nothing'])
      expect((await ask(`${path}/files/${other}`)).status).toBe(404)
    expect((await ask(path, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(path)).status).toBe(404)
  })

  it('is answered from the store when it was asked before, with its files and where they come from', async () => {
    const started = await ask('/v1/ensemble', {
      json: { traces: 0, simulations: 16, region: 'CN-LN' },
      headers: asJob,
    })
    const job = await finished(started.headers.get('location')!)
    expect(job).toMatchObject({ state: 'done', fromStore: true, result: { members: 16 } })
    const bytesAt = async (path: string) => Buffer.from(await (await fetch(new URL(path, main.address))).arrayBuffer())
    const own = readFileSync(join(folder, 'ensemble/bands.parquet'))
    expect(await bytesAt(job.files.find((file: string) => file.endsWith('/bands.parquet')))).toEqual(own)

    const [head, ...others] = (await ask('/v1/results?question=ensemble&region=CN-LN')).body
    const { linked, region } = openRegion('CN-LN')
    expect(head).toMatchObject({
      question: 'ensemble',
      asked: { parts: { region: 'CN-LN', simulations: 16, seed: 1 } },
      model: modelHash(linked.source),
      data: region.hash,
      program: 'sources',
    })
    expect([head.parameters, others]).toEqual([expect.stringMatching(/^[0-9a-f]{8,}$/), []])
    const { body } = await ask(`/v1/results/${head.id}`)
    expect(body.result).toEqual(job.result)
    expect(await bytesAt(body.files.find((file: string) => file.endsWith('/bands.parquet')))).toEqual(own)
    expect((await ask(`/v1/results/${head.id}/files/nothing`)).status).toBe(404)
    expect((await ask('/v1/results/nothing')).status).toBe(404)
    expect((await ask('/v1/results?colour=red')).status).toBe(400)
  })

  it('says what was wrong', async () => {
    const started = await ask('/v1/goal', { json: { region: 'CN-LN', keep: ['nothing@2035 <= 1'] }, headers: asJob })
    const job = await finished(started.headers.get('location')!)
    expect([job.state, job.problem.status]).toEqual(['failed', 422])
    expect(job.problem.messages[0].text.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it('is needed where files are written', async () => {
    const { status, body } = await ask('/v1/ensemble', { json: { region: 'CN-LN' } })
    expect([status, body.detail]).toEqual([400, expect.stringContaining('respond-async')])
  })

  it('makes room for others when it is stopped', async () => {
    const { body } = await ask('/v1/goal', { json: longSearch, headers: asJob })
    // One at a time is answered: this one waits until the job is stopped.
    const waiting = ask('/v1/value', { json: { region: 'x' } })
    expect((await ask(`/v1/jobs/${body.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await waiting).status).toBe(422)
  })
})

describe('scenarios of a team', () => {
  it('are kept with their history, and nobody overwrites what another changed', async () => {
    const made = await ask('/v1/scenarios', { json: { owner: 'Li', notes: 'for Monday', scenario } })
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"'])
    const path = made.headers.get('location')!
    const change = (version: string, value: number) =>
      ask(path, {
        method: 'PUT',
        json: { owner: 'Wang', scenario: { ...scenario, policy: { publicInvestment: { value } } } },
        headers: { 'if-match': version },
      })
    expect((await change('', 2)).status).toBe(428)
    expect((await change('"1"', 2)).body).toMatchObject({ version: 2, owner: 'Wang' })
    const late = await change('"1"', 3)
    expect([late.status, late.body.detail]).toEqual([412, expect.stringContaining('version 2')])
    expect((await ask('/v1/scenarios')).body).toHaveLength(1)
    expect((await ask(`${path}/history`)).body.map(({ owner }: { owner: string }) => owner)).toEqual(['Li', 'Wang'])
    const again = await ask('/v1/run', { json: { scenario: (await ask(path)).body.scenario, years: 2030 } })
    expect(again.body.scenario.policy.publicInvestment).toEqual({ value: 2 })
    expect((await ask(path, { method: 'DELETE', headers: { 'if-match': '"2"' } })).status).toBe(204)
    expect((await ask(path)).status).toBe(404)
  })

  it.each([
    ['an unknown part', { polcy: {} }, /did you mean 'policy'/],
    ['a lever out of bounds', { policy: { publicInvestment: { value: 100 } } }, /out of bounds/],
    ['a year before the start', { policy: { publicInvestment: { value: 1, start: 1990 } } }, /1990/],
    ['a region that can be nobody’s', { region: '../northeast' }, /unknown region/],
    ['a distribution of no parameter', { distributions: { none: { kind: 'uniform', low: 0, high: 1 } } }, /none/],
  ])('with %s are not stored, and refused as a run of them is', async (_, part, detail) => {
    const wrong = { ...scenario, ...part }
    const before = (await ask('/v1/scenarios')).body
    const stored = await ask('/v1/scenarios', { json: { scenario: wrong } })
    expect([stored.status, stored.body.detail]).toEqual([422, expect.stringMatching(detail)])
    const run = await ask('/v1/run', { json: { scenario: wrong } })
    expect([run.status, run.body.messages]).toEqual([422, stored.body.messages])
    expect((await ask('/v1/scenarios')).body).toEqual(before)
  })

  it('are not changed to what a run would refuse', async () => {
    const { headers, body } = await ask('/v1/scenarios', { json: { scenario } })
    const path = headers.get('location')!
    const json = { scenario: { ...scenario, policy: { publicInvestment: { value: 100 } } } }
    const { status } = await ask(path, { method: 'PUT', json, headers: { 'if-match': '"1"' } })
    expect([status, (await ask(path)).body]).toEqual([422, body])
  })

  it.each(['   ', 'x'.repeat(201), 'half \ud800'])('with the name %j are not stored', async name => {
    const { status } = await ask('/v1/scenarios', { json: { scenario: { ...scenario, name } } })
    expect(status).toBe(422)
  })

  it.each(['owner', 'notes'])('with control characters in %s are not stored', async name => {
    const { status, body } = await ask('/v1/scenarios', { json: { scenario, [name]: 'a\0b' } })
    expect([status, body.detail]).toEqual([400, expect.stringContaining(`${name}: may not hold control characters`)])
  })

  it("of readers' own regions, which are in their browsers only, are kept as they are", async () => {
    const sent = { ...scenario, region: 'my-region' }
    const { format: _, ...kept } = sent
    const { status, body } = await ask('/v1/scenarios', { json: { scenario: sent } })
    expect([status, body.scenario]).toEqual([201, expect.objectContaining({ ...kept, financing: 'half' })])
  })
})

describe('the limits', () => {
  it('stop what takes too long, refuse what must wait, and ask for the token', async () => {
    const limits = { ...standardLimits(1), seconds: 0.3, waiting: 0, unfinishedJobs: 1, aMinute: 9 }
    const serving = await serveWith({ limits, token: 'a token of many letters' })
    const headers = { authorization: 'Bearer a token of many letters' }
    try {
      const without = await ask('/v1/jobs', {}, serving)
      expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect((await ask('/v1/jobs', { headers: { authorization: 'Bearer no' } }, serving)).status).toBe(401)
      expect((await ask('/', {}, serving)).text).toBe('the app')

      const many = { json: { region: 'CN-LN', simulations: 1e7 }, headers: { ...headers, ...asJob } }
      const refused = await ask('/v1/ensemble', many, serving)
      expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('at most 1,000,000')])

      const search = { json: longSearch, headers: { ...headers, ...asJob } }
      const { body } = await ask('/v1/goal', search, serving)
      expect((await ask('/v1/goal', search, serving)).status).toBe(503)
      const busy = await ask('/v1/run', { json: { region: 'CN-LN' }, headers }, serving)
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5'])
      await ask(`/v1/jobs/${body.id}`, { method: 'DELETE', headers }, serving)
      const slow = await ask('/v1/record', { json: { region: 'northeast' }, headers }, serving)
      expect([slow.status, slow.body.detail]).toEqual([504, expect.stringContaining('0.3 seconds')])
      expect((await ask('/v1/scenarios', { headers }, serving)).body.detail).toContain('--store')
      for (let tries = 0; tries < 4; tries++) await ask('/v1/jobs', { headers }, serving)
      const often = await ask('/v1/jobs', { headers }, serving)
      expect([often.status, often.body.messages[0].code]).toEqual([429, 'api.often'])
      // Whoever guesses a token has no more tries than others have questions.
      const guess = { headers: { authorization: 'Bearer no', 'x-forwarded-for': '203.0.113.10' } }
      const guesses: number[] = []
      for (let tries = 0; tries < 11; tries++) guesses.push((await ask('/v1/jobs', guess, serving)).status)
      expect([guesses[0], guesses.at(-1)]).toEqual([401, 429])
      // A proxy on this machine asks for others as well.
      const forOther = { ...headers, 'x-forwarded-for': '203.0.113.9' }
      expect((await ask('/v1/jobs', { headers: forOther }, serving)).status).toBe(200)
    } finally {
      await serving.close()
    }
  })

  it('count for whom a proxy asks, and believe no other machine that it is one', async () => {
    for (const [proxy, last] of [
      ['loopback', 200],
      ['127.0.0.0/8, 10.0.0.7', 200],
      ['uniquelocal', 429],
    ] as const) {
      vi.stubEnv('HEARTLAND_PROXY', proxy)
      const serving = await serveWith({ limits: { ...standardLimits(1), aMinute: 2 } })
      const statuses: number[] = []
      for (const end of [1, 2, 3])
        statuses.push((await ask('/v1/jobs', { headers: { 'x-forwarded-for': `203.0.113.${end}` } }, serving)).status)
      await serving.close()
      expect(statuses).toEqual([200, 200, last])
    }
    vi.stubEnv('HEARTLAND_PROXY', 'the-proxy')
    await expect(serveWith({ limits: standardLimits(1) })).rejects.toThrow(/'the-proxy' is no address/)
    vi.unstubAllEnvs()
  })

  it('keep the server on this machine unless there is a token', async () => {
    const { code, err } = await heartland('serve --host 0.0.0.0')
    expect([code, err]).toEqual([2, expect.stringContaining('HEARTLAND_TOKEN')])
  })
})
