/**
 * This commit beside an older one: whole commands run in turn in the same minutes, as ratios of processor time and of wall
 * time. Seconds of one hour say nothing beside seconds of another. The older one is a checkout with its packages installed:
 *
 *   git worktree add ../older a5b880f && (cd ../older && npm ci)
 *   npm run bench:pairs -- ../older [rounds]        3 when absent
 */

import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { timed } from './timed.ts'

const [given, rounds = '3'] = process.argv.slice(2)
if (given === undefined) throw new Error('name the folder of the older checkout: npm run bench:pairs -- ../older')

const out = join(tmpdir(), 'bench-pairs')
const ensemble = (members: number): string[] => ['ensemble', 'northeast', '-m', String(members), '--out', out]
const commands: ReadonlyArray<readonly [words: readonly string[], stored?: 'stored']> = [
  [['answer', 'northeast']],
  [['answer', 'northeast', '--json']],
  [['answer', 'northeast'], 'stored'],
  [['list', 'levers'], 'stored'],
  [['list', 'levers', '-r', 'CN-all'], 'stored'],
  [['run', 'northeast'], 'stored'],
  [ensemble(100)],
  [ensemble(10_000)],
]

const folders = [resolve(given), process.cwd()]
const rows: string[] = []
for (const [words, stored] of commands) {
  const env = { ...process.env, ...(stored === undefined ? { HEARTLAND_RESULTS: 'new' } : {}) }
  const ratios: Array<readonly [processor: number, wall: number]> = []
  // What is asked again has been asked before.
  if (stored !== undefined)
    for (const folder of folders) await timed([join(folder, 'bin/heartland.js'), ...words], env, folder)
  for (let round = 0; round < Number(rounds); round++) {
    const pair: Array<Awaited<ReturnType<typeof timed>>> = []
    for (const folder of folders) {
      rmSync(out, { recursive: true, force: true })
      pair.push(await timed([join(folder, 'bin/heartland.js'), ...words], env, folder))
    }
    const [before, now] = pair
    ratios.push([now!.processor / before!.processor, now!.wall / before!.wall])
  }
  const told = ([0, 1] as const).map(at => {
    const all = ratios.map(one => one[at]).toSorted((one, other) => one - other)
    const [least, middle, most] = [0, Math.floor(all.length / 2), all.length - 1].map(place => all[place]!.toFixed(2))
    return `${middle} (${least} to ${most})`
  })
  const name = words.filter(word => word !== '--out' && word !== out).join(' ')
  rows.push(`| ${name}${stored === undefined ? '' : ', asked again'} | ${told.join(' | ')} |`)
}
rmSync(out, { recursive: true, force: true })
process.stdout.write(['| command | processor | wall |', '|---|---|---|', ...rows, ''].join('\n'))
