import { array, assert, boolean, double, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  classOrder,
  classWeights,
  criteria,
  criterionText,
  degreeOf,
  likeliestClass,
  scoresOf,
  standardThresholds,
  strictnesses,
  thresholdsAt,
} from './criteria.ts'
import { mainWindow, measures, windows } from './measures.ts'

/** Readings of a simulation that stand at the same place from their thresholds, in margins. */
const readingsAt = (place: number): number[] =>
  windows.flatMap(() =>
    measures.map(
      ({ better, threshold, margin }) => threshold.standard + (better === 'higher' ? place : -place) * margin,
    ),
  )

describe('a graded criterion', () => {
  it('counts a half at its threshold, nothing a margin short of it, all a margin beyond it', () => {
    for (const [place, score] of [
      [-2, 0],
      [-1, 0],
      [-0.5, 0.25],
      [0, 0.5],
      [0.5, 0.75],
      [1, 1],
      [2, 1],
    ] as const) {
      for (const found of scoresOf({ readings: readingsAt(place) }, mainWindow)) expect(found).toBeCloseTo(score, 12)
    }
  })

  it('is met less under stricter thresholds, which are in order for each measure', () => {
    for (const measure of measures) {
      const { lenient, standard, strict } = measure.threshold
      const order = measure.better === 'higher' ? [lenient, standard, strict] : [strict, standard, lenient]
      expect(order, measure.id).toEqual(order.toSorted((a, b) => a - b))
      expect(new Set(order).size, measure.id).toBe(3)
      expect(measure.margin).toBeGreaterThan(0)
      const degrees = strictnesses.map(one => degreeOf(measure, standard, thresholdsAt(one)[measure.id]!))
      expect(degrees).toEqual(degrees.toSorted((a, b) => b - a))
    }
  })

  it('is as far met as the measure of it that is met least', () => {
    const readings = readingsAt(2)
    const worse = measures.findIndex(({ criterion }) => criterion === 'C2')
    readings[mainWindow * measures.length + worse] = readingsAt(-2)[mainWindow * measures.length + worse]!
    expect(scoresOf({ readings }, mainWindow)).toEqual([1, 0, 1, 1, 1, 1, 1, 1])
    expect(scoresOf({ readings }, (mainWindow + 1) % 3)).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
  })

  it('says its threshold in both languages', () => {
    for (const criterion of criteria) {
      expect(criterion.measures.length, criterion.id).toBeGreaterThan(0)
      expect(criterionText(criterion, 'en')).toMatch(/at (least|most) (−?[\d.]+|as fast as)/)
      expect(criterionText(criterion, 'zh')).toMatch(/不(低|高)于(−?[\d.]+|全国)/)
    }
    const moved = { ...standardThresholds, unemployment: 0.07 }
    expect(criterionText(criteria[3]!, 'en', moved)).toContain('at most 7.0 %')
  })

  it('says a threshold of zero without digits', () => {
    const [growth, finances] = criteria
    expect(criterionText(growth!, 'en')).toBe('growth of GDP per person at least as fast as that of the nation')
    expect(criterionText(growth!, 'zh')).toBe('人均地区生产总值增速不低于全国')
    expect(criterionText(finances!, 'en')).toMatch(/\) at least 0 %;/)
    expect(criterionText(growth!, 'en', { ...standardThresholds, growthGap: 0.001 })).toContain('at least 0.10 ')
    const zeros = Object.fromEntries(Object.keys(standardThresholds).map(id => [id, -1e-9]))
    for (const criterion of criteria)
      for (const language of ['en', 'zh'] as const)
        expect(criterionText(criterion, language, zeros)).not.toMatch(/0\.0|−/)
  })
})

/** Of a simulation that meets each criterion or not: as the classes are defined. */
const classOf = (met: readonly boolean[]): string => {
  const [growth, finances, pensions] = met
  const all = met.filter(Boolean).length
  if (growth && finances && pensions && all >= 6) return 'revived'
  if (!finances && !pensions) return 'distress'
  if (!growth && finances && pensions) return 'managedDecline'
  return finances && all >= 4 ? 'stabilised' : 'none'
}

describe('weights of the classes', () => {
  const flags = array(boolean(), { minLength: 8, maxLength: 8 })
  const scores = array(double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })

  it('put a simulation that meets criteria or not into one class', () => {
    assert(
      property(flags, met => {
        const weights = classWeights(met.map(Number))
        expect(weights[likeliestClass(weights)]).toBe(1)
        expect(likeliestClass(weights)).toBe(classOf(met))
      }),
    )
  })

  it('are the chances of the classes where each criterion is met with its degree as chance', () => {
    assert(
      property(scores, degrees => {
        const expected = Object.fromEntries(classOrder.map(name => [name, 0]))
        for (let pattern = 0; pattern < 256; pattern++) {
          const met = degrees.map((_, at) => (pattern & (1 << at)) !== 0)
          expected[classOf(met)]! += degrees.reduce((chance, degree, at) => chance * (met[at] ? degree : 1 - degree), 1)
        }
        const weights = classWeights(degrees)
        for (const name of classOrder) expect(Math.abs(weights[name] - expected[name]!)).toBeLessThan(5e-6)
        expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(1)
      }),
      { numRuns: 50 },
    )
  })

  it('move little where a reading moves little: no class turns on one reading', () => {
    assert(
      property(scores, nat(7), (degrees, at) => {
        const moved = degrees.map((degree, place) => (place === at ? Math.min(1, degree + 0.01) : degree))
        const [one, other] = [classWeights(degrees), classWeights(moved)]
        for (const name of classOrder) expect(Math.abs(one[name] - other[name])).toBeLessThan(0.0101)
      }),
    )
  })
})
