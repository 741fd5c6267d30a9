/** Finds PySD, an independent engine for Vensim files: where HEARTLAND_PYTHON points, or in `python3`. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const python = process.env['HEARTLAND_PYTHON'] ?? 'python3'

/** The reason why PySD cannot be used here; undefined when it can. */
export const pysdMissing = (): string | undefined => {
  const { status, error, stderr } = spawnSync(python, ['-c', 'import pysd'], { encoding: 'utf8' })
  if (status === 0) return undefined
  const cause = error?.message ?? stderr.trim().split('\n').at(-1) ?? ''
  return `PySD is not installed for ${python} (${cause}); install bench/pysd/requirements.txt and set HEARTLAND_PYTHON`
}

export interface PysdRun {
  readonly version: string
  /** Seconds to translate the file, and seconds of the fastest run. */
  readonly read: number
  readonly run: number
  readonly times: readonly number[]
  readonly series: Readonly<Record<string, readonly number[]>>
}

/** Runs a Vensim text; the series are named as in the file, without the label of a dimension that has one only. */
export const runInPysd = (mdl: string, variables: readonly string[], runs = 1): PysdRun => {
  const folder = mkdtempSync(join(tmpdir(), 'heartland-'))
  try {
    const file = join(folder, 'model.mdl')
    writeFileSync(file, mdl)
    const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'run.py'), file, String(runs)], {
      encoding: 'utf8',
      input: JSON.stringify(variables),
      maxBuffer: 2 ** 30,
    })
    if (status !== 0) throw new Error(`PySD does not run the file:\n${stderr}`)
    return JSON.parse(stdout) as PysdRun
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export interface Series {
  readonly name: string
  readonly values: readonly number[]
}

export interface Gap {
  readonly name: string
  readonly step: number
  /** Distance relative to our value; values below a billionth of the series' largest count as that. */
  readonly relative: number
}

/** The largest gap between our series and PySD's. */
export const largestGap = (ours: readonly Series[], { series }: PysdRun): Gap => {
  let worst: Gap = { name: '', step: -1, relative: 0 }
  for (const { name, values } of ours) {
    const theirs = series[name] ?? series[name.split('[')[0] ?? '']
    if (theirs === undefined) throw new Error(`PySD gives no '${name}'`)
    const floor = 1e-9 * Math.max(...values.map(Math.abs))
    values.forEach((value, step) => {
      const gap = Math.abs((theirs[step] ?? Number.NaN) - value)
      const relative = gap === 0 ? 0 : gap / Math.max(Math.abs(value), floor)
      if (!(relative <= worst.relative)) worst = { name, step, relative }
    })
  }
  return worst
}
