/** The page on licences of data is as the lists of sources have it, and names every source once. */

import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { expect, it } from 'vitest'
import { dataLicencesPage, sourceLists } from './data-licences.ts'

const text = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

it('lists every source under the terms of its publisher: `npm run data-licences` writes it', () => {
  const page = dataLicencesPage()
  expect(text('docs/data-licences.md')).toBe(page)
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, id]) => id).toSorted()
  const sources = sourceLists.flatMap(file => csvParse(text(file)))
  expect(listed).toEqual(sources.map(({ id }) => id).toSorted())
  expect(listed.length).toBeGreaterThan(300)
})
