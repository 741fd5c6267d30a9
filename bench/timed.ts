/** Processor time and wall time of a whole command. */

import { spawn } from 'node:child_process'

export interface Used {
  /** Of all threads, milliseconds. */
  readonly processor: number
  readonly wall: number
}

/** Tells on its fourth stream what the whole process has used. */
const report = `data:text/javascript,import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, String((userCPUTime + systemCPUTime) / 1000))
})`

/** Runs a command in a process of its own, with its output thrown away. Throws where it fails. */
export const timed = (
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  folder = process.cwd(),
): Promise<Used> =>
  new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = spawn(process.execPath, ['--import', report.replaceAll('\n', ';'), ...words], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
      env,
      cwd: folder,
    })
    let told = ''
    child.stdio[3]!.on('data', text => (told += String(text)))
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve({ processor: Number(told), wall: performance.now() - begin })
      else reject(new Error(`${words.join(' ')} ended with code ${code}`))
    })
  })
