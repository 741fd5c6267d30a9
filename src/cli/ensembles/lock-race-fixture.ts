/**
 * For the test of the lock: a process that takes a folder again and again, and looks whether it is alone in it. It says
 * 'held' each time, and 'double' when it finds another that is alive; whoever started it kills it at any moment.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './lock.ts'
import { EnsembleError } from './problems.ts'

const folder = process.argv[2]!
const holder = join(folder, 'holder')

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Only who has the folder comes here, so that nobody else can be in this file, unless it was killed in it. */
const enter = (): void => {
  try {
    const file = openSync(holder, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
  } catch {
    const other = Number(readFileSync(holder, 'utf8'))
    if (other > 0 && other !== process.pid && isAlive(other)) writeSync(1, 'double\n')
    rmSync(holder, { force: true })
    enter()
  }
}

for (;;) {
  let unlock: () => void
  try {
    unlock = lockFolder(folder)
  } catch (problem) {
    if (problem instanceof EnsembleError) continue
    throw problem
  }
  enter()
  writeSync(1, 'held\n')
  // Long enough to be killed here as often as elsewhere.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * 3)
  rmSync(holder, { force: true })
  unlock()
}
