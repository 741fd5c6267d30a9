import { describe, expect, it } from 'vitest'
import { heartland, json } from './fixture.ts'

describe('heartland hindcast', () => {
  it('prints the marks, and each series with its verdict', async () => {
    const { code, out } = await heartland(['hindcast', 'CN-JL', '--members', '40'])
    expect(code).toBe(0)
    expect(out).toContain('Back-test of Jilin: 5 years ahead, years not used for fitting, 2019 to 2024')
    expect(out).toMatch(/output +CN-JL +6 /)
    expect(out).toMatch(/beats all 4|loses to/)
    expect(out).toMatch(
      /(met|not met) +points inside the 80 % band, held out: \d+\.\d\d % \(target: 75 to 85 %; unaided: /,
    )
  })

  it('gives all scores as data', { tags: ['thorough'] }, async () => {
    const found = await json('hindcast CN-JL --members 40')
    expect(Object.keys(found.scores[0])).toEqual(
      'series area horizon split rmse mape naive drift ar1 nation unconditional crps bias theil points'.split(' '),
    )
    expect(Object.keys(found.coverage[0])).toEqual(['level', 'observed', 'points'])
    expect(found.beatsDrift).toBeGreaterThan(0)
    expect(found.beatsDrift).toBeLessThanOrEqual(1)
  })

  it.each([
    [['--horizon', '3'], "unknown horizon '3'"],
    [['--split', 'test'], "unknown part 'test'"],
    [['--members', '10'], '--members 10'],
    [['--parameters', 'best'], "unknown set of parameters 'best'"],
    [['--parameters', 'all'], "CN-JL has no parameters 'all'"],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, err } = await heartland(['hindcast', 'CN-JL', ...words])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('heartland calibrate', () => {
  it('shows prior and posterior of the parameters that are kept', async () => {
    const { code, out } = await heartland(['calibrate', 'northeast', '--set', 'train', '--show'])
    expect(code).toBe(0)
    expect(out).toContain('fitted to figures up to 2018')
    expect(out).toMatch(/importPosition .*●.* informed/)
  })

  it('says when there are none', async () => {
    const { code, err } = await heartland(['calibrate', 'CN-HL', '--set', 'train', '--show'])
    expect(code).toBe(2)
    expect(err).toContain("CN-HL has no parameters 'train'")
  })

  it('knows two sets', async () => {
    const { code, err } = await heartland(['calibrate', 'northeast', '--set', 'test'])
    expect(code).toBe(2)
    expect(err).toContain("unknown set of parameters 'test'")
  })
})
