/**
 * Every command that shows results says that the accounts behind them do not close, and fails, and that a fit belongs to
 * another model: with a model in which households receive what nobody pays.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'

// Test files share modules: these get copies of their own, and leave none behind.
vi.resetModules()
vi.doMock(import('../../model/index.ts'), async importOriginal => {
  const { model, ...others } = await importOriginal()
  const { withUnpaidGift } = await import('../../model/unpaid-gift-fixture.ts')
  return { ...others, model: withUnpaidGift(model, 1) }
})
const { heartland } = await import('../testing/command-line-fixture.ts')
const { commands } = await import('../commands.ts')
afterAll(() => {
  vi.doUnmock(import('../../model/index.ts'))
  vi.resetModules()
})

const folder = mkdtempSync(join(tmpdir(), 'heartland-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ensemble = join(folder, 'ensemble')
const figures = join(folder, 'figures.csv')
const of2025 = ['nominalOutput,1687.8,CNY bn/year', 'outputGrowth,0.042,1/year', 'births,0.08,person m/year']
const rows = [...of2025, 'deaths,0.3,person m/year'].map(row => `${row.replace(',', ',CN-HL,2025,')},a test\n`)
writeFileSync(figures, `series,area,year,value,unit,source\n${rows.join('')}`)

const tried: Readonly<Record<string, string>> = {
  run: 'run CN-HL',
  compare: 'compare A G --region CN-HL',
  trace: 'trace wage --region CN-HL --area CN-HL --year 2030 --depth 1',
  explain: 'explain CN-HL --set childAllowance=10 --outcome output@2030',
  who: 'who CN-HL --set childAllowance=10 --members 0',
  books: 'books CN-HL --at 2030 --csv',
  export: 'export CN-HL --variables output',
  industries: 'industries CN-HL',
  value: 'value CN-HL --simulations 20 --threads 1',
  stress: 'stress CN-HL',
  league: 'league northeast --simulations 20 --threads 1',
  story: 'story CN-HL --simulations 20 --threads 1',
  debt: 'debt CN-HL --simulations 16',
  answer: 'answer CN-HL --simulations 8 --threads 1',
  ensemble: `ensemble CN-HL --members 16 --threads 1 --out ${ensemble}`,
  merge: `merge ${ensemble} --out ${join(folder, 'merged')}`,
  evidence: 'evidence CN-HL --walks 2',
  record: 'record northeast --claim K1',
  judgement: 'judgement CN-HL --hold output[CN-HL]*=1.01@2026',
  actuals: `actuals CN-HL ${figures}`,
  round: 'round CN-HL',
  goal: 'goal CN-HL --with swapPace --keep debtToGdp@2035<=2 --simulations 20 --threads 1',
  discover: 'discover CN-HL --simulations 100 --fails debtToGdp@2035>=0.9 --threads 1',
}

/** Commands that show no result of a run, and why the others are not tried here. */
const others: Readonly<Record<string, string>> = {
  list: 'shows declarations',
  standing: 'makes votes, which a test compares with those that are kept (tools/standing.test.ts)',
  check: 'tests the same itself (check.test.ts)',
  template: 'writes figures',
  fetch: 'writes figures',
  import: 'makes a trial run of its own (trial.test.ts)',
  derive: 'writes figures',
  serve: 'shows the app, which audits what it shows',
  'build-file': 'writes the app',
  report: 'needs Chromium; calls what the others call',
  verify: 'compares files with their checksums',
  chunk: 'writes members; `merge` shows them',
  replay: 'compares a member with its row in an ensemble',
  capsule: 'writes a run; `replay` compares it',
  versions: 'compares versions, each audited (versions.test.ts)',
  engine: 'answers other programs with what the others show',
  mcp: 'answers language models with what the others show',
  calibrate: 'fits parameters, and shows no projection',
}

it('no command is forgotten', () => {
  expect([...Object.keys(tried), ...Object.keys(others)].toSorted()).toEqual(Object.keys(commands).toSorted())
})

/** Those that take longest, and announce as the others do. */
const long = new Set(['evidence', 'answer'])

for (const [name, words] of Object.entries(tried)) {
  it(name, { timeout: 120_000, tags: long.has(name) ? ['thorough'] : [] }, async () => {
    const { code, err } = await heartland(words)
    expect(err, words).toContain('the accounts do not balance')
    expect(code, words).toBe(1)
    if (name === 'merge') return
    expect(err, words).toMatch(/Parameters are fitted to data.* with an earlier version of the model or the data/)
  })
}
