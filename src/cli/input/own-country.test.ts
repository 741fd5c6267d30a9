/** Tests the guide to a country of one's own: its counts, and that a renamed copy of an existing one opens and runs. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../app-build/places.ts'
import { openData, requiredData } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import { loadRegion } from '../../regions/load.ts'
import { ownCountries, ownPacks, readFrom } from '../../regions/read.ts'
import { countryPacks } from '../../regions/country/packs.ts'

const read = readFrom(join(ownCountries, 'US'))

it('counts the rows of the real folder', () => {
  const guide = readFileSync(join(root, 'docs/guide/own-country.md'), 'utf8')
  const rows = [...guide.matchAll(/^\| [\d, ]+ \| `([\w/]+\.csv)` \| (\d+) \|/gm)]
  expect(rows).toHaveLength(9)
  for (const [, file, count] of rows) expect(read(file!)!.trim().split('\n').length - 1, file).toBe(Number(count))
})

it('opens a copy under another id, which runs with accounts that balance', () => {
  const copy = (path: string): string | undefined => read(path)?.replaceAll(/\bUS\b/g, 'XX')
  const { files, areas } = countryPacks(copy, 'XX', readFrom(ownPacks), { handmade: true })
  expect([areas.length, areas[0]]).toEqual([50, 'XX-AL'])
  const open = openData(loadRegion(path => files.get(path), 'XX-MI', requiredData(model), { parameters: 'priors' }))
  expect(open.simulator.run({ record: [], audit: true }).audit!.largestResidual).toBeLessThan(1e-9)
})
