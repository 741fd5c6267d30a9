/**
 * For tests: a disk on which one operation goes wrong. All operations are counted, so that a test can let each of them
 * go wrong in turn (the method of SQLite). After a crash nothing works any more, as for a process that is dead.
 */
import { linkSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, truncateSync, unlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Disk, nodeDisk } from './disk.ts'

/**
 * `fail`: the operation reports an error and does nothing; others work.
 * `crash`: the process dies before the operation. `tear`: it dies after it, or in the middle of writing.
 * `lose`: the power fails before the operation: what was not forced to the disk is lost or cut off.
 */
export const mishaps = ['fail', 'crash', 'tear', 'lose'] as const
export type Mishap = (typeof mishaps)[number]

class Crash extends Error {}

export interface FaultyDisk {
  readonly disk: Disk
  /** Operations so far. */
  count(): number
  /** The operation that went wrong, such as 'renameSync manifest.json'; undefined while none has. */
  happened(): string | undefined
}

const codes: Readonly<Record<string, string>> = { writeSync: 'ENOSPC', mkdirSync: 'EROFS', openSync: 'EACCES' }

/** The `at`th operation goes wrong, counted from 1; none where there are fewer. `attic` keeps what power loss brings back. */
export const createFaultyDisk = (at: number, mishap: Mishap, attic: string): FaultyDisk => {
  let count = 0
  let dead = false
  let happened: string | undefined
  let kept = 0
  const open = new Map<number, string>()
  /** Files with bytes that were not forced to the disk. */
  const unsynced = new Set<string>()
  /** Takes back changes of folders since something was forced to the disk last; journals of disks keep their order. */
  let undo: Array<() => void> = []

  const die = (): never => {
    dead = true
    for (const file of open.keys()) nodeDisk.closeSync(file)
    throw new Crash('the process is dead')
  }
  const losePower = (): never => {
    for (const path of unsynced) {
      if (nodeDisk.existsSync(path)) truncateSync(path, Math.floor(nodeDisk.sizeSync(path) / 2))
    }
    for (const back of undo.reverse()) back()
    return die()
  }
  /** One operation: `act` does it, `half` does half of it. */
  const step = <T>(name: string, path: string, act: () => T, half: () => void = act): T => {
    if (dead) throw new Crash('the process is dead')
    count++
    if (count !== at) return act()
    happened = `${name} ${basename(path)}`
    if (mishap === 'lose') return losePower()
    if (mishap === 'crash') return die()
    if (mishap === 'tear') {
      half()
      return die()
    }
    const code = codes[name] ?? 'EIO'
    throw Object.assign(new Error(`${code}: put in on purpose`), { code, syscall: name.replace('Sync', ''), path })
  }
  const keep = (path: string): string => {
    const copy = join(attic, String(kept++))
    linkSync(path, copy)
    return copy
  }
  const moveMarks = (from: string, to: string): void => {
    for (const path of unsynced) {
      if (path !== from && !path.startsWith(`${from}/`)) continue
      unsynced.delete(path)
      unsynced.add(to + path.slice(from.length))
    }
  }
  const unlink = (path: string): void => {
    step('unlinkSync', path, () => {
      const copy = keep(path)
      unlinkSync(path)
      undo.push(() => linkSync(copy, path))
    })
  }
  const remove = (path: string): void => {
    if (!nodeDisk.existsSync(path)) return
    if (!lstatSync(path).isDirectory()) return unlink(path)
    for (const name of readdirSync(path)) remove(join(path, name))
    step('rmdirSync', path, () => {
      rmdirSync(path)
      undo.push(() => mkdirSync(path))
    })
  }

  const disk: Disk = {
    openSync: (path, flags) =>
      step('openSync', path, () => {
        const isNew = flags !== 'r' && !nodeDisk.existsSync(path)
        const file = nodeDisk.openSync(path, flags)
        if (isNew) undo.push(() => unlinkSync(path))
        open.set(file, path)
        return file
      }),
    readSync: (file, into, offset, length, position) =>
      step('readSync', open.get(file)!, () => nodeDisk.readSync(file, into, offset, length, position)),
    writeSync: (file, bytes, offset, length) => {
      const path = open.get(file)!
      const write = (part: number): number => {
        unsynced.add(path)
        return nodeDisk.writeSync(file, bytes, offset, part)
      }
      return step(
        'writeSync',
        path,
        () => write(length),
        () => write(length >> 1),
      )
    },
    // Nothing need be forced to a disk that fails on purpose only: this is what makes a thousand faults quick.
    fsyncSync: file =>
      step('fsyncSync', open.get(file)!, () => {
        unsynced.delete(open.get(file)!)
        undo = []
      }),
    closeSync: file => {
      const path = open.get(file)!
      step('closeSync', path, () => {
        nodeDisk.closeSync(file)
        open.delete(file)
      })
    },
    renameSync: (from, to) =>
      step('renameSync', to, () => {
        const copy = nodeDisk.existsSync(to) && !lstatSync(to).isDirectory() ? keep(to) : undefined
        renameSync(from, to)
        moveMarks(from, to)
        undo.push(() => {
          renameSync(to, from)
          if (copy !== undefined) linkSync(copy, to)
        })
      }),
    linkSync: (from, to) =>
      step('linkSync', to, () => {
        linkSync(from, to)
        undo.push(() => unlinkSync(to))
      }),
    unlinkSync: unlink,
    removeSync: remove,
    mkdirSync: path => {
      if (nodeDisk.existsSync(path)) return
      step('mkdirSync', path, () => {
        nodeDisk.mkdirSync(path)
        undo.push(() => rmdirSync(path))
      })
    },
    readdirSync: path => step('readdirSync', path, () => nodeDisk.readdirSync(path)),
    readFileSync: path => step('readFileSync', path, () => nodeDisk.readFileSync(path)),
    existsSync: path => {
      if (dead) throw new Crash('the process is dead')
      return nodeDisk.existsSync(path)
    },
    sizeSync: path => step('sizeSync', path, () => nodeDisk.sizeSync(path)),
  }
  return { disk, count: () => count, happened: () => happened }
}

/** A disk that is full after so many bytes. */
export const smallDisk = (bytes: number): Disk => {
  let left = bytes
  return {
    ...nodeDisk,
    writeSync: (file, from, offset, length) => {
      left -= length
      if (left < 0)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
      return nodeDisk.writeSync(file, from, offset, length)
    },
  }
}
