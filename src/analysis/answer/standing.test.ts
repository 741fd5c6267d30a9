import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { type StandingClaim, claims } from '../../model/standing.ts'
import { leadOf, partsText, phoneText } from './lead.ts'
import { readRun } from '../../engine/run/reader.ts'
import { holdsIn, nationFile, verdictOf, weightIn, weightRecord } from './standing.ts'
import { packageIds, settingAt, votesOf } from './votes-fixture.ts'

const open = openRegion('northeast')
const name = { en: 'Northeast China', zh: '东北三省' }
const ten = (...odd: ReadonlyArray<ReturnType<typeof settingAt>>) =>
  verdictOf(open, votesOf(...Array.from({ length: 10 - odd.length }, () => settingAt(-0.012)), ...odd))
const leads = (...odd: ReadonlyArray<ReturnType<typeof settingAt>>) => leadOf(ten(...odd), name, 0.005)
const words = (text: string): number => text.split(/\s+/).length

describe('the share of national output', () => {
  test('is what was published, and moves from then on as region and nation grow, the first year of a run too', () => {
    const { ofWeight, now, year } = ten().share!
    expect([year, now.toFixed(3)]).toEqual([2024, '0.047'])
    const run = readRun(open.simulator.run({ record: [...weightRecord, 'regionOutputBaseYear'] }))
    const growth = run.mean('regionOutput', 2025) / run.at('regionOutputBaseYear', 2025) - 1
    // Published growth of the nation in 2025: 5.0 %.
    expect((ofWeight * weightIn(run, 2025)) / now).toBeCloseTo((1 + growth) / 1.05, 3)
    // Opened a year earlier, the model has grown as much by itself.
    const earlier = openRegion('northeast@2024')
    const before = readRun(earlier.simulator.run({ record: weightRecord }))
    const share = verdictOf(earlier, votesOf(settingAt(-0.012))).share!
    expect(share.now).toBe(now)
    expect(share.ofWeight * weightIn(before, 2024)).toBeCloseTo(now, 12)
  })
})

describe('another model of the same areas', () => {
  test('is told under the verdict with what full reform does there, and has no vote', () => {
    const votes = votesOf(settingAt(-0.012))
    const within = { region: 'CN-northeast', data: '', settings: [settingAt(-0.005), settingAt(-0.006)] }
    const [alone, beside] = [verdictOf(open, votes), verdictOf(open, { ...votes, within })]
    expect({ ...beside, within: null }).toEqual(alone)
    // Full reform adds .25 points: −.25 holds, −.35 loses.
    expect([beside.within!.settings, beside.within!.stopped]).toEqual([2, 1])
    expect(partsText(beside).en).toMatch(
      /model of all provinces that is not fitted to the past ends at .* stops the fall \(1 of 2\)/,
    )
    expect(partsText(alone).en).not.toContain('all provinces')
  })
})

describe('the share as published', () => {
  test('begins with the series of the areas, and ends where the nation is measured', () => {
    const { past, now, year } = ten().share!
    expect(Object.keys(past).map(Number)).toEqual(Array.from({ length: 24 }, (_, after) => 2001 + after))
    expect([past[2001]!, past[2010]!, past[2024]!].map(one => one.toFixed(3))).toEqual(['0.070', '0.061', '0.047'])
    // All provinces together are not quite the nation.
    expect(Math.abs(past[year]! / now - 1)).toBeLessThan(0.01)
  })

  test('is against the sum of all provinces, each carried back by its growth', () => {
    const rows = csvParse(readFileSync('countries/CN/tables/series.csv', 'utf8'))
    const series = (wanted: string) =>
      new Map(
        rows
          .filter(row => row['series'] === wanted)
          .map(row => [`${row['area']} ${row['year']}`, Number(row['value'])]),
      )
    const [money, growth] = [series('nominalOutput'), series('outputGrowth')]
    const areas = [...new Set([...money.keys()].map(key => key.slice(0, -5)))]
    expect(areas).toHaveLength(31)
    let sizes = areas.map(area => money.get(`${area} 2024`)!)
    const kept = csvParse(readFileSync(`regions/${nationFile('CN')}`, 'utf8'))
    for (const { year, value } of kept.toReversed()) {
      expect(Number(value), year).toBeCloseTo(
        sizes.reduce((sum, size) => sum + size, 0),
        0,
      )
      sizes = sizes.map((size, at) => size / (1 + growth.get(`${areas[at]!} ${year}`)!))
    }
  })
})

describe('the lead', () => {
  test('says plainly what holds in all settings, in at most 70 words, and in about 20 for a phone', () => {
    const verdict = ten()
    expect(Object.values(verdict.claims)).toEqual(Object.keys(claims).map(() => 10))
    const { en, zh } = leads()
    expect(en).toMatch(
      /^Revival is not in sight: under every package the share of Northeast China in national output falls/,
    )
    expect(en).toMatch(
      /from 4\.\d % in 2024 to 3\.\d(–\d\.\d)? % in 2040\. Full reform averts 21 % of the loss and cuts debt by/,
    )
    expect(en).not.toContain('settings')
    expect(zh).toMatch(/^振兴尚未在望：.*东北三省.*改革做足可挽回其中21%/)
    expect(words(en)).toBeLessThanOrEqual(70)
    const phone = phoneText(verdict, name)
    expect(phone.en).toBe(
      'Under no package does Northeast China stop losing weight nationally; reform slows it most and cuts debt, spending hardly.',
    )
    expect(words(phone.en)).toBeLessThanOrEqual(20)
  })

  test('says on a phone too that some package stops the loss in a few settings, which the lead counts', () => {
    const phone = phoneText(ten(settingAt(-0.002)), name)
    expect(phone.en).toContain('stop losing weight nationally (nearly all settings); reform')
    expect(phone.zh).toContain('下降（绝大多数设定下）；改革')
    expect(words(phone.en)).toBeLessThanOrEqual(22)
  })

  test('says the count of a claim that fails in one setting of ten, and drops one that fails in two', () => {
    const wrong = settingAt(-0.012, { births: { families: -0.1 } })
    expect(leads(wrong).en).toContain('each kind mainly serves its own aim (9 of 10 settings).')
    expect(words(leads(wrong).en)).toBeLessThanOrEqual(70)
    const dropped = leads(wrong, wrong)
    expect(dropped.en).not.toContain('own aim')
    // Nothing else of the sentences moves.
    expect(leads().en.startsWith(dropped.en.slice(0, -1))).toBe(true)
    expect(dropped.zh).not.toContain('自身目标')
  })

  test('does not say that a region declines that grows, and says where the settings differ', () => {
    const growing = verdictOf(open, votesOf(settingAt(0.008), settingAt(0.01)))
    expect(leadOf(growing, name, 0.005).en).toMatch(/^Northeast China gains ground: .* rises/)
    expect([growing.averted, growing.stopped]).toEqual([null, 2])
    expect(leadOf(growing, name, 0.005).en).not.toContain('loss')
    const mixed = verdictOf(open, votesOf(settingAt(-0.012), settingAt(0.01)))
    expect(mixed.weight).toMatchObject({ standing: 'open', loses: 1 })
    expect(leadOf(mixed, name, 0.005).en).toMatch(
      /^It is open whether Northeast China keeps its place: .* falls in 1 of 2/,
    )
    const keeps = verdictOf(open, votesOf(settingAt(0.001), settingAt(0.01)))
    expect(keeps.weight.standing).toBe('keeps')
    expect(phoneText(keeps, name).en).toBe('Northeast China keeps or gains weight nationally.')
    const holds = verdictOf(open, votesOf(settingAt(0.001), settingAt(-0.001)))
    expect(holds.weight.standing).toBe('holds')
    const stopped = verdictOf(open, votesOf(settingAt(-0.005), settingAt(-0.004)))
    expect(leadOf(stopped, name, 0.005).en).toContain('the best package stops this in 2 of 2 settings')
  })

  test('divides the change into people and output per head, and says open where they differ', () => {
    const verdict = verdictOf(open, votesOf(settingAt(-0.012), settingAt(-0.009)))
    expect(verdict.perHead).toMatchObject({ standing: 'open', loses: 1 })
    expect(verdict.perHead.low + -0.008).toBeCloseTo(-0.012, 12)
    expect(partsText(verdict).en).toBe(
      'Under current policy the share changes by −1.2 to −0.9 % a year: people account for −0.8, output per head for ' +
        '−0.4 to −0.1. Whether output per head keeps pace with the nation is open: it falls behind in 1 of 2 settings.',
    )
  })

  test.each(Object.entries<StandingClaim>(claims))('has the claim %s, which can fail', (id, claim) => {
    expect(holdsIn(claim, settingAt(-0.012))).toBe(true)
    const turned = Object.fromEntries(packageIds.map(one => [one, one === 'A' ? -0.012 : claim.sign > 0 ? -1 : 1]))
    const measure = claim.measure === 'averted' ? 'weight' : claim.measure
    const values = claim.measure === 'averted' && claim.sign < 0 ? { ...turned, families: 1 } : turned
    expect(holdsIn(claim, settingAt(-0.012, { [measure]: values })), id).toBe(false)
  })
})
