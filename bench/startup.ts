/**
 * Duration of a command that computes nothing, beside Node alone, both started by npx, in turn. The mark: at most 0.3 s
 * more than Node alone. `npm run bench:startup`.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const rounds = 25
const mark = 0.3

const alone = ['node', '-e', '0']
const commands = [
  ['--version'],
  ['--help'],
  ['list', 'regions'],
  ['answer', '--help'],
  ['ansver'],
  ['answer', '--sed', '7'],
  ['answer', 'nowhere'],
  ['list', 'levers'],
]

/** Seconds that npx takes for these words. */
const timed = (words: readonly string[], settings: NodeJS.ProcessEnv = {}): number => {
  const start = performance.now()
  const { error } = spawnSync('npx', words, { stdio: 'ignore', env: { ...process.env, ...settings } })
  if (error !== undefined) throw error
  return (performance.now() - start) / 1000
}

const least = (times: readonly number[]): number => Math.min(...times)
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]

/** The same with nothing kept from earlier calls, as after an installation. */
const first = (words: readonly string[]): number => {
  const empty = mkdtempSync(join(tmpdir(), 'heartland-'))
  try {
    return timed(words, { NODE_COMPILE_CACHE: empty })
  } finally {
    rmSync(empty, { recursive: true })
  }
}

const floor: number[] = []
const took = commands.map((): number[] => [])
const tookFirst = commands.map((): number[] => [])
for (const words of commands) timed(['heartland', ...words])
for (let round = 0; round < rounds; round++) {
  floor.push(timed(alone))
  commands.forEach((words, at) => took[at].push(timed(['heartland', ...words])))
  if (round % 5 === 0) commands.forEach((words, at) => tookFirst[at].push(first(['heartland', ...words])))
}

const seconds = (value: number): string => value.toFixed(2)
const lines = commands.map((words, at) => {
  const more = took[at].map((time, round) => time - floor[round])
  const cells = [least(took[at]), least(took[at]) - least(floor), middle(more), least(tookFirst[at]) - least(floor)]
  return `| \`heartland ${words.join(' ')}\` | ${cells.map(seconds).join(' | ')} |`
})
process.stdout.write(
  [
    `Node alone through npx: least ${seconds(least(floor))} s, median ${seconds(middle(floor))} s; ${rounds} rounds; mark ${mark} s more.`,
    '',
    '| command | least, s | least above Node alone | median above Node alone | first call after an installation, above Node alone |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n'),
)
