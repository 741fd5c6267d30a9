import { describe, expect, it } from 'vitest'
import { type Judgement, standardThresholds } from '../../model/criteria.ts'
import { measures, windows } from '../../model/measures.ts'
import { regimes } from '../../model/regimes.ts'
import { conclusionOf, conclusionText } from './conclusion.ts'
import { classesAt } from '../runs/fold.ts'
import { type RobustnessCell, robustnessOf } from './robustness.ts'
import { whoPaysOf } from './who-pays.ts'
import { debtReliefText, whoPaysText } from './who-pays-text.ts'

const noise = (at: number): number => Math.sin(1000 * at)

/** Simulations that stand so many margins beyond the thresholds of some criteria, and scatter by a tenth of one. */
const simulations = (place: (criterion: string, window: string) => number): Judgement[] =>
  Array.from({ length: 50 }, (_, member) => ({
    recession: false,
    readings: windows.flatMap(({ id }) =>
      measures.map(({ criterion, better, threshold, margin }, at) => {
        const beyond = place(criterion, id) + 0.1 * noise(member + 0.37 * at)
        return threshold.standard + (better === 'higher' ? beyond : -beyond) * margin
      }),
    ),
  }))

const ids = ['A', 'B', 'C']
const current = simulations(() => 0)
/** B helps jobs and the young, C public finances, and C more where transfers are frozen and in the last years. */
const young = simulations(criterion => (criterion === 'C4' || criterion === 'C5' ? 1.2 : 0))
const finances = (size: number): Judgement[] =>
  simulations((criterion, window) => (criterion === 'C2' ? (window === 'late' ? 1.2 : size) : 0))

/** Simulations of B and C with money of the central government, and with bonds or cuts, and of debt relief alone. */
const whoPaysWith = (own: Judgement[][], centre: Judgement[][], others: Judgement[][] = own.slice(1)) =>
  whoPaysOf(
    { policies: [], debtRelief: { package: 'C', perYear: 20, policy: {} } },
    own,
    [...centre, ...others, ...others, finances(0.1)],
    ids,
    standardThresholds,
  )

const cells: RobustnessCell[] = regimes.map(({ id }) => ({
  regime: id,
  parameters: 'priors',
  judgements: [current, young, finances(id === 'freeze' ? 0.9 : 0.2)],
}))
const settings = { regime: 'formula', parameters: 'priors', members: 50, thresholds: standardThresholds } as const
const usual = [current, young, finances(0.2)]
const found = robustnessOf(cells, whoPaysWith(usual, usual.slice(1)), ids, settings)

describe('the ranking over all conditions', () => {
  it('takes every combination once', () => {
    expect(found.combinations.length).toBe(3 * 1 * 3 * 3)
  })

  it('finds the best under each, and what reverses the standard ranking', () => {
    expect(found.reversals.map(({ axis, value, best }) => [axis, value, best])).toEqual([
      ['regime', 'freeze', 'C'],
      ['window', '2036–40', 'C'],
      ['definition', 'lenient', 'C'],
    ])
    // By criteria B is always best; by revival C is, where transfers are frozen, in the last years or at lenient thresholds.
    const best = Object.fromEntries(found.packages.map(one => [one.id, one.best]))
    expect(best).toEqual({ A: 0, B: 13 / 27, C: 14 / 27 })
    expect(found.bestHolds).toBeCloseTo(13 / 27, 12)
  })

  it('measures the largest regret', () => {
    const [none, , own] = found.packages
    expect(none!.largestRegret).toBeGreaterThan(0.1)
    expect(own!.largestRegret).toBeLessThan(none!.largestRegret)
    expect(none!.regretWhere.definition).toBe('criteria')
  })

  it('calls a tie a tie', () => {
    const same = cells.map(cell => ({ ...cell, judgements: [current, young, young] }))
    const tied = robustnessOf(same, found.whoPays, ids, settings)
    for (const { group } of tied.combinations) expect(group).toEqual(['B', 'C'])
    expect(tied.reversals).toEqual([])
    expect(tied.packages.map(({ amongBest }) => amongBest)).toEqual([0, 1, 1])
  })
})

describe('who pays', () => {
  const named = (id: string): string => `package ${id}`
  const worse = simulations(criterion => (criterion === 'C2' ? -0.2 : 0))

  it('tells packages from current policy under each financing, over the same simulations', () => {
    const { members, ways } = whoPaysWith([current, worse, young], [finances(0.3), finances(0.9)], [worse, young])
    expect(members).toBe(50)
    expect(
      ways.map(({ id, rankings: [{ best, better, worse: less, turned }] }) => [id, best, better, less, turned]),
    ).toEqual([
      ['half', 'C', ['C'], ['B'], []],
      ['centre', 'C', ['B', 'C'], [], ['B']],
      ['bonds', 'C', ['C'], ['B'], []],
      ['cuts', 'C', ['C'], ['B'], []],
    ])
    for (const { rankings } of ways) {
      expect(rankings.map(({ definition }) => definition)).toEqual(['revival', 'lenient', 'criteria'])
      for (const [at, { scores }] of rankings.entries()) expect(scores['A']).toBe(ways[0]!.rankings[at]!.scores['A'])
    }
  })

  it('takes the same simulations where the answer has more', () => {
    const twice = [current, worse, young].map(list => [...list, ...list.toReversed()])
    const { members, ways } = whoPaysWith(twice, [worse, young], [worse, young])
    expect(members).toBe(50)
    for (const { rankings } of ways) expect(rankings[0]!.scores).toEqual(ways[0]!.rankings[0]!.scores)
  })

  it('says so in a sentence where it changes a package’s place, and nothing where it does not', () => {
    const matters = whoPaysWith([current, worse, young], [finances(0.3), finances(0.9)], [worse, young])
    expect(whoPaysText(matters, 'C', 'en', named)).toBe(
      'Who pays matters: with half of the money from the central government and half from bonds, 1 of 2 packages revives the region significantly more often than current policy and 1 significantly less often; it would be 2 and 0 if the central government paid for everything.',
    )
    expect(whoPaysText(matters, 'C', 'zh', id => `方案${id}`)).toBe(
      '由谁出资会影响结论：中央与政府债各承担一半时，2个方案中有1个的振兴概率显著高于维持现行政策，1个显著低于；若全部由中央出资，分别为2个和0个。',
    )
    expect(whoPaysText(found.whoPays, 'B', 'en', named)).toBeUndefined()
  })

  it('says which package would be best instead', () => {
    const other = whoPaysWith([current, young, finances(0.2)], [young, finances(1.2)])
    expect(whoPaysText(other, 'B', 'en', named)).toContain(
      'it would be 2 and 0 if the central government paid for everything (the best would be package C).',
    )
  })

  it('compares the package that repays debt with central money for debt alone', () => {
    const text = debtReliefText(found.whoPays, 'en', named, perYear => `${perYear} bn yuan`)!
    const { scores } = found.whoPays.ways[0]!.rankings[0]!
    const { revival } = found.whoPays.debtRelief!.scores
    expect(revival).toBeGreaterThan(scores['A']!)
    expect(revival).toBeLessThan(scores['C']!)
    for (const value of [revival!, scores['A']!, scores['C']!]) expect(text).toContain((100 * value).toFixed(1))
    expect(text).toContain('50 % of the money (20 bn yuan a year)')
  })
})

describe('the conclusion', () => {
  const judged = [current, young, finances(0.2)].map(list => list.map(judgement => classesAt(judgement)))
  const conclusion = conclusionOf(ids, judged)

  it('names the criterion that would help most if it were always met', () => {
    expect([conclusion.best, conclusion.group]).toEqual(['B', ['B']])
    expect(['C1', 'C2', 'C3']).toContain(conclusion.binding.criterion)
    expect(conclusion.binding.revivedIfMet).toBeGreaterThan(conclusion.binding.revived)
  })

  it('is a text in both languages, with what would overturn it', () => {
    const en = conclusionText(conclusion, found, 'en', id => `package ${id}`)
    expect(en).toMatch(/^Revival is unlikely: the region is revived in/)
    expect(en).toContain(
      'The best package is package B. It meets 5.0 of 8 criteria on average; current policy meets 4.0.',
    )
    expect(en).toContain('of 27 combinations')
    expect(en).toContain('package C is best under the transfer regime “nominal freeze” or')
    expect(en).toContain('or if packages are ranked by the chance of revival at lenient thresholds')
    const zh = conclusionText(conclusion, found, 'zh', id => `方案${id}`)
    expect(zh).toMatch(/^振兴的可能性不大/)
    expect(zh).toContain('27种组合')
    expect(zh).not.toMatch(/[a-z]{3}/)
  })

  it('says how often others are tied with the best where no single change overturns the ranking', () => {
    const same = cells.map(cell => ({ ...cell, judgements: [current, young, young] }))
    const tied = robustnessOf(same, found.whoPays, ids, settings)
    // Two other regimes, two other spans of years and two other definitions.
    expect(conclusionText(conclusion, tied, 'en', id => id)).toContain(
      'overturns the ranking, but in 6 of 6 such changes other packages are tied with the best.',
    )
    expect(conclusionText(conclusion, tied, 'zh', id => id)).toContain('但在6种改变中有6种出现并列。')
  })

  it('does not name a best package where none is told apart from current policy', () => {
    const same = [current, current, current].map(list => list.map(judgement => classesAt(judgement)))
    const none = conclusionOf(ids, same)
    expect([none.currentIsAmongBest, none.group]).toEqual([true, ids])
    expect(conclusionText(none, null, 'en', id => id)).toContain('No package leads to revival significantly more often')
    expect(conclusionText(none, null, 'zh', id => id)).toContain('没有方案的振兴概率显著高于维持现行政策')
  })
})
