/** Loop scores against a published case, a case that can be worked out by hand, and what they must not depend on. */

import { describe, expect, it } from 'vitest'
import { delay, equation, parameter, sector, stock, yearMean } from '../../language/declare.ts'
import type { Model } from '../../language/declare.ts'
import { compile } from '../../language/emit/javascript.ts'
import { linkModel } from '../../language/link.ts'
import { createSimulator } from '../run.ts'
import { loopScores } from './loop-score.ts'

const run = (model: Model, end: number, stepsPerYear: number, labels: Readonly<Record<string, string[]>> = {}) => {
  const linked = linkModel(model, labels)
  const steps: Float64Array[] = []
  createSimulator(compile(linked), { start: 0, values: {}, paths: {} }, { end, stepsPerYear }).run({
    record: [],
    observe: values => steps.push(Float64Array.from(values)),
  })
  return { linked, steps }
}

/** As a share of all scores of the same time. */
const relative = (scores: readonly number[][], at: number): number[] => {
  const sum = scores.reduce((all, one) => all + Math.abs(one[at]), 0)
  return scores.map(one => one[at] / sum)
}

/** Schoenberg, Davidsen and Eberlein 2020, section "Bass diffusion model": 1,000,000 people, one adopter, 16 steps a year. */
const bass: Model = {
  name: 'bass',
  dimensions: {},
  sectors: [
    sector(
      'Diffusion',
      {},
      {
        market: parameter('person', 1e6, 'Market size', { source: 'test' }),
        contactRate: parameter('1/year', 100, 'Contacts a year', { source: 'test' }),
        fraction: parameter('share', 0.015, 'Contacts that lead to adoption', { source: 'test' }),
        potentials: stock('person', { initial: '999999{person}', outflow: 'adopting' }, 'Potential adopters'),
        adopters: stock('person', { initial: '1{person}', inflow: 'adopting' }, 'Adopters'),
        probability: equation('share', 'potentials/market', 'Probability of contact with potential adopters'),
        adopterContacts: equation('person/year', 'adopters*contactRate', 'Contacts of adopters'),
        contacts: equation('person/year', 'adopterContacts*probability', 'Contacts of the two'),
        wordOfMouth: equation('person/year', 'contacts*fraction', 'Adoption from word of mouth'),
        adopting: equation('person/year', 'wordOfMouth', 'Adoption'),
      },
    ),
  ],
}

describe('loopScores', () => {
  it('are those of table 3 of the paper for the diffusion of Bass', () => {
    const { linked, steps } = run(bass, 16, 16)
    const scores = loopScores(
      linked,
      [
        ['probability', 'contacts', 'wordOfMouth', 'adopting', 'potentials'],
        ['adopterContacts', 'contacts', 'wordOfMouth', 'adopting', 'adopters'],
      ],
      steps,
      1,
    )
    const published = [
      { time: 1, scores: ['-0.000', '1.000'], relative: ['-0.000', '1.000'] },
      { time: 9.5, scores: ['-9.958', '11.46'], relative: ['-0.465', '0.535'] },
      { time: 9.5625, scores: ['-9358', '9806'], relative: ['-0.488', '0.512'] },
      { time: 9.625, scores: ['-10.91', '10.41'], relative: ['-0.512', '0.488'] },
      { time: 15, scores: ['-1.000', '0.000'], relative: ['-1.000', '0.000'] },
    ]
    for (const row of published) {
      // The first score is of the second step.
      const at = row.time * 16
      const like = (value: number, text: string): string => value.toFixed(text.split('.')[1]?.length ?? 0)
      expect(scores.map((one, loop) => like(one[at], row.scores[loop]))).toEqual(row.scores)
      expect(relative(scores, at).map((one, loop) => like(one, row.relative[loop]))).toEqual(row.relative)
    }
  })

  it('pass from growth to the limit at half of what there is room for, however flows are written', () => {
    // dN/dt = rN - rN²/K: the loops' pulls on the speed of N are r and 2rN/K, so N/(K/2) to 1 (2023 paper, equation 13).
    const logistic = (flows: { readonly inflow: string; readonly outflow?: string }): Model => ({
      name: 'logistic',
      dimensions: {},
      sectors: [
        sector(
          'Growth',
          {},
          {
            rate: parameter('1/year', 0.5, 'Rate', { source: 'test' }),
            room: parameter('person', 100, 'Room', { source: 'test' }),
            people: stock('person', { initial: '1{person}', ...flows }, 'People'),
            births: equation('person/year', 'rate*people', 'Births'),
            crowding: equation('person/year', 'rate*people*people/room', 'Deaths by crowding'),
          },
        ),
      ],
    })
    const paths = [
      ['people', 'births'],
      ['people', 'crowding'],
    ]
    const [apart, net] = [{ inflow: 'births', outflow: 'crowding' }, { inflow: 'births - crowding' }].map(flows => {
      const { linked, steps } = run(logistic(flows), 20, 200)
      const { offset } = linked.variables.get('people')!
      return { scores: loopScores(linked, paths, steps, 1), people: steps.map(values => values[offset]) }
    })
    for (const at of [200, 1000, 1900, 2500]) {
      const [grows, limits] = relative(apart.scores, at)
      expect(-limits / grows).toBeCloseTo((apart.people[at] + apart.people[at + 1]) / 100, 6)
      expect(relative(net.scores, at)[0]).toBeCloseTo(grows, 9)
    }
    const turn = apart.scores[0].findIndex((score, at) => Math.abs(apart.scores[1][at]) > score)
    expect(apart.people[turn]).toBeCloseTo(50, -1)
  })

  it('are one for a loop alone, by year too and through a delay and a mean, and nothing where nothing changes', () => {
    const own: Model = {
      name: 'alone',
      dimensions: { area: { labels: 'region', doc: 'Areas' } },
      sectors: [
        sector(
          'Debt',
          { over: ['area'] },
          {
            rate: parameter('1/year', 0.04, 'Interest rate', { source: 'test' }),
            interest: equation('CNY bn/year', 'rate*debt', 'Interest'),
            debt: stock('CNY bn', { initial: '100{CNY bn}', inflow: 'interest' }, 'Debt'),
            wage: equation('CNY k', '1.05*(wageBefore + wageMean)/2', 'Wage'),
            wageBefore: delay('CNY k', { of: 'wage', initial: '10{CNY k}' }, 'Wage, step before'),
            wageMean: yearMean('CNY k', { of: 'wageBefore', initial: '10{CNY k}' }, 'Wage, mean of last year'),
            still: equation('CNY k', 'min(stillBefore, 5{CNY k})', 'At its bound'),
            stillBefore: delay('CNY k', { of: 'still', initial: '10{CNY k}' }, 'Step before'),
          },
        ),
      ],
    }
    const { linked, steps } = run(own, 6, 4, { area: ['north', 'south'] })
    const paths = [
      ['debt', 'interest'],
      ['wage', 'wageBefore'],
      ['wage', 'wageBefore', 'wageMean'],
      ['still', 'stillBefore'],
    ]
    const [debt, quick, slow, still] = loopScores(linked, paths, steps, 4)
    for (const score of debt) expect(score).toBeCloseTo(1, 9)
    // Two inputs share what the wage does: their scores are its parts, and add up to all of it.
    for (const at of [1, 2, 3, 4]) expect(quick[at] + slow[at]).toBeCloseTo(1, 6)
    expect(still.slice(1)).toEqual(still.slice(1).map(() => 0))
    expect(loopScores(linked, paths, steps, 4, 1)[0]).toEqual(debt)
  })
})
