/** Tests that a nation with a currency of its own states its law, customs and prices, and that the model takes them. */

import { describe, expect, it } from 'vitest'
import { leversOf } from '../../engine/scenario.ts'
import { institutions } from '../../model/institutions.ts'
import { model } from '../../model/index.ts'
import { shownLines } from '../../regions/region-texts-fixture.ts'
import { loadRegion } from '../../regions/load.ts'
import { PackError } from '../../regions/problems.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import type { ReadText } from '../../regions/types.ts'
import { linkRegion, openData, requiredData } from './simulation.ts'
import { modelHash } from './fingerprint.ts'
import { nationalModel } from './national-model.ts'

const own = readFrom(ownPacks)
const required = requiredData(model)

const compared = JSON.stringify(['California', 'New York', 'Texas'].map(en => ({ en })))

/** Liaoning with its nation as they are, but for the currency and with these institutions. */
const inDollars =
  (institutionsText?: string): ReadText =>
  path => {
    if (path === 'CN/institutions.csv') return institutionsText
    const text = own(path)
    if (!/^CN(-LN)?\/(region\.json|figures\.csv|paths\.csv|series\.csv)$/.test(path)) return text
    return text
      ?.replaceAll('CNY', 'USD')
      .replace(/"parameters": \{[^}]*\},/, '')
      .replace('"kind": "context",', `"kind": "context", "compared": ${compared},`)
  }

const { variables } = linkRegion({ areas: ['X'], currency: 'CNY' })
const header = 'name,labels,from,value,low,high,unit,evidence,source,note'

/** The model's own statements as the table of a nation: money at seven to one. */
const stated = (): string => {
  const rows = required
    .filter(({ national }) => national === true)
    .map(({ name, unit, kind, bounds }) => {
      const declaration = variables.get(name)!.declaration as { value?: number; standard?: number | [number, number][] }
      const given = declaration.value ?? declaration.standard ?? 0
      const value = typeof given === 'number' ? given : given.at(-1)![1]
      const scale = unit.includes('CNY') ? 1 / 7 : 1
      const [low, high] = kind === 'lever' ? bounds!.map(bound => String(bound * scale)) : ['', '']
      return [name, '', '', value * scale, low, high, unit.replace('CNY', 'USD'), 'assumed', 'judgement', ''].join(',')
    })
  return [header, ...rows].join('\n')
}

const problemsOf = (text?: string): string => {
  try {
    loadRegion(inDollars(text), 'CN-LN', required)
    return ''
  } catch (problem) {
    if (!(problem instanceof PackError)) throw problem
    return shownLines(problem.problems).join('\n')
  }
}

describe('a nation with a currency of its own', () => {
  it('has to state its institutions', () => {
    expect(problemsOf()).toMatch(/CN\/institutions\.csv: the file is missing\. Add it; a nation whose currency is USD/)
    const text = inDollars()('CN/region.json')!.replace(`"compared": ${compared},`, '')
    const nameless: ReadText = path => (path === 'CN/region.json' ? text : inDollars(stated())(path))
    expect(() => loadRegion(nameless, 'CN-LN', required)).toThrow(/CN\/region.json, compared: compared is missing/)
    const told = problemsOf(`${header}\n`)
    for (const name of [...institutions, 'childAllowance', 'arrivalGrant', 'borrowingCap', 'mortgageRule'])
      expect(told).toMatch(new RegExp(`CN/institutions.csv: ${name} is missing`))
    expect(told).toMatch('childAllowance is missing. Add it, in USD k/person/year')
    expect(told).not.toMatch('retirementAge is missing')
  })

  it('is told of amounts without bounds, of values beyond them and of unknown names', () => {
    const all = stated()
    const row = (name: string): string => all.split('\n').find(line => line.startsWith(`${name},`))!
    const told = (name: string, to: string): string => problemsOf(all.replace(row(name), to))
    expect(told('arrivalGrant', 'arrivalGrant,,,1,,,USD k/person,assumed,judgement,')).toMatch(
      /row \d+, high: arrivalGrant is in money and lacks bounds/,
    )
    expect(told('benefitCoverage', 'benefitCoverage,,,95,,,%,assumed,judgement,')).toMatch(
      /value: benefitCoverage is 95, outside 10 to 90/,
    )
    expect(told('retirementAgeMen', 'retirementAgeMan,,,66,,,year,assumed,judgement,')).toMatch(
      /unknown name 'retirementAgeMan'. Did you mean 'retirementAgeMen'/,
    )
    expect(told('arrivalGrant', 'arrivalGrant,,,1,0,5,CNY k/person,assumed,judgement,')).toMatch(
      /arrivalGrant is in 'CNY k\/person'; the model needs 'USD k\/person'/,
    )
  })

  it('has them in the model, and every unit in its currency', () => {
    const text = stated().replace(/^retirementAgeMen,,,60,/m, 'retirementAgeMen,,,66,')
    const region = loadRegion(inDollars(text), 'CN-LN', required)
    const linked = linkRegion(region)
    expect(linked.variables.get('retirementAgeMen')!.declaration).toMatchObject({ value: 66, evidence: 'assumed' })
    const { standard, bounds } = leversOf(linked).get('childAllowance')!
    expect(standard).toBeCloseTo(3.6 / 7, 12)
    expect(bounds[1]).toBeCloseTo(60 / 7, 12)
    const units = [...linked.variables.values()].map(({ unitText }) => unitText)
    expect(units.filter(unit => unit.includes('CNY'))).toEqual([])
    expect(units).toContain('USD bn/year')
    expect(linked.variables.get('retailToBeijing')!.doc).toBe('Retail sales per person relative to California')
    expect(region.values['gdpBaseYear']!.unit).toBe('USD bn/year')
    const { audit } = openData(region).simulator.run({ record: [], audit: true })
    expect(audit!.largestResidual).toBeLessThan(1e-9)
  })

  it('shares its currency with its areas', () => {
    const read: ReadText = path =>
      path === 'CN-LN/region.json' ? own(path)?.replace('"CNY"', '"USD"') : inDollars(stated())(path)
    const other: ReadText = path => (path.startsWith('CN/') ? own(path) : read(path))
    expect(() => loadRegion(other, 'CN-LN', required)).toThrow(
      'CN-LN/region.json, currency: the currency is USD, but that of CN is CNY',
    )
  })
})

describe('the model itself', () => {
  it('is that of a nation that states nothing', () => {
    expect(nationalModel(model, { currency: 'CNY' })).toBe(model)
    expect(modelHash(nationalModel(model, { currency: 'CNY', institutions: [] }))).toBe(modelHash(model))
  })

  it('names as institutions all amounts of money among its parameters, and no parameter that it does not have', () => {
    const money = required.filter(({ kind, unit }) => kind === 'parameter' && unit.includes('CNY'))
    for (const { name } of money) expect(institutions).toContain(name)
    const parameters = required.filter(({ kind }) => kind === 'parameter').map(({ name }) => name)
    for (const name of institutions) expect(parameters).toContain(name)
  })
})
