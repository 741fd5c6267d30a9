/** Compiles and runs the C variants of the cohort model with the installed compiler. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figures, type Member, type Residents, residentsSize } from './figures.ts'

export interface CRun {
  readonly compiler: string
  /** Microseconds of one member's run: alone, and side by side with seven others. */
  readonly alone: number
  readonly sideBySide: number
  /** By member, alone and then side by side. */
  readonly residents: readonly Residents[]
}

const compilers = ['gcc', 'clang', 'cc']

const versionOf = (compiler: string): string | undefined => {
  const { status, stdout } = spawnSync(compiler, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n')[0] : undefined
}

/** Undefined where no C compiler is installed. */
export const runC = (figures: Figures, members: readonly Member[]): CRun | undefined => {
  const compiler = compilers.find(name => versionOf(name) !== undefined)
  if (compiler === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'heartland-'))
  const call = (command: string, inputs: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, inputs, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} failed:\n${stderr}`)
    return stdout
  }
  try {
    const at = (name: string): string => join(folder, name)
    const source = join(import.meta.dirname, 'cohorts.c')
    call(compiler, ['-O3', '-march=native', '-o', at('cohorts'), source])
    const levels = members.flatMap(({ mortalityLevel, mortalityDecline, migrationLevel, fertilityLevel }) => [
      mortalityLevel,
      mortalityDecline,
      migrationLevel,
      fertilityLevel,
    ])
    const { startPopulation, mortality, migration, fertility } = figures
    const parts = [startPopulation, mortality, migration, fertility, Float64Array.from(levels)]
    writeFileSync(at('figures'), Buffer.concat(parts.map(part => Buffer.from(part.buffer))))
    const [alone = Number.NaN, sideBySide = Number.NaN] = call(at('cohorts'), [at('figures'), at('residents')])
      .trim()
      .split(' ')
      .map(nanoseconds => Number(nanoseconds) / 1000)
    const numbers = new Float64Array(new Uint8Array(readFileSync(at('residents'))).buffer)
    const residents = Array.from({ length: 2 * members.length }, (_, row) =>
      numbers.subarray(row * residentsSize, (row + 1) * residentsSize),
    )
    return { compiler: `${versionOf(compiler) ?? compiler}, -O3 -march=native`, alone, sideBySide, residents }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
