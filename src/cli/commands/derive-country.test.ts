/** Tests the folders of all provinces as a reader makes and uses them, and whether they are as good as those made by hand. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import { brokenRelations } from '../../regions/own/relations.ts'
import { readRegion } from '../../regions/read-region.ts'
import { heartland, json } from '../testing/command-line-fixture.ts'

let root: string
const three = ['CN-LN', 'CN-JL', 'CN-HL']
const union = JSON.stringify({ id: 'three', kind: 'union', names: { en: 'Three provinces', zh: '三省' }, areas: three })

const derived = async (name: string, ...words: string[]): Promise<string> => {
  const folder = join(root, name)
  const { code, err } = await heartland(['derive', 'CN', '--out', folder, ...words])
  expect(code, err).toBe(0)
  mkdirSync(join(folder, 'three'))
  writeFileSync(join(folder, 'three', 'region.json'), union)
  return folder
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'provinces-'))
})
afterAll(() => rmSync(root, { recursive: true }))

it('runs a province that nobody collected by hand, with its own name and accounts that balance', async () => {
  const packs = await derived('all')
  const { code, out, err } = await heartland(['run', 'CN-GD', '--packs', packs, '--lang', 'zh'])
  expect([code, err.includes('NaN')]).toEqual([0, false])
  expect(out).toContain('广东')
  // Of all 31, the figures fit together.
  const all = readRegion('CN-all', requiredData(model), packs)
  expect([all.areas.length, brokenRelations(all)]).toEqual([31, []])
  const again = await heartland(['derive', 'CN', '--out', packs])
  expect(again.code).toBe(2)
  expect(again.err).toContain(packs)
})

it('says which countries have tables', async () => {
  const earlier = await heartland(['derive', 'CN', '--start', '2015', '--out', join(root, 'none')])
  expect([earlier.code, earlier.err]).toEqual([2, expect.stringContaining('CN does not open in 2015; known: 2024')])
  const { code, err } = await heartland(['derive', 'XX', '--out', join(root, 'none')])
  expect([code, err]).toEqual([2, expect.stringContaining('CN')])
})

/** Of pooled forecasts five years ahead. */
const errorsOf = async (packs: string): Promise<(series: string) => number> => {
  const options = '--scores --simulations 39 --parameters priors'.split(' ')
  const { scores } = await json(['record', 'three', '--packs', packs, ...options])
  return series => {
    const own = scores.filter((one: any) => one.series === series && one.horizon === 5)
    const points = own.reduce((sum: number, one: any) => sum + one.points, 0)
    return Math.sqrt(own.reduce((sum: number, one: any) => sum + one.points * one.rmse ** 2, 0) / points)
  }
}

it('forecasts the Northeast about as well from derived figures as from those collected by hand', {
  timeout: 600_000,
  tags: ['thorough'],
}, async () => {
  const [byHand, byRule] = [await derived('hand'), await derived('rule', '--no-handmade')]
  const [hand, rule] = [await errorsOf(byHand), await errorsOf(byRule)]
  for (const series of ['output', 'ownRevenue', 'residentsTotal'])
    expect(rule(series) / hand(series), series).toBeLessThan(1.2)
})
