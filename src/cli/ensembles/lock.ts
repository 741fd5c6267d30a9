/** One process at a time works in a result folder: two would write over each other. */

import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { diskError } from './disk.ts'
import { EnsembleError } from './problems.ts'

/** Takes the folder, or complains of who has it; returns what gives it back. */
export const lockFolder = (folder: string): (() => void) => {
  const path = join(folder, '.lock')
  const own = `${process.pid} ${hostname()}`
  for (const retry of [true, false]) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, own)
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw diskError(path, problem)
      if (!retry || isHeld(path)) {
        throw new EnsembleError(
          `another process works in '${folder}' (${holder(path)}); wait for it, or choose another folder. ` +
            `If there is none, remove '${path}'.`,
        )
      }
      // Left behind by a process that was killed.
      rmSync(path, { force: true })
    }
  }
  throw new Error('unreachable')
}

const holder = (path: string): string => {
  try {
    const [pid = '', host = ''] = readFileSync(path, 'utf8').split(' ')
    return `process ${pid} on ${host}`
  } catch {
    return 'it has just ended'
  }
}

/** Of another machine nobody here can say whether it still runs. */
const isHeld = (path: string): boolean => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return false
  }
  const [pid = '', host = ''] = text.split(' ')
  if (host !== hostname()) return host !== ''
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
