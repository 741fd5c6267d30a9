/**
 * Every file operation of `ensemble` and `merge` fails, crashes, is torn or loses its power, one after the other: the same
 * command again gives the same bytes. One time in four the second try meets a fault as well, at a random operation. Of
 * the operations `npm run test:all` takes every tenth, some hundred faults in each command, `npm test` fewer, and
 * `npm run faults` every one.
 */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { folderInMemory } from './memory-fixture.ts'
import { createStream } from '../../engine/random.ts'
import { recordMeasured } from '../../../tools/promises/measured-fixture.ts'
import type { Disk } from './disk.ts'
import { createFaultyDisk, type Mishap, mishaps } from './faulty-disk-fixture.ts'
import { contents } from './ensemble-fixture.ts'
import { mergeResults } from './merge-results.ts'
import { EnsembleError } from './problems.ts'
import { runToy, toyOpen } from './toy-fixture.ts'
import { thoroughly } from '../../thorough-fixture.ts'

const root = folderInMemory('faults')
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A command on the folder `out` inside a place, which may hold other folders. */
interface Scenario {
  readonly name: string
  /** Makes the state before the command. */
  prepare(place: string): Promise<unknown>
  command(place: string, disk?: Disk): Promise<unknown>
  /** Every so many operations only, unless all are asked for. */
  readonly every: number
}

const withDisk = (disk: Disk | undefined) => (disk === undefined ? {} : { disk })
const merge = (place: string, parts: readonly string[], disk: Disk | undefined, csv = false) =>
  mergeResults({
    folders: parts.map(part => join(place, part)),
    out: join(place, 'out'),
    open: toyOpen,
    csv,
    ...(disk === undefined ? {} : { disk }),
  })
const parts = async (place: string): Promise<void> => {
  await runToy({}, { folder: join(place, 'one'), range: [0, 13] })
  await runToy({}, { folder: join(place, 'two'), range: [13, 40] })
}

const scenarios: readonly Scenario[] = [
  {
    name: 'an ensemble in a new folder, with CSV',
    prepare: async () => {},
    command: (place, disk) => runToy({}, { folder: join(place, 'out'), csv: true, ...withDisk(disk) }),
    every: thoroughly(10, 25),
  },
  {
    name: 'an ensemble that grows',
    prepare: place => runToy({ members: 20 }, { folder: join(place, 'out') }),
    command: (place, disk) => runToy({}, { folder: join(place, 'out'), ...withDisk(disk) }),
    every: thoroughly(10, 25),
  },
  {
    name: 'a merge into a new folder',
    prepare: parts,
    command: (place, disk) => merge(place, ['one', 'two'], disk),
    every: thoroughly(10, 25),
  },
  {
    name: 'a merge into a folder that holds the first part',
    prepare: async place => {
      await parts(place)
      await merge(place, ['one'], undefined)
    },
    command: (place, disk) => merge(place, ['two'], disk, true),
    every: thoroughly(10, 25),
  },
  {
    name: 'an ensemble of many chunks and two parts',
    prepare: async () => {},
    command: (place, disk) =>
      runToy({ members: 8200, traces: [7] }, { folder: join(place, 'out'), until: 1e-9, ...withDisk(disk) }),
    every: thoroughly(46, 115),
  },
]

const all = process.env['FAULTS'] === 'all'
/** Faults of each command that was gone through. */
const injected: number[] = []

describe('a fault in any file operation of', { timeout: all ? 3_600_000 : 600_000 }, () => {
  it.each(scenarios)('$name leaves what the same command completes to the same bytes', async scenario => {
    const { name, prepare, command, every } = scenario
    const base = join(root, name.replaceAll(/\W+/g, '-'))
    mkdirSync(base)
    await prepare(base)
    const expected = join(root, 'expected')
    cpSync(base, expected, { recursive: true })
    const attic = join(root, 'attic')
    mkdirSync(attic)
    const untouched = createFaultyDisk(0, 'fail', attic)
    await command(expected, untouched.disk)
    const bytes = contents(expected)
    const operations = untouched.count()
    rmSync(attic, { recursive: true })

    const problems: string[] = []
    const place = join(root, 'place')
    const out = join(place, 'out')
    /** One try of the command with one fault; the lock of a process that died is taken away, as the next one would. */
    const strike = async (at: number, mishap: Mishap): Promise<void> => {
      mkdirSync(attic)
      const faulty = createFaultyDisk(at, mishap, attic)
      const told = await command(place, faulty.disk).then(
        () => undefined,
        (problem: unknown) => problem as Error,
      )
      const complain = (what: string): void => {
        problems.push(`${mishap} at ${at} (${faulty.happened()}): ${what}`)
      }
      if (faulty.happened() !== undefined) faults++
      // A process that is told of an error says so in words; nothing it says is complete may be otherwise.
      if (mishap === 'fail' && told !== undefined && !(told instanceof EnsembleError))
        complain(told.stack ?? told.message)
      const saysComplete = mishap === 'fail' && told === undefined
      if (saysComplete && !same(withoutLocks(contents(place)), bytes)) complain('it says complete, and is not')
      // The process that died cannot give its lock back; of one that lives the lock is gone.
      const locks = names(out).filter(file => file.startsWith('.lock'))
      if (mishap === 'fail' && locks.length > 0 && !faulty.happened()!.includes('.lock')) complain('the lock is left')
      for (const lock of locks) rmSync(join(out, lock))
      rmSync(attic, { recursive: true })
    }
    const attempt = async (at: number, mishap: Mishap): Promise<void> => {
      cpSync(base, place, { recursive: true })
      await strike(at, mishap)
      let again = ''
      if (uniform(at, mishaps.indexOf(mishap), 0) < 0.25) {
        const [second, kind] = [1, 2].map(lane => uniform(at, mishaps.indexOf(mishap), lane)) as [number, number]
        const other = mishaps[Math.floor(kind * mishaps.length)]!
        const then = 1 + Math.floor(second * operations)
        again = `, then ${other} at ${then}`
        await strike(then, other)
      }
      try {
        await command(place)
        if (!same(contents(place), bytes)) problems.push(`${mishap} at ${at}${again}: other bytes in the end`)
      } catch (problem) {
        problems.push(`${mishap} at ${at}${again}: refused in the end: ${(problem as Error).message}`)
      }
      rmSync(place, { recursive: true })
    }
    const uniform = createStream(1, name)
    let faults = 0
    const first = all ? 1 : 1 + (operations % every)
    for (let at = first; at <= operations; at += all ? 1 : every)
      for (const mishap of mishaps) await attempt(at, mishap)
    rmSync(expected, { recursive: true })
    console.log(`${name}: ${operations} operations, ${faults} faults, ${problems.length} problems`)
    expect(problems).toEqual([])
    expect(faults).toBeGreaterThan(thoroughly(40, 16))
    injected.push(faults)
  })

  it('is tried a hundred times and more', () => {
    expect(injected.length).toBe(scenarios.length)
    const sum = injected.reduce((total, faults) => total + faults, 0)
    expect(sum).toBeGreaterThan(thoroughly(400, 160))
    const figure = [
      `${sum.toLocaleString('en')} faults in ${scenarios.length} commands (errors, crashes, torn writes, power`,
      'lost): after each the same command gave the same bytes',
    ]
    recordMeasured('faults', figure.join(' '))
  })
})

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A lock that is left behind is no part of a result: the next process removes it. */
const withoutLocks = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('.lock-')))

const same = (one: Record<string, string>, other: Record<string, string>): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
