/** One default of financing: whoever states the same levers gets the same debt, and what was saved before keeps its own. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarioFrom } from '../../analysis/region/choice.ts'
import { leversOf } from '../../engine/scenario.ts'
import { financed } from '../../scenario/scenario.ts'
import { linkOf, readLink } from '../../scenario/link.ts'
import { answer, arrowCells, arrowOf } from '../services/engine/questions.ts'
import { keepRegions } from '../services/engine/regions.ts'
import { heartland, json } from '../testing/command-line-fixture.ts'
import { openRegion } from '../testing/open-fixture.ts'

const open = openRegion('northeast')
const stated = { publicInvestment: { value: 4 } }
/** As What if sets it when somebody moves the lever. */
const ofApp = financed(leversOf(open.linked), stated)

type Outcomes = Readonly<Record<string, { readonly values: Readonly<Record<string, number | null>> }>>
const debtIn = ({ outcomes }: { readonly outcomes: Outcomes }): number => outcomes['debtToGdp']!.values['2040']!
const debtOf = async (words: string): Promise<number> => debtIn(await json(`run ${words} --years 2040`))

describe('public investment of 4 % of output', () => {
  it('takes debt to 112 % of output in 2040, whoever asks', async () => {
    const debt = await debtOf('northeast --set publicInvestment=4')
    expect(Math.round(100 * debt)).toBe(112)
    // HTTP and the npm package state scenarios in JSON, Python in the protocol of the engine, R in words.
    expect(scenarioFrom({ policy: { publicInvestment: 4 } }, open).scenario.policy).toEqual(ofApp)
    const house = { regions: keepRegions(), call: async () => {} }
    const asked = { region: { region: 'northeast' }, choice: { set: stated }, record: ['regionDebt'] }
    const { result } = await answer(house, { head: { ask: 'run', ...asked }, tables: [] })
    expect((result as { scenario: { policy: object } }).scenario.policy).toEqual(ofApp)
  })

  it('is financed in a table of experiments as it is alone', async () => {
    const house = { regions: keepRegions(), call: async () => {} }
    const table = arrowOf([{ name: 'publicInvestment', kind: 'number', values: Float64Array.of(4, 0) }])
    const head = { ask: 'runs', region: { region: 'northeast' }, keep: ['regionDebtToGdp@2040'], choice: {} }
    const { tables } = await answer(house, { head, tables: [table] })
    const [found] = arrowCells(tables![0]!).get('regionDebtToGdp@2040') as Float64Array
    const { simulator } = open
    const alone = simulator.run({ policy: ofApp, record: ['regionDebtToGdp'] }).series.get('regionDebtToGdp')!.values
    expect(found).toBeCloseTo(alone.slice(-4).reduce((sum, value) => sum + value, 0) / 4, 12)
  })

  it('is paid for otherwise where somebody says so', async () => {
    const none = await debtOf('northeast --set publicInvestment=4 --financing none')
    expect(Math.round(100 * none)).toBe(94)
    expect(await debtOf('northeast --set publicInvestment=4 --set financedByCentre=0')).toBe(none)
    const bonds = await debtOf('northeast --set publicInvestment=4 --financing bonds')
    expect(bonds).toBe(await debtOf('northeast --set publicInvestment=4 --set financedByBonds=1@2026:0'))
    const { code, err } = await heartland('run northeast --set financedByBonds=1 --financing centre')
    expect([code, err]).toEqual([2, expect.stringContaining('already say who finances')])
  })

  it('means in a file and in a link what it meant when these were made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heartland-financing-'))
    const before = join(folder, 'before.json')
    writeFileSync(before, JSON.stringify({ name: 'before', region: 'northeast', policy: stated }))
    const none = await debtOf('northeast --set publicInvestment=4 --financing none')
    expect(await debtOf(before)).toBe(none)
    const { err } = await heartland(`run ${before} --years 2040`)
    expect(err).toContain('finances nothing of what its levers spend')
    // Written again it says so itself, and a file of today has the default.
    const again = join(folder, 'again.json')
    await json(`run ${before} --save ${again}`)
    expect(await debtOf(again)).toBe(none)
    const now = join(folder, 'now.json')
    writeFileSync(now, JSON.stringify({ format: 2, name: 'now', region: 'northeast', policy: stated }))
    expect(Math.round(100 * (await debtOf(now)))).toBe(112)
    const scenario = { name: '', region: 'northeast', policy: stated, assumptions: {} }
    const { text } = linkOf({ scenario, view: 'what-if', language: 'en', overlays: [] })
    expect(readLink(text)!.link.scenario.financing).toBeUndefined()
    expect(await debtOf(text)).toBe(none)
    expect(readLink('#/what-if?region=northeast&set=publicInvestment=4')!.link.scenario.financing).toBe('half')
  })
})
