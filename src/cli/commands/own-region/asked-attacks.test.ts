/** Files of a state of which nine series are asked, mangled on the way. */

import * as fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { requiredData } from '../../../analysis/region/simulation.ts'
import { model } from '../../../model/index.ts'
import { countryTablesOf } from '../../../regions/country/on-demand.ts'
import { askedTexts, completedBy } from '../../../regions/country/own-area.ts'
import { bringFiles, importRegion } from '../../../regions/own/import.ts'
import { mangled } from '../../../regions/own/mangled-fixture.ts'
import { BroughtError } from '../../../regions/own/texts.ts'
import { ownPacks, readFrom } from '../../../regions/read.ts'
import { shownLines } from '../../../regions/region-texts-fixture.ts'
import { thoroughly } from '../../../thorough-fixture.ts'

it('files of an area that the rules of its country complete are imported, told or refused', async () => {
  const asked = askedTexts(countryTablesOf('US')!, 'US', 'US-MI')
  const required = requiredData(model)
  const check = async (brought: Record<string, Uint8Array>) => {
    const found = await bringFiles(Object.entries(brought).map(([path, bytes]) => ({ path, bytes })))
    return importRegion(found, readFrom(ownPacks), required, undefined, { complete: completedBy(countryTablesOf) })
  }
  const whole = Object.fromEntries([...asked].map(([path, text]) => [path, strToU8(text)]))
  expect((await check(whole)).problems).toEqual([])
  // As some editors write it.
  const marked = { ...whole, 'US-MI/region.json': strToU8(`\uFEFF${asked.get('US-MI/region.json')!}`) }
  expect((await check(marked)).problems).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...asked.keys()), mangled, async (name, mangle) => {
      const brought = { ...whole, [name]: strToU8(mangle(asked.get(name)!)) }
      try {
        const { region, problems } = await check(brought)
        expect(region !== undefined || problems.length > 0).toBe(true)
        for (const problem of problems) expect(shownLines([problem]).join().length).toBeLessThan(1000)
      } catch (problem) {
        expect(problem).toBeInstanceOf(BroughtError)
      }
    }),
    { numRuns: Number(process.env['FUZZ'] ?? thoroughly(60, 10)) },
  )
}, 120_000)
