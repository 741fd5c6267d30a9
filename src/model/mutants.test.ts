/**
 * Every equation of the model is held by a test: a copy with one sign, number or name changed is refused by the linker,
 * does not close its accounts or moves a variable of golden/northeast/variables.csv. Here a random few of the
 * copies, with the seed printed (`MUTANTS_SEED=… npm run unit -- src/model/mutants` repeats it); all of them with
 * `npm run mutants`, in two to five minutes.
 */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { createStream } from '../engine/random.ts'
import { recordMeasured } from '../../tools/promises/measured-fixture.ts'
import { createJudge, type Mutant, mutantsOf } from './mutants-fixture.ts'
import { thoroughly } from '../thorough-fixture.ts'

/** Copies that nothing notices, and why the change makes no difference. */
const survivors: Readonly<Record<string, string>> = {}

const { region } = openRegion('northeast')
const mutants = mutantsOf(region.areas)
const all = process.env['MUTANTS'] === 'all'
const seed = Number(process.env['MUTANTS_SEED'] ?? Date.now() % 1e6)
const uniform = createStream(seed, 'mutants')
const chosen = all
  ? mutants
  : Array.from({ length: thoroughly(40, 10) }, (_, at) => mutants[Math.floor(uniform(at, 0, 0) * mutants.length)]!)

const titleOf = ({ name, kind }: Mutant): string => `${name}, ${kind}`

describe('changed copies of the model', () => {
  it('are made of every equation', () => {
    const kinds = Map.groupBy(mutants, ({ kind }) => kind)
    expect([...kinds.keys()].toSorted()).toEqual(['name', 'number', 'sign'])
    expect(mutants.length).toBeGreaterThan(2000)
    expect(mutants.filter(({ before, after }) => before === after)).toEqual([])
  })

  it(`are all noticed (${all ? 'every one' : `a sample of seed ${seed}`})`, { timeout: 1_800_000 }, () => {
    const judge = createJudge(region)
    const found = Map.groupBy(chosen, mutant => judge(mutant) ?? 'nothing')
    const passed = found.get('nothing') ?? []
    const unknown = passed.filter(mutant => survivors[titleOf(mutant)] === undefined)
    expect(unknown.map(mutant => `${titleOf(mutant)}: ${mutant.before} -> ${mutant.after}`)).toEqual([])
    if (!all) return
    const titles = new Set(passed.map(titleOf))
    expect(Object.keys(survivors).filter(title => !titles.has(title))).toEqual([])
    expect(1 - passed.length / mutants.length).toBeGreaterThanOrEqual(0.95)
    const count = (by: 'linker' | 'stopped' | 'accounts' | 'values'): number => found.get(by)?.length ?? 0
    const share = ((1 - passed.length / mutants.length) * 100).toFixed(1)
    const figure = [
      `${share} % of ${mutants.length.toLocaleString('en')} mutants are noticed: ${count('linker')} by the linker,`,
      `${count('stopped')} because the run stops, ${count('accounts')} by the accounts and ${count('values')} by the`,
      `golden values of every variable; ${passed.length} survive`,
    ]
    recordMeasured('mutants', figure.join(' '))
  })
})
