import { describe, expect, it } from 'vitest'
import { delay, equation, parameter, sector, stock, yearMean } from '../../language/declare.ts'
import type { Model } from '../../language/declare.ts'
import { compile } from '../../language/emit/javascript.ts'
import { linkModel } from '../../language/link.ts'
import { createSimulator } from '../run.ts'
import { loopGain, loopProblems } from './loop-gain.ts'

/** Debt that borrows its interest; a wage that follows its own mean of last year; an amount at its bound. */
const model: Model = {
  name: 'loops',
  dimensions: { area: { labels: 'region', doc: 'Areas' } },
  sectors: [
    sector(
      'Debt',
      { over: ['area'] },
      {
        rate: parameter('1/year', 0.04, 'Interest rate', { source: 'test' }),
        interest: equation('CNY bn/year', 'rate*debt', 'Interest'),
        debt: stock('CNY bn', { initial: '100{CNY bn}', inflow: 'interest' }, 'Debt'),
        wageBefore: delay('CNY k', { of: 'wage', initial: '10{CNY k}' }, 'Wage, step before'),
        wage: equation('CNY k', '0.5*wageBefore + 0.3*wageMean + 2{CNY k}', 'Wage'),
        wageMean: yearMean('CNY k', { of: 'wageBefore', initial: '10{CNY k}' }, 'Wage, mean of last year'),
        capped: equation('CNY k', 'min(cappedBefore, 5{CNY k})', 'At its bound'),
        cappedBefore: delay('CNY k', { of: 'capped + 5{CNY k}', initial: '10{CNY k}' }, 'Step before'),
      },
    ),
  ],
}

const linked = linkModel(model, { area: ['north', 'south'] })
const kept: Float64Array[] = []
createSimulator(compile(linked), { start: 2024, values: {}, paths: {} }, { end: 2030, stepsPerYear: 4 }).run({
  record: [],
  observe: values => kept.push(Float64Array.from(values)),
})
const at = (name: string, step: number, closing = false): number => {
  const { offset, closingOffset } = linked.variables.get(name)!
  return kept[step][closing ? closingOffset : offset]
}

describe('loopGain', () => {
  it('is the interest that a debt held higher has borrowed', () => {
    const { path, links } = loopGain(linked, ['debt', 'interest'], kept.slice(0, 8))
    let borrowed = 0
    path.forEach((gain, step) => {
      borrowed += 0.25 * 0.04 * at('debt', step)
      expect(gain).toBeCloseTo(borrowed / at('debt', step, true), 12)
    })
    expect(links.map(({ sign }) => sign)).toEqual([1, 1])
  })

  it('goes through a delay at once and through a mean of the year after it', () => {
    const own = loopGain(linked, ['wage', 'wageBefore'], kept.slice(0, 8))
    expect(own.path[0]).toBe(0)
    expect(own.path[4]).toBeCloseTo((0.5 * at('wage', 3)) / at('wage', 4), 12)
    const mean = loopGain(linked, ['wage', 'wageBefore', 'wageMean'], kept.slice(0, 8))
    expect(mean.path.slice(0, 4)).toEqual([0, 0, 0, 0])
    const lastYear = [0, at('wage', 0), at('wage', 1), at('wage', 2)].reduce((sum, value) => sum + value, 0) / 4
    expect(mean.path[4]).toBeCloseTo((0.3 * lastYear) / at('wage', 4), 12)
  })

  it('has no gain and no sign where a bound holds', () => {
    const { gain, links } = loopGain(linked, ['capped', 'cappedBefore'], kept.slice(0, 8))
    expect([gain, ...links.map(({ sign }) => sign)]).toEqual([0, 1, 0])
  })

  it('complains of a loop that is none', () => {
    expect(() => loopGain(linked, ['debt', 'wage'], kept)).toThrow("the equation of 'wage' does not read 'debt'")
    expect(loopProblems(linked, ['debt', 'intrest'])).toEqual(["there is no variable 'intrest'"])
    expect(loopProblems(linked, ['debt', 'interest', 'debt', 'interest'])).toContain("'debt' stands in it twice")
  })

  it('is the same for one area as for all where areas are alike', () => {
    const [all, one] = [undefined, 1].map(area => loopGain(linked, ['debt', 'interest'], kept.slice(0, 8), area).gain)
    expect(one).toBeCloseTo(all, 13)
  })
})
