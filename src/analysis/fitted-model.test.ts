/** A region whose region.json asks for fitted parameters: the model takes their ranges, and nothing else changes. */

import { describe, expect, it } from 'vitest'
import { uncertainParameters } from '../engine/ensemble.ts'
import { priorQuantile } from '../engine/distributions.ts'
import { model } from '../model/index.ts'
import { loadRegion } from '../regions/load.ts'
import { parseFitted } from '../regions/parameter-file.ts'
import { PackError } from '../regions/problems.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import type { ReadText } from '../regions/types.ts'
import { modelHash } from './fingerprint.ts'
import { fittedModel } from './fitted-model.ts'
import { openData, requiredData } from './simulation.ts'

const own = readFrom(ownPacks)
const file = 'northeast/parameters-train.json'

const asking: ReadText = path =>
  path === 'northeast/region.json'
    ? JSON.stringify({ ...(JSON.parse(own(path)!) as object), parameters: 'train' })
    : own(path)
const load = (read: ReadText, parameters: 'asRegionSays' | 'priors' = 'asRegionSays') =>
  loadRegion(read, 'northeast', requiredData(model), { parameters })
const problem = (read: ReadText): string => {
  try {
    load(read)
    return ''
  } catch (error) {
    if (error instanceof PackError) return error.message
    throw error
  }
}

describe('a region with fitted parameters', () => {
  const plain = openData(load(asking, 'priors'))
  const region = load(asking)
  const fitted = openData(region)
  const ranges = region.parameters!.ranges

  it('takes their ranges in place of the priors, inside what the priors draw', () => {
    const before = new Map(uncertainParameters(plain.linked).map(({ name, prior }) => [name, prior]))
    const after = uncertainParameters(fitted.linked)
    expect(after.map(({ name }) => name)).toEqual([...before.keys()])
    let moved = 0
    for (const { name, prior } of after) {
      const known = before.get(name)!
      expect(prior).toEqual(ranges[name] ?? known)
      expect(prior.low).toBeLessThanOrEqual(prior.central)
      expect(prior.central).toBeLessThanOrEqual(prior.high)
      const slack = 1e-5 * Math.max(1, Math.abs(known.central))
      expect(priorQuantile(prior, 1e-6)).toBeGreaterThanOrEqual(priorQuantile(known, 1e-6) - slack)
      expect(priorQuantile(prior, 1 - 1e-6)).toBeLessThanOrEqual(priorQuantile(known, 1 - 1e-6) + slack)
      if (prior.central !== known.central) moved++
    }
    expect(moved).toBeGreaterThan(50)
  })

  it('is another model, and the same again without them', () => {
    expect(modelHash(fitted.linked.source)).not.toBe(modelHash(model))
    expect(modelHash(plain.linked.source)).toBe(modelHash(model))
    expect(fittedModel(model, undefined)).toBe(model)
  })

  it('closes its accounts, and stays a plausible region', () => {
    const run = fitted.simulator.run({ record: ['regionOutput', 'regionUnemployment', 'regionDebtToGdp'], audit: true })
    expect(run.audit!.largestResidual).toBeLessThan(1e-9)
    const last = (name: string): number => run.series.get(name)!.values.at(-1)!
    expect(last('regionOutput')).toBeGreaterThan(6000)
    expect(last('regionUnemployment')).toBeGreaterThan(0.02)
    expect(last('regionUnemployment')).toBeLessThan(0.1)
    expect(last('regionDebtToGdp')).toBeLessThan(2)
  })

  it('is refused without the file, and with one that was edited', () => {
    expect(problem(path => (path === file ? undefined : asking(path)))).toContain(`${file}: the file is missing`)
    const edited = own(file)!.replace(/"seed": \d+/, '"seed": 99')
    expect(problem(path => (path === file ? edited : asking(path)))).toContain('not as it was written')
    // What fits them anew does not ask for them.
    expect(load(path => (path === file ? undefined : asking(path)), 'priors').parameters).toBeUndefined()
    expect(parseFitted('{')).toEqual({ wrong: expect.stringContaining('not JSON') })
  })
})
