/**
 * Tests ensembles that are cancelled, killed or run out of disk space: results stay readable and can be continued to
 * the same bytes.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { besidesFit } from '../testing/command-line-fixture.ts'
import { smallDisk } from './faulty-disk-fixture.ts'
import { contents, createRuns, manifestOf } from './ensemble-fixture.ts'
import { readTable } from './table.ts'

const { root, fresh, run, remove } = createRuns()
afterAll(remove)

describe('an ensemble that is interrupted', { timeout: 240_000 }, () => {
  const small = { members: 400, traces: [0, 399] }
  let atOnce: Record<string, string>
  beforeAll(async () => {
    const folder = fresh()
    await run(small, { folder })
    atOnce = contents(folder)
  })

  it('leaves a readable part when cancelled, and goes on to the same bytes', async () => {
    const folder = fresh()
    let done = 0
    let cancel = (): void => {}
    const first = await run(
      small,
      { folder },
      {
        cancellable: stop => (cancel = stop),
        progress: members => {
          done += members
          if (done >= 128) cancel()
        },
      },
    )
    expect(first.cancelled).toBe(true)
    expect(first.manifest.state).toBe('partial')
    const held = manifestOf(folder).ranges
    expect(held[0][1]).toBeLessThan(400)
    const name = Object.keys(manifestOf(folder).files).find(path => path.startsWith('members/'))!
    expect((await readTable(join(folder, name))).rows).toBe(held[0][1])
    const second = await run(small, { folder })
    expect(second.ran).toBe(400 - held[0][1])
    expect(contents(folder)).toEqual(atOnce)
  })

  it('gets over a thread that dies', async () => {
    const folder = fresh()
    const notes: string[] = []
    let killed = false
    let kill = (): void => {}
    await run(
      small,
      { folder, threads: 2 },
      {
        note: text => notes.push(text),
        threads: threads => {
          kill = () => void [...threads.started][0].end()
        },
        progress: members => {
          if (members > 0 && !killed) {
            killed = true
            kill()
          }
        },
      },
    )
    expect(notes.join()).toMatch(/a thread died over members \d+ to \d+ .*; they are run again/)
    expect(contents(folder)).toEqual(atOnce)
  })

  it('says that the disk is full, keeps what is done and goes on later', async () => {
    const folder = fresh()
    await expect(run(small, { folder, threads: 1, disk: smallDisk(700_000) })).rejects.toThrow(
      /was not written: the disk is full\n\d+ members are kept in .*; the same command continues from there/,
    )
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(left.filter(name => name.includes('.partial'))).toEqual([])
    expect(existsSync(join(folder, 'bands.parquet'))).toBe(false)
    const { ran } = await run(small, { folder })
    expect(ran).toBeLessThan(400)
    expect(contents(folder)).toEqual(atOnce)
  })

  it('computes chunks again that a crash cut off, and sweeps what it left half-written', async () => {
    const folder = fresh()
    await expect(run(small, { folder, disk: smallDisk(700_000) })).rejects.toThrow(/full/)
    const chunks = join(folder, 'chunks')
    const victim = readdirSync(chunks).find(name => name.endsWith('.parquet') && !name.includes('traces'))!
    truncateSync(join(chunks, victim), 1000)
    writeFileSync(join(chunks, '.rest.parquet.partial'), 'half')
    const notes: string[] = []
    await run(small, { folder }, { note: text => notes.push(text) })
    expect(notes.join()).toMatch(/has 1000 bytes instead of \d+: it was cut off or changed/)
    expect(contents(folder)).toEqual(atOnce)
  })

  it('completes a result whose last step was cut short', async () => {
    const folder = fresh()
    await run(small, { folder })
    // As a crash would leave it: new results that are whole, of which only some are in their place.
    const next = join(folder, '.next')
    mkdirSync(next)
    for (const name of ['manifest.json', 'bands.parquet']) copyFileSync(join(folder, name), join(next, name))
    rmSync(join(folder, 'bands.parquet'))
    await run(small, { folder })
    expect(contents(folder)).toEqual(atOnce)
  })
})

describe('a process', { timeout: 240_000, tags: ['thorough'] }, () => {
  const words = 'ensemble northeast --members 1200 --outcome regionOutput --traces 3 --seed 11 --threads 2'.split(' ')

  interface Ended {
    readonly code: number | null
    readonly signal: string | null
    readonly err: string
  }

  const start = (folder: string): { readonly child: ChildProcess; readonly ended: Promise<Ended> } => {
    const main = join(import.meta.dirname, '../main.ts')
    const child = spawn(process.execPath, [main, ...words, '--out', folder], { stdio: ['ignore', 'ignore', 'pipe'] })
    let err = ''
    child.stderr!.on('data', (text: Buffer) => (err += text.toString()))
    const ended = new Promise<Ended>(resolve => child.on('close', (code, signal) => resolve({ code, signal, err })))
    return { child, ended }
  }

  const chunksDone = (folder: string): number => {
    const chunks = join(folder, 'chunks')
    return existsSync(chunks) ? readdirSync(chunks).filter(name => name.endsWith('.json')).length : 0
  }

  /** Sends a signal when another chunk is done. */
  const interrupted = async (folder: string, signal: NodeJS.Signals): Promise<Ended> => {
    const before = chunksDone(folder)
    const { child, ended } = start(folder)
    while (chunksDone(folder) === before && child.exitCode === null) await sleep(5)
    child.kill(signal)
    return ended
  }

  it('that is killed, then cancelled with Ctrl-C, then run again, has the bytes of one that was left alone', async () => {
    const folder = fresh()
    expect((await interrupted(folder, 'SIGKILL')).signal).toBe('SIGKILL')
    expect(existsSync(join(folder, 'bands.parquet'))).toBe(false)
    const kept = chunksDone(folder)
    expect(kept).toBeGreaterThan(0)

    const cancelled = await interrupted(folder, 'SIGINT')
    expect(cancelled.code).toBe(1)
    expect(cancelled.err).toMatch(/stopping: assembling the members completed so far/)
    expect(cancelled.err).toMatch(/cancelled; run the same command to continue from \d+ members/)
    const manifest = manifestOf(folder)
    expect(manifest.state).toBe('partial')
    const held = manifest.ranges.reduce((sum, [from, to]) => sum + to - from, 0)
    expect(held).toBeGreaterThan(0)
    expect(held).toBeLessThan(1200)
    const files = Object.keys(manifest.files).filter(path => path.startsWith('members/'))
    const rows = await Promise.all(files.map(async path => (await readTable(join(folder, path))).rows))
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(held)
    expect((await readTable(join(folder, 'bands.parquet'))).values[4][0]).toBe(held)
    expect(readdirSync(folder).filter(name => name.startsWith('.lock'))).toEqual([])

    const { code, err } = await start(folder).ended
    expect([code, besidesFit(err)]).toEqual([0, ''])
    const alone = fresh()
    expect((await start(alone).ended).code).toBe(0)
    expect(contents(folder)).toEqual(contents(alone))
  })
})

describe('a disk of a few megabytes', { timeout: 240_000 }, () => {
  const place = join(root, 'disk')
  /** The reason why there is none: only the administrator of a Linux machine can make one. */
  let missing: string | undefined
  beforeAll(() => {
    mkdirSync(place)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', place], { stdio: 'pipe' })
    } catch (problem) {
      missing = `a small disk cannot be mounted here (${(problem as Error).message.trim().split('\n').at(-1)})`
      console.warn(`The tests on a disk that is really full are skipped: ${missing}.`)
    }
  })
  afterAll(() => {
    if (missing === undefined) execFileSync('umount', ['-l', place])
  })
  const job = { members: 300, traces: [0], outcomes: ['regionOutput'], keep: ['regionOutput@2030'], events: [] }

  it('is refused at once when it is too small', async ({ skip }) => {
    skip(missing !== undefined, missing)
    const folder = join(place, 'refused')
    await expect(run({ ...job, members: 1_000_000 }, { folder })).rejects.toThrow(
      /this needs about [\d.]+ [MG]B in .*, where \d+ MB are free; free some space, choose another folder/,
    )
    rmSync(folder, { recursive: true })
  })

  it('that others fill meanwhile leaves what is done, and no file that looks whole', async ({ skip }) => {
    skip(missing !== undefined, missing)
    const folder = join(place, 'filled')
    const filler = join(place, 'filler')
    const fill = (): void => {
      const { bavail, bsize } = statfsSync(place)
      writeFileSync(filler, new Uint8Array(bavail * bsize - 560_000))
    }
    await expect(run(job, { folder, threads: 1 }, { planned: fill })).rejects.toThrow(
      /was not written: the disk is full\n\d+ members are kept in .*; the same command continues from there/,
    )
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('partial'))).toEqual(
      [],
    )
    expect(manifestOf(folder).ranges).toEqual([])
    rmSync(filler)
    const { ran } = await run(job, { folder })
    expect(ran).toBeLessThan(300)
    const atOnce = fresh()
    await run(job, { folder: atOnce })
    expect(contents(folder)).toEqual(contents(atOnce))
  })
})
