/** Tests quantiles against published tables and values calculated with mpmath to 40 digits. */
import { describe, expect, it } from 'vitest'
import {
  betaQuantile,
  gammaQuantile,
  lognormalQuantile,
  normalCumulative,
  normalQuantile,
  pertQuantile,
  priorQuantile,
  triangularQuantile,
  uniformQuantile,
} from './distributions.ts'

/** The largest relative error over rows of arguments followed by the wanted value. */
const worst = (rows: readonly (readonly number[])[], quantile: (...values: number[]) => number): number =>
  Math.max(
    ...rows.map(row => {
      const wanted = row[row.length - 1]
      return Math.abs(quantile(...row.slice(0, -1)) - wanted) / (Math.abs(wanted) || 1)
    }),
  )

describe('normal', () => {
  it('quantile is good to a few units of the last place', () => {
    const rows = [
      [1e-300, -37.0470962993612],
      [1e-100, -21.273453560965326],
      [1e-20, -9.262340089798407],
      [1e-10, -6.361340902404057],
      [1e-5, -4.264890793922825],
      [0.001, -3.0902323061678136],
      [0.01, -2.326347874040841],
      [0.02, -2.053748910631823],
      [0.025, -1.9599639845400543],
      [0.0749, -1.4402382675279637],
      [0.0751, -1.43882539275254],
      [0.1, -1.2815515655446004],
      [0.25, -0.6744897501960817],
      [0.3, -0.5244005127080408],
      [0.4, -0.2533471031357997],
      [0.49, -0.025068908258711057],
      [0.49999, -2.5066282748960008e-5],
      [0.51, 0.025068908258711057],
      [0.6, 0.2533471031357997],
      [0.75, 0.6744897501960817],
      [0.9, 1.2815515655446006],
      [0.924, 1.4325027208258119],
      [0.926, 1.4466320671589787],
      [0.95, 1.6448536269514722],
      [0.975, 1.9599639845400538],
      [0.99, 2.3263478740408408],
      [0.999, 3.090232306167813],
      [0.999999, 4.753424308817087],
    ]
    expect(worst(rows, normalQuantile)).toBeLessThan(5e-16)
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity])
  })

  it('distribution function keeps its relative accuracy far into the lower tail', () => {
    const rows = [
      [-38, 2.88542835e-316],
      [-30.3, 5.731723503315496e-202],
      [-20, 2.7536241186062337e-89],
      [-10.1, 2.762109471764517e-24],
      [-6, 9.86587645037698e-10],
      [-5, 2.866515718791939e-7],
      [-3.7, 0.00010779973347738826],
      [-3, 0.0013498980316300946],
      [-2.5, 0.006209665325776135],
      [-1.96, 0.024997895148220435],
      [-1.3, 0.09680048458561033],
      [-1, 0.15865525393145705],
      [-0.67, 0.2514288950953101],
      [-0.5, 0.3085375387259869],
      [-0.1, 0.460172162722971],
      [-1e-5, 0.49999601057719606],
      [0, 0.5],
      [0.1, 0.539827837277029],
      [0.5, 0.6914624612740131],
      [1, 0.8413447460685429],
      [1.96, 0.9750021048517795],
      [3, 0.9986501019683699],
      [6, 0.9999999990134123],
      [8, 0.9999999999999993],
      [9, 1.0],
    ]
    expect(worst(rows, normalCumulative)).toBeLessThan(4e-16)
    expect([normalCumulative(-Infinity), normalCumulative(Infinity)]).toEqual([0, 1])
  })

  it('quantile and distribution function undo each other', () => {
    // Over 1024, so that 1 - p is exact.
    for (let i = 1; i < 1024; i++) {
      const p = i / 1024
      expect(Math.abs(normalCumulative(normalQuantile(p)) - p)).toBeLessThan(4e-16)
      expect(normalQuantile(p)).toBe(-normalQuantile(1 - p) || 0)
    }
  })
})

describe('prior (specification, section 23)', () => {
  const prior = { low: 0.5, central: 1.2, high: 2.0 }

  it('has its 10, 50 and 90 % points where they are declared', () => {
    expect(priorQuantile(prior, 0.1)).toBeCloseTo(0.5, 14)
    expect(priorQuantile(prior, 0.5)).toBe(1.2)
    expect(priorQuantile(prior, 0.9)).toBeCloseTo(2.0, 14)
  })

  it('gives its least value where it would be below', () => {
    const signed = { low: 0.1, central: 0.5, high: 1.5, least: 0 }
    expect(priorQuantile(signed, 0.02)).toBe(0)
    expect(priorQuantile(signed, 0.1)).toBeCloseTo(0.1, 14)
    expect(priorQuantile({ low: 0.1, central: 0.5, high: 1.5 }, 0.02)).toBeLessThan(0)
  })

  it('gives its most value where it would be above', () => {
    const share = { low: 0.8, central: 0.93, high: 1, most: 1 }
    expect(priorQuantile(share, 0.98)).toBe(1)
    expect(priorQuantile(share, 0.8)).toBeLessThan(1)
  })

  it('is cut off at its 2 and 98 % points, at 1.6025 of the distance to low and high', () => {
    expect(priorQuantile(prior, 0.001)).toBe(priorQuantile(prior, 0.02))
    expect(priorQuantile(prior, 0.999)).toBe(priorQuantile(prior, 0.98))
    expect(priorQuantile(prior, 0.02)).toBeCloseTo(1.2 - 0.7 * (2.0537489106318225 / 1.2815515655446004), 14)
  })

  it('keeps a side without spread at its central value, and refuses points out of order', () => {
    expect(priorQuantile({ low: 1, central: 1, high: 2 }, 0.3)).toBe(1)
    expect(() => priorQuantile({ low: 1, central: 0.5, high: 2 }, 0.3)).toThrow(/low <= central <= high/)
  })
})

describe('beta and gamma', () => {
  it('beta quantile, from sharply U-shaped to nearly normal', () => {
    const rows = [
      [1e-10, 0.5, 0.5, 2.4674011002723397e-20],
      [0.1, 0.5, 0.5, 0.024471741852423217],
      [0.5, 0.5, 0.5, 0.5],
      [0.999, 0.5, 0.5, 0.999997532600929],
      [1e-10, 2, 3, 4.082494015808333e-6],
      [0.1, 2, 3, 0.14255931671003072],
      [0.5, 2, 3, 0.38572756813238956],
      [0.999, 2, 3, 0.9359618608971666],
      [1e-10, 1, 4, 2.50000000009375e-11],
      [0.1, 1, 4, 0.025996253574703237],
      [0.5, 1, 4, 0.15910358474628547],
      [0.999, 1, 4, 0.8221720589961077],
      [1e-10, 4, 1, 0.0031622776601683794],
      [0.1, 4, 1, 0.5623413251903491],
      [0.5, 4, 1, 0.8408964152537145],
      [0.999, 4, 1, 0.9997499061952749],
      [1e-10, 0.1, 0.2, 4.3988747541943696e-99],
      [0.1, 0.1, 0.2, 4.3988747401215204e-9],
      [0.5, 0.1, 0.2, 0.04165249555559622],
      [0.999, 0.1, 0.2, 0.9999999999997877],
      [1e-10, 3.4, 2.6, 0.0006150277554995839],
      [0.1, 3.4, 2.6, 0.3101104608478657],
      [0.5, 3.4, 2.6, 0.5745291979977003],
      [0.999, 3.4, 2.6, 0.9713849577655872],
      [1e-10, 20, 30, 0.07478838479663767],
      [0.1, 20, 30, 0.3124282329941951],
      [0.5, 20, 30, 0.3986563462632243],
      [0.999, 20, 30, 0.6162276445726897],
      [1e-10, 500, 300, 0.5133597205203563],
      [0.1, 500, 300, 0.6030030041640225],
      [0.5, 500, 300, 0.6251042166642898],
      [0.999, 500, 300, 0.6768650765836353],
      [1e-10, 0.05, 20, 2.9930833200153323e-202],
      [0.1, 0.05, 20, 2.9930833200152644e-22],
      [0.5, 0.05, 20, 2.8544281635185396e-8],
      [0.999, 0.05, 20, 0.13072565048267387],
      [1e-10, 5, 0.03, 0.027355937892841145],
      [0.1, 5, 0.03, 0.9961490203027006],
      [0.5, 5, 0.03, 0.9999999999882507],
      [0.999, 5, 0.03, 1.0],
    ]
    expect(worst(rows, betaQuantile)).toBeLessThan(1e-13)
  })

  it('gamma quantile, from nearly all at 0 to nearly normal', () => {
    const rows = [
      [1e-10, 0.05, 5.844632057286653e-201],
      [0.1, 0.05, 5.844632057286521e-21],
      [0.5, 0.05, 5.573878440746248e-7],
      [0.999, 0.05, 2.736458598728676],
      [1e-10, 0.5, 7.853981633974484e-21],
      [0.1, 0.5, 0.007895387046715613],
      [0.5, 0.5, 0.2274682115597864],
      [0.999, 0.5, 5.4137830853313655],
      [1e-10, 1, 1.00000000005e-10],
      [0.1, 1, 0.10536051565782631],
      [0.5, 1, 0.6931471805599453],
      [0.999, 1, 6.907755278982136],
      [1e-10, 2.5, 0.00016167785731248467],
      [0.1, 2.5, 0.8051539934811616],
      [0.5, 2.5, 2.1757300955477636],
      [0.999, 2.5, 10.257502826216438],
      [1e-10, 10, 0.4727220926063523],
      [0.1, 10, 6.221304605225033],
      [0.5, 10, 9.668714614714132],
      [0.999, 10, 22.65737330906293],
      [1e-10, 100, 48.883092053795956],
      [0.1, 100, 87.41763649959366],
      [0.5, 100, 99.66686491931549],
      [0.999, 100, 133.7702639113786],
      [1e-10, 1000, 811.7987627175607],
      [0.1, 1000, 959.6939327288333],
      [0.5, 1000, 999.6666864269652],
      [0.999, 1000, 1100.5780982933145],
    ]
    expect(worst(rows, (p, shape) => gammaQuantile(p, shape, 1))).toBeLessThan(1e-13)
    expect(gammaQuantile(0.5, 2.5, 3)).toBeCloseTo(3 * gammaQuantile(0.5, 2.5, 1), 14)
  })

  it('agree with printed tables of chi-squared and F', () => {
    // 95 % points: chi-squared with 1, 5 and 10 degrees of freedom; F with 5 and 10.
    const chiSquared = (p: number, freedom: number): number => gammaQuantile(p, freedom / 2, 2)
    expect([1, 5, 10].map(freedom => chiSquared(0.95, freedom).toFixed(3))).toEqual(['3.841', '11.070', '18.307'])
    const share = betaQuantile(0.95, 5 / 2, 10 / 2)
    expect(((share / (1 - share)) * (10 / 5)).toFixed(3)).toBe('3.326')
  })
})

describe('the others', () => {
  it('lognormal', () => {
    expect(lognormalQuantile(0.5, 1, 0.7)).toBe(Math.E)
    expect(lognormalQuantile(0.975, 0, 1)).toBeCloseTo(7.099071384231335, 13)
  })

  it('triangular and uniform', () => {
    expect(triangularQuantile(0, 1, 2, 4)).toBe(1)
    expect(triangularQuantile(1 / 3, 1, 2, 4)).toBeCloseTo(2, 14)
    expect(triangularQuantile(0.5, 0, 1, 2)).toBe(1)
    expect(triangularQuantile(0.98, 0, 0, 1)).toBeCloseTo(1 - Math.sqrt(0.02), 15)
    expect(uniformQuantile(0.25, -2, 2)).toBe(-1)
  })

  it('PERT has its mean at (low + 4 mode + high) / 6', () => {
    const points = 4000
    let sum = 0
    for (let i = 0; i < points; i++) sum += pertQuantile((i + 0.5) / points, 1, 2, 6)
    expect(sum / points).toBeCloseTo((1 + 8 + 6) / 6, 4)
    expect(pertQuantile(0.5, 0, 1, 2)).toBeCloseTo(1, 14)
  })

  it('all rise with p', () => {
    const quantiles: ((p: number) => number)[] = [
      normalQuantile,
      p => betaQuantile(p, 0.4, 3),
      p => betaQuantile(p, 30, 0.7),
      p => gammaQuantile(p, 0.3, 2),
      p => pertQuantile(p, 0, 1, 5),
      p => triangularQuantile(p, 0, 1, 5),
    ]
    for (const quantile of quantiles) {
      for (let i = 1; i < 300; i++) expect(quantile((i + 1) / 301)).toBeGreaterThan(quantile(i / 301))
    }
  })

  it('refuse what is not a probability and shapes that make no distribution', () => {
    expect(() => normalQuantile(1.1)).toThrow(/not a probability/)
    expect(() => betaQuantile(Number.NaN, 1, 1)).toThrow(/not a probability/)
    expect(() => betaQuantile(0.5, 0, 1)).toThrow(/alpha must be above 0/)
    expect(() => triangularQuantile(0.5, 2, 1, 3)).toThrow(/low <= mode <= high/)
  })
})
