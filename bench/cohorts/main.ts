/**
 * `npm run bench:cohorts` compares the cohort model of our language, on WebAssembly and in JavaScript, with the same
 * model written by hand in C and in JavaScript.
 */

import { cpus } from 'node:os'
import { interpret } from '../../src/language/emit/interpret.ts'
import { compile } from '../../src/language/emit/javascript.ts'
import { runC } from './c.ts'
import { allMembers, areas, cells, figures, type Member, members, type Residents, steps } from './figures.ts'
import { createFused } from './fused.ts'
import { createBatches } from './batches.ts'
import { createOurs } from './ours.ts'

/** All variants must give the same residents to this part of their number. */
const promised = 1e-12
const rounds = 100
/** Milliseconds of each measurement, as in the C program. */
const slice = 2.5

interface Variant {
  readonly name: string
  /** Runs once; members a run. */
  readonly run: (number: number) => void
  readonly members: number
  readonly residents: (member: number) => Residents
  best: number
}

const gapOf = (ours: Residents, others: Residents): number =>
  ours.reduce((worst, value, at) => Math.max(worst, Math.abs(value - others[at]!) / Math.abs(others[at]!)), 0)

const oneByOne = (name: string, run: (member: Member) => Residents): Variant => ({
  name,
  run: number => run(allMembers[number % members]!),
  members: 1,
  residents: member => run(allMembers[member]!),
  best: Number.POSITIVE_INFINITY,
})

const batches = createBatches(figures, allMembers)

const variants: Variant[] = [
  { name: 'our WASM, 8 members in a block', ...batches, members, best: Number.POSITIVE_INFINITY },
  oneByOne('JavaScript by hand, fused', createFused(figures)),
  oneByOne('our JavaScript', createOurs(compile, figures)),
]

/** Microseconds of one member's run: the best of many short measurements, the variants taking turns. */
const measure = (): void => {
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) {
      let runs = 0
      const start = performance.now()
      let taken = 0
      while (taken < slice) {
        for (let at = 0; at < 10; at++) variant.run(runs++)
        taken = performance.now() - start
      }
      variant.best = Math.min(variant.best, (taken * 1000) / runs / variant.members)
    }
  }
}

// The interpreter is the reference for the numbers.
const reference = createOurs(interpret, figures)
const expected = allMembers.map(member => reference(member).slice())
let worst = 0
for (const { residents } of variants) {
  for (let member = 0; member < members; member++) worst = Math.max(worst, gapOf(residents(member), expected[member]!))
}
measure()
const c = runC(figures, allMembers)
c?.residents.forEach((residents, row) => {
  worst = Math.max(worst, gapOf(residents, expected[row % members]!))
})

const rows = variants.map(({ name, best }) => ({ name, best }))
if (c !== undefined) {
  rows.unshift(
    { name: 'C, 8 members side by side', best: c.sideBySide },
    { name: 'C, one member, fused', best: c.alone },
  )
}
rows.sort((a, b) => a.best - b.best)
const floor = c?.sideBySide ?? Number.NaN
const hand = variants.find(({ name }) => name.startsWith('JavaScript by hand'))?.best ?? Number.NaN
const updates = cells * steps
const cell = (text: string, width: number): string => text.padStart(width)
const lines = [
  `${cpus()[0]?.model ?? ''}, ${String(cpus().length)} processors; Node ${process.versions.node}; ${c?.compiler ?? 'no C compiler: no floor'}`,
  `${String(cells / areas)} ages and sexes x ${String(areas)} areas x ${String(steps)} steps = ${String(updates)} cells a run`,
  `largest relative distance between any two: ${worst.toExponential(1)}`,
  '',
  `${'engine'.padEnd(40)}${cell('us a run', 10)}${cell('ns a cell', 11)}${cell('x C floor', 11)}${cell('x JS by hand', 14)}`,
  ...rows.map(
    ({ name, best }) =>
      name.padEnd(40) +
      cell(best.toFixed(2), 10) +
      cell(((best * 1000) / updates).toFixed(2), 11) +
      cell((best / floor).toFixed(2), 11) +
      cell((best / hand).toFixed(2), 14),
  ),
]
process.stdout.write(`${lines.join('\n')}\n`)
if (!(worst <= promised)) {
  process.stderr.write(
    `The variants differ by ${worst.toExponential(1)}; at most ${promised.toExponential(0)} is allowed\n`,
  )
  process.exitCode = 1
}
