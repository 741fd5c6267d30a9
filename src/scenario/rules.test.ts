/** A parameter may be 0 where the model can run with it, and is refused in words where an equation divides by it; parts of a whole add up. */
import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { scenarioProblems } from './problems.ts'
import { rulesOf } from './rules.ts'

const open = openRegion('CN-JL')
const { simulator } = open
const rules = rulesOf(open)
const parameters = [...rules.parameters.keys()]

const refusal = (name: string): string | undefined =>
  scenarioProblems(rules, { policy: {}, assumptions: { [name]: 0 } })[0]?.message.text.en

/** Years within which a run that cannot be computed shows values that are no numbers. */
const seen = 2

const isFiniteRun = (name: string): boolean => {
  const enough = new Error('enough')
  try {
    simulator.run({
      assumptions: { [name]: 0 },
      record: [],
      observe: (values, _, time) => {
        if (!values.every(Number.isFinite)) throw new Error(`${name} at ${time}`)
        if (time > rules.start + seen) throw enough
      },
    })
    return true
  } catch (problem) {
    return problem === enough
  }
}

describe('a parameter of 0', () => {
  const accepted = parameters.filter(name => refusal(name) === undefined)

  it('is refused where an equation divides by it: which one, and what to do', () => {
    expect(refusal('bondMaturity')).toMatch(/^'bondMaturity' cannot be 0: the equation of '\w+' divides by it/)
    // Divided by the sum over its labels, by what it is the ceiling of, and by its product with something.
    for (const name of ['healthWeight', 'coverageHigh', 'participationMost', 'landPerFloor', 'robotPriceStart'])
      expect(refusal(name), name).toContain('divides by it')
    expect(accepted.length).toBeGreaterThan(0.8 * parameters.length)
  })

  it('is run with finite numbers where it is accepted', () => {
    // An age of retirement of 0 stops the run with a message of its own.
    const failing = accepted.filter(name => name !== 'retirementAgeMen' && !isFiniteRun(name))
    expect(failing).toEqual([])
  })
})

describe('parts of a whole', () => {
  const said = (assumptions: Record<string, number>): string[] =>
    scenarioProblems(rules, { policy: {}, assumptions }).map(({ message }) => message.text.en)

  it('add up to 1, or are refused', () => {
    expect(said({ 'farmShare[young]': 0.5 })).toEqual([
      "'farmShare' holds the parts of a whole (young, middle, old), which add up to 1.35; set them so that they add up to 1",
    ])
    expect(said({ farmShare: 0.5, 'farmShare[young]': 0 })).toEqual([])
    expect(said({ 'farmShare[young]': 0.35, 'farmShare[old]': 0.1 })).toEqual([])
  })

  it('and balance the accounts with them, as any parameter does that is accepted', () => {
    for (const name of [
      'buyersOutside',
      'farmFirmsShare',
      'bequestsToYoung',
      'helpFromOld',
      'residentPensionProvince',
    ]) {
      const { audit } = simulator.run({ assumptions: { [name]: 0 }, record: [], audit: true })
      expect(audit!.largestResidual, name).toBeLessThan(1e-9)
    }
    const assumptions = { farmShare: 0.5, 'farmShare[young]': 0, 'homeShare[young]': 0.65, 'homeShare[middle]': 0 }
    expect(simulator.run({ assumptions, record: [], audit: true }).audit!.largestResidual).toBeLessThan(1e-9)
  })
})
