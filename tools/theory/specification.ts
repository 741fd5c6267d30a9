/**
 * Fills docs/theory/specification.md: its text is written by hand, and under each heading stand the declarations of the
 * model that cite the section, written from the model (`npm run theory`).
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { anchorOf, citedIn, sectionOf, specificationFile } from '../../src/language/citation.ts'
import { equationLines, inputTable } from './document.ts'
import type { LinkedModel, Variable } from '../../src/language/linked.ts'
import { chapterFile } from './theory-files.ts'

export const specificationPath: string = fileURLToPath(new URL(`../../${specificationFile}`, import.meta.url))

const begin = '<!-- From the model; not to be edited by hand. -->'
const end = '<!-- End of what is from the model. -->'

/** The list of sources: regions/sources.csv. */
export type SpecificationSources = Readonly<
  Record<string, { readonly what: string; readonly url?: string | undefined }>
>

interface Section {
  readonly number: string | undefined
  readonly lines: string[]
}

/** The text by hand, section by section; what stands before the first heading with a number has none. */
export const sectionsOf = (text: string): Section[] => {
  const byHand = text
    .replaceAll(new RegExp(`${begin}[\\s\\S]*?${end}\\n*`, 'g'), '')
    .replaceAll(/<a id="[^"]*"><\/a>\n*/g, '')
  const sections: Section[] = [{ number: undefined, lines: [] }]
  for (const line of byHand.split('\n')) {
    const number = /^#{2,4} (\d+(?:\.\d+)*(?:\(\d+\))?)\.? /.exec(line)?.[1]
    if (number !== undefined) sections.push({ number, lines: [] })
    sections.at(-1)?.lines.push(line)
  }
  return sections
}

/** The declarations that cite each section, in the order of the model. */
const citationsOf = (linked: LinkedModel): Map<string, Variable[]> => {
  const cited = new Map<string, Variable[]>()
  for (const { names } of linked.sectors)
    for (const name of names) {
      const variable = linked.variables.get(name)
      if (variable?.source === undefined) continue
      for (const section of new Set(citedIn(variable.source).map(sectionOf))) {
        if (section !== undefined) cited.set(section, [...(cited.get(section) ?? []), variable])
      }
    }
  return cited
}

const isInput = ({ kind }: Variable): boolean =>
  kind === 'parameter' || kind === 'datum' || kind === 'exogenous' || kind === 'lever' || kind === 'shock'

const chaptersOf = (linked: LinkedModel, variables: readonly Variable[]): string => {
  const names = new Set(variables.map(({ name }) => name))
  const links = linked.sectors.flatMap((sector, place) =>
    sector.names.some(name => names.has(name))
      ? [`[${sector.title}](sectors/${chapterFile(sector.title, place)})`]
      : [],
  )
  return `In the model: ${links.join(', ')}.`
}

const fromModel = (linked: LinkedModel, variables: readonly Variable[]): string[] => {
  const inputs = variables.filter(isInput)
  const equations = variables.filter(variable => !isInput(variable))
  return [
    chaptersOf(linked, variables),
    '',
    ...(equations.length === 0 ? [] : ['```', ...equations.flatMap(equationLines), '```', '']),
    ...(inputs.length === 0 ? [] : inputTable(inputs)),
  ]
}

const sourceTable = (sources: SpecificationSources): string[] => [
  '| id | what | where to read |',
  '| --- | --- | --- |',
  ...Object.entries(sources)
    .filter(([id]) => sectionOf(id) === '28')
    .map(([id, { what, url = '' }]) => `| ${id} | ${what.replaceAll('|', '\\|')} | ${url.replaceAll('|', '%7C')} |`),
  '',
]

/** The whole file: the text by hand with what the model and the list of sources say now. */
export const specification = (text: string, linked: LinkedModel, sources: SpecificationSources): string => {
  const cited = citationsOf(linked)
  const parts = sectionsOf(text).map(({ number, lines }) => {
    const hand = lines.join('\n').trim()
    if (number === undefined) return hand
    const variables = cited.get(number) ?? []
    const made = number === '28' ? sourceTable(sources) : variables.length === 0 ? [] : fromModel(linked, variables)
    const block = made.length === 0 ? '' : `\n\n${[begin, '', ...made, end].join('\n')}`
    return `<a id="${anchorOf(number)}"></a>\n\n${hand}${block}`
  })
  return `${parts.join('\n\n')}\n`
}

export const writtenSpecification = (): string => readFileSync(specificationPath, 'utf8')
