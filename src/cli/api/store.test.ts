/** The store of scenarios and results: nothing is lost between two who write, and nothing that was acknowledged. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
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
    await now.keep(asked, { result: '{}', notes: 'a note' })
    await now.keep(asked, { result: 'another', notes: '' })
    const sameInOtherOrder = { name: 'run', parts: { years: '2030', region: 'northeast' } }
    expect(await now.result(sameInOtherOrder)).toMatchObject({ result: '{}', notes: 'a note' })
    expect(await now.result({ ...asked, parts: { region: 'CN-LN' } })).toBeUndefined()
    expect(await later.result(asked)).toBeUndefined()
    await Promise.all([now.close(), later.close()])
  })
})

describe('a process that is killed while it writes', () => {
  it('has lost nothing that it said was written', async () => {
    const file = join(folder, 'killed.sqlite')
    const acknowledged: string[] = []
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [fileURLToPath(new URL('./writing-fixture.ts', import.meta.url)), file])
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        acknowledged.push(...text.split('\n').filter(id => id.length === 36))
      })
      const ended = new Promise(resolve => child.on('close', resolve))
      // Some are killed while they open the store, most at some moment between two writes.
      const before = acknowledged.length
      while (acknowledged.length < before + ((round * 7) % 40)) await new Promise(resolve => setTimeout(resolve, 1))
      child.kill('SIGKILL')
      await ended
    }
    const store = await openStore(file, 'sources')
    const found = new Set((await store.scenarios()).map(({ id }) => id))
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter(id => !found.has(id))).toEqual([])
    await store.close()
  })
})
