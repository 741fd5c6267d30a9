/**
 * Writes docs/data-licences.md: under which terms the figures of each source stand, by the lists of sources and the rules
 * of regions/terms.csv, of which the first that matches a source holds. `npm run data-licences`.
 */

import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParse, type DSVRowString } from 'd3-dsv'
import { root } from '../../src/cli/app-build/places.ts'
import { markdownTable } from '../reports/markdown.ts'

const rowsOf = (file: string): DSVRowString[] => csvParse(readFileSync(join(root, file), 'utf8'))

const rules = rowsOf('regions/terms.csv')

/** Sources of the regions, then those of each country. */
export const sourceLists: readonly string[] = [
  'regions/sources.csv',
  ...globSync('countries/*/sources.csv', { cwd: root }).toSorted(),
]

/** The number of rows of data that name each source: figures, series, paths and rules. */
const usesOfSources = (): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>()
  for (const file of globSync('{regions,countries}/**/*.csv', { cwd: root }))
    for (const { source = '' } of rowsOf(file))
      for (const id of source.split(', ')) uses.set(id, (uses.get(id) ?? 0) + 1)
  return uses
}

export const dataLicencesPage = (): string => {
  const uses = usesOfSources()
  const sources = sourceLists.flatMap(rowsOf).map(({ id, what, url }) => {
    const of = rules.find(({ match }) => [id, url, what].some(text => new RegExp(match!).test(text!)))
    return { id: id!, what: what!, rows: uses.get(id!) ?? 0, of: of!.publisher! }
  })
  const publishers = rules
    .map(({ publisher, terms }) => ({
      publisher: publisher!,
      terms: terms!,
      own: sources.filter(({ of }) => of === publisher),
    }))
    .filter(({ own }) => own.length > 0)
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').trim()
  const number = (count: number): string => count.toLocaleString('en')
  return `# Licences of the data

The program is under the Apache License 2.0, and so are the figures that follow from it and the choice and arrangement of those it starts from. A figure of somebody else stays under the terms of its source. \`npm run data-licences\` writes this page from the lists of sources (\`regions/sources.csv\`, \`countries/*/sources.csv\`) and the rules of \`regions/terms.csv\`; the licences of the R packages, of the tables of the censuses and of the prices of the IMF were read in December 2026; the other terms are stated as the project knows them and were not checked again. This is no legal advice. Addresses are in the lists and in the app, under Data and sources.

${markdownTable(
  ['Publisher', 'Terms', 'Sources', 'Rows of data'],
  publishers.map(({ publisher, terms, own }) => [
    publisher,
    terms,
    number(own.length),
    number(own.reduce((sum, { rows }) => sum + rows, 0)),
  ]),
  2,
)}

${publishers
  .map(
    ({ publisher, own }) =>
      `## ${publisher}\n\n${markdownTable(
        ['Source', 'Contents', 'Rows of data'],
        own.map(({ id, what, rows }) => [`\`${id}\``, cell(what), number(rows)]),
        2,
      )}\n`,
  )
  .join('\n')}`
}

if (import.meta.main) writeFileSync(join(root, 'docs/data-licences.md'), dataLicencesPage())
