/**
 * Tests that members in SIMD batches equal single runs, whatever the size of the batch, and that the module is kept on
 * disk.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { instantiate, compileModule } from '../../engine/simd/instance.ts'
import { declaredOutcomes } from '../../engine/recording.ts'
import { Beginning } from '../../engine/run/beginnings.ts'
import { orderRuns, type RunOrder } from '../../engine/run/inputs.ts'
import type { WasmInstance } from '../../engine/simd/batch.ts'
import { checkFailures, createBlock, eachBlock, MemberError, type MemberRunner } from '../../engine/run/runner.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import type { Policy } from '../../engine/scenario.ts'
import { standard } from '../../language/emit/wasm/module.ts'
import { buildModule } from './wasm-module.ts'
import { runnersOneByOne } from '../testing/one-by-one-fixture.ts'
import { openRegion } from '../testing/open-fixture.ts'

const open = openRegion('northeast')
const { linked, region, simulator } = open
const { steps, horizon } = simulator
const settings = { seed: 20261124, members: 1000 }
const policies: Policy[] = [{ childcarePlaces: { value: 0.4, start: 2027, ramp: 2 } }, {}]
const assumptions = { migrationResponse: 1.5, contributionCompliance: 0.9 }
const folders: string[] = []
const folder = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), 'heartland-module-')))
  return folders[folders.length - 1]
}
afterAll(() => folders.forEach(path => rmSync(path, { recursive: true, force: true })))

/** Members 300 … 323 of an ensemble: several batches of each size, the last of some of them not full. */
const members = 24
const from = 300
const oneByOne = (given: Readonly<Record<string, number>>): MemberRunner[] =>
  runnersOneByOne(open, { settings, policies, assumptions: given, auditEvery: 3 }, declaredOutcomes(linked))
const { recording } = oneByOne(assumptions)[0]

const sideBySide = (given: Readonly<Record<string, number>>, batch = 8): MemberRunner[] => {
  const { bytes, manifest } = buildModule(linked, { ...standard, members: batch }, null)
  const orders = orderRuns(
    linked,
    region,
    horizon,
    policies.map(policy => ({ settings, recording, policy, assumptions: given, auditEvery: 3 })),
  )
  return createWasmRunners(instantiate(compileModule(bytes), memoryFor(manifest, orders[0])), manifest, orders)
}

const valuesOf = (runner: MemberRunner, width = runner.width) => {
  const block = createBlock(recording, width)
  const values = new Float64Array(members * recording.cells)
  const residuals: object[] = []
  for (const [first, count] of eachBlock(runner, [from, from + members], block)) {
    checkFailures(first, block)
    residuals.push(...block.residuals.map(({ lane, ...residual }) => ({ member: first + lane, ...residual })))
    for (let cell = 0; cell < recording.cells; cell++)
      for (let lane = 0; lane < count; lane++)
        values[cell * members + first - from + lane] = block.values[cell * width + lane]
  }
  return { values, residuals }
}

describe('members side by side', () => {
  it('have the bits of runs one by one, in every outcome and step, and the same residuals', () => {
    const expected = oneByOne(assumptions).map(runner => valuesOf(runner))
    const check = (runner: MemberRunner, policy: number, width?: number): void => {
      const found = valuesOf(runner, width)
      found.values.forEach((value, at) => {
        if (Object.is(value, expected[policy].values[at])) return
        const cell = Math.floor(at / members)
        const { name } = recording.series[Math.floor(cell / steps)]
        throw new Error(
          `${name} of member ${from + (at % members)} at step ${cell % steps}: ${value}, not ${expected[policy].values[at]}`,
        )
      })
      expect(found.residuals).toEqual(expected[policy].residuals)
      expect(found.residuals).toHaveLength(members / 3)
    }
    sideBySide(assumptions).forEach((runner, policy) => check(runner, policy))
    check(sideBySide(assumptions, 4)[0], 0, 12)
    check(sideBySide(assumptions, 12)[1], 1)
    check(sideBySide(assumptions, 20)[0], 0, 7)
  }, 120_000)

  it('compute once what several policies begin with, and all of it where they begin differently', () => {
    const { bytes, manifest } = buildModule(linked)
    const stepsRun = (orders: readonly RunOrder[]): number => {
      const module = instantiate(compileModule(bytes), memoryFor(manifest, orders[0]))
      let calls = 0
      const counted: WasmInstance = {
        memory: module.memory,
        routine: name => {
          const call = module.routine(name)
          if (name !== manifest.step[0].routine) return call
          return (...numbers) => {
            calls++
            call(...numbers)
          }
        },
      }
      for (const runner of createWasmRunners(counted, manifest, orders)) valuesOf(runner)
      return calls
    }
    const order = (policy: Policy, given: Readonly<Record<string, number>> = {}) => ({
      settings,
      recording,
      policy,
      assumptions: given,
    })
    const batches = members / manifest.members
    const [policy, none] = policies
    const trial = stepsRun(orderRuns(linked, region, horizon, [order(none)])) / batches - steps
    const same = orderRuns(linked, region, horizon, [order(policy), order(none), order(none)])
    // The lever moves after the first quarter of 2027.
    const shared = (2027 - region.start) * horizon.stepsPerYear + 1
    expect(stepsRun(same)).toBe(batches * (trial + steps + 2 * (steps - shared)))
    const other = orderRuns(linked, region, horizon, [order(none), order(none, { migrationResponse: 1.5 })])
    expect(stepsRun(other)).toBe(batches * 2 * (trial + steps))
  })

  it('go on from the years that an earlier call has kept, to the same bits, unless they differ before', () => {
    const { bytes, manifest } = buildModule(linked)
    const order = (policy: Policy): RunOrder =>
      orderRuns(linked, region, horizon, [{ settings, recording, policy, assumptions, auditEvery: 3 }])[0]
    const none = order({})
    const module = instantiate(compileModule(bytes), memoryFor(manifest, none))
    let calls = 0
    const counted: WasmInstance = {
      memory: module.memory,
      routine: name => {
        const call = module.routine(name)
        return name === manifest.step[0].routine ? (...numbers) => (calls++, call(...numbers)) : call
      },
    }
    const batches = members / manifest.members
    const later = { childcarePlaces: { value: 0.4, start: region.start + 2, ramp: 2 } }
    const earlier = { childcarePlaces: { value: 0.4, start: region.start + 1, ramp: 2 } }
    // The opening of a year, of which less is kept, and the middle of one.
    for (const kept of [8, 7]) {
      const beginning = { inputs: none.shared, beginning: new Beginning(kept, batches) }
      const run = (policy: Policy, begun?: typeof beginning) => {
        calls = 0
        const [runner] = createWasmRunners(counted, manifest, [order(policy)], undefined, begun)
        const { values, residuals } = valuesOf(runner)
        return { values: Buffer.from(values.buffer), residuals, steps: calls / batches }
      }
      const whole = run({}, beginning).steps
      for (const [policy, left] of [
        [later, steps - kept],
        [{}, steps - kept],
        [earlier, whole],
      ] as const) {
        const alone = run(policy)
        const found = run(policy, beginning)
        expect(found.steps).toBe(left)
        expect(found.residuals).toEqual(alone.residuals)
        expect(found.values.equals(alone.values)).toBe(true)
      }
    }
  }, 120_000)

  it('fail as they do alone, with their number', () => {
    const failing = { mortalityLevel: Number.NaN }
    const block = createBlock(recording, 64)
    const message = ([runner]: readonly MemberRunner[]): string => {
      runner.run(8, 3, block)
      expect([...block.failures.keys()]).toEqual([0, 1, 2])
      try {
        checkFailures(8, block)
      } catch (problem) {
        if (problem instanceof MemberError) return problem.message
        throw problem
      }
      return 'no failure'
    }
    expect(message(sideBySide(failing))).toMatch(/^Member 8 stops: '\S+' is not a number at 2025/)
    expect(message(oneByOne(failing))).toMatch(/^Member 8 stops: /)
  })
})

describe('the module on disk', () => {
  it('is the one that would be built, and is built again when it is damaged', () => {
    const place = folder()
    const built = buildModule(linked, standard, place)
    const [manifest, wasm] = readdirSync(place).sort()
    expect([manifest, wasm].map(name => name.replace(/^[0-9a-f]{64}/, ''))).toEqual(['.manifest', '.wasm'])
    expect(buildModule(linked, standard, place)).toEqual(built)
    expect(buildModule(linked, standard, null)).toEqual(built)
    writeFileSync(join(place, wasm), 'no module')
    expect(buildModule(linked, standard, place)).toEqual(built)
    expect(buildModule(linked, { ...standard, members: 4 }, place).manifest.hash).not.toBe(built.manifest.hash)
    expect(readdirSync(place)).toHaveLength(4)
  })

  it('says what any host must know', () => {
    const { manifest, bytes } = buildModule(linked)
    expect(manifest.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(manifest).toMatchObject({ format: 'heartland-wasm-3', members: 8, inputsEnd: linked.inputsEnd })
    const population = manifest.variables.find(({ name }) => name === 'population')
    expect(population).toMatchObject({ unit: 'person m', dimensions: ['area', 'sex', 'age'], size: 606 })
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest)
  })
})
