/**
 * Every equation of the model is held by a test: a copy with one sign, number or name changed is refused by the linker,
 * does not close its accounts or moves a variable of golden/northeast/variables.csv. Here a few dozen of the copies,
 * spread over the model; all of them (some minutes) with `MUTANTS=all npm run unit -- src/model/mutants`.
 */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/simulation.ts'
import { createJudge, mutantsOf } from './mutants-fixture.ts'

const { region } = openRegion('northeast')
const mutants = mutantsOf(region.areas)
const all = process.env['MUTANTS'] === 'all'
/** A prime, so that signs, numbers and names take turns. */
const stride = all ? 1 : 61

describe('changed copies of the model', () => {
  it('are made of every equation', () => {
    const kinds = Map.groupBy(mutants, ({ kind }) => kind)
    expect([...kinds.keys()].toSorted()).toEqual(['name', 'number', 'sign'])
    expect(mutants.length).toBeGreaterThan(2000)
    expect(mutants.filter(({ before, after }) => before === after)).toEqual([])
  })

  it('are all noticed', { timeout: all ? 1_800_000 : 60_000 }, () => {
    const judge = createJudge(region)
    const survivors = mutants
      .filter((_, at) => at % stride === 0)
      .flatMap(mutant =>
        judge(mutant) === undefined ? [`${mutant.name} (${mutant.kind}): ${mutant.before} -> ${mutant.after}`] : [],
      )
    expect(survivors).toEqual([])
  })
})
