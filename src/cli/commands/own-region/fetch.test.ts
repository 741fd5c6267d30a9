/** Tests that `heartland fetch` fills the template of a state, keeps the answers, and says what could not be fetched. */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvFormat, csvParse } from 'd3-dsv'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { filled, recipesOf } from '../../../regions/country/fetched.ts'
import { countryTablesOf } from '../../../regions/country/on-demand.ts'
import { heartland } from '../../testing/command-line-fixture.ts'
import { answerFrom } from './fetch.ts'

const answers = fileURLToPath(new URL('../../../regions/country/answers', import.meta.url))
const recipes = recipesOf(countryTablesOf('US')!)!

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heartland-fetch-'))
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const years = Array.from({ length: 11 }, (_, at) => 2013 + at)

/** A folder with the answers of all recipes but some, as an earlier call would have kept them. */
const keptIn = (name: string, without: readonly string[] = []): string => {
  const out = join(folder, name)
  mkdirSync(join(out, 'raw'), { recursive: true })
  const index = new Map(
    recipes
      .filter(({ source }) => !without.includes(source))
      .map(({ source, address, format }) => {
        const file = `${source}.${format === 'csv' ? 'csv' : 'json'}`
        cpSync(join(answers, file), join(out, 'raw', file))
        const sha256 = createHash('sha256')
          .update(readFileSync(join(answers, file)))
          .digest('hex')
        const place = { fips: '26', area: 'MI', from: '2013', to: '2023', years: years.join(',') }
        return [source, { file: `raw/${file}`, address: filled(address, place), date: '2026-11-30', sha256 }]
      }),
  )
  writeFileSync(join(out, 'raw/index.csv'), csvFormat([...index.values()]))
  return out
}

/** Texts of all files of a folder by path. */
const textsIn = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map(path => [path.slice(out.length), readFileSync(path, 'utf8')]),
  )

const valueIn = (out: string, series: string, year: number) =>
  csvParse(readFileSync(join(out, 'US-MI/series.csv'), 'utf8')).find(
    row => row['series'] === series && row['year'] === String(year),
  )

describe('from answers that are kept', () => {
  it('fills the template, which is imported and opens', async () => {
    const out = keptIn('whole')
    const { code, err } = await heartland(['fetch', 'Michigan', '--out', out, '--offline'])
    expect(code, err).toBe(0)
    expect(err).toContain('births: 11 years, 2013 to 2023, from census-pep-2020, census-pep-2024\n')
    expect(valueIn(out, 'nominalOutput', 2023)).toEqual({
      series: 'nominalOutput',
      year: '2023',
      value: '658.992',
      unit: 'USD bn/year',
      source: 'bea-sagdp1-3',
    })
    const source = csvParse(readFileSync(join(out, 'sources.csv'), 'utf8')).find(({ id }) => id === 'bea-sagdp1-3')
    expect(source).toMatchObject({ what: expect.stringMatching(/fetched on 2026-11-30$/) })
    expect(source!['url']).toMatch(/^https:\/\/apps\.bea\.gov\/.*UserID=\{BEA_API_KEY\}.*GeoFips=26000&Year=2013,/)
    const brought = await heartland(['import', out, '--out', join(folder, 'brought')])
    expect(brought.code, brought.err).toBe(0)
    expect(brought.err).not.toContain('not read')
    const run = await heartland(['run', 'US-MI', '--packs', join(folder, 'brought'), '--json'])
    expect(run.code, run.err).toBe(0)
    expect(readFileSync(join(folder, 'brought/US-MI/figures.csv'), 'utf8')).toMatch(
      /^gdpBaseYear,,658\.992,USD bn\/year,2023,official,us-sagdp,/m,
    )
  })

  it('gives the same bytes again, and keeps what somebody filled in', async () => {
    const out = keptIn('again', ['census-govs-7'])
    const first = await heartland(['fetch', 'US-MI', '--out', out, '--offline'])
    expect(first.code, first.err).toBe(1)
    const texts = textsIn(out)
    expect(await heartland(['fetch', 'US-MI', '--out', out, '--offline'])).toEqual(first)
    expect(textsIn(out)).toEqual(texts)
    const file = join(out, 'US-MI/series.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ownRevenue,2019,[^,]+/m, 'ownRevenue,2019,71.5'))
    await heartland(['fetch', 'US-MI', '--out', out, '--offline'])
    expect(valueIn(out, 'ownRevenue', 2019)!['value']).toBe('71.5')
  })

  it('says what is not fetched, in Chinese too, and leaves the series whole', async () => {
    const out = keptIn('part', ['census-pep-2024'])
    const { code, err } = await heartland(['fetch', 'US-MI', '--out', out, '--offline', '--lang', 'zh'])
    expect(code).toBe(1)
    expect(err).toMatch(/^births：未抓取：raw\/census-pep-2024\.csv 中没有.*地址：https:\/\/www2\.census\.gov\//m)
    expect(err).toContain('（未变：births, deaths）')
    // None of the first ten years, which did come.
    expect(valueIn(out, 'births', 2015)!['source']).toBe('us-natality')
  })

  it('does not use one that was altered, or that is of another address', async () => {
    const out = keptIn('altered')
    writeFileSync(join(out, 'raw/fhfa-at-state.csv'), 'MI,2013,1,200\n')
    const index = join(out, 'raw/index.csv')
    writeFileSync(index, readFileSync(index, 'utf8').replace('LAUST260000000000003', 'LAUST180000000000003'))
    const { err } = await heartland(['fetch', 'US-MI', '--out', out, '--offline'])
    expect(err).toMatch(/^housePriceIndex: not fetched: raw\/fhfa-at-state\.csv keeps no unchanged answer/m)
    expect(err).toMatch(/^unemployment: not fetched: raw\/bls-laus-3\.json keeps no unchanged answer/m)
    expect(valueIn(out, 'housePriceIndex', 2013)!['source']).toBe('us-fhfa')
  })

  it('reads and writes no file beside its own', async () => {
    const out = keptIn('beside')
    const [secret, index] = [join(folder, 'secret.json'), join(out, 'raw/index.csv')]
    writeFileSync(secret, '{}')
    const row = `raw/../../secret.json,x,2026-11-30,${createHash('sha256').update('{}').digest('hex')}`
    writeFileSync(index, `${readFileSync(index, 'utf8')}\n${row}\n`)
    expect((await heartland(['fetch', 'US-MI', '--out', out, '--offline'])).code).toBe(0)
    expect(readFileSync(index, 'utf8')).not.toContain('secret')
  })
})

describe('over the network', () => {
  /** Answers of offices by host, in the place of the network; asked: the addresses. */
  const served = (answerTo: (address: URL) => string | undefined): string[] => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address)
      const text = answerTo(new URL(address))
      return text === undefined ? new Response('', { status: 404, statusText: 'Not Found' }) : new Response(text)
    })
    return asked
  }
  const fileOf = ({ host, href }: URL): string | undefined => {
    const recipe = recipes.find(one => href.startsWith(filled(one.address, { fips: '26' }).split('?')[0]!))
    const table = /TableName=(\w+)&LineCode=(\d)/.exec(href)
    if (host === 'apps.bea.gov') return `bea-${table![1]!.toLowerCase()}-${table![2]!}.json`
    return recipe && `${recipe.source}.${recipe.format === 'csv' ? 'csv' : 'json'}`
  }
  const textOf = (address: URL): string => readFileSync(join(answers, fileOf(address)!), 'utf8')
  const keys = { BEA_API_KEY: 'secret-of-bea', BLS_API_KEY: 'secret-of-bls', CENSUS_API_KEY: 'secret-of-census' }

  it('asks each address once, with keys that are kept nowhere, and needs no network the next time', async () => {
    for (const [name, key] of Object.entries(keys)) vi.stubEnv(name, key)
    const asked = served(address => textOf(address).replaceAll('{BEA_API_KEY}', 'secret-of-bea'))
    const out = join(folder, 'online')
    const { code, err } = await heartland(['fetch', 'US-MI', '--out', out])
    expect(code, err).toBe(0)
    expect(asked).toHaveLength(9)
    expect(asked.filter(address => /secret-of-(bea|bls|census)/.test(address))).toHaveLength(6)
    const texts = textsIn(out)
    for (const [path, text] of Object.entries(texts)) expect(text, path).not.toContain('secret')
    expect(err).not.toContain('secret')
    expect(texts['/raw/index.csv']).toMatch(/^raw\/fhfa-at-state\.csv,https:[^,]+,\d{4}-\d\d-\d\d,[\da-f]{64}$/m)
    vi.unstubAllEnvs()
    const none = served(() => undefined)
    expect((await heartland(['fetch', 'US-MI', '--out', out])).code).toBe(0)
    expect(none).toEqual([])
    expect(textsIn(out)).toEqual(texts)
  })

  it('names the key that is missing and where one gets it, and goes on', async () => {
    for (const name of Object.keys(keys)) vi.stubEnv(name, '')
    served(textOf)
    const out = join(folder, 'keyless')
    const { code, err } = await heartland(['fetch', 'US-MI', '--out', out])
    vi.unstubAllEnvs()
    expect(code).toBe(1)
    expect(err).toMatch(
      /^nominalOutput: not fetched: .*https:\/\/apps\.bea\.gov\/api\/signup\/, and put it into .* BEA_API_KEY\. Address: https:/m,
    )
    expect(err).toMatch(/^housePriceIndex: 11 years, 2013 to 2023, from fhfa-at-state$/m)
    expect(readdirSync(join(out, 'raw')).toSorted()).toEqual([
      'census-pep-2020.csv',
      'census-pep-2024.csv',
      'fhfa-at-state.csv',
      'index.csv',
    ])
  })

  it('keeps no answer that holds no figures, and none that is far from those of the program', async () => {
    for (const [name, key] of Object.entries(keys)) vi.stubEnv(name, key)
    served(address => {
      if (address.host === 'api.bls.gov') return '<html>Too many requests</html>'
      return address.host === 'www.fhfa.gov' ? textOf(address).replaceAll(/(\d)\.\d\d$/gm, '$10.00') : textOf(address)
    })
    const out = join(folder, 'wrong')
    const { code, err } = await heartland(['fetch', 'US-MI', '--out', out])
    vi.unstubAllEnvs()
    expect(code).toBe(1)
    expect(err).toMatch(/^employed: not fetched: the answer is no JSON.*“<html>Too many requests/m)
    expect(err).toMatch(/^housePriceIndex: not fetched: the answer gives 4\d+.* for 2023, and the tables .* 497\.75/m)
    expect(readdirSync(join(out, 'raw')).filter(name => /bls|fhfa/.test(name))).toEqual([])
  })

  it('writes nothing where nothing comes', async () => {
    for (const [name, key] of Object.entries(keys)) vi.stubEnv(name, key)
    served(() => undefined)
    const { code, err } = await heartland(['fetch', 'US-MI', '--out', join(folder, 'nothing')])
    vi.unstubAllEnvs()
    expect([code, existsSync(join(folder, 'nothing'))]).toEqual([1, false])
    expect(err).toMatch(/^residents: not fetched: the service refuses with status 404 Not Found;/m)
  })
})

describe('an address', () => {
  const quick = { seconds: 0.2, tries: 3, pause: 0.01 }
  /** A server on this machine gives these answers to one request after the other; the number of requests. */
  const against = async (replies: ReadonlyArray<(response: ServerResponse) => unknown>) => {
    let asked = 0
    const server = createServer((_, response) => void replies[Math.min(asked++, replies.length - 1)]!(response))
    await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const found = await answerFrom(address, quick).catch((problem: unknown) => (problem as Error).message)
    server.closeAllConnections()
    server.close()
    return { found, asked }
  }
  const status = (code: number) => (response: ServerResponse) => response.writeHead(code).end()
  const text = (response: ServerResponse) => response.end('whole')

  it('that is busy, or does not answer in time, is asked again', async () => {
    expect(await against([status(503), status(429), text])).toEqual({ found: 'whole', asked: 3 })
    expect(await against([() => undefined, text])).toEqual({ found: 'whole', asked: 2 })
  })

  it('that never answers, refuses, breaks off or is none is told', async () => {
    expect(await against([() => undefined])).toEqual({
      found: 'no answer comes within 0.2 seconds; try again later',
      asked: 3,
    })
    expect(await against([status(503)])).toMatchObject({ found: expect.stringMatching(/status 503/), asked: 3 })
    expect(await against([status(403)])).toMatchObject({ found: expect.stringMatching(/status 403/), asked: 1 })
    const half = (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 100 }).write('half')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await against([half])).toMatchObject({ found: expect.stringMatching(/^no answer comes \(/), asked: 3 })
    await expect(answerFrom('http://127.0.0.1:1/', quick)).rejects.toThrow(/^no answer comes \(/)
  })
})

it('is refused for a place without recipes, and for a folder with other files', async () => {
  const { code, err } = await heartland(['fetch', 'CN-ZJ'])
  expect([code, err]).toEqual([2, expect.stringMatching(/no recipes by which figures of CN-ZJ are fetched.* US\n$/)])
  mkdirSync(join(folder, 'full'))
  writeFileSync(join(folder, 'full/mine.txt'), '')
  const refused = await heartland(['fetch', 'US-MI', '--out', join(folder, 'full')])
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('already exists and has not been changed')])
})
