/** Members side by side have the bits of runs one by one, whatever the block, the chunks and the number of threads. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memberInput } from '../engine/ensemble.ts'
import { createBlock, createMemberRunner, MemberError, type MemberRunner } from '../engine/member-runner.ts'
import { orderLanes } from '../engine/lanes/runner.ts'
import type { Column } from '../engine/lanes/share.ts'
import { declaredOutcomes, planRecording } from '../engine/recording.ts'
import { RunError } from '../engine/run.ts'
import { standard } from '../language/emit/wasm/module.ts'
import { buildModule, lanesRunner } from './lanes.ts'
import { createThreads } from './lanes-threads.ts'
import { openRegion } from './simulation.ts'

const open = openRegion('northeast')
const { linked, region, simulator } = open
const { steps, horizon } = simulator
const recording = planRecording(linked, declaredOutcomes(linked), { start: region.start, steps, stepsPerYear: 4 })
const settings = { seed: 20261124, members: 1000 }
const policy = { childcarePlaces: { value: 0.4, start: 2027, ramp: 2 } }
const assumptions = { migrationResponse: 1.5, contributionCompliance: 0.9 }
const folders: string[] = []
const folder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'heartland-lanes-')))
  return folders[folders.length - 1]
}
afterAll(() => folders.forEach(path => rmSync(path, { recursive: true, force: true })))

/** Members 300 … 347 of an ensemble, one by one. */
const members = 48
const from = 300
const oneByOne = (task: Parameters<typeof createMemberRunner>[3]): MemberRunner =>
  createMemberRunner(simulator, recording, memberInput(linked, simulator, settings), task)

const values = (runner: MemberRunner): { readonly values: Float64Array; readonly residual: number } => {
  const block = createBlock(recording, runner.width)
  const all = new Float64Array(members * recording.cells)
  let residual = 0
  for (let first = 0; first < members; first += runner.width) {
    const count = Math.min(runner.width, members - first)
    runner.run(from + first, count, block)
    residual = Math.max(residual, block.residual)
    for (let cell = 0; cell < recording.cells; cell++)
      for (let lane = 0; lane < count; lane++)
        all[cell * members + first + lane] = block.values[cell * runner.width + lane]
  }
  return { values: all, residual }
}

const digest = (numbers: Float64Array): string =>
  createHash('sha256')
    .update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
    .digest('hex')

describe('members side by side', () => {
  it('have the bits of runs one by one, in every outcome and step, and the same largest residual', () => {
    const task = { policy, assumptions, auditEvery: 3 }
    const alone = values(oneByOne(task))
    const together = values(lanesRunner(open, { settings, recording, ...task }))
    together.values.forEach((value, at) => {
      if (Object.is(value, alone.values[at])) return
      const cell = Math.floor(at / members)
      const { name } = recording.series[Math.floor(cell / steps)]
      throw new Error(
        `${name} of member ${from + (at % members)} at step ${cell % steps}: ${value}, not ${alone.values[at]}`,
      )
    })
    expect(together.residual).toBe(alone.residual)
    expect(together.residual).toBeGreaterThan(0)
  }, 60_000)

  it('fail as they do alone, with their number', () => {
    const failing = { mortalityLevel: Number.NaN }
    const block = createBlock(recording, 64)
    const message = (runner: MemberRunner): string => {
      try {
        runner.run(8, 3, block)
      } catch (problem) {
        if (problem instanceof MemberError) return problem.message
        throw problem
      }
      return 'no failure'
    }
    const alone = (member: number): void => {
      oneByOne({ assumptions: failing }).run(member, 1, block)
    }
    const task = { settings, recording, assumptions: failing }
    expect(message(lanesRunner(open, task))).toMatch(/^Member 8 stops: '\S+' is not a number at 2024/)
    expect(() => lanesRunner(open, task, alone).run(8, 3, block)).toThrow(RunError)
  })
})

describe('threads', () => {
  const columns: Column[] = recording.series.flatMap((_, series) =>
    Array.from({ length: steps }, (__, step) => ({ series, from: step, to: step + 1 })),
  )
  const order = orderLanes(linked, region, horizon, { settings, recording, policy, assumptions, auditEvery: 5 })

  it('change nothing, nor do the size of the block and the order of the chunks', async () => {
    const alone = values(oneByOne({ policy, assumptions, auditEvery: 5 }))
    const expected = digest(alone.values)
    for (const [block, threads, chunk] of [
      [8, 1, 64],
      [8, 2, 16],
      [8, 5, 7],
      [4, 2, 12],
      [12, 1, 20],
      [20, 3, 9],
    ] as const) {
      const module = buildModule(linked, { ...standard, members: block }, undefined)
      const pool = createThreads(module, threads)
      const table = await pool.run({ order, columns, from, to: from + members, chunk })
      await pool.close()
      expect(digest(table.values), `${threads} threads, blocks of ${block}, chunks of ${chunk}`).toBe(expected)
      expect(table.residual).toBe(alone.residual)
    }
  }, 120_000)

  it('can be used again, tell how far they are, and stop when told', async () => {
    const pool = createThreads(buildModule(linked), 2)
    const few = columns.slice(0, 3)
    const done: number[] = []
    const first = await pool.run({ order, columns: few, from: 0, to: 100, progress: count => done.push(count) })
    const again = await pool.run({ order, columns: few, from: 0, to: 100, chunk: 11 })
    expect(digest(again.values)).toBe(digest(first.values))
    expect(done[done.length - 1]).toBe(100)
    const stop = new AbortController()
    const running = pool.run({ order, columns: few, from: 0, to: 1000, chunk: 16, signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(running).rejects.toThrow('enough')
    await pool.close()
  }, 60_000)

  it('report the first member that fails', async () => {
    const failing = orderLanes(linked, region, horizon, {
      settings,
      recording,
      assumptions: { mortalityLevel: Number.NaN },
    })
    const pool = createThreads(buildModule(linked), 1)
    const running = pool.run({ order: failing, columns: columns.slice(0, 3), from: 40, to: 60 })
    await expect(running).rejects.toThrow(/^Member 40 stops: /)
    await pool.close()
  }, 60_000)
})

describe('the module on disk', () => {
  it('is the one that would be built, and is built again when it is damaged', () => {
    const place = folder()
    const built = buildModule(linked, standard, place)
    const [json, wasm] = readdirSync(place).sort()
    expect([json, wasm].map(name => name.replace(/^[0-9a-f]{64}/, ''))).toEqual(['.json', '.wasm'])
    expect(buildModule(linked, standard, place)).toEqual(built)
    expect(buildModule(linked, standard, undefined)).toEqual(built)
    writeFileSync(join(place, wasm), 'no module')
    expect(buildModule(linked, standard, place)).toEqual(built)
    expect(buildModule(linked, { ...standard, members: 4 }, place).manifest.hash).not.toBe(built.manifest.hash)
    expect(readdirSync(place)).toHaveLength(4)
  })

  it('says what any host must know', () => {
    const { manifest, bytes } = buildModule(linked)
    expect(manifest.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(manifest).toMatchObject({ format: 'heartland-wasm-2', members: 8, inputsEnd: linked.inputsEnd })
    const population = manifest.variables.find(({ name }) => name === 'population')
    expect(population).toMatchObject({ unit: 'person m', dimensions: ['area', 'sex', 'age'], size: 606 })
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest)
  })
})
