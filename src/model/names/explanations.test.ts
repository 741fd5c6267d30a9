/** Everything that Why, Who and Books name has a name in both languages. */

import { describe, expect, it } from 'vitest'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { themeParts } from '../../analysis/explain/parts.ts'
import { auditReport } from '../../analysis/explain/books/audit-report.ts'
import { costingOf } from '../../analysis/policies/costs.ts'
import { packagesOf } from '../../analysis/policies/packages.ts'
import { payingSectors } from '../../analysis/who/payers.ts'
import { peopleKinds } from '../../analysis/who/people.ts'
import { tidy } from '../../language/notation.ts'
import { parse } from '../../language/parse.ts'
import { checkTitle, columnNames, peopleNames, rowName, accountSectorNames } from './accounts.ts'
import { leverName, themeNames } from './levers.ts'
import { linkModel } from '../../language/link.ts'
import { cyclicalModel } from '../cyclical.ts'
import { linkedAreas } from '../links.ts'
import { labelName } from './parameters.ts'
import chineseNames from '../../texts/names.zh.ts'
import { derivedName } from './names.ts'
import { equationInWords, variableName } from './variables.ts'

const open = openRegion('northeast')
/** The variables of the model, of links between the areas of a whole nation, and of a start that is no usual year. */
const variables = linkModel(linkedAreas(cyclicalModel(open.linked.source, true)), { area: open.region.areas }).variables
const chinese = /[\u4e00-\u9fff]/

describe('names', () => {
  it('of variables that are in the model, or of what some are the start of', () => {
    const suffixes = ['', 'Start', 'Before', 'BaseYear']
    const gone = Object.keys(chineseNames).filter(name => !suffixes.some(suffix => variables.has(name + suffix)))
    expect(gone).toEqual([])
    expect(variableName('wageStart', 'x', 'zh')).toBe('起始时工资')
    const repeated = Object.entries(chineseNames).filter(([name, text]) => derivedName(name) === text)
    expect(repeated).toEqual([])
  })

  it('of every variable of the model, a different one for each', () => {
    const nameOf = (name: string): string => variableName(name, '', 'zh')
    const missing = [...variables.keys()].filter(name => !chinese.test(nameOf(name)))
    expect(
      missing,
      'give each a row in texts/names.csv: its name in the model, and what it is called in Chinese',
    ).toEqual([])
    // The region as a whole goes by the name that the quantity has in each area.
    const alike = [...Map.groupBy(variables.keys(), nameOf).values()].filter(
      names => names.filter(name => !/^region[A-Z]/.test(name)).length > 1,
    )
    expect(alike).toEqual([])
  })

  it('of the labels of all dimensions but areas and numbers', () => {
    for (const { name, labels } of open.linked.dimensions.values())
      if (name !== 'area' && name !== 'age' && name !== 'quarter')
        expect(labels.filter(label => !chinese.test(labelName(label, 'zh')))).toEqual([])
  })

  it('of sectors, rows, columns and checks of the accounts', () => {
    for (const { name: matrix, rows, columns } of open.linked.matrices) {
      const flows = matrix === 'transactionFlows'
      expect(rows.filter(({ name, doc }) => !chinese.test(rowName(name, doc, 'zh', flows)))).toEqual([])
      expect(rows.filter(({ name, doc }) => /^\d/.test(rowName(name, doc, 'en', flows)))).toEqual([])
      for (const { name } of columns)
        expect([columnNames.en[name], columnNames.zh[name]]).toEqual([expect.any(String), expect.any(String)])
    }
    expect(auditReport(open, {}).filter(({ id, label }) => !chinese.test(checkTitle(id, label, 'zh')))).toEqual([])
    for (const { id } of payingSectors)
      expect([accountSectorNames.en[id], accountSectorNames.zh[id]]).toEqual([expect.any(String), expect.any(String)])
    for (const { id } of peopleKinds)
      expect([peopleNames.en[id], peopleNames.zh[id]]).toEqual([expect.any(Object), expect.any(Object)])
  })

  it('of every part of every package', () => {
    for (const { policy } of packagesOf(open, costingOf(open))) {
      for (const { id, kind, policy: levers } of themeParts(open, policy)) {
        if (kind === 'financing') continue
        expect([id, themeNames.en[id], themeNames.zh[id]]).toEqual([id, expect.any(String), expect.any(String)])
        for (const lever of Object.keys(levers))
          expect([lever, leverName(lever, '', 'en'), leverName(lever, '', 'zh')]).toEqual([
            lever,
            expect.stringMatching(/./),
            expect.stringMatching(chinese),
          ])
      }
    }
  })
})

describe('equations in words', () => {
  const shown = (text: string, language: 'en' | 'zh'): string => equationInWords([{ role: '', text }], language)

  it('spells names out and leaves guards away', () => {
    expect(shown('regionDebt/max(regionNominalOutput, 1e-9{CNY bn/year})', 'en')).toBe(
      'region debt / region nominal output',
    )
    expect(shown('sum(debtClosing, area)', 'en')).toBe('Σ debt closing')
    expect(shown('price*output', 'zh')).toBe('平减指数 × 地区生产总值（实际）')
  })

  it('say what a text of a stock or a smoothed value is for', () => {
    const texts = [
      { role: 'of', text: 'output' },
      { role: 'years', text: '1{year}' },
    ]
    expect(equationInWords(texts, 'zh')).toBe('取自：地区生产总值（实际）；平滑年数：1')
    expect(equationInWords(texts, 'en')).toBe('of: output; years: 1')
  })

  it('keep parentheses around what a guard or a sum held', () => {
    expect(shown('price/max(userFees + vehicleSupport, 1e-9{CNY bn/year})', 'en')).toBe(
      'price / (user fees + vehicle support)',
    )
    expect(shown('sum(price*output)', 'en')).toBe('Σ (price × output)')
    expect(shown('price/max(sum(population[18..34]), 1e-9{person m})', 'en')).toBe('price / Σ population[18..34]')
  })

  it('follow from the tree, not from how the text is laid out', () => {
    expect(shown('price\n  *(output)', 'en')).toBe('price × output')
    expect(shown('(1 - wageShare)*output >= 2 and not (price = 1)', 'en')).toBe(
      '(1 - wage share) × output ≥ 2 and not price = 1',
    )
    expect(shown('output/(price*wageShare)', 'en')).toBe('output / (price × wage share)')
  })

  it('of the whole model are read back as the same trees from the one way of writing them', () => {
    const bare = (text: string): string =>
      JSON.stringify(parse(text), (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value))
    const texts = [...open.linked.variables.values()].flatMap(variable => variable.texts.map(({ text }) => text))
    expect(texts.filter(text => bare(tidy(text)) !== bare(text))).toEqual([])
  })

  it('hold no English word in Chinese but those of mathematics', () => {
    const texts = [...open.linked.variables.values()].flatMap(variable => variable.texts)
    expect(texts.length).toBeGreaterThan(500)
    const words = texts.flatMap(text =>
      (
        equationInWords([text], 'zh')
          .replaceAll(/\b1e-\d+|PM2\.5/g, '')
          .match(/[A-Za-z]+/g) ?? []
      ).map(word => [word, text.text]),
    )
    expect(words.filter(([word]) => !['min', 'max', 'exp', 'ln', 'sqrt'].includes(word!))).toEqual([])
  })
})
