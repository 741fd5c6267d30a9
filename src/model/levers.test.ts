/**
 * A lever is declared once: its standard is the baseline, its cost is what the budgets book, and what it says nothing
 * of does not link. Every claim is tried on every lever.
 */

import { describe, expect, it } from 'vitest'
import { costingOf, costOf, grossPresentValue } from '../analysis/policies/costs.ts'
import { packagesOf } from '../analysis/policies/packages.ts'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { createStream } from '../engine/random.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import { leverAt, leversOf, type Policy, standardAt } from '../engine/scenario.ts'
import type { Lever, Model } from '../language/declare.ts'
import { ModelError } from '../language/errors.ts'
import { payerOf } from '../language/payer.ts'
import { outlaysOf } from '../language/outlays.ts'
import { model } from './index.ts'
import { declaredPackages } from './packages.ts'

const open = openRegion('northeast')
const { linked, region, simulator } = open
const levers = leversOf(linked)
const outlays = outlaysOf(levers)
const areas = region.areas.length
const watched = [...linked.variables.values()].filter(({ outcome }) => outcome).map(({ name }) => name)

/** Every outcome of a run, step by step. */
const outcomesOf = (policy: Policy, opened = open): Float64Array[] => {
  const run = opened.simulator.run({ policy, record: watched })
  return watched.map(name => run.series.get(name)!.values)
}

const withLevers = (changes: Readonly<Record<string, Partial<Lever>>>): Model => ({
  ...model,
  sectors: model.sectors.map(sector => ({
    ...sector,
    declarations: Object.fromEntries(
      Object.entries(sector.declarations).map(([name, declaration]) => [
        name,
        declaration.kind === 'lever' ? { ...declaration, ...changes[name] } : declaration,
      ]),
    ),
  })),
})
const withLever = (name: string, change: Partial<Lever>): Model => withLevers({ [name]: change })

describe('a declaration', () => {
  it('says what the lever costs and who pays, or why it costs nothing', () => {
    expect(levers.size).toBeGreaterThan(40)
    for (const [name, { cost, free }] of levers) {
      expect((cost === undefined) !== (free === undefined), name).toBe(true)
      if (free !== undefined) expect(free.split(' ').length, `${name}: the reason is a sentence`).toBeGreaterThan(3)
      else expect(payerOf(levers, name), name).toMatch(/province|centre|pension fund/)
    }
  })

  it('without a cost and without a reason for none does not link', () => {
    const silent = withLever('voucherProgramme', { cost: undefined })
    expect(() => openRegion('northeast', { model: silent })).toThrow(ModelError)
    expect(() => openRegion('northeast', { model: silent })).toThrow(
      /voucherProgramme: the lever does not say what it costs; give 'cost'.* or 'free'/,
    )
  })

  it('holds the only copy of its standard: no equation has it as a number', () => {
    // All are moved at once, each by an amount that no other figure of the model has.
    const moved = new Map(
      [...levers].flatMap(([name, { cost, standard, bounds }]) =>
        cost === undefined || typeof standard !== 'number' ? [] : [[name, standard + 0.037 * (bounds[1] - standard)]],
      ),
    )
    const changes = Object.fromEntries([...moved].map(([name, standard]) => [name, { standard }]))
    const copy = openRegion('northeast', { model: withLevers(changes) })
    const spending = outlays.map(({ variable }) => variable)
    const { series } = copy.simulator.run({ record: spending })
    for (const name of spending)
      expect(
        series.get(name)!.values.every(value => value === 0),
        `${name}: nothing at the standard`,
      ).toBe(true)
    const baseline = outcomesOf({}, copy)
    for (const [name, value] of moved)
      expect(
        outcomesOf({ [name]: { value, start: region.start, ramp: 0 } }, copy),
        `${name}: its standard is the baseline`,
      ).toEqual(baseline)
  })

  it('moves nothing else when the standard of places, grants and openness moves', () => {
    // All that these levers do is measured from the standard.
    const baseline = outcomesOf({})
    for (const [name, standard] of Object.entries({ childcarePlaces: 10, arrivalGrant: 8, registrationOpenness: 0.7 }))
      expect(outcomesOf({}, openRegion('northeast', { model: withLever(name, { standard }) })), name).toEqual(baseline)
  })
})

describe('the standard', () => {
  const baseline = outcomesOf({})

  it.each([...levers.keys()])('of %s is the baseline, to the bit', name => {
    const { standard } = levers.get(name)!
    const value = standardAt(standard, 2026)
    const next = typeof standard === 'number' ? undefined : standard.find(([from]) => from > 2026)?.[0]
    const policy = { [name]: { value, start: 2026, ramp: 0, ...(next === undefined ? {} : { end: next }) } }
    expect(outcomesOf(policy)).toEqual(baseline)
  })
})

/** Outlays that the budgets book for the levers: their lines, less what the same lines come to at the standards. */
const bookedIn = (values: Float64Array, policy: Policy, time: number, area: number): Record<string, number> => {
  const at = (name: string, element = area): number => {
    const { offset, size } = linked.variables.get(name)!
    return values[offset + (size === 1 ? 0 : element)]!
  }
  const overFirms = (name: string): number => at(name, 2 * area) + at(name, 2 * area + 1)
  const standard = (name: string): number => standardAt(levers.get(name)!.standard, time)
  const value = (name: string): number => leverAt(levers.get(name)!.standard, policy[name], time)
  const [price, expected] = [at('price'), at('expectedOutput')]
  const programmes = [
    'portProgramme',
    'exportDiversification',
    'airAbatement',
    'farmModernisation',
    'vocationalProgramme',
  ]
  const standing = programmes.reduce((sum, name) => sum + standard(name) / 100, 0)
  const publicHeads = Math.min(
    at('publicEmploymentStart') *
      Math.sqrt(at('residentsTotal') / at('populationStart')) *
      Math.exp(at('postsFromRoom') * at('roomForPosts')),
    0.3 * at('laborForce'),
  )
  const homes = Math.min(
    ((standard('homePurchaseProgramme') / 100) * price * expected) / (0.8 * at('housePrice')),
    Math.max(at('unsoldFloor') - at('homeSalesOpening'), 0) / 2,
  )
  const allowance = standard('childAllowance')
  const topUp = 0.5 * (at('residentPensionBill') - at('residentPension') * at('residentPensioners'))
  const usual =
    Math.min(Math.max(at('poolingCoverage') * at('poolingFactor') * at('poolingSize'), 0), 1) *
    Math.max(at('pensionGap'), 0)
  return {
    province:
      price * (at('programmes') - standing * expected) +
      price * (at('cultureInvestment') - at('cultureInvestmentShareStart') * expected) +
      price * (value('publicInvestment') / 100) * expected +
      at('unemploymentBenefits') -
      (standard('benefitCoverage') / 100) *
        (standard('benefitReplacement') / 100) *
        at('wage') *
        at('unemployedBefore') +
      (at('healthReimbursements') - 0.5 * at('healthCost')) +
      at('directPayments') +
      (at('vouchers') - (standard('voucherProgramme') / 100) * price * expected) +
      (at('childAllowanceBill') - at('centralChildAllowance') - 0.1 * allowance * at('residents0to2')) +
      topUp +
      at('severance') * (1 - standard('restructuring') / value('restructuring')) +
      (overFirms('robotSubsidies') - (standard('robotSubsidy') / 100) * price * overFirms('automationInvestment')) +
      (at('interestSubsidy') - 0.1 * price * (standard('directedInvestment') / 100) * expected) +
      (at('publicPurchaseCost') - 0.8 * at('housePrice') * homes) +
      at('cleanUp') +
      at('firmDebtAssumed') +
      at('taxRelief') +
      (at('publicWages') - at('publicWage') * publicHeads) * (1 + at('employerRate')),
    centre:
      (value('extraTransfers') / 100) * price * expected +
      (at('nationalPooling') - Math.min(usual, 0.12 * at('nominalOutput'))) +
      (at('centralChildAllowance') - 0.9 * allowance * at('residents0to2')) +
      topUp,
    pensionFund: at('pensionBenefits') - at('pensionByRule') * at('pensioners'),
  }
}

/** Levers at random within their bounds, from random times on. */
const randomPolicy = (seed: number): Policy => {
  const stream = createStream(seed, 'policies')
  let drawn = 0
  const random = (): number => stream(0, 0, drawn++)
  return Object.fromEntries(
    [...levers]
      .filter(([name]) => !name.startsWith('financedBy') && random() < 0.6)
      .map(
        ([
          name,
          {
            bounds: [low, high],
          },
        ]) => {
          // Half of the way to the bounds: where a budget has nothing left to cut, lines stop at 0.
          const middle = standardAt(levers.get(name)!.standard, 2026)
          const to = random() < 0.5 ? low : high
          const value = middle + 0.5 * random() * (to - middle)
          return [name, { value, start: 2025 + Math.floor(8 * random()) / 2, ramp: Math.floor(3 * random()) }]
        },
      ),
  )
}

describe('the outlays', () => {
  it.each([1, 2, 3, 4, 5, 6])('of random policy %i sum to what the budgets book, in every step and area', seed => {
    const policy = randomPolicy(seed)
    const slot = (name: string) => linked.variables.get(name)!.offset
    let largest = 0
    simulator.run({
      policy,
      record: [],
      observe: (values, _, time) => {
        for (let area = 0; area < areas; area++) {
          const scale = values[slot('nominalOutput') + area]!
          const booked = bookedIn(values, policy, time, area)
          for (const [payer, amount] of Object.entries(booked)) {
            const counted = values[slot(`${payer}Outlay`) + area]!
            expect(Math.abs(counted - amount) / scale, `${payer} in ${region.areas[area]}, ${time}`).toBeLessThan(1e-12)
          }
          const all = outlays.reduce((sum, { variable }) => sum + values[slot(variable) + area]!, 0)
          const total = values[slot('policyOutlay') + area]!
          expect(Math.abs(all - total) / scale).toBeLessThan(1e-14)
          largest = Math.max(largest, Math.abs(total) / scale)
        }
      },
    })
    expect(largest).toBeGreaterThan(0.001)
  })

  it('rise with each lever that spends', () => {
    const costing = costingOf(open)
    const spends = (name: string, value: number): number =>
      grossPresentValue(open, { [name]: { value, ramp: 0 } }, costing)
    for (const [name, { cost, bounds, standard }] of levers) {
      if (cost === undefined) continue
      const middle = standardAt(standard, 2026)
      expect(spends(name, bounds[1]), name).toBeGreaterThan(0)
      expect(spends(name, (bounds[1] + middle) / 2), name).toBeLessThan(
        // Selection costs the same whatever it changes.
        spends(name, bounds[1]) * (name === 'investmentQuality' ? 1.01 : 1),
      )
    }
  })

  it('of a lever without outlay are 0 at both bounds', () => {
    const costing = costingOf(open)
    for (const [name, { free, bounds }] of levers) {
      if (free === undefined) continue
      for (const value of bounds) expect(grossPresentValue(open, { [name]: { value } }, costing), name).toBe(0)
    }
  })

  it('are a saving where public investment falls', () => {
    const { gross } = costOf(open, { publicInvestment: { value: -1 } }, costingOf(open))
    expect(gross.presentValue).toBeLessThan(0)
    expect(gross.items.map(({ levers: of }) => of)).toEqual([['publicInvestment']])
  })

  it('count no sale of state equity as revenue', () => {
    const costing = costingOf(open)
    expect(grossPresentValue(open, { mixedOwnershipPace: { value: 10 } }, costing)).toBe(0)
  })
})

describe('financing', () => {
  const spending = { directPayment: { value: 800, ramp: 2 }, cleanUpProgramme: { value: 1, start: 2027 } }
  const ways = ['Centre', 'Bonds', 'Vehicles', 'Land', 'Cuts']

  it.each(ways)('from %s follows what the province spends in the step, and the accounts close', way => {
    const policy = { ...spending, [`financedBy${way}`]: { value: 0.8, ramp: 0 } }
    const flow = `financingFrom${way}`
    const run = simulator.run({ policy, record: [flow, 'provinceOutlay', 'nominalOutput'], audit: true })
    const [money, spent, scale] = [flow, 'provinceOutlay', 'nominalOutput'].map(name => run.series.get(name)!.values)
    // Cuts decide output, and with it what is spent: they follow one step later.
    const late = way === 'Cuts' ? areas : 0
    for (let at = late; at < money!.length; at++) {
      const share = run.times[Math.floor(at / areas)]! < 2026 ? 0 : 0.8
      expect(Math.abs(money![at]! - share * spent![at - late]!) / scale![at]!).toBeLessThan(1e-15)
    }
    expect(spent!.at(-1)).toBeGreaterThan(1)
    expect(run.audit!.largestResidual).toBeLessThan(2e-14)
  })

  it('from the centre pays the part of higher pensions that national pooling leaves to the province', () => {
    const record = ['financingFromCentre', 'pensionFundOutlay', 'pooledShare', 'purchasesReal']
    const runWith = (financedByCentre: number) =>
      readRun(
        simulator.run({
          policy: {
            pensionIndexationExtra: { value: 2, ramp: 0 },
            financedByCentre: { value: financedByCentre, ramp: 0 },
          },
          record,
        }),
      )
    const [alone, paid] = [runWith(0), runWith(1)]
    const usual = readRun(simulator.run({ record }))
    for (const area of region.areas) {
      const left = (1 - paid.at('pooledShare', 2030, area)) * paid.at('pensionFundOutlay', 2030, area)
      expect(left).toBeGreaterThan(1)
      expect(paid.at('financingFromCentre', 2030, area)).toBeCloseTo(left, 9)
      const cut = (run: Reader): number =>
        1 - run.mean('purchasesReal', 2033, area) / usual.mean('purchasesReal', 2033, area)
      expect(cut(alone), area).toBeGreaterThan(0.01)
      expect(cut(paid), area).toBeLessThan(0.2 * cut(alone))
    }
  })

  it('pays no saving out', () => {
    const run = simulator.run({
      policy: { publicInvestment: { value: -1 }, financedByCentre: { value: 1 } },
      record: ['financingFromCentre'],
    })
    expect(run.series.get('financingFromCentre')!.values.every(value => value === 0)).toBe(true)
  })
})

describe('the packages', () => {
  const costing = costingOf(open)

  it('spend the same present value, to a millionth, or as much as their levers can', () => {
    for (const { id, cost, shortfall, factor } of packagesOf(open, costing)) {
      if (id === 'A') continue
      expect(factor, id).toBeGreaterThan(0)
      // The clean-up ends with the debt that it repays, and there are only so many unsold homes to buy.
      if (id === 'H' && shortfall > 0) continue
      expect(shortfall, id).toBe(0)
      expect(Math.abs(cost.gross.presentValue / costing.budget - 1), id).toBeLessThan(1e-6)
    }
  })

  it('never scale a reform, nor what they save', () => {
    for (const { id, levers: moved } of packagesOf(open, costing)) {
      const { levers: asked } = declaredPackages.find(one => one.id === id)!
      for (const { name, value, standard } of moved) {
        const { free, scaled } = levers.get(name)!
        const kept = free !== undefined || scaled === false || asked[name]! < standard
        if (kept) expect(value, `${name} in ${id}`).toBe(asked[name])
      }
    }
  })

  it('say what is missing where their levers cannot spend the budget', () => {
    const budget = 100 * costing.budget
    for (const { id, cost, shortfall, levers: moved } of packagesOf(open, { ...costing, budget })) {
      if (id === 'A') continue
      expect(shortfall, id).toBeGreaterThan(0)
      expect(cost.gross.presentValue + shortfall, id).toBeCloseTo(budget, 6)
      const scaled = moved.filter(
        ({ name, value, standard }) =>
          levers.get(name)!.cost !== undefined && levers.get(name)!.scaled !== false && value > standard,
      )
      expect(
        scaled.some(({ name, value }) => value === levers.get(name)!.bounds[1]),
        id,
      ).toBe(true)
    }
  })

  it('say what is spent beyond the budget where reforms alone cost more', () => {
    for (const { id, shortfall, factor } of packagesOf(open, { ...costing, budget: 1 })) {
      if (id !== 'E' && id !== 'G') continue
      expect(factor, id).toBe(0)
      expect(shortfall, id).toBeLessThan(0)
    }
  })

  it('spend the same in the reference pack and in a single province', () => {
    for (const opened of [openRegion('northeast'), openRegion('CN-JL')]) {
      const own = costingOf(opened)
      for (const { id, cost, shortfall } of packagesOf(opened, own)) {
        if (id === 'A') continue
        expect(Math.abs((cost.gross.presentValue + shortfall) / own.budget - 1), id).toBeLessThan(1e-6)
      }
    }
  })
})
