/** Tests a region that asks for fitted parameters: the model takes their ranges, and nothing else changes. */

import { describe, expect, it } from 'vitest'
import { memberInput, uncertainParameters, drawnUncertainty } from '../../engine/ensemble.ts'
import { rankNormalised } from '../../engine/score/convergence.ts'
import { priorQuantile } from '../../engine/distributions.ts'
import type { Sector } from '../../language/declare.ts'
import { model } from '../../model/index.ts'
import { loadRegion } from '../../regions/load.ts'
import { digestOf, parseFitted } from '../../regions/parameter-file.ts'
import { PackError } from '../../regions/problems.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import type { ReadText } from '../../regions/types.ts'
import { openData, requiredData } from './simulation.ts'
import { modelHash } from './fingerprint.ts'
import { drawOf, mostLikely, readRecord, unknownNames, withoutUnknown } from '../hindcast/parameter-set.ts'
import { fitSentence, fittedModel } from './fitted-model.ts'

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

describe('the fits that the Northeast comes with', () => {
  it.each(['train', 'all'] as const)('%s belongs to the model and the figures as they are', set => {
    const record = readRecord(own, 'northeast', set)!
    const again = `fit anew with \`heartland calibrate northeast --set ${set}\``
    expect(record.model, `the model has changed: ${again}`).toBe(modelHash(model))
    expect(record.data, `the figures have changed: ${again}`).toBe(load(own, 'priors').hash)
  })

  it('have an error by horizon of their own, measured with what was fitted up to 2018', () => {
    const error = load(own, 'priors').modelError!
    expect(error.parameters).toBe('train')
    expect(error.model, 'measure it anew with `heartland calibrate northeast --save-error`').toBe(modelHash(model))
    expect(error.data).toBe(load(own, 'priors').hash)
  })

  it('do not move with a sentence, the row of a matrix included', () => {
    const [accounts] = model.sectors.slice(-1)
    const reworded = JSON.parse(JSON.stringify(accounts).replaceAll(/"doc":"[^"]*"/g, '"doc":"other words"')) as Sector
    expect(JSON.stringify(reworded)).not.toBe(JSON.stringify(accounts))
    expect(modelHash({ ...model, sectors: [...model.sectors.slice(0, -1), reworded] })).toBe(modelHash(model))
  })
})

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
      expect(prior).toMatchObject(ranges[name] ?? known)
      expect(prior.low).toBeLessThanOrEqual(prior.central)
      expect(prior.central).toBeLessThanOrEqual(prior.high)
      const slack = 1e-5 * Math.max(1, Math.abs(known.central))
      expect(priorQuantile(prior, 1e-6)).toBeGreaterThanOrEqual(priorQuantile(known, 1e-6) - slack)
      expect(priorQuantile(prior, 1 - 1e-6)).toBeLessThanOrEqual(priorQuantile(known, 1 - 1e-6) + slack)
      if (prior.central !== known.central) moved++
    }
    expect(moved).toBeGreaterThan(50)
  })

  it('grades what the data taught as derived, and leaves the rest as it was', () => {
    const { informed } = region.parameters!
    let taught = 0
    for (const [name, { declaration }] of fitted.linked.variables) {
      if (declaration?.kind !== 'parameter' || typeof declaration.value === 'number') continue
      const before = plain.linked.variables.get(name)!.declaration!
      const told = declaration.source?.includes('history of northeast up to 2018') === true
      expect(told).toBe(informed.some(one => one === name || one.startsWith(`${name}[`)) && told)
      expect(declaration.evidence).toBe(told ? 'derived' : 'evidence' in before ? before.evidence : undefined)
      if (told) taught++
    }
    expect(taught).toBeGreaterThan(30)
    expect(informed.length).toBeLessThan(Object.keys(ranges).length)
  })

  it('draws parameters together as the posterior has them, but for a sensitivity analysis', () => {
    const sampled = new Set(uncertainParameters(fitted.linked).map(({ name }) => name))
    const [strongest] = region
      .parameters!.correlations.filter(({ a, b }) => sampled.has(a) && sampled.has(b))
      .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value))
    const { a, b, value } = strongest!
    // Further from 0 than draws scatter.
    expect(Math.abs(value)).toBeGreaterThan(0.15)
    const settings = { seed: 1, members: 600 }
    const draw = memberInput(fitted.linked, fitted.simulator, settings)
    const drawn = Array.from({ length: settings.members }, (_, member) => draw(member).sampled!)
    const scores = [a, b].map(name =>
      rankNormalised([Float64Array.from(drawn, values => values.get(name)!)]).flatMap(one => [...one]),
    )
    const mean = scores[0]!.reduce((sum, x, at) => sum + x * scores[1]![at]!, 0) / settings.members
    expect(Math.abs(mean - value)).toBeLessThan(0.12)
    const design = { kind: 'saltelli', base: 4, shocks: false } as const
    expect(drawnUncertainty(fitted.linked, { seed: 1, members: 4, design })).toEqual({})
  })

  it('may be a province, which takes the fit of the region it belongs to', () => {
    const province = loadRegion(own, 'CN-JL', requiredData(model)).parameters!
    expect(province.region).toBe('northeast')
    expect(province).toEqual(load(own).parameters)
  })

  it('is another model, and the same again without them', () => {
    expect(modelHash(fitted.linked.source)).not.toBe(modelHash(model))
    expect(modelHash(plain.linked.source)).toBe(modelHash(model))
    expect(fittedModel(model, undefined)).toBe(model)
  })

  it('says that the model has changed since, and ignores names that it no longer has', () => {
    const { digest: _, ...record } = JSON.parse(own(file)!) as { digest: string; names: string[]; model: string }
    const priorsOf = ({ linked }: typeof plain) =>
      new Map(uncertainParameters(linked).map(({ name, prior }) => [name, prior]))
    const name = [...priorsOf(plain).keys()].find(one => ranges[one] !== undefined)!
    const rename = (text: string): string => text.replaceAll(`"${name}"`, '"oldName"')
    const older = JSON.parse(rename(JSON.stringify({ ...record, model: 'another' }))) as typeof record
    const text = JSON.stringify({ ...older, digest: digestOf(older) })
    const opened = openData(load(path => (path === file ? text : asking(path))))
    expect(opened.region.parameters!.stale!.unknown).toContain('oldName')
    expect(fitSentence(opened.region)).toContain('an earlier version of the model')
    expect(priorsOf(opened).get(name)).toEqual(priorsOf(plain).get(name))
    expect(new Map([...priorsOf(opened), [name, priorsOf(fitted).get(name)]])).toEqual(priorsOf(fitted))
    expect(() => memberInput(opened.linked, opened.simulator, { seed: 1, members: 1 })(0)).not.toThrow()

    const kept = readRecord(own, 'northeast', 'train')!
    const known = new Set(kept.names.slice(1))
    expect(unknownNames(kept, known)).toEqual(kept.names.slice(0, 1))
    expect(Object.keys(mostLikely(withoutUnknown(kept, known)))).toEqual(kept.names.slice(1))
    expect([...drawOf(withoutUnknown(kept, known), 3)]).toEqual([...drawOf(kept, 3)].slice(1))
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
    expect(problem(path => (path === file ? edited : asking(path)))).toContain('the file was changed')
    // A new fit does not ask for fitted parameters.
    expect(load(path => (path === file ? undefined : asking(path)), 'priors').parameters).toBeUndefined()
    expect(parseFitted('{')).toMatchObject({ message: { code: 'region.notJson' } })
  })
})
