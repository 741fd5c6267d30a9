/**
 * Tests large ensembles as users run them: the same bytes however they are divided, and merging only of matching parts.
 */
import { classOrder, criterionIds } from '../../model/criteria.ts'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, it } from 'vitest'
import { checkFailures, createBlock } from '../../engine/run/runner.ts'
import { baseJob as base, contents, createRuns, manifestOf } from './ensemble-fixture.ts'
import { builtModule } from '../threads/wasm-module.ts'
import { openEnsemble, runnerOf } from './job.ts'
import { mergeResults } from './merge-results.ts'
import { planChunks, checkpoints } from './run-ensemble.ts'
import { readTable } from './table.ts'

const { root, open, fresh, run, remove } = createRuns()
afterAll(remove)

describe('an ensemble', { timeout: 120_000 }, () => {
  const whole = fresh()
  const rows = async () =>
    parquetReadObjects({ file: await asyncBufferFromFile(join(whole, 'members/000000000-000001000.parquet')) })

  it('is complete and readable by another program', async () => {
    const { manifest, summary, ran } = await run({}, { folder: whole })
    expect([manifest.state, manifest.ranges, ran, summary.members]).toEqual(['complete', [[0, 1000]], 1000, 1000])
    // The event is of the mean of 2037; the column of the fourth quarter needs no remark.
    expect(summary.notes[0]!.en).toBe(
      'debtToGdp[CN-JL]@2037 is the mean of all quarters; tables by year show the end of the year, which is debtToGdp[CN-JL]@2037Q4.',
    )
    expect(readdirSync(whole).toSorted()).toEqual([
      'bands.parquet',
      'counts.bin',
      'manifest.json',
      'members',
      'probabilities.parquet',
      'summary.json',
      'traces.parquet',
    ])
    for (const file of ['members/000000000-000001000.parquet', 'bands.parquet', 'traces.parquet']) {
      const { metadata } = await readTable(join(whole, file))
      expect(metadata['heartland.scenario'], file).toBe(base.scenario)
      expect(metadata['heartland.conditions'], file).toMatch(/^baseline external conditions; .*random seed \d+$/)
    }
    const table = await rows()
    expect(table.map(({ member }) => member as number)).toEqual(Array.from({ length: 1000 }, (_, member) => member))
    expect(Object.keys(table[0]).length).toBe(1 + openEnsemble(base, open).inputs.length + 3 + 8 + 3)
    const output = table.map(row => row['regionOutput@2030'] as number)
    expect(Math.min(...output)).toBeGreaterThan(5000)
  })

  it('has bands that agree with its rows, and probabilities that agree with its flags', async () => {
    const table = await rows()
    const bands = await parquetReadObjects({ file: await asyncBufferFromFile(join(whole, 'bands.parquet')) })
    const band = bands.find(({ outcome, step }) => outcome === 'debtToGdp[CN-LN]' && step === '2037Q4')!
    const values = table.map(row => row['debtToGdp[CN-LN]@2037Q4'] as number).sort((a, b) => a - b)
    expect(band['members']).toBe(1000)
    const width = (band['q95'] as number) - (band['q05'] as number)
    expect(Math.abs((band['q50'] as number) - values[500])).toBeLessThan(width / 100)
    expect(Math.abs((band['q05'] as number) - values[50])).toBeLessThan(width / 40)
    const mean = values.reduce((sum, value) => sum + value, 0) / 1000
    expect(Math.abs((band['mean'] as number) - mean)).toBeLessThan(width * 1e-5)
    const { verdict } = JSON.parse(readFileSync(join(whole, 'summary.json'), 'utf8'))
    const meanOf = (name: string): number => table.reduce((sum, row) => sum + Number(row[name]), 0) / 1000
    for (const id of criterionIds) expect(verdict.criteria[id].share).toBeCloseTo(meanOf(id), 6)
    expect(verdict.probability.revived.share).toBeCloseTo(meanOf('revived'), 6)
    expect(verdict.recession.share).toBeCloseTo(meanOf('recession'), 12)
    expect(new Set(table.map(row => row['class'])).isSubsetOf(new Set(classOrder))).toBe(true)
    const events = await parquetReadObjects({ file: await asyncBufferFromFile(join(whole, 'probabilities.parquet')) })
    expect(events.length).toBe(64 + 1)
  })

  it('traces the members it was told to', async () => {
    const traces = await readTable(join(whole, 'traces.parquet'))
    expect(new Set(traces.values[0] as Int32Array)).toEqual(new Set(base.traces))
    expect(traces.rows).toBe(base.traces.length * 64)
  })

  it('is the same to the byte when merged from chunks of 137 members, in whatever order', {
    tags: ['thorough'],
  }, async () => {
    const cuts = Array.from({ length: 8 }, (_, at) => [at * 137, Math.min(1000, (at + 1) * 137)] as const)
    const parts: string[] = []
    for (const range of cuts) {
      const folder = fresh()
      await run({}, { folder, range })
      parts.push(folder)
    }
    expect(manifestOf(parts[1]).state).toBe('partial')
    const merged = fresh()
    await mergeResults({ folders: [parts[3], ...parts.filter((_, at) => at !== 3).toReversed()], out: merged, open })
    expect(contents(merged)).toEqual(contents(whole))
    // Two of three parts first, then the rest into the same folder.
    const later = fresh()
    const half = await mergeResults({ folders: parts.slice(0, 5), out: later, open })
    expect(half.manifest).toMatchObject({ state: 'partial', ranges: [[0, 685]] })
    await mergeResults({ folders: parts.slice(5), out: later, open })
    expect(contents(later)).toEqual(contents(whole))
  })

  it('is the same on threads and in this one', async () => {
    const folder = fresh()
    await run({ members: 300, traces: [] }, { folder })
    const other = fresh()
    await run({ members: 300, traces: [] }, { folder: other, threads: 3 })
    expect(contents(folder)).toEqual(contents(other))
  })

  it('replays a member alone with the same bits', async () => {
    const folder = fresh()
    await run({}, { folder, range: [777, 778] })
    const alone = await readTable(join(folder, 'members/000000777-000000778.parquet'))
    const all = await readTable(join(whole, 'members/000000000-000001000.parquet'))
    alone.values.forEach((column, at) => expect(column[0]).toBe(all.values[at][777]))
  })

  it('gives every policy the same draws', async () => {
    const policy = { publicInvestment: { value: 1 } }
    const folder = fresh()
    await run({ policy, scenario: 'more', members: 64, traces: [] }, { folder })
    const other = await readTable(join(folder, 'members/000000000-000000064.parquet'))
    const same = await readTable(join(whole, 'members/000000000-000001000.parquet'))
    const inputs = openEnsemble(base, open).inputs.length
    for (let column = 1; column <= inputs; column++) {
      expect(other.values[column][63]).toBe(same.values[column][63])
    }
    expect(other.values[inputs + 1][63]).not.toBe(same.values[inputs + 1][63])
  })

  it('does nothing when asked again, and can be continued with more members', async () => {
    const before = contents(whole)
    expect((await run({}, { folder: whole })).ran).toBe(0)
    expect(contents(whole)).toEqual(before)
    const grown = fresh()
    await run({ members: 30 }, { folder: grown })
    expect((await run({ members: 140 }, { folder: grown })).ran).toBe(110)
    expect((await run({ members: 200 }, { folder: grown })).ran).toBe(60)
    const atOnce = fresh()
    await run({ members: 200 }, { folder: atOnce })
    expect(contents(grown)).toEqual(contents(atOnce))
  })

  it('stops when the bands are as sure as wanted, at the same member on any number of threads', {
    tags: ['thorough'],
  }, async () => {
    const job = { members: 3000, outcomes: ['regionOutput'], traces: [] }
    const one = fresh()
    const { manifest } = await run(job, { folder: one, until: 0.06, threads: 2 })
    expect(manifest).toMatchObject({ state: 'stopped', stop: { wanted: 0.06 } })
    expect(manifest.stop!.reached).toBeLessThanOrEqual(0.06)
    expect([1024, 2048]).toContain(manifest.ranges[0][1])
    const two = fresh()
    await run(job, { folder: two, until: 0.06 })
    expect(contents(two)).toEqual(contents(one))
    expect((await run(job, { folder: one, until: 0.06 })).ran).toBe(0)
    await expect(run({ ...job, design: 'latinHypercube' }, { until: 0.06 })).rejects.toThrow(
      /only balanced when complete/,
    )
  })

  it('keeps once what is asked for twice, because no other program reads two columns of one name', async () => {
    const keep = ['regionOutput@2030', ' regionOutput@2030', 'regionOutput@2030Q4']
    const events = ['regionUnemployment@2030 > 0.06', 'regionUnemployment@2030 > 0.060']
    const { order } = openEnsemble({ ...base, keep, events }, open)
    expect(order.keep.map(({ text }) => text)).toEqual(['regionOutput@2030', 'regionOutput@2030Q4'])
    expect(order.events).toHaveLength(1)
    const folder = fresh()
    await run({ keep, events, members: 4 }, { folder })
    const file = join(folder, 'members', readdirSync(join(folder, 'members'))[0]!)
    const columns = (await readTable(file)).columns.map(({ name }) => name)
    expect(new Set(columns).size).toBe(columns.length)
  })

  it('writes CSV on request', async () => {
    const folder = fresh()
    await run({ members: 20, traces: [3] }, { folder, csv: true })
    const lines = readFileSync(join(folder, 'members.csv'), 'utf8').trim().split('\n')
    expect(lines.length).toBe(21)
    const [column] = lines[0].split(',').flatMap((name, at) => (name === 'regionOutput@2030' ? [at] : []))
    const table = await readTable(join(folder, 'members/000000000-000000020.parquet'))
    expect(Math.fround(Number(lines[4].split(',')[column]))).toBe(table.values[column][3])
    expect(readFileSync(join(folder, 'traces.csv'), 'utf8').trim().split('\n').length).toBe(65)
  })
})

describe('what does not belong together', { timeout: 60_000 }, () => {
  const small = { members: 64, traces: [] }

  it('is refused, saying in which way it differs', async () => {
    const [one, other, third] = [fresh(), fresh(), fresh()]
    await run(small, { folder: one, range: [0, 32] })
    await run({ ...small, seed: 8 }, { folder: other, range: [32, 64] })
    await run(small, { folder: third, range: [20, 64] })
    await expect(mergeResults({ folders: [one, other], out: fresh(), open })).rejects.toThrow(
      /is of another ensemble than .*: seed 8 against 7/,
    )
    await expect(mergeResults({ folders: [one, third], out: fresh(), open })).rejects.toThrow(
      /both hold members 20 to 31; leave one out/,
    )
    await expect(run({ ...small, seed: 9 }, { folder: one })).rejects.toThrow(
      /contains another ensemble: seed 7 against 9.*Choose another folder/,
    )
    const files = join(root, 'files')
    mkdirSync(files)
    writeFileSync(join(files, 'letter.txt'), '')
    await expect(run(small, { folder: files })).rejects.toThrow(/holds other files/)
    await expect(mergeResults({ folders: [files], out: fresh(), open })).rejects.toThrow(/does not contain an ensemble/)
  })

  it('a second process in the same folder is kept out, unless the first was killed', async () => {
    const folder = fresh()
    await run(small, { folder })
    const lock = join(folder, `.lock-${process.ppid}-0-abc-${hostname()}`)
    writeFileSync(lock, '')
    await expect(run(small, { folder })).rejects.toThrow(/another process is using .* \(process \d+ on /)
    rmSync(lock)
    writeFileSync(join(folder, `.lock-999999999-0-abc-${hostname()}`), '')
    // The number of a living process that began at another time: it was given anew.
    if (existsSync('/proc/self/stat')) writeFileSync(join(folder, `.lock-${process.ppid}-1-abc-${hostname()}`), '')
    await run(small, { folder })
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
  })

  it.each([
    ['cut off', (path: string) => truncateSync(path, statSync(path).size - 10), /instead of \d+: it was cut off/],
    [
      'changed',
      (path: string) => {
        const bytes = readFileSync(path)
        bytes[bytes.length >> 1] ^= 1
        writeFileSync(path, bytes)
      },
      /its checksum differs/,
    ],
    ['missing', (path: string) => rmSync(path), /is missing/],
  ])('a chunk that is %s', async (_, damage, message) => {
    const folder = fresh()
    await run(small, { folder, range: [0, 32] })
    for (const name of ['members/000000000-000000032.parquet', 'counts.bin']) {
      const copy = readFileSync(join(folder, name))
      damage(join(folder, name))
      await expect(mergeResults({ folders: [folder], out: fresh(), open })).rejects.toThrow(message)
      writeFileSync(join(folder, name), copy)
    }
  })

  it('a member that cannot be run is named, and stops the ensemble', async () => {
    const ensemble = openEnsemble({ ...base, assumptions: { wageFromSlack: Number.NaN } }, open)
    const runner = runnerOf(ensemble.order, builtModule(open), ensemble)
    const block = createBlock(ensemble.recording, runner.width)
    runner.run(40, 1, block)
    expect(() => checkFailures(40, block)).toThrow(/Member 40 stops: .*is not/)
  })
})

describe('plans', () => {
  it('cut to parts, or finer when threads would idle', () => {
    expect(planChunks([[0, 20_000]], 1).length).toBe(3)
    expect(planChunks([[0, 10_000]], 2)).toEqual([
      [0, 2560],
      [2560, 5120],
      [5120, 7680],
      [7680, 8192],
      [8192, 10_000],
    ])
    expect(planChunks([[0, 1_000_000]], 2)[1]).toEqual([8192, 16_384])
    const chunks = planChunks([[100, 1000]], 2)
    expect(chunks[0]).toEqual([100, 356])
    expect(chunks.at(-1)![1]).toBe(1000)
    expect(checkpoints(100_000)).toEqual([1024, 2048, 4096, 8192, 16_384, 24_576, 40_960, 65_536, 98_304, 100_000])
  })
})
