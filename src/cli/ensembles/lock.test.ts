/**
 * Processes that fight for a folder while they are killed: never do two have it at once, and a dead one keeps nobody out.
 * `npm run locks` kills a thousand.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { folderInMemory } from './memory-fixture.ts'
import { recordMeasured } from '../../../tools/promises/measured-fixture.ts'
import { createFaultyDisk } from './faulty-disk-fixture.ts'
import { lockFolder } from './lock.ts'
import { thoroughly } from '../../thorough-fixture.ts'

const root = folderInMemory('locks')
afterAll(() => rmSync(root, { recursive: true }))

const kills = Number(process.env['LOCK_KILLS'] ?? thoroughly(10, 4))

describe('the lock of a folder', () => {
  it(`has one holder at a time while processes are killed ${kills} times`, {
    timeout: 60_000 + kills * 2000,
  }, async () => {
    const folder = mkdtempSync(join(root, 'race-'))
    const found = { held: 0, double: 0 }
    const start = (): ChildProcess => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-race-fixture.ts'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout!.on('data', (text: Buffer) => {
        for (const word of text.toString().trim().split('\n')) found[word as 'held']++
      })
      return child
    }
    const processes = [start(), start(), start()]
    for (let killed = 0; killed < kills; killed++) {
      // Whoever is killed now, the others get in.
      const before = found.held
      while (found.held < before + 5) await sleep(1)
      await sleep(Math.random() * 5)
      const at = killed % processes.length
      processes[at]!.kill('SIGKILL')
      processes[at] = start()
    }
    const before = found.held
    while (found.held < before + 5) await sleep(1)
    await Promise.all(
      processes.map(child => {
        const ended = new Promise(resolve => child.on('close', resolve))
        child.kill('SIGKILL')
        return ended
      }),
    )
    expect(found.double).toBe(0)
    expect(found.held).toBeGreaterThan(5 * kills)
    // The dead are swept by the next who comes.
    lockFolder(folder)()
    expect(readdirSync(folder).filter(name => name.startsWith('.lock'))).toEqual([])
    const [held, killed] = [found.held, kills].map(count => count.toLocaleString('en'))
    recordMeasured(
      'locks',
      `a folder fought for by three processes, killed ${killed} times: held ${held} times, never by two`,
    )
  })

  it('is refused to whoever comes second, and free again afterwards', () => {
    const folder = mkdtempSync(join(root, 'second-'))
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(/another process is using .*process \d+ on/)
    unlock()
    lockFolder(folder)()
    writeFileSync(join(folder, `.lock-1-0-abc-another.host`), '')
    expect(() => lockFolder(folder)).toThrow(/process 1 on another\.host.*If there is no such process, remove/)
    writeFileSync(join(folder, `.lock-999999999-0-abc-${hostname()}`), '')
  })

  it('leaves nothing behind when the folder cannot be read after it was taken', () => {
    const folder = mkdtempSync(join(root, 'fault-'))
    const { disk } = createFaultyDisk(4, 'fail', root)
    expect(() => lockFolder(folder, disk)).toThrow(/the disk reports an error/)
    expect(readdirSync(folder)).toEqual([])
  })
})
