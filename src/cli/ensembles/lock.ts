/**
 * One process at a time works in a result folder: two would write over each other.
 *
 * Every process puts down a lock of its own, whose name says who it is, and then looks for others: of two that come at
 * once at least one sees the other and withdraws. A lock is removed by its owner or when its owner is dead, and no name
 * is used twice, so that nobody can remove the lock of a living process by mistake. (A single lock file that everybody
 * takes over cannot be had without that race: between finding it stale and removing it, another may have renewed it.)
 */
import { messages as ensembleMessages } from '../../texts/ensemble.ts'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type Disk, diskError, nodeDisk } from './disk.ts'
import { EnsembleError } from './problems.ts'

interface Owner {
  readonly pid: number
  /** Start of the process, in the clock of the system; 0 where it does not say. */
  readonly began: number
  readonly host: string
}

const prefix = '.lock-'

/** Tries before giving up when others come at the very same moment. */
const tries = 8

/** A number of a process is given anew some day; together with when it began it is not. */
const beganAt = (pid: number): number => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold spaces; the 20th field after it is the start.
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19])
  } catch {
    return 0
  }
}

const nameOf = ({ pid, began, host }: Owner): string =>
  `${prefix}${pid}-${began}-${randomBytes(6).toString('hex')}-${host}`

const ownerIn = (name: string): Owner | undefined => {
  const [, pid, began, host] = /^\.lock-(\d+)-(\d+)-[0-9a-f]+-(.*)$/.exec(name) ?? []
  return host === undefined ? undefined : { pid: Number(pid), began: Number(began), host }
}

/** Of another machine nobody here can say whether it still runs. */
const isAlive = ({ pid, began, host }: Owner): boolean => {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = beganAt(pid)
  return now === 0 || began === 0 || now === began
}

/** A lock that cannot be removed holds nobody up once this process has ended. */
const giveBack = (path: string, disk: Disk): void => {
  try {
    disk.removeSync(path)
  } catch {
    // The next process finds its owner dead, and removes it.
  }
}

/** Takes the folder, or complains of who has it; returns what gives it back. */
export const lockFolder = (folder: string, disk: Disk = nodeDisk): (() => void) => {
  const own = nameOf({ pid: process.pid, began: beganAt(process.pid), host: hostname() })
  const path = join(folder, own)

  /** The lock of another that is alive; those of the dead are removed. */
  const other = (): string | undefined => {
    for (const name of disk.readdirSync(folder)) {
      const owner = name === own ? undefined : ownerIn(name)
      if (owner === undefined) continue
      if (isAlive(owner)) return name
      disk.removeSync(join(folder, name))
    }
    return undefined
  }
  const besideOwn = (): string | undefined => {
    try {
      return other()
    } catch (problem) {
      giveBack(path, disk)
      throw problem
    }
  }
  const refuse = (name: string): EnsembleError => {
    const { pid, host } = ownerIn(name)!
    return new EnsembleError(ensembleMessages.locked({ folder, pid, host, lock: join(folder, name) }))
  }

  try {
    for (let attempt = 1; ; attempt++) {
      const before = other()
      if (before !== undefined) throw refuse(before)
      disk.closeSync(disk.openSync(path, 'wx'))
      const beside = besideOwn()
      if (beside === undefined) return () => giveBack(path, disk)
      // Both came at once. Whoever waits less has it at the next try.
      disk.removeSync(path)
      if (attempt === tries) throw refuse(beside)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1 + Math.random() * 2 ** attempt)
    }
  } catch (problem) {
    throw (problem as NodeJS.ErrnoException).syscall === undefined ? problem : diskError(path, problem)
  }
}
