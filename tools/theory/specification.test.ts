import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { citedIn, sectionOf } from '../../src/language/citation.ts'
import { openRegion } from '../../src/cli/testing/open-fixture.ts'
import { sectionsOf, specification, writtenSpecification } from './specification.ts'

const { linked, region } = openRegion('northeast', { parameters: 'priors' })
const written = writtenSpecification()
const sections = new Map(sectionsOf(written).map(({ number, lines }) => [number, lines.join('\n')]))

/** All notes of sources in the model. */
const notes = linked.source.sectors.flatMap(({ declarations }) =>
  Object.values(declarations).flatMap(declaration => ('source' in declaration ? (declaration.source ?? []) : [])),
)
const parts = [...new Set(notes.flatMap(citedIn))]
const inProject = (path: string): boolean => existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)))

describe('the specification', () => {
  it('says what the model says; if not, run `npm run theory`', () => {
    expect(specification(written, linked, region.sources) === written, 'npm run theory writes it anew').toBe(true)
  })

  it('has every section that a source note cites', () => {
    expect(parts.length).toBeGreaterThan(150)
    const cited = parts.flatMap(part => sectionOf(part) ?? [])
    expect(cited.filter(section => !sections.has(section))).toEqual([])
  })

  it('lists the sources and decisions that notes cite by their own numbers', () => {
    const entry = (letter: string): string[] => parts.filter(part => new RegExp(`^${letter}\\d+b?$`).test(part))
    expect(entry('S').filter(id => region.sources[id] === undefined)).toEqual([])
    expect(entry('E').filter(id => !sections.get('30')!.includes(`**${id}**`))).toEqual([])
  })

  it('is the only text cited, beside documents that exist', () => {
    expect(parts.filter(part => sectionOf(part) === undefined && !inProject(part))).toEqual([])
  })

  it('names what exists', () => {
    const words = [...sections.values()].flatMap(text => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
    const grades = ['official', 'secondary', 'derived', 'assumed']
    const known = (word: string): boolean =>
      linked.variables.has(word) ||
      grades.includes(word) ||
      inProject(word) ||
      /^(heartland|npm run) |^1e-9$/.test(word)
    expect(words.filter(word => !known(word))).toEqual([])
  })
})
