import { expect, test } from 'vitest'
import { run } from '../examples/run.ts'
import { openRegion } from '../src/cli/testing/open-fixture.ts'
import { interpret } from '../src/language/emit/interpret.ts'
import { linkModel } from '../src/language/link.ts'
import { features } from './pysd/feature-model.ts'
import { largestGap, pysdMissing, runInPysd } from './pysd/pysd.ts'
import { exportRun } from './pysd/series.ts'

const missing = pysdMissing()
if (missing !== undefined) process.stderr.write(`Skipped: exported models in PySD. ${missing}\n`)

/** The promised bound on relative gaps between both sides; reached: about 1e-12. */
const promised = 1e-7

test.skipIf(missing !== undefined)('PySD computes every feature as we do', { timeout: 120_000 }, () => {
  const linked = linkModel(features, { area: ['A-1', 'B-2'] })
  const result = run(interpret(linked), {
    startTime: 2024,
    timeStep: 0.25,
    steps: 14,
    inputs: {
      start: Array.from({ length: 24 }, (_, at) => (1 + Math.sin(at)) / 3 + 0.01),
      few: [0.5, 1, 2, 0.25],
      outside: time => 0.3 + 0.01 * (time - 2024),
      action: time => (time < 2025 ? 0.2 : Math.min(0.8, 0.2 + (time - 2025) * 0.3)),
      draw: time => [0.01 * Math.sin(time), 0.02],
    },
  })
  const exported = exportRun(linked, 'Features', observe => result.states.forEach(observe))
  const theirs = runInPysd(exported.mdl.text, exported.variables)
  expect(largestGap(exported.series, theirs)).toMatchObject({ relative: expect.toSatisfy(gap => gap < 1e-12) })
})

// The later years are left to the benchmark (`npm run bench:pysd`): PySD is slow on a model of this size.
test.skipIf(missing !== undefined)('PySD computes the full model as we do, 2024-2029', { timeout: 600_000 }, () => {
  const { linked, simulator } = openRegion('northeast', { horizonEnd: 2030 })
  const policy = {
    publicInvestment: { value: 0.55 },
    'investmentTo[vehicles]': { value: 0.6, start: 2026.5 },
    'robotsTo[machinery]': { value: 0.5 },
    childAllowance: { value: 15, ramp: 3 },
    childcarePlaces: { value: 35, start: 2026.5, ramp: 0 },
    arrivalGrant: { value: 30, end: 2028 },
    retirementSpeed: { value: 2 },
  }
  const isOutcome = (name: string): boolean => linked.variables.get(name)?.outcome === true
  const exported = exportRun(
    linked,
    'Region northeast, a mixed policy',
    (observe, observeStart) => simulator.run({ policy, record: [], observe, observeStart }),
    isOutcome,
  )
  const theirs = runInPysd(exported.mdl.text, exported.variables)
  expect(theirs.times).toHaveLength(simulator.steps)
  expect(exported.series.length).toBeGreaterThan(250)
  expect(largestGap(exported.series, theirs)).toMatchObject({ relative: expect.toSatisfy(gap => gap < promised) })
})
