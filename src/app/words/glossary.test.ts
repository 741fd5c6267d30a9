/** Tests that the glossary is complete in both languages, and that its terms are found in labels. */

import { describe, expect, it } from 'vitest'
import { readGlossary } from '../../cli/app-build/glossary.ts'
import { termFinder } from './glossary.ts'

const glossary = readGlossary()
const find = termFinder(glossary.map(({ names }) => names))

const termIn = (label: string, language: 'en' | 'zh'): string | undefined => {
  const found = find(label, language)
  return found === undefined ? undefined : glossary[found.term]!.names.en
}

describe('the glossary', () => {
  it('gives every term, and what it means, in both languages', () => {
    expect(glossary.length).toBeGreaterThan(120)
    const incomplete = glossary.filter(({ names, meaning }) =>
      [names.en, names.zh, meaning.en, meaning.zh].some(text => text === '' || /[`|]/.test(text)),
    )
    expect(incomplete).toEqual([])
    for (const { names, meaning } of glossary) {
      expect(`${names.zh}${meaning.zh}`).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it.each([
    ['Total local debt', 'total local debt (incl. LGFVs)', 'en'],
    ['Growth of LGFV debt', 'local government financing vehicles (LGFVs)', 'en'],
    ['Bonds of LGFVs', 'local government financing vehicles (LGFVs)', 'en'],
    ['Net migration of ages 20–39', 'net migration', 'en'],
    ['Births', 'births, deaths', 'en'],
    ['Births relative to 2025', undefined, 'en'],
    ['Best packages', undefined, 'en'],
    ['Package', 'package', 'en'],
    ['Current policy', 'current policy, baseline', 'en'],
    ['城投债务置换', 'debt swap', 'zh'],
    ['全口径债务', 'total local debt (incl. LGFVs)', 'zh'],
    ['情景', 'scenario', 'zh'],
    ['各情景并列', undefined, 'zh'],
    ['年末常住人口', 'residents', 'zh'],
  ] as const)('%s: %s', (label, term, language) => expect(termIn(label, language)).toBe(term))

  it('says where the term stands', () => {
    const label = 'Speed of net migration, %'
    const { from, to } = find(label, 'en')!
    expect(label.slice(from, to)).toBe('net migration')
  })
})
