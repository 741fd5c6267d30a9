/** Tests the output of `evidence`. */

import { expect, it } from 'vitest'
import { heartland, json } from '../testing/command-line-fixture.ts'

it('lists uncertain inputs and the data to improve first', { tags: ['thorough'] }, async () => {
  const { code, out } = await heartland('evidence CN-JL --walks 2 --top 5')
  expect(code).toBe(0)
  expect(out).toContain('Jilin: uncertain inputs with the largest effect on the result')
  expect(out).toContain('Data to improve first:')
  expect(out).toContain('Shares of the total influence:')
})

it('gives all of it as JSON, each with its grade', { tags: ['thorough'] }, async () => {
  const { inputs, walks, runs } = await json('evidence CN-JL --walks 2')
  expect(walks).toBe(2)
  const paths = inputs.filter(({ kind }: { kind: string }) => kind === 'path').length
  expect(runs).toBe(2 * (inputs.length - paths + 1) + 4 * paths)
  for (const { evidence, cells } of inputs) {
    expect(['official', 'secondary', 'derived', 'assumed']).toContain(evidence)
    expect(cells.length).toBeGreaterThan(0)
  }
})

it('says what cannot be meant', async () => {
  expect((await heartland('evidence nowhere')).code).toBe(2)
  expect((await heartland('evidence CN-JL --walks 0')).err).toContain('--walks')
})

it('every output as JSON says how well what it rests on is known', async () => {
  const counts = (await json('run northeast')).evidence
  expect(counts.figures.official).toBeGreaterThan(0)
  expect((await json('compare A G')).evidence).toEqual(counts)
  const exported = async (variables: string): Promise<any> =>
    JSON.parse((await heartland(`export northeast --format json --variables ${variables}`)).out)
  expect((await exported('output')).evidence).toEqual(counts)
  const { series } = await exported('capitalStart,capitalGrowthBase,nationalGrowth')
  expect(series.capitalStart.evidence).toBe('assumed')
  expect(series.capitalGrowthBase.evidence).toBe('assumed')
  // The weakest of its points: those of past years are published, those to come are forecasts of others.
  expect(series.nationalGrowth.evidence).toBe('secondary')
})

it('a trace as JSON carries the grade and source of each figure, path and parameter', async () => {
  const { out } = await heartland('trace capacity --area CN-JL --year 2025 --quarter 1 --depth 6 --json')
  const leaves: { kind: string; evidence?: string; source?: string }[] = []
  const walk = (cause: any): void => {
    if (['datum', 'exogenous', 'parameter'].includes(cause.kind)) leaves.push(cause)
    cause.inputs.forEach(walk)
  }
  walk(JSON.parse(out).cause)
  expect(new Set(leaves.map(({ kind }) => kind))).toContain('datum')
  for (const { evidence, source, kind } of leaves.filter(leaf => leaf.kind !== 'parameter')) {
    expect(['official', 'secondary', 'derived', 'assumed'], kind).toContain(evidence)
    expect(source).toBeDefined()
  }
})
