/** Tests flows.csv: shares over pairs of areas, and what is wrong with them. */

import { describe, expect, it } from 'vitest'
import { coded, firstRequired, withTexts } from './region-texts-fixture.ts'
import { loadRegion } from './load.ts'
import { PackError } from './problems.ts'
import { readFrom, referencePacks } from './read.ts'
import type { ReadText, Required } from './types.ts'

const reference = readFrom(referencePacks)
const pair = (name: string): Required => ({ kind: 'flow', name, unit: 'share', dimensions: [] })
const wanted = [...firstRequired, pair('tradeShare'), pair('moveShare')]

const header = 'name,from,to,value,unit,evidence,source'
const rows = ['tradeShare', 'moveShare'].flatMap((name, place) => [
  `${name},CN-LN,CN-JL,${place === 0 ? 0.6 : 0.3},share,derived,spec-3`,
  `${name},CN-LN,CN-HL,${place === 0 ? 0.4 : 0.7},share,derived,spec-3`,
  `${name},CN-JL,CN-LN,0.75,share,derived,spec-3`,
  `${name},CN-JL,CN-HL,0.25,share,derived,spec-3`,
  `${name},CN-HL,CN-LN,0.5,share,derived,spec-3`,
  `${name},CN-HL,CN-JL,0.5,share,derived,spec-3`,
])
const flows = [header, ...rows].join('\n')

const file = 'northeast/flows.csv'
const whole = reference('northeast/region.json')!.replace('{', '{"whole": true,')

/** The union as a whole nation, its flows changed. */
const edited = (...changes: ReadonlyArray<readonly [from: string, to: string]>): ReadText => {
  let text = flows
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  return withTexts(reference, { 'northeast/region.json': whole, [file]: text })
}

const problems = (read: ReadText): string[] => {
  try {
    loadRegion(read, 'northeast', wanted)
    return []
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return error.problems.map(coded)
  }
}

describe('flows.csv', () => {
  it('gives a table from area to other, 0 from an area to itself, and one figure a datum', () => {
    const region = loadRegion(edited(), 'northeast', wanted)
    expect(region.areas).toEqual(['CN-LN', 'CN-JL', 'CN-HL'])
    expect(region.flows?.['tradeShare']).toEqual({
      dimensions: ['area', 'other'],
      unit: 'share',
      values: Float64Array.of(0, 0.6, 0.4, 0.75, 0, 0.25, 0.5, 0.5, 0),
    })
    expect(region.flows!['moveShare']!.values.slice(0, 3)).toEqual(Float64Array.of(0, 0.3, 0.7))
    const origin = {
      area: 'northeast',
      labels: {},
      unit: 'share',
      year: 2023,
      evidence: 'derived',
      source: 'spec-3',
    }
    expect(region.figures.filter(({ name }) => /^(trade|move)Share$/.test(name))).toEqual([
      { name: 'tradeShare', ...origin },
      { name: 'moveShare', ...origin },
    ])
    expect(region.whole).toBe(true)
  })

  it('is read, and part of the hash, only where a model asks for pairs', () => {
    const hash = (read: ReadText, model: readonly Required[] = wanted): string =>
      loadRegion(read, 'northeast', model).hash
    const other = edited(['0.6,', '0.5,'], ['0.4,', '0.5,'])
    expect(hash(edited())).not.toBe(hash(other))
    expect(hash(edited(), firstRequired)).toBe(hash(other, firstRequired))
    const without = withTexts(edited(), { [file]: undefined })
    expect(hash(without, firstRequired)).toBe(hash(edited(), firstRequired))
    // Areas that are no whole nation, and have no such file, keep their hash.
    expect(hash(reference)).toBe(hash(reference, firstRequired))
  })

  it('must be there for a whole nation; areas of any other region have none', () => {
    expect(loadRegion(reference, 'northeast', wanted).flows).toBeUndefined()
    expect(problems(withTexts(edited(), { [file]: undefined }))).toEqual([`${file}: fileMissing -> addFlows`])
  })

  const first = 'tradeShare,CN-LN,CN-JL,0.6,share,derived,spec-3'
  it.each<[string, ReadText, string[]]>([
    ['a missing pair', edited([`${first}\n`, '']), ['2 to: labelsMissing tradeShare from=CN-LN to=CN-JL 0 -> addRows']],
    [
      'a missing datum',
      withTexts(edited(), { [file]: [header, ...rows.slice(6)].join('\n') }),
      ['name: missing tradeShare -> addRows'],
    ],
    [
      'an unknown area',
      edited(['CN-JL,CN-HL,0.25', 'CN-JL,CN-HLJ,0.25'], ['CN-HL,CN-LN,0.5', 'XX,CN-LN,0.5']),
      [
        '5 to: unknownArea CN-HLJ -> didYouMean CN-HL',
        '6 from: unknownArea XX -> knownNames CN-LN, CN-JL, CN-HL',
        '4 to: labelsMissing tradeShare from=CN-JL to=CN-HL 0 -> addRows',
        '7 to: labelsMissing tradeShare from=CN-HL to=CN-LN 0 -> addRows',
      ],
    ],
    [
      'a pair given twice',
      edited([first, `${first}\n${first}`]),
      ['3 to: alreadyInRow tradeShare from=CN-LN to=CN-JL 2 -> keepOne'],
    ],
    [
      'an area and itself',
      edited([first, `${first}\ntradeShare,CN-LN,CN-LN,0,share,derived,spec-3`]),
      ['3 to: toItself tradeShare CN-LN -> removeFigure'],
    ],
    ['text for a number', edited(['0.6', 'much']), ['2 value: notNumber much -> writeNumber']],
    [
      'a share below 0',
      edited(['0.6', '-0.6'], ['0.4', '1.6']),
      ['2 value: negative tradeShare -0.6 -> correctSign', '3 value: outsideShare tradeShare 1.6 0 1 -> writeShare'],
    ],
    ['another unit', edited(['0.6,share', '0.6,1/year']), ['2 unit: unitDiffers tradeShare 1/year share -> convert']],
    ['shares that are no whole', edited(['0.6', '0.61']), ['2 value: flowSum tradeShare CN-LN 1.01 -> sumToOne']],
    [
      'another name',
      edited([first, `${first}\ntradeShares,CN-LN,CN-JL,0.6,share,derived,spec-3`]),
      ['3 name: unknownName tradeShares -> didYouMean tradeShare'],
    ],
    [
      'an unknown source',
      edited(['derived,spec-3', 'derived,nobody']),
      ['2 source: unknownSource nobody -> addSource'],
    ],
    [
      'a header that lacks a column',
      edited(['from,to', 'from']),
      ['1: headerLacks to -> headerHolds name,from,to,value,unit,evidence,source'],
    ],
  ])('is refused for %s', (_, read, told) => {
    expect(problems(read)).toEqual(told.map(one => `${file} ${one}`))
  })

  it('may round: shares sum to 1 but for a hundred-thousandth', () => {
    expect(problems(edited(['0.6,', '0.600009,']))).toEqual([])
    expect(problems(edited(['0.6,', '0.60002,']))).toHaveLength(1)
  })
})
