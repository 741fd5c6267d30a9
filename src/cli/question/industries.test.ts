/** `heartland industries` and `heartland stress --event`: figures that add up, both languages, and a region without a table. */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heartland, json } from '../testing/command-line-fixture.ts'

const packs = join(import.meta.dirname, '../../../golden/michigan')
const chinese = /[\u4e00-\u9fff]/

describe('heartland industries', () => {
  it('adds up to the market sector, and shows multipliers beside those of the table', async () => {
    const { figures, multipliers } = await json('industries CN-LN')
    const shares = figures.map(({ share }: { share: number }) => share)
    expect(shares.reduce((sum: number, one: number) => sum + one, 0)).toBeCloseTo(1, 12)
    const metals = multipliers[0].industries.find(({ industry }: { industry: string }) => industry === 'metals')
    // Of the table of 2017, worked out apart from this program.
    expect(metals.table.output).toBeCloseTo(1.644, 3)
    expect(metals.table.valueAdded).toBeCloseTo(0.439, 3)
    expect(metals.model.valueAdded).toBeGreaterThan(metals.table.valueAdded)
  })

  it('compares a policy with current policy', async () => {
    const { figures } = await json('industries northeast --set publicInvestment=1@2026 --year 2027')
    const building = figures.find(({ industry }: { industry: string }) => industry === 'construction')
    expect(building.output).toBeGreaterThan(building.before.output)
    // The range of what the policy changes lies around the central change, on one side of 0.
    const { low, high } = building.changes.output
    expect(low).toBeGreaterThan(0)
    const change = building.output - building.before.output
    expect(high).toBeGreaterThan(low)
    expect(change / low).toBeGreaterThan(0.7)
    expect(change / high).toBeLessThan(1.3)
  })

  it('names industries in both languages', async () => {
    const [en, zh] = await Promise.all(['en', 'zh'].map(lang => heartland(`industries CN-JL --lang ${lang}`)))
    expect(en!.out).toContain('vehicles, ships, aircraft')
    expect(zh!.out).toContain('汽车、船舶与航空')
    expect(zh!.out.split('\n').filter(line => /[a-z]{3}/.test(line.replace('--full', '')))).toEqual([])
  })
})

describe('heartland stress --event', () => {
  it('tells it in both languages', async () => {
    const asked = 'stress northeast --event exportsRussia=-100% --simulations 20'
    const [en, zh] = await Promise.all([heartland(asked), heartland(`${asked} --lang zh`)])
    expect([en.code, zh.code]).toEqual([0, 0])
    expect(en.out).toMatch(/direct +indirect +induced +total/)
    const foreign = zh.out.split('\n').filter(line => /[a-z]{3}/.test(line.replace(/exportsRussia|--full/, '')))
    expect(foreign).toEqual([])
    expect(zh.out).toMatch(chinese)
  })
})

it('an event that is given twice is refused', async () => {
  const { code, err } = await heartland('stress northeast --event exportsRussia=-50% --event exportsRussia=-40%')
  expect([code, err]).toEqual([2, 'heartland: exportsRussia: these sales are given twice; keep one of the events\n'])
})

describe('a region without an input-output table', () => {
  it.each(['industries US-MI', 'stress US-MI --event exportsWorld=-10%'])('%s says that it has none', async command => {
    const { code, out, err } = await heartland(`${command} --packs ${packs}`)
    expect(code).not.toBe(0)
    expect(out).toBe('')
    expect(err).toContain('Michigan has no input-output table, so there are no outcomes by industry')
  })

  it('has no outcomes by industry in any list', async () => {
    const { out } = await heartland(`list outcomes --region US-MI --packs ${packs}`)
    expect(out).not.toContain('OfIndustry')
  })
})
