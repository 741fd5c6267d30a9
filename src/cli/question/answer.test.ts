import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportOn } from './terminal.ts'
import { besidesFit, heartland } from '../testing/command-line-fixture.ts'
import { membersSideBySide } from '../testing/one-by-one-fixture.ts'
import { openRegion } from '../testing/open-fixture.ts'
import { plainScreen } from '../terminal/screen-fixture.ts'
import { sideBySideOf } from '../threads/wasm-module.ts'
import type { ValuesMany } from '../../engine/run/wasm-simulator.ts'
import { leversOf } from '../../engine/scenario.ts'
import { displayWidth } from '../terminal/width.ts'
import { classOrder, criterionIds } from '../../model/criteria.ts'
import { type AnswerReason, answerReasons } from '../../analysis/answer/answer-reasons.ts'
import { valuesOfRun } from '../../analysis/explain/tree.ts'
import { classesAt } from '../../analysis/runs/fold.ts'
import { type Answer, planOf, type Probabilities } from '../../analysis/answer/verdict.ts'
import { answerReport } from '../../questions/answer.ts'

const few = 'answer northeast --members 6 --seed 3 --json'

let text: string
let answer: Answer
beforeAll(async () => {
  const { code, out, err } = await heartland(`${few} --threads 1`)
  expect([code, besidesFit(err)]).toEqual([0, ''])
  text = out
  answer = JSON.parse(out) as Answer
}, 120_000)

describe('the answer as JSON', () => {
  it('says of what it is, so that it can be had again', () => {
    expect(answer).toMatchObject({
      question: 'Can Northeast China be revived?',
      region: 'northeast',
      start: 2024,
      end: 2040,
      seed: 3,
      members: 6,
      calibrated: true,
    })
    expect(answer.model).toMatch(/^[0-9a-f]{16}$/)
    expect(answer.data).toMatch(/^[0-9a-f]{16}$/)
    expect(answer.caution).toContain('Parameters are fitted to data up to 2024.')
  })

  it('has all packages, with probabilities that sum to 1', () => {
    expect(answer.packages.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
    const all = answer.packages.flatMap((one): Probabilities[] => [one, one.withoutFreeLevers ?? one, ...one.areas])
    for (const { probability, criteria } of all) {
      expect(Object.keys(probability).toSorted()).toEqual([...classOrder].toSorted())
      const shares = Object.values(probability)
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12)
      expect(Object.keys(criteria)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'])
      for (const share of [...shares, ...Object.values(criteria)]) expect(share >= 0 && share <= 1).toBe(true)
    }
  })

  it('spends the same under B to H, also without reforms, and nothing under A', () => {
    const [nothing, ...led] = answer.packages
    const { presentValue: wanted } = answer.cost
    expect([nothing.grossCost.presentValue, nothing.grossCost.items, nothing.financing]).toEqual([0, [], []])
    expect([nothing.costAfterFeedback.total.presentValue, nothing.shortfall]).toEqual([0, 0])
    for (const one of [...led, ...led.flatMap(({ withoutFreeLevers }) => withoutFreeLevers ?? [])]) {
      expect(Math.abs((one.grossCost.presentValue + one.shortfall) / wanted - 1)).toBeLessThan(1e-6)
    }
    // Each of them can spend the budget within the bounds of its levers.
    for (const { shortfall } of led) expect(shortfall).toBe(0)
    for (const { financing, grossCost } of led) {
      expect(financing.map(({ payer, share }) => [payer, share])).toEqual([
        ['centre', 0.5],
        ['province', 0.5],
      ])
      for (const parts of [grossCost.items, grossCost.payers, grossCost.areas]) {
        const sum = parts.reduce((total, { presentValue }) => total + presentValue, 0)
        expect(Math.abs(sum / grossCost.presentValue - 1)).toBeLessThan(1e-12)
      }
      const spent = grossCost.presentValue / wanted
      expect(Math.abs(grossCost.perYear / answer.cost.perYear - spent)).toBeLessThan(1e-6)
    }
  })

  it('has the outcomes that matter, each with its unit and band', () => {
    const names = [
      'growth2033to2037',
      'growth2026to2040',
      'growthPerHead2033to2037',
      'populationEnd2030',
      'populationEnd2040',
      'share65End2040',
      'debtToGdpEnd2037',
      'pensionSolvencyYear',
      'contributorsPerPensioner2040',
      'retailToBeijing2037',
      'retailToShanghai2037',
      'retailToSouthEast2037',
      'youthMigration2033to2037',
      'fineDust2037',
    ]
    for (const { outcomes } of answer.packages) {
      for (const name of names) {
        const { unit, low, median, high } = outcomes[name]
        expect(typeof unit).toBe('string')
        const inOrder = [low, median, high].map(value => value ?? Number.POSITIVE_INFINITY)
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
      }
    }
    expect(answer.packages[0].outcomes['pensionSolvencyYear'].share).toBeGreaterThanOrEqual(0)
    expect(answer.definitions['pensionSolvencyYear']).toContain('1.5 points of GDP above 2025')
  })

  it('shows free levers, and the packages without them', () => {
    const free = answer.packages.map(({ id, levers }) => [id, levers.some(lever => lever.free)])
    expect(Object.fromEntries(free)).toEqual({
      A: false,
      B: false,
      C: false,
      D: true,
      E: true,
      F: true,
      G: true,
      H: true,
    })
    for (const { withoutFreeLevers, levers } of answer.packages) {
      expect(withoutFreeLevers !== null).toBe(levers.some(lever => lever.free))
      expect(withoutFreeLevers?.levers.some(lever => lever.free) ?? false).toBe(false)
    }
  })

  it('closes the accounts of every run', () => {
    const { largestResidual, where, when, runs, steps } = answer.audit
    expect(largestResidual).toBeGreaterThan(0)
    expect(largestResidual).toBeLessThan(1e-9)
    expect(where).toMatch(/\w/)
    expect(when).toBeGreaterThanOrEqual(2024)
    expect([runs, steps]).toEqual([6 * 13, 68])
  })

  it('shows for each package what it changes, with the chance of being better', () => {
    const [nothing, ...led] = answer.packages
    expect(Object.keys(nothing!.changes).length).toBe(8)
    for (const { median, chanceBetter } of Object.values(nothing!.changes)) {
      expect([median, chanceBetter]).toEqual([0, 0.5])
    }
    for (const { changes } of led) {
      for (const { low, median, high, chanceBetter } of Object.values(changes)) {
        expect([low, median, high]).toEqual([low, median, high].toSorted((a, b) => a - b))
        expect(chanceBetter >= 0 && chanceBetter <= 1).toBe(true)
      }
    }
    const demography = led.find(({ id }) => id === 'D')!.changes
    expect(demography['births']!.low).toBeGreaterThan(0)
    expect(demography['births']!.chanceBetter).toBe(1)
  })

  it('compares the packages under every combination of conditions', () => {
    const { axes, combinations, packages, standard, members } = answer.robustness!
    const sizes = Object.values(axes).map(values => values.length)
    expect([axes.regime.length, axes.window.length, axes.definition.length]).toEqual([3, 3, 3])
    expect(combinations.length).toBe(sizes.reduce((product, size) => product * size, 1))
    expect(new Set(combinations.map(one => JSON.stringify(Object.values(one).slice(0, 4)))).size).toBe(
      combinations.length,
    )
    expect(members).toBe(6)
    const usual = combinations.find(one =>
      Object.entries(standard).every(([axis, value]) => one[axis as 'regime'] === value),
    )!
    expect(usual.best).toBe(answer.best.id)
    expect(usual.group.filter(id => id !== usual.best)).toEqual(answer.best.notToldApart)
    for (const { id, probability } of answer.packages) expect(usual.scores[id]).toBeCloseTo(probability.revived, 5)
    expect(packages.reduce((sum, { best }) => sum + best, 0)).toBeCloseTo(1, 12)
    for (const { best, amongBest, largestRegret } of packages) {
      expect(amongBest).toBeGreaterThanOrEqual(best)
      expect(largestRegret).toBeGreaterThanOrEqual(0)
    }
    const metUnder = (regime: string): number =>
      combinations.find(
        one => one.regime === regime && one.window === standard.window && one.definition === 'criteria',
      )!.scores['A']!
    expect(new Set(axes.regime.map(({ id }) => metUnder(id))).size).toBe(3)
  })

  it('compares the packages if others paid, over the same simulations', () => {
    const { members, ways, debtRelief } = answer.robustness!.whoPays
    expect(members).toBe(6)
    expect(ways.map(({ id }) => id)).toEqual(['half', 'centre', 'bonds', 'cuts'])
    const [half, centre, bonds] = ways.map(
      ({ rankings }) => rankings.find(({ definition }) => definition === 'criteria')!,
    )
    for (const { id, probability } of answer.packages) {
      expect(ways[0]!.rankings[0]!.scores[id]).toBeCloseTo(probability.revived, 5)
      // Bonds are a debt of the provinces, money of the central government is not; current policy needs neither.
      if (id === 'A') expect(centre!.scores[id]).toBe(bonds!.scores[id])
      else expect(centre!.scores[id]).toBeGreaterThan(bonds!.scores[id]!)
    }
    expect(half!.scores).not.toEqual(centre!.scores)
    const cleanUp = answer.packages.find(({ id }) => id === 'H')!
    expect(debtRelief!.package).toBe('H')
    expect(debtRelief!.perYear).toBeCloseTo(cleanUp.grossCost.perYear / 2, 9)
    expect(debtRelief!.scores['criteria']).toBeGreaterThan(half!.scores['A']!)
  })

  it('concludes from its own numbers', () => {
    const { conclusion, packages } = answer
    const best = packages.find(({ id }) => id === conclusion.best)!
    expect(best.probability.revived).toBe(Math.max(...packages.map(({ probability }) => probability.revived)))
    expect(conclusion.criteriaMet.currentPolicy).toBeCloseTo(packages[0]!.meanScore, 5)
    expect(conclusion.revived.currentPolicy).toBeCloseTo(packages[0]!.probability.revived, 12)
    expect(conclusion.binding.revivedIfMet).toBeGreaterThanOrEqual(conclusion.binding.revived)
  })

  it('judges each province by itself', () => {
    expect(answer.packages[0].areas.map(({ id, name }) => [id, name])).toEqual([
      ['CN-LN', 'Liaoning'],
      ['CN-JL', 'Jilin'],
      ['CN-HL', 'Heilongjiang'],
    ])
  })
})

describe('criteria and classes', () => {
  it('are neither met nor missed by all simulations under every package', async () => {
    const open = openRegion('northeast')
    const { packages } = planOf(open, {})
    const task = {
      settings: { seed: 1, members: 128 },
      policies: packages.map(({ policy }) => policy),
      assumptions: {},
    }
    const { futures } = await membersSideBySide(open, task, 1)
    const scores = futures.flat().map(({ judgement }) => classesAt(judgement).scores)
    for (const [at, id] of criterionIds.entries()) {
      const degrees = scores.map(one => one[at]!)
      const mean = degrees.reduce((sum, degree) => sum + degree, 0) / degrees.length
      expect(mean, id).toBeGreaterThan(0.03)
      expect(mean, id).toBeLessThan(0.97)
    }
  })

  it('follow a threshold that is moved, without a new run of the simulations', async () => {
    const lenient = await heartland(`${few} --threads 1 --threshold unemployment=0.2`)
    const moved = JSON.parse(lenient.out) as Answer
    expect(moved.measures.find(({ id }) => id === 'unemployment')).toMatchObject({ threshold: 0.2, standard: 0.055 })
    expect(moved.definitions['C4']).toContain('at most 20.0 %')
    for (const [at, { criteria, outcomes }] of moved.packages.entries()) {
      expect(criteria['C4']).toBe(1)
      expect(outcomes).toEqual(answer.packages[at]!.outcomes)
    }
    const { code, err } = await heartland('answer northeast --members 6 --threshold unemploymnt=0.2')
    expect([code, err]).toEqual([2, expect.stringContaining("unknown measure of a criterion 'unemploymnt'")])
    const bad = await heartland('answer northeast --members 6 --threshold unemployment=low')
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('not a number')])
  })
})

describe('the same bits', () => {
  const run = promisify(execFile)
  const launcher = join(fileURLToPath(new URL('../../..', import.meta.url)), 'bin/heartland.js')

  it('in another process, on two threads instead of one', async () => {
    const words = [launcher, ...few.split(' '), '--threads', '2']
    const { stdout, stderr } = await run(process.execPath, words, { maxBuffer: 2 ** 26 })
    expect(besidesFit(stderr)).toBe('')
    expect(stdout).toBe(text)
  })

  it('but not with another seed', async () => {
    const futuresOf = async (seed: number) => {
      const task = { settings: { seed, members: 3 }, policies: [{}], assumptions: {} }
      return (await membersSideBySide(openRegion('northeast'), task, 1)).futures
    }
    const [one, again, other] = await Promise.all([3, 3, 4].map(futuresOf))
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it('with an empty policy as in the baseline, member by member', async () => {
    const open = openRegion('CN-LN')
    const [nothing] = planOf(open, {}).packages
    const levers = [...leversOf(open.linked)].flatMap(([name, { standard }]) =>
      typeof standard === 'number' ? [[name, { value: standard }] as const] : [],
    )
    const policies = [{}, nothing.policy, Object.fromEntries(levers)]
    const task = { settings: { seed: 1, members: 3 }, policies, assumptions: {} }
    const { futures } = await membersSideBySide(open, task, 1)
    expect(levers.length).toBeGreaterThan(40)
    expect(futures[1]).toEqual(futures[0])
    expect(futures[2]).toEqual(futures[0])
  })
})

describe('the printed answer', () => {
  const open = openRegion('northeast')
  let reasons: AnswerReason[]
  const pageAt = (width: number, of: Answer = answer, full = true): string =>
    reportOn(answerReport({ ...of, reasons }, open.region), plainScreen(width), full)
  beforeAll(() => {
    reasons = answerReasons(open, answer, sideBySideOf(open).valuesMany)
  })

  it('says why a package makes something worse, by causes of the run and with the command that says more', () => {
    // Later retirement leaves fewer people with the higher pension of employees.
    const found = reasons.find(({ package: id }) => id === 'D')!
    expect([found.indicator, found.variable]).toEqual(['pensionPerRetiree', 'regionPensionPerRetiree'])
    const page = pageAt(100).replaceAll(/\s+/g, ' ')
    expect(page).toMatch(
      /D Demography Average pension of both schemes, -[\d.]+ thousand yuan a year: average pension of the employee scheme -/,
    )
    expect(page).toContain(`heartland explain northeast --policy D --outcome regionPensionPerRetiree@${found.year}`)
    for (const { package: id, indicator } of reasons) {
      const { changes } = answer.packages.find(one => one.id === id)!
      expect(changes[indicator]!.chanceBetter).toBeLessThanOrEqual(0.1)
    }
    const oneByOne: ValuesMany = inputs => inputs.map(input => [...valuesOfRun(open, input)])
    expect(answerReasons(open, { ...answer, packages: answer.packages.slice(0, 1) }, oneByOne)).toEqual([])
    expect(answerReasons(open, answer, oneByOne)).toEqual(reasons)
  })

  it.each([80, 100, 120])('fits %d columns', width => {
    for (const line of pageAt(width).split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width)
  })

  it('opens with the question and one plain answer, and warns only where nothing was fitted', () => {
    const page = pageAt(100)
    const [question, , sentence] = page.split('\n')
    expect(question).toBe('Can Northeast China be revived?  95.8 million people · 2024–2040')
    expect(pageAt(100, answer, false).split('\n').length).toBeLessThanOrEqual(40)
    expect(sentence).toMatch(/^Revival is (unlikely|possible|more likely)/)
    expect(page).toContain('What the packages change')
    expect(page).toContain('How the ranking depends on conditions')
    expect(page).not.toContain('not been calibrated')
    expect(pageAt(100, { ...answer, calibrated: false })).toContain('not been calibrated')
    expect(page).toContain('Audit: all accounts balance in 78 runs of 68 quarters')
    expect(page.replaceAll(/\s+/g, ' ')).toContain('Pace of mixed-ownership 1 % a year 6 % a year in E')
    for (const { id, name } of answer.packages) expect(page).toContain(`${id} ${name}`)
    expect(page).not.toContain('\u001b')
  })

  it('of a single province has no table of provinces', async () => {
    const { code, out } = await heartland('answer CN-LN --members 2 --threads 1')
    expect(code).toBe(0)
    expect(out).toContain('Can Liaoning be revived?')
    expect(out).not.toContain('The provinces')
  })
})
