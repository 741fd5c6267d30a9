/** Tests that external conditions are set, converted, recognised and taken back. */

import { describe, expect, it } from 'vitest'
import { openUnder } from '../../analysis/region/open-under.ts'
import { baselineCalled, baselinesOf } from '../../analysis/region/outside.ts'
import { outsideProblems } from '../../scenario/paths.ts'
import { rulesOf } from '../../scenario/rules.ts'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import type { OutsidePaths, PathChange } from '../../engine/outside.ts'
import { valueOnPath } from '../../engine/path-value.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { conditions } from '../worker/answers/conditions.ts'
import {
  pathAddress,
  beginning,
  converted,
  isSet,
  isUnder,
  pathOfArea,
  resultOf,
  sameConditions,
  withPath,
  withStress,
} from './conditions.ts'
import { emptyDraft } from './scenario.ts'

const open = openRegion('northeast')
const known = conditions(openOnWasm(open.region))

describe('external conditions of a region', () => {
  it('are its paths with their sources, its baselines and seven stress tests', () => {
    expect(known.paths.map(({ name }) => name)).toEqual(Object.keys(open.region.paths))
    for (const { name, origins, doc } of known.paths) {
      expect(origins.length, name).toBeGreaterThan(0)
      expect(doc, name).not.toBe('')
    }
    expect(known.baselines.map(({ id }) => id)).toEqual(baselinesOf(open.region))
    for (const { id, outside, reasons } of known.baselines) {
      expect(outside).toEqual(baselineCalled(open.region, id))
      expect(new Set(reasons.map(({ path }) => path))).toEqual(new Set(Object.keys(outside)))
    }
    expect(known.stress).toHaveLength(7)
  })

  it('begin with the values of the region, and mean the same however they are written', () => {
    for (const path of known.paths) {
      const first = beginning(path)
      expect(outsideProblems(rulesOf(open), { [path.name]: first }), path.name).toEqual([])
      for (const change of ['add', 'times', 'given'] satisfies PathChange[]) {
        const other = converted(path, first, change)
        for (const [at, piece] of other.pieces.entries()) {
          const meant = resultOf(path, 'set', first.pieces[at]!)
          expect(resultOf(path, change, piece), `${path.name} ${change}`).toBeCloseTo(meant, 2)
        }
      }
    }
  })
})

describe('stress tests', () => {
  it('are recognised, leave other settings alone, and are taken back whole', () => {
    const [growth, interest] = known.stress as [(typeof known.stress)[0], (typeof known.stress)[0]]
    const mine = withPath(emptyDraft(), 'oilPrice', { change: 'times', pieces: [{ value: 0.8, from: 2027 }] })
    for (const test of known.stress) {
      const stressed = withStress(mine, test, true)
      expect(isUnder(mine, test), test.id).toBe(false)
      expect(isUnder(stressed, test), test.id).toBe(true)
      expect(withStress(stressed, test, false), test.id).toEqual(mine)
    }
    const both = withStress(withStress(mine, growth, true), interest, true)
    expect(isUnder(both, growth) && isUnder(both, interest)).toBe(true)
    expect(isUnder(withStress(both, growth, false), interest)).toBe(true)
  })

  it('run as the command runs them', () => {
    const [growth] = known.stress
    const { outside } = withStress(emptyDraft(), growth!, true)
    const [before, after] = [{}, outside].map(one =>
      openUnder(open, one).simulator.run({ policy: {}, assumptions: {}, record: ['regionOutput'] }),
    )
    expect(after!.series.get('regionOutput')!.values.at(-1)).toBeLessThan(
      before!.series.get('regionOutput')!.values.at(-1)!,
    )
  })
})

it('conditions are the same whatever the order of their paths', () => {
  const { outside } = known.baselines.find(({ id }) => id === 'low')!
  const turned = Object.fromEntries(Object.entries(outside).toReversed())
  expect(sameConditions(outside, turned)).toBe(true)
  expect(sameConditions(outside, withPath({ ...emptyDraft(), outside }, 'oilPrice', undefined).outside)).toBe(false)
})

describe('a path by area', () => {
  const quota = known.paths.find(({ name }) => name === 'bondQuotaByArea')!
  const half = { change: 'times', pieces: [{ value: 0.5, from: 2027 }] } as const
  const more = { change: 'add', pieces: [{ value: 0.1, from: 2027 }] } as const

  it('is set for one area on top of what is set for all, whichever stands first', () => {
    const both = { bondQuotaByArea: half, 'bondQuotaByArea[CN-JL]': more }
    const other = { 'bondQuotaByArea[CN-JL]': more, bondQuotaByArea: half }
    const pathsUnder = (outside: OutsidePaths) => openUnder(open, outside).region.paths['bondQuotaByArea'].ofAreas
    expect(pathsUnder(other)).toEqual(pathsUnder(both))
    // Its chart starts from the path of the area with what is set for all.
    const before = pathOfArea(quota, 'CN-JL', both, rulesOf(open).end).points
    expect(before).toEqual(pathsUnder({ bondQuotaByArea: half })?.['CN-JL'])
    expect(valueOnPath(pathsUnder(both)!['CN-JL'], 2030.5)).toBeCloseTo(valueOnPath(before, 2030.5) + 0.1, 12)
    expect(pathsUnder(both)?.['CN-HL']).toEqual(pathsUnder({ bondQuotaByArea: half })?.['CN-HL'])
  })

  it('counts as set where an area is', () => {
    expect(isSet({ [pathAddress('bondQuotaByArea', 'CN-HL')]: half }, quota)).toBe(true)
    expect(isSet({ nationalGrowth: half }, quota)).toBe(false)
  })
})
