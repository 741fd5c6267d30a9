/** Tests the fixes for a user's region: each changes only what it states, and ambiguous problems have none. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParseRows } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { required } from '../region-texts-fixture.ts'
import { ownPacks, readFrom } from '../read.ts'
import { readRegion } from '../read-region.ts'
import { bringFiles, importRegion, repairedBrought } from './import.ts'
import { doubtsAbout } from './plausible.ts'
import { slipRepairOf } from './repair.ts'
import { factorBetween } from './unit-slips.ts'

const own = readFrom(ownPacks)
const folder = 'CN-LN'

/** Liaoning with faults put into some of its files. */
const bring = (faulty: Readonly<Record<string, (text: string) => string>>) =>
  bringFiles(
    readdirSync(join(ownPacks, folder)).map(name => ({
      path: `${folder}/${name}`,
      bytes: new TextEncoder().encode(
        (faulty[name] ?? (text => text))(readFileSync(join(ownPacks, folder, name), 'utf8')),
      ),
    })),
  )

const check = (brought: Awaited<ReturnType<typeof bring>>) => importRegion(brought, own, required)

/** Applies all fixes until none is left, as the reader does with one button. */
const fixed = async (faulty: Parameters<typeof bring>[0]) => {
  let brought = await bring(faulty)
  const before = new Map(brought.texts)
  const first = check(brought)
  let now = first
  for (let times = 0; times < 5 && now.problems.some(({ repair }) => repair !== undefined); times++) {
    const earlier = brought
    brought = repairedBrought(
      brought,
      now.problems.flatMap(({ repair }) => repair ?? []),
    )
    // Nothing that was brought is touched: that is what makes undoing easy.
    expect(earlier.texts).not.toBe(brought.texts)
    now = check(brought)
  }
  return { first, now, before, texts: brought.texts }
}

const rowOf = (text: string, name: string): string[] => csvParseRows(text).find(([first]) => first === name)!

const replaced = (pattern: RegExp, to: string) => (text: string) => {
  expect(pattern.test(text), String(pattern)).toBe(true)
  return text.replace(pattern, to)
}

describe('units that are multiples of each other', () => {
  it.each([
    ['亿元', 'CNY bn/year', 0.1],
    ['亿元/年', 'CNY bn/year', 0.1],
    ['万元', 'CNY bn', 1e-5],
    ['万亿元', 'CNY bn', 1000],
    ['CNY m/year', 'CNY bn/year', 0.001],
    ['万人', 'person m', 0.01],
    ['人', 'person m/year', 1e-6],
    ['元/人', 'CNY k/person/year', 0.001],
    ['元/平方米', 'CNY k/m2', 0.001],
    ['万平方米', 'm2 m/year', 0.01],
    ['万吨', 't m/year', 0.01],
    ['台', 'robot k', 0.001],
    ['%', 'share', 0.01],
    ['%', '1/year', 0.01],
    ['CNY bn', 'CNY bn/year', 1],
    ['USD m/year', 'USD bn/year', 0.001],
    ['EUR/person', 'EUR k/person', 0.001],
  ])('%s for %s', (given, wanted, factor) => expect(factorBetween(given, wanted)).toBeCloseTo(factor, 12))

  it.each([
    ['person m', 'CNY bn'],
    ['元', 'CNY k/person/year'],
    ['CNY bn/year', 'CNY bn'],
    ['ug/m3', 'ug/l'],
    ['USD bn', 'CNY bn'],
    ['', 'CNY bn'],
  ])('not %s for %s', (given, wanted) => expect(factorBetween(given, wanted)).toBeUndefined())
})

describe('fixes', () => {
  it('mend units, names, grades, double rows and percentages, and the region is as it was', async () => {
    const { first, now, texts } = await fixed({
      'figures.csv': text =>
        [
          replaced(/^(gdpBaseYear,,)3138\.98,CNY bn\/year/m, '$131389.8,亿元'),
          replaced(/^birthsStart/m, 'birthStart'),
          replaced(/^(arrearsStart,.*)$/m, '$1\n$1'),
          replaced(/^(bondQuotaShare,,)([\d.]+)/m, '$1$2%'),
        ].reduce((so, fault) => fault(so), text),
      'series.csv': text => {
        const [, row = ''] = /^(nominalOutput,2010,.*)$/m.exec(text) ?? []
        return text.replace(row, `${row}\n${row}`)
      },
    })
    expect(first.region).toBeUndefined()
    expect(first.problems.length).toBeGreaterThan(4)
    expect(now.problems).toEqual([])
    const figures = texts.get(`${folder}/figures.csv`)!
    expect(rowOf(figures, 'gdpBaseYear').slice(2, 4)).toEqual(['3138.98', 'CNY bn/year'])
    const known = readRegion(folder, required)
    const quota = known.values['bondQuotaShare']!.values[0]! / 100
    expect(Number(rowOf(figures, 'bondQuotaShare')[2])).toBeCloseTo(quota, 15)
    const values = (region: typeof known) => ({ ...region.values, bondQuotaShare: undefined })
    expect(values(now.region!)).toEqual(values(known))
    expect(now.region!.series).toEqual(known.series)
  })

  it('give a missing grade the humblest, and know its other words', async () => {
    const { now, texts } = await fixed({
      'figures.csv': text =>
        [
          replaced(/^(arrearsStart,.*?),(official|secondary|derived|assumed),/m, '$1,,'),
          replaced(/^(gdpBaseYear,.*?),official,/m, '$1,实测,'),
        ].reduce((so, fault) => fault(so), text),
    })
    expect(now.problems).toEqual([])
    const figures = texts.get(`${folder}/figures.csv`)!
    expect(rowOf(figures, 'arrearsStart')[5]).toBe('assumed')
    expect(rowOf(figures, 'gdpBaseYear')[5]).toBe('official')
  })

  it('change no other cell and no number of a row', async () => {
    const { before, texts } = await fixed({
      'figures.csv': text => text.replace(/^(arrearsStart,.*)$/m, '$1\n$1').replace(/^birthsStart/m, 'birthStart'),
    })
    for (const [path, text] of before) {
      if (path !== `${folder}/figures.csv`) expect(texts.get(path)).toBe(text)
    }
    const [was, is] = [before, texts].map(all => csvParseRows(all.get(`${folder}/figures.csv`)!.trimEnd()))
    expect(is!.length).toBe(was!.length)
    const changed = is!.flatMap((row, at) => (row.join('\n') === was![at]!.join('\n') ? [] : [at]))
    expect(changed).toHaveLength(2)
  })

  it('are not offered where a person has to decide', async () => {
    const { problems } = check(
      await bring({
        'figures.csv': text =>
          [
            // Another measure, two rows that differ, a word for a number, a source like many others, a name that is taken.
            replaced(/^(gdpBaseYear,,[\d.]+),CNY bn\/year/m, '$1,person m'),
            replaced(/^(arrearsStart,,)([\d.]+)(.*)$/m, '$1$2$3\n$11$2$3'),
            replaced(/^(deathsStart,,)[\d.]+/m, '$1many'),
            replaced(/^(stateShareStart,.*,)judgement,/m, '$1S5O,'),
            replaced(/^(pmStart,.*)$/m, '$1\npmStrat,,42,ug/m3,2023,assumed,judgement,'),
          ].reduce((so, fault) => fault(so), text),
      }),
    )
    expect(problems.length).toBeGreaterThan(4)
    expect(problems.filter(({ repair }) => repair !== undefined)).toEqual([])
  })
})

describe('figures in the unit of an office, with the unit of the model beside them', () => {
  const known = ['CN-LN', 'CN-JL', 'CN-HL'].map(id => readRegion(id, required))

  it('are found by the known regions and mended in the one unit that fits', async () => {
    const brought = await bring({
      'figures.csv': text =>
        [
          // 万人 for m, 万元 for bn, 元 for k a square metre, with labels.
          replaced(/^(birthsStart,,)([\d.]+)/m, '$117.5'),
          replaced(/^(gdpBaseYear,,)3138\.98/m, '$1313898000'),
          replaced(/^(housePriceStart,,)7\.52/m, '$17520'),
        ].reduce((so, fault) => fault(so), text),
    })
    const { region } = check(brought)
    const doubts = doubtsAbout(region!, known)
    expect(doubts.map(({ figure, slip }) => [figure.name, slip]).toSorted()).toEqual([
      ['birthsStart', 0.01],
      ['gdpBaseYear', 1e-5],
      ['housePriceStart', 0.001],
    ])
    const mended = repairedBrought(
      brought,
      doubts.map(doubt => slipRepairOf(doubt, brought.texts)!),
    )
    expect(check(mended).region!.values['gdpBaseYear']!.values[0]).toBe(3138.98)
    expect(doubtsAbout(check(mended).region!, known)).toEqual([])
  })

  it('are left alone where no unit explains them', async () => {
    const brought = await bring({ 'figures.csv': text => text.replace(/^(robotsStart,,)[\d.]+/m, '$10.0017') })
    const [doubt] = doubtsAbout(check(brought).region!, known)
    expect(doubt?.figure.name).toBe('robotsStart')
    expect(slipRepairOf(doubt!, brought.texts)).toBeUndefined()
  })
})
