import { describe, expect, it } from 'vitest'
import { regimes } from '../../model/regimes.ts'
import { emptyDraft, regimeOf, withAssumption, withRegime } from './scenario.ts'

describe('the regime of transfers of a draft', () => {
  const [freeze, formula, constantShare] = regimes as [(typeof regimes)[0], (typeof regimes)[0], (typeof regimes)[0]]

  it('is the formula at first, and what was chosen afterwards', () => {
    const draft = withAssumption(emptyDraft(), 'wageFromSlack', 0.4)
    expect(regimeOf(draft)).toBe(formula)
    const frozen = withRegime(draft, freeze)
    expect(frozen.assumptions).toEqual({ wageFromSlack: 0.4, poolElasticity: 0 })
    const shared = withRegime(frozen, constantShare)
    expect(regimeOf(shared)).toBe(constantShare)
    expect(withRegime(shared, formula)).toEqual(draft)
  })

  it('is none with a value that no regime has', () => {
    expect(regimeOf(withAssumption(emptyDraft(), 'poolElasticity', 0.3))).toBeUndefined()
  })
})
