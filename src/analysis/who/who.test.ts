import { beforeAll, describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { openOnWasm } from '../region/wasm-region.ts'
import { allRuns, oneByOne } from '../../engine/run/many.ts'
import type { Policy } from '../../engine/scenario.ts'
import { costingOf, costOf } from '../policies/costs.ts'
import { packageFor } from '../policies/packages.ts'
import { cohortPaths } from './birth-years.ts'
import { ageReader, ages, ageVariables } from './incomes-by-age.ts'
import { sectorBalances } from './payers.ts'
import { type Who, type WhoInput, whoGains } from './who.ts'

const open = openRegion('northeast')
const { policy } = packageFor(open, costingOf(open), 'G')
const input: WhoInput = { policy, assumptions: {}, settings: { seed: 1, members: 4 }, year: 2035 }
let who: Who

beforeAll(async () => {
  who = await whoGains(open, input, { payerMembers: 2 })
})

describe('incomes by age', () => {
  const run = open.simulator.run({ record: ageVariables, policy })

  it('sums over ages to the household groups, kind by kind left out or not', () => {
    const { income, consumption, groupIncome, groupConsumption } = ageReader(open.linked, run)(40, 1)
    const sum = (of: Float64Array): number => of.reduce((total, value) => total + value, 0)
    expect(Math.abs(sum(income) / groupIncome - 1)).toBeLessThan(1e-12)
    expect(Math.abs(sum(consumption) / groupConsumption - 1)).toBeLessThan(1e-12)
  })

  it('gives wages to working ages, pensions to the old and allowances to children', () => {
    const { income, people } = ageReader(open.linked, run)(40, 0)
    const each = (age: number): number => income[age] / people[age]
    expect(each(30)).toBeGreaterThan(each(70))
    expect(each(70)).toBeGreaterThan(10 * each(10))
    expect(each(1)).toBeGreaterThan(each(10))
  })

  it('keeps every resident in one birth year', () => {
    const { steps } = open.simulator
    const { people, birthYears } = cohortPaths(open, run)
    const { values } = open.simulator.run({ record: ['regionResidents'], policy }).series.get('regionResidents')!
    for (const step of [0, 17, steps - 1]) {
      let all = 0
      for (let cohort = 0; cohort < birthYears; cohort++) all += people[cohort * steps + step]
      expect(Math.abs(all / values[step] - 1)).toBeLessThan(1e-12)
    }
    expect(ages).toBe(101)
  })
})

it('who pays is said alike by the answer and by the accounts: a clean-up costs both budgets', () => {
  const costing = costingOf(open)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const balancesUnder = (given: Policy): number[] => {
    const { see, balances } = sectorBalances(open, 1)
    allRuns(oneByOne(open.simulator)([{ policy: given }], [], { audit: see }))
    return balances()[0]
  }
  const before = balancesUnder({})
  const lost = (given: Policy): number[] => balancesUnder(given).map((balance, sector) => before[sector] - balance)
  for (const id of ['B', 'H']) {
    const { policy: given } = packageFor(open, costing, id)
    const { afterFeedback, gross } = costOf(open, given, costing)
    const { centre, province } = afterFeedback
    const [centreLoses, provinceLoses] = lost(given)
    // Half is paid by the centre, and taxes bring some of that back: what reforms raise, most of it.
    expect(centreLoses).toBeGreaterThan((id === 'B' ? 0.1 : 0.05) * mean(gross.byYear))
    expect(centreLoses).toBeCloseTo(mean(centre.byYear), 0)
    // The accounts also hold the debt of LGFVs that the province takes on, which is no cost of its budget.
    expect(provinceLoses).toBeGreaterThan(mean(province.byYear) - 0.5)
    expect(mean(province.byYear)).toBeGreaterThan(0.1 * mean(gross.byYear))
  }
})

describe('whoGains', () => {
  it('sums to the whole, and says what is left over', () => {
    expect(who.residual).toBeLessThan(1e-12)
    expect(who.balanceResidual).toBeLessThan(1e-12)
    const { income, perPerson, byNumbers } = who.total
    expect(Math.abs(income - perPerson - byNumbers)).toBeLessThan(1e-9)
  })

  it('shows the public budgets paying, and the pensioners of the resident scheme gaining most', () => {
    const payer = (id: string): number => who.payers.find(one => one.id === id)!.change.central
    expect(payer('province')).toBeLessThan(0)
    // Reforms add to output, which brings the centre taxes, so that it may gain.
    expect(payer('province') + payer('centre')).toBeLessThan(0)
    const person = (id: string): number => who.people.find(one => one.id === id)!.change.central
    expect(person('residentPensioner')).toBeGreaterThan(0.08)
    expect(person('residentPensioner')).toBeGreaterThan(person('employeePensioner'))
  })

  it('has every birth year with its band, and people by sex and age', () => {
    expect(who.birthYears.map(({ born }) => born)).toEqual(
      Array.from({ length: who.birthYears.length }, (_, at) => who.birthYears[0].born + at),
    )
    for (const { income } of who.birthYears) expect(income.low!).toBeLessThanOrEqual(income.high!)
    expect(who.pyramid.after.map(sex => sex.length)).toEqual([101, 101])
    expect(who.areas.map(({ id }) => id)).toEqual(['northeast', 'CN-LN', 'CN-JL', 'CN-HL'])
    const residents = who.areas.map(({ change }) => change.residents.central)
    expect(Math.abs(residents[0] - residents[1] - residents[2] - residents[3])).toBeLessThan(1e-9)
  })

  it('finds nobody better or worse off without a policy', async () => {
    const none = await whoGains(open, { ...input, policy: {}, settings: { seed: 1, members: 0 } })
    for (const { income, consumption } of none.birthYears) expect([income.central, consumption.central]).toEqual([0, 0])
    for (const { change } of none.payers) expect(change.central).toBe(0)
    expect(none.birthYears[0].income.low).toBe(null)
  })

  it('gives the same bits side by side in a module', async () => {
    const onWasm = openOnWasm(open.region)
    expect(await whoGains(onWasm, input, { many: onWasm.simulator.runMany, payerMembers: 2 })).toEqual(who)
  })

  it('goes for a single province', async () => {
    const one = openRegion('CN-JL')
    const own = await whoGains(one, {
      ...input,
      policy: { residentTopUp: { value: 200 } },
      settings: { seed: 1, members: 0 },
    })
    expect(own.areas.map(({ id }) => id)).toEqual(['CN-JL'])
    expect(own.residual).toBeLessThan(1e-12)
  })
})
