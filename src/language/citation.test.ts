import { expect, it } from 'vitest'
import { anchorOf, citation, citedIn, sectionOf } from './citation.ts'

it('finds the sections that a note cites', () => {
  expect(citedIn('2.2 row 12, 13.3, 3(4), S57b, E13, A5, X12, docs/theory/changes.md').map(sectionOf)).toEqual([
    '2.2',
    '13.3',
    '3(4)',
    '28',
    '30',
    '24',
    '25',
    undefined,
  ])
})

it('says in words what is cited', () => {
  expect(['14.2', '6.5, E12', '2.2 row 12, 13.3, 14.1', '7, docs/theory/changes.md'].map(citation)).toEqual([
    'specification, section 14.2',
    'specification, sections 6.5 and 30 (E12)',
    'specification, sections 2.2 (row 12), 13.3 and 14.1',
    'specification, section 7; docs/theory/changes.md',
  ])
})

it('gives each section a mark of its own', () => {
  expect(anchorOf('3(4)')).toBe('section-3-step-4')
  expect(anchorOf('14.2')).toBe('section-14.2')
})
