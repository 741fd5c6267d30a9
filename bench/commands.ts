/**
 * Whole commands as users call them: processor time and wall time, as ratios to floors measured in the same run. The
 * floors are the same simulations without anything around them, on one thread, and a Node that does nothing. Each is
 * repeated in turn and the least is taken, since other work on the machine only ever adds.
 *
 *   npm run bench:commands [-- rounds]        3 when absent
 */

import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { futureVariables } from '../src/analysis/runs/future.ts'
import { orderMembers, runnersOf } from '../src/analysis/runs/members.ts'
import { planOf } from '../src/analysis/answer/verdict.ts'
import { openRegion } from '../src/cli/input/simulation.ts'
import { builtModule } from '../src/cli/threads/wasm-module.ts'
import { declaredOutcomes } from '../src/engine/recording.ts'
import { createBlock, eachBlock } from '../src/engine/run/runner.ts'
import { timed, type Used } from './timed.ts'

// Former results are found in no time: they are looked for only where that is timed.
process.env['HEARTLAND_RESULTS'] = 'new'

const launcher = fileURLToPath(new URL('../bin/heartland.js', import.meta.url))
const out = join(tmpdir(), 'bench-commands')

const open = openRegion('northeast')
const built = builtModule(open)

/** The simulations alone, in this thread. */
const kernel = (policies: number, members: number, record: readonly string[], auditEvery: number) => {
  const plan = planOf(open, {})
  const task = {
    settings: { seed: 1, members: Math.max(members, 128) },
    policies: plan.packages.slice(0, policies).map(({ policy }) => policy),
    assumptions: {},
    auditEvery,
  }
  const order = orderMembers(open, built, task, record)
  return (): Promise<Used> => {
    const runners = runnersOf(order)
    const block = createBlock(order.runs[0].recording, runners[0].width)
    const [begin, before] = [performance.now(), process.cpuUsage()]
    for (const runner of runners) for (const _ of eachBlock(runner, [0, members], block));
    const { user, system } = process.cpuUsage(before)
    return Promise.resolve({ processor: (user + system) / 1000, wall: performance.now() - begin })
  }
}

const ensemble = (members: number): string[] => {
  rmSync(out, { recursive: true, force: true })
  return [launcher, 'ensemble', 'northeast', '-m', String(members), '--out', out, '--json']
}

/** Outcomes that are held, of different kinds and places. */
const held = [
  'growth(output[CN-LN])+=1@2027',
  'residentsTotal[CN-JL]*=0.999@2027',
  'debtToGdp[CN-HL]+=0.005@2027',
  'ownRevenue[CN-LN]*=1.03@2026',
  'housePrice[CN-JL]*=0.97@2027',
  'homeSales[CN-HL]*=1.05@2026',
  'wage[CN-LN]*=1.01@2027',
  'growth(output[CN-JL])+=-0.5@2026',
  'births[CN-HL]*=0.97@2027',
  'publicExpenditure[CN-JL]*=1.01@2026',
]
const runHolding = (many: number) => () =>
  timed([launcher, 'run', 'northeast', '--json', ...held.slice(0, many).flatMap(hold => ['--hold', hold])])

const policies = planOf(open, {}).packages.length
const outcomes = declaredOutcomes(open.linked)
const { HEARTLAND_RESULTS: _, ...asUsed } = process.env
await timed([launcher, 'answer', 'northeast'], asUsed)
const node = 'Node that does nothing'
const rows: ReadonlyArray<readonly [name: string, floor: string, run: () => Promise<Used>]> = [
  [node, node, () => timed(['-e', '0'])],
  [`${policies} × 400 simulations alone`, '', kernel(policies, 400, futureVariables, 1)],
  ['answer northeast', '', () => timed([launcher, 'answer', 'northeast'])],
  [
    'answer northeast --full',
    `${policies} × 400 simulations alone`,
    () => timed([launcher, 'answer', 'northeast', '--full']),
  ],
  ['list levers', node, () => timed([launcher, 'list', 'levers', '--json'])],
  ['answer northeast, asked again', 'list levers', () => timed([launcher, 'answer', 'northeast'], asUsed)],
  ['100 simulations alone', '', kernel(1, 100, outcomes, 64)],
  ['ensemble of 100', '100 simulations alone', () => timed(ensemble(100))],
  ['10,000 simulations alone', '', kernel(1, 10_000, outcomes, 64)],
  ['ensemble of 10,000', '10,000 simulations alone', () => timed(ensemble(10_000))],
  ['run northeast', node, runHolding(0)],
  ...[1, 3, 10].map(many => [`run northeast --hold, ${many} held`, 'run northeast', runHolding(many)] as const),
  ['compare A G', node, () => timed([launcher, 'compare', 'A', 'G', '--json'])],
  ['who northeast, 50 simulations', node, () => timed([launcher, 'who', 'northeast', '--policy', 'G', '--json'])],
  ['evidence CN-LN, 4 walks', node, () => timed([launcher, 'evidence', 'CN-LN', '--walks', '4', '--json'])],
  ['record northeast, 40 simulations', node, () => timed([launcher, 'record', 'northeast', '-m', '40', '--json'])],
]

const rounds = Number(process.argv[2] ?? 3)
const least = new Map<string, Used>()
for (let round = 0; round < rounds; round++) {
  for (const [name, , run] of rows) {
    const used = await run()
    const known = least.get(name) ?? { processor: Number.POSITIVE_INFINITY, wall: Number.POSITIVE_INFINITY }
    least.set(name, {
      processor: Math.min(known.processor, used.processor),
      wall: Math.min(known.wall, used.wall),
    })
  }
}
rmSync(out, { recursive: true, force: true })

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)
const table = rows.map(([name, floor]) => {
  const { processor, wall } = least.get(name)!
  const ratio = floor === '' || floor === name ? '' : (processor / least.get(floor)!.processor).toFixed(1)
  return `| ${name} | ${seconds(processor)} | ${seconds(wall)} | ${ratio === '' ? '' : `${ratio} × ${floor}`} |`
})
process.stdout.write(
  ['| command | processor, s | wall, s | processor over floor |', '|---|---:|---:|---|', ...table, ''].join('\n'),
)
