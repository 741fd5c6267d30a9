/** One number is the same in both languages, and what the catalogue names is in the model. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import type { Language } from '../language/messages.ts'
import { chineseName } from '../model/names/names.ts'
import { unitWords } from '../model/names/units.ts'
import { catalogue, inRegion, titleOf, yearTitle } from './catalogue.ts'

/** The size of a written unit in base units: '万人' is 10,000 persons, 'thousand ¤ a year' 1,000 yuan. */
const sizes: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(million|百万)/, 1e6],
  [/^(thousand|千)/, 1e3],
  [/^bn/, 1e9],
  [/^万亿/, 1e12],
  [/^亿/, 1e8],
  [/^万/, 1e4],
  [/^%/, 0.01],
  [/^per thousand|\/千人$/, 1e-3],
]
const sizeOf = (unit: string): number => sizes.find(([start]) => start.test(unit.trim()))?.[1] ?? 1

const languages: readonly Language[] = ['en', 'zh']

describe('the catalogue of outcomes', () => {
  it('writes one quantity in both languages: the scale is that of the unit', () => {
    const [english, chinese] = languages.map(language =>
      catalogue.map(({ id, shown: { [language]: own } }) => `${id} ${(own.scale * sizeOf(own.unit)).toPrecision(6)}`),
    )
    expect(chinese).toEqual(english)
    // The error that this test prevents: 89.3 million people are not 89.3万人.
    expect(catalogue.find(({ id }) => id === 'population')!.shown.zh.scale).toBe(100)
    expect(sizeOf('万人') / sizeOf('million')).toBe(0.01)
  })

  it('agrees with the units of variables that are no outcomes', () => {
    const units = new Set([...openRegion('northeast').linked.variables.values()].map(({ unitText }) => unitText))
    const differing = [...units].filter(unit => {
      const [english, chinese] = languages.map(language => {
        const { scale, text } = unitWords(unit, language)
        return (scale * sizeOf(text)).toPrecision(6)
      })
      return english !== chinese
    })
    expect(differing).toEqual([])
  })

  it('names variables that the model has, in a unit it can be read in', () => {
    const { linked } = openRegion('northeast')
    const missing = catalogue.flatMap(({ variables, over = [] }) =>
      [...variables, over].flat().filter(name => !linked.variables.has(name)),
    )
    expect(missing).toEqual([])
  })

  it('gives every outcome a title of its own', () => {
    for (const language of languages) {
      const titles = catalogue.map(one => titleOf(one, language))
      expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
    }
  })

  it('gives a variable the name of its outcome, with at most its unit behind it', () => {
    const differing = catalogue.flatMap(({ names, variables, reading, over }) =>
      reading === 'growth' || over !== undefined
        ? []
        : variables.filter(name => chineseName(name)?.startsWith(names.zh) !== true),
    )
    expect(differing).toEqual([])
  })

  it('says in which currency and against which places a region is measured', () => {
    const own = { currency: 'USD', compared: [{ en: 'Ohio', zh: '俄亥俄' }] }
    const titlesOf = (id: string) => {
      const one = inRegion(catalogue.find(found => found.id === id)!, own)
      return languages.map(language => yearTitle(one, language))
    }
    expect(titlesOf('outputPerHead')).toEqual(['GDP per person, thousand USD a year', '人均地区生产总值（美元/年）'])
    expect(titlesOf('retailToBeijing')).toEqual([
      'Retail sales per person relative to Ohio, %',
      '人均社会消费品零售额与俄亥俄之比（%）',
    ])
    expect(titlesOf('debtToGdp')).toEqual([
      'Total local debt, % of GDP, end of year',
      '全口径债务（占地区生产总值的比重，%），年末',
    ])
  })
})
