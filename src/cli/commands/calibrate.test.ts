import { describe, expect, it } from 'vitest'
import { heartland } from '../testing/fixture.ts'

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
