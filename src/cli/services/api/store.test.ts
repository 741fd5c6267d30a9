/**
 * Tests the store of scenarios and results: two writers lose nothing of each other, and nothing acknowledged is lost.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { recordMeasured } from '../../../../tools/promises/measured-fixture.ts'
import { ChangedMeanwhile, openStore, type ScenarioInput } from './store.ts'
import { addressOfPostgres } from './postgres-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true }))

const given = (name: string): ScenarioInput => ({
  name,
  owner: 'Wang',
  notes: '',
  content: { region: 'northeast', name },
})
const postgres = await addressOfPostgres()
const places = [
  ['SQLite', join(folder, 'a.sqlite')],
  ['PostgreSQL', postgres],
] as const

/** Random moments that a seed gives again. */
const numbersFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

describe.each(places)('the store in %s', (_, address) => {
  it.skipIf(address === undefined)(
    'keeps scenarios with their history, and refuses a change of an old version',
    async () => {
      const store = await openStore(address!, 'sources')
      const first = await store.create(given('first'))
      expect(first).toMatchObject({ version: 1, name: 'first', content: { region: 'northeast' } })
      const second = await store.change(first.id, 1, given('second'))
      await expect(store.change(first.id, 1, given('lost'))).rejects.toEqual(new ChangedMeanwhile(2))
      expect(await store.scenario(first.id)).toEqual(second)
      expect((await store.history(first.id)).map(({ name }) => name)).toEqual(['first', 'second'])
      expect(await store.scenarios()).toEqual([second])
      await store.remove(first.id, 2)
      expect(await store.scenarios()).toEqual([])
      expect(await store.scenario(first.id)).toBeUndefined()
      await expect(store.change(first.id, 3, given('back'))).rejects.toEqual(new ChangedMeanwhile(0))
      expect(await store.history(first.id)).toHaveLength(3)
      await store.close()
    },
  )

  it.skipIf(address === undefined)('lets one of many who change the same version through', async () => {
    const [one, other] = [await openStore(address!, 'sources'), await openStore(address!, 'sources')]
    const { id } = await one.create(given('start'))
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (__, at) => (at % 2 === 0 ? one : other).change(id, 1, given(`${at}`))),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const tried of tries) if (tried.status === 'rejected') expect(tried.reason).toEqual(new ChangedMeanwhile(2))
    await Promise.all([one.close(), other.close()])
  })

  it.skipIf(address === undefined)('finds a result by what was asked, of the same sources only', async () => {
    const [now, later] = [await openStore(address!, 'one'), await openStore(address!, 'two')]
    const asked = { name: 'run', parts: { region: 'northeast', years: '2030' } }
    const provenance = { region: 'northeast', model: 'm', data: 'd', parameters: 'p' }
    const bytes = Uint8Array.from({ length: 1000 }, (__, at) => at % 256)
    await now.keep(asked, { result: '{}', notes: 'a note', provenance }, [{ name: 'a/b.parquet', bytes }])
    await now.keep(asked, { result: 'another', notes: '' }, [{ name: 'c', bytes }])
    const sameInOtherOrder = { name: 'run', parts: { years: '2030', region: 'northeast' } }
    expect(await now.result(sameInOtherOrder)).toMatchObject({ result: '{}', notes: 'a note' })
    const [head, ...others] = await now.results({ question: 'run', region: 'northeast', limit: 9, offset: 0 })
    expect([head, others]).toEqual([expect.objectContaining({ ...provenance, asked: JSON.stringify(asked) }), []])
    expect((await now.resultAt(head!.key))!.files).toEqual(['a/b.parquet'])
    expect(new Uint8Array((await now.fileAt(head!.key, 'a/b.parquet'))!)).toEqual(bytes)
    expect(await now.results({ question: 'answer', limit: 9, offset: 0 })).toEqual([])
    expect(await now.result({ ...asked, parts: { region: 'CN-LN' } })).toBeUndefined()
    expect(await later.result(asked)).toBeUndefined()
    await Promise.all([now.close(), later.close()])
  })
})

describe.each(places)('a store of an earlier version in %s', (name, address) => {
  it.skipIf(address === undefined)('is brought up to date, with what is in it', async () => {
    const place = name === 'SQLite' ? join(folder, 'earlier.sqlite') : address!
    const before = await openStore(place, 'sources')
    const kept = await before.create(given('kept'))
    const asked = { name: 'run', parts: { region: 'CN-JL' } }
    await before.keep(asked, { result: '{}', notes: '' })
    await before.close()
    // As the first version left it.
    const database = await openDatabase(place)
    await sql`drop table file`.execute(database)
    for (const column of ['region', 'model', 'data', 'parameters'])
      await sql`alter table result drop column ${sql.ref(column)}`.execute(database)
    await sql`delete from kysely_migration where name = '2-provenance-and-files'`.execute(database)
    await database.destroy()
    const now = await openStore(place, 'sources')
    expect(await now.scenario(kept.id)).toEqual(kept)
    expect(await now.result(asked)).toMatchObject({ result: '{}', model: '', files: [] })
    await now.close()
  })
})

it.skipIf(postgres === undefined)('goes on when PostgreSQL has closed its connections', async () => {
  const [store, other] = [await openStore(postgres!, 'sources'), await openDatabase(postgres!)]
  const before = await store.create(given('before'))
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()`.execute(other)
  await other.destroy()
  // The end of a connection is noticed a moment later.
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(await store.scenario(before.id)).toEqual(before)
  await store.close()
})

/** A few; STORE_KILLS=100 by hand. */
const kills = Number(process.env['STORE_KILLS'] ?? 6)

interface Writer {
  readonly kill: () => Promise<unknown>
  /** Lines that it has printed. */
  readonly written: string[]
}

const startWriter = (address: string, shared: string): Writer => {
  const script = fileURLToPath(new URL('./writing-fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, address, shared], { stdio: ['ignore', 'pipe', 'inherit'] })
  const written: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop()!
    written.push(...lines)
  })
  const ended = new Promise(resolve => child.on('close', resolve))
  return { written, kill: () => (child.kill('SIGKILL'), ended) }
}

const losses: string[] = []

describe.each(places)('writers on %s that are killed at any moment', (name, address) => {
  it.skipIf(address === undefined)(
    'have lost nothing that they said was written, and nobody the change of another',
    { timeout: 60_000 + 10_000 * kills },
    async () => {
      const place = name === 'SQLite' ? join(folder, 'killed.sqlite') : address!
      const before = await openStore(place, 'sources')
      const { id: shared } = await before.create({ ...given('shared'), content: { count: 1 } })
      await before.close()
      const seed = Number(process.env['STORE_SEED'] ?? Date.now() % 1e6)
      const draw = numbersFrom(seed)
      const written: string[] = []
      for (let done = 0; done < kills; done += 2) {
        const writers = [startWriter(place, shared), startWriter(place, shared)]
        // One round in four they are killed before they write, while they open the store.
        const wanted = Math.max(0, Math.floor(40 * draw() - 10))
        while (writers[0].written.length < wanted) await new Promise(resolve => setTimeout(resolve, 1))
        await writers[0].kill()
        // The other one goes on beside the dead one.
        const goal = writers[1].written.length + Math.floor(20 * draw())
        while (writers[1].written.length < goal) await new Promise(resolve => setTimeout(resolve, 1))
        await writers[1].kill()
        for (const one of writers) written.push(...one.written)
      }
      const store = await openStore(place, 'sources')
      const found = new Set((await store.scenarios()).map(({ id }) => id))
      const history = await store.history(shared)
      await store.close()
      const told = written.map(line => line.split(' '))
      const versions = told.flatMap(([id, version]) => (id === shared ? [Number(version)] : []))
      expect(
        told.filter(([id]) => !found.has(id)),
        `STORE_SEED=${seed}`,
      ).toEqual([])
      expect(versions.length).toBe(new Set(versions).size)
      expect(Math.max(...versions)).toBeLessThanOrEqual(history.length)
      // Each change counted on from the one before: none was made without knowing the other.
      expect(history.map(({ version, content }) => [version, content])).toEqual(
        history.map((_, at) => [at + 1, { count: at + 1 }]),
      )
      expect(history.length).toBeGreaterThan(1)
      losses.push(`none of ${told.length.toLocaleString('en')} acknowledged writes in ${name}`)
    },
  )
})

it.runIf(kills >= 100)('are recorded', () => {
  expect(losses).toHaveLength(places.filter(([, address]) => address !== undefined).length)
  recordMeasured(
    'kills',
    `writers of the store killed ${kills} times at random moments each: lost ${losses.join(', ')}`,
  )
})
