/** Tests loading: the regions that come with the program, and the problems of faulty ones. */

import { describe, expect, it } from 'vitest'
import { coded, firstRequired, required, shownLines, withTexts } from './region-texts-fixture.ts'
import { loadRegion } from './load.ts'
import { PackError, type PackProblem } from './problems.ts'
import { listRegions, ownPacks, readFrom, referencePacks } from './read.ts'
import { readRegion } from './read-region.ts'
import type { ReadText } from './types.ts'

const reference = readFrom(referencePacks)
const own = readFrom(ownPacks)

const problemsOf = (read: ReadText, id = 'CN-LN', wanted = firstRequired): readonly PackProblem[] => {
  try {
    loadRegion(read, id, wanted)
  } catch (error) {
    expect(error).toBeInstanceOf(PackError)
    return (error as PackError).problems
  }
  return []
}

const complaints = (read: ReadText, id = 'CN-LN'): string[] => problemsOf(read, id).map(coded)

const edited = (file: string, ...changes: ReadonlyArray<readonly [from: string, to: string]>): ReadText => {
  let text = reference(file)!
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  return withTexts(reference, { [file]: text })
}

describe('the shipped packs', () => {
  it('load whole, for a union and for one area', () => {
    const union = readRegion('northeast', required)
    expect(union.areas).toEqual(['CN-LN', 'CN-JL', 'CN-HL'])
    expect(union.names.zh).toBe('东北三省')
    expect(union.start).toBe(2024)
    expect([...union.values['gdpBaseYear']!.values]).toEqual([3138.98, 1394.27, 1647.07])
    expect(union.values['startPopulation']!.dimensions).toEqual(['area', 'sex', 'age'])
    expect(union.values['startPopulation']!.values).toHaveLength(3 * 2 * 101)
    const area = readRegion('CN-JL', required)
    expect(area.areas).toEqual(['CN-JL'])
    expect([...area.values['capitalStart']!.values]).toEqual([1700, 1700])
  })

  it.each(listRegions())('load: %s', id => {
    expect(readRegion(id, required).id).toBe(id)
  })

  it('list what can be run', () => {
    expect(listRegions()).toEqual(['CN-HL', 'CN-JL', 'CN-LN', 'northeast'])
  })

  it('say of every value where it comes from', () => {
    const { figures, sources } = readRegion('northeast', required)
    const gdp = figures.find(({ name, area }) => name === 'gdpBaseYear' && area === 'CN-LN')!
    expect(gdp.evidence).toBe('official')
    expect(sources[gdp.source]!.what).toContain('NBS')
    for (const figure of figures) expect(sources[figure.source]).toBeDefined()
  })

  it('carry series of areas, nation and comparators', () => {
    const { series } = readRegion('northeast', required)
    const value = (area: string, name: string, year: number) =>
      series.find(point => point.area === area && point.series === name && point.year === year)?.value
    expect(value('CN-LN', 'nominalOutput', 2016)).toBeCloseTo(2083.2, 1)
    expect(value('CN-HL', 'residentsTotal', 2023)).toBe(30.62)
    expect(value('CN-SH', 'retailPerHead', 2023)).toBeCloseTo(65.9, 1)
  })

  it('leave the inversions of the initialiser possible', () => {
    for (const { values } of [
      loadRegion(own, 'northeast', required),
      loadRegion(reference, 'northeast', firstRequired),
    ]) {
      const of = (name: string, index: number): number => values[name]!.values[index]!
      for (const index of [0, 1, 2]) {
        const market =
          of('gdpBaseYear', index) -
          of('primaryOutputBaseYear', index) -
          of('oilOutputStart', index) -
          of('publicOutputBaseYear', index)
        expect(market).toBeGreaterThan(0.5 * of('gdpBaseYear', index))
        const farming = of('agricultureEmploymentStart', index) + of('publicEmploymentStart', index)
        expect(of('employedStart', index) - farming).toBeGreaterThan(0.4 * of('employedStart', index))
        expect(of('taxRevenueBaseYear', index)).toBeLessThan(of('ownRevenueBaseYear', index))
        expect(of('exportsRussiaBaseYear', index)).toBeLessThan(of('exportsAbroadBaseYear', index))
        const holders = ['mixed', 'province', 'centre', 'outside'].map(holder => of(`${holder}HolderShareStart`, index))
        expect(holders.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      }
    }
  })

  it('have a hash that the same texts give again and any change alters', () => {
    const { hash } = loadRegion(reference, 'northeast', firstRequired)
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    expect(loadRegion(reference, 'northeast', firstRequired).hash).toBe(hash)
    const changed = edited('CN-LN/figures.csv', ['gdpBaseYear,,3139,', 'gdpBaseYear,,3140,'])
    expect(loadRegion(changed, 'northeast', firstRequired).hash).not.toBe(hash)
    // Editors change line ends and set a byte order mark: the figures are the same.
    for (const end of ['\r\n', '\r']) {
      const text = `\uFEFF${reference('CN-LN/figures.csv')!.replaceAll('\n', end)}`
      expect(loadRegion(withTexts(reference, { 'CN-LN/figures.csv': text }), 'northeast', firstRequired).hash).toBe(
        hash,
      )
    }
  })
})

describe('figures.csv', () => {
  it('reports every problem at once, each with its fix', () => {
    const read = edited(
      'CN-LN/figures.csv',
      ['gdpBaseYear,,3139,CNY bn/year,2023', 'gdpBaseYaer,,3139,CNY bn/year,2023'],
      ['oilOutputStart,,40,CNY bn/year', 'oilOutputStart,,40,CNY bn'],
      ['publicOutputBaseYear,,300,', 'publicOutputBaseYear,,"3,00",'],
      ['defenceBaseYear,,60,', 'defenceBaseYear,,-60,'],
      ['bondQuotaShare,,0.04,', 'bondQuotaShare,,4,'],
      ['robotsStart,,70,robot k,2023,assumed,spec-3', 'robotsStart,,70,robot k,,guess,'],
      ['householdLoansStart,group=old,', 'householdLoansStart,group=odl,'],
      ['pmStart,,', 'pmStart,group=old,'],
      ['homeSalesStart,,25,', 'homeStartsStart,,25,'],
      ['tourismBaseYear,,132,CNY bn/year,2023,assumed,spec-3', 'tourismBaseYear,,132,CNY bn/year,2023,assumed,spec-33'],
    )
    const problems = problemsOf(read)
    expect(shownLines(problems)).toEqual([
      "CN-LN/figures.csv, row 9, name: unknown name 'gdpBaseYaer'. Did you mean 'gdpBaseYear'.",
      "CN-LN/figures.csv, row 11, unit: oilOutputStart is in 'CNY bn'; the model needs 'CNY bn/year'. Convert the value and write that unit.",
      "CN-LN/figures.csv, row 12, value: '3,00' is not a number. Write 3.00.",
      'CN-LN/figures.csv, row 18, value: defenceBaseYear cannot be negative, but is -60. Correct the sign.',
      "CN-LN/figures.csv, row 19, source: unknown source 'spec-33'. Did you mean 'spec-3'.",
      'CN-LN/figures.csv, row 29, value: bondQuotaShare is a share and must lie between 0 and 1, but is 4. Write 5 % as 0.05.',
      "CN-LN/figures.csv, row 49, labels: group has no label 'odl'. Did you mean 'old'.",
      'CN-LN/figures.csv, row 61, year: the year is missing. Write the year the figure refers to, such as 2023.',
      "CN-LN/figures.csv, row 61, evidence: unknown evidence grade 'guess'. Write one of official, secondary, derived, assumed.",
      'CN-LN/figures.csv, row 61, source: the source is missing. Name a row of sources.csv by its id.',
      "CN-LN/figures.csv, row 74, name: 'homeStartsStart' is already given in row 73. Keep one of the two.",
      "CN-LN/figures.csv, row 80, labels: pmStart has no dimension 'group'. Leave the labels empty.",
      'CN-LN/figures.csv: gdpBaseYear is missing. Add it, in CNY bn/year.',
      'CN-LN/figures.csv: householdLoansStart lacks group=old. Add the rows.',
      'CN-LN/figures.csv: homeSalesStart is missing. Add it, in m2 m/year.',
      'CN-LN/figures.csv: pmStart is missing. Add it, in ug/m3.',
    ])
    expect(problems[1]!.message.text.zh).toBe('oilOutputStart 的单位是“CNY bn”，模型要求“CNY bn/year”')
    expect(problems[1]!.fix.text.zh).toBe('请换算数值，并改写单位')
    expect(new PackError('CN-LN', problems).message).toContain(
      "region 'CN-LN' has 16 problems:\nCN-LN/figures.csv, row 9",
    )
  })

  it('says only what is wrong with a table of which nothing can be read', () => {
    const told = (text: string): string[] => shownLines(problemsOf(withTexts(reference, { 'CN-LN/figures.csv': text })))
    const text = reference('CN-LN/figures.csv')!
    const save = 'Save it as CSV with commas between the fields and points in numbers.'
    expect(told(text.replaceAll(',', ';'))).toEqual([
      `CN-LN/figures.csv, row 1: the fields are separated by ';', not by commas. ${save}`,
    ])
    expect(told(text.replaceAll(',', '\t'))).toEqual([
      `CN-LN/figures.csv, row 1: the fields are separated by tabs, not by commas. ${save}`,
    ])
    expect(told(' \n')).toEqual([
      'CN-LN/figures.csv, row 1: there is no header in the first row. The header must hold name,labels,value,unit,year,evidence,source,note.',
    ])
    expect(complaints(path => (path === 'CN-LN/figures.csv' ? undefined : reference(path)))).toEqual([
      expect.stringMatching(/^CN-LN\/figures\.csv: fileMissing/),
    ])
    const renamed = edited('CN-LN/region.json', ['"id": "CN-LN"', '"id": "CN-XX"'])
    expect(complaints(renamed)).toEqual([expect.stringMatching(/^CN-LN\/region\.json id: idDiffers/)])
  })

  it('is read with the empty rows and columns that spreadsheets leave in a file, and spaces in its header', () => {
    const text = reference('CN-LN/figures.csv')!
    const left = text.replaceAll('\n', ',\n').replace('name,labels', ' name ,labels').replace('\n', '\n,,,,,,,,\n')
    expect(complaints(withTexts(reference, { 'CN-LN/figures.csv': `${left},,,,,,,,\n` }))).toEqual([])
    const beyond = text.replace(/^gdpBaseYear.*$/m, '$&,x')
    expect(complaints(withTexts(reference, { 'CN-LN/figures.csv': beyond }))[0]).toMatch(/fieldCount 9 8/)
  })

  it('is refused with an area that is listed twice, or a start within a year', () => {
    const union = JSON.stringify({ ...JSON.parse(reference('northeast/region.json')!), areas: ['CN-LN', 'CN-LN'] })
    expect(complaints(withTexts(reference, { 'northeast/region.json': union }), 'northeast')).toEqual([
      'northeast/region.json areas: twice CN-LN -> keepOne',
    ])
    const within = edited('CN-LN/region.json', ['"start": 2024', '"start": 2024.5'])
    expect(complaints(within)).toEqual([expect.stringMatching(/^CN-LN\/region.json start: type int number/)])
  })

  it('is refused with a misspelt column', () => {
    expect(complaints(edited('CN-LN/figures.csv', ['evidence', 'evidance']))[0]).toBe(
      'CN-LN/figures.csv 1: headerLacks evidence -> headerHolds name,labels,value,unit,year,evidence,source,note',
    )
  })

  it('may hold zeros for sectors that a region lacks', () => {
    const read = edited('CN-LN/figures.csv', ['oilOutputStart,,40,', 'oilOutputStart,,0,'])
    expect(complaints(read)).toEqual([])
  })
})

describe('cohorts.csv', () => {
  it('must have every age of both sexes', () => {
    const lines = reference('CN-LN/cohorts.csv')!.split('\n')
    const read = withTexts(reference, {
      'CN-LN/cohorts.csv': lines.filter(line => !line.startsWith('male,57,')).join('\n'),
    })
    expect(complaints(read)).toEqual([
      'CN-LN/cohorts.csv: labelsMissing startPopulation sex=male age=57 0 -> addRows',
      'CN-LN/cohorts.csv: labelsMissing censusMortality sex=male age=57 0 -> addRows',
    ])
  })

  it('must follow from the census', () => {
    const text = own('CN-LN/cohorts.csv')!
    const [, row] = /^(female,40,.*)$/m.exec(text)!
    const [sex, age, people, rate] = row!.split(',')
    const changed = text.replace(row!, [sex, age, (Number(people) + 0.1).toFixed(9), rate].join(','))
    const [line] = problemsOf(withTexts(own, { 'CN-LN/cohorts.csv': changed }), 'CN-LN', required).map(coded)
    expect(line).toBe(
      'CN-LN/cohorts.csv startPopulation: notDerived startPopulation ' +
        `female 40 ${(Number(people) + 0.1).toFixed(9)} ${people} 41.92 41.82 -> derive CN-LN`,
    )
  })

  it('needs a word in region.json on where its columns come from', () => {
    const json = JSON.parse(reference('CN-LN/region.json')!) as { cohorts: Record<string, unknown> }
    delete json.cohorts['censusMortality']
    expect(complaints(withTexts(reference, { 'CN-LN/region.json': JSON.stringify(json) }))).toEqual([
      'CN-LN/region.json cohorts.censusMortality: columnUndescribed censusMortality -> describeColumn',
    ])
  })
})

describe('paths by area', () => {
  const header = 'name,time,value,unit,evidence,source,note\n'
  const withOwn = (rows: string, texts: Record<string, string> = {}): ReadText =>
    withTexts(own, { 'CN-JL/paths.csv': header + rows, ...texts })
  const quota = (read: ReadText) => loadRegion(read, 'northeast', required).paths['bondQuotaByArea']!
  const found = (read: ReadText): string[] => problemsOf(read, 'northeast', required).map(coded)

  it('are those of the folder of the area', () => {
    const { ofAreas, origins } = quota(own)
    expect(ofAreas!['CN-HL']![0]![1]).not.toBe(ofAreas!['CN-LN']![0]![1])
    expect(new Set(origins.map(({ area }) => area))).toEqual(new Set(['CN-LN', 'CN-JL', 'CN-HL']))
    const other = quota(withOwn('bondQuotaByArea,2024,0.7,share,assumed,judgement,\n'))
    expect(other.ofAreas!['CN-JL']).toEqual([[2024, 0.7]])
    expect(other.ofAreas!['CN-HL']).toEqual(ofAreas!['CN-HL'])
  })

  it('are those of the nation where an area has none, and may not be without both', () => {
    expect(quota(withOwn('')).ofAreas!['CN-JL']).toEqual([[2024, 1]])
    const text = own('CN/paths.csv')!
    const without = text.split('\n').filter(line => !line.startsWith('bondQuotaByArea'))
    expect(found(withOwn('', { 'CN/paths.csv': without.join('\n') }))).toEqual([
      'CN/paths.csv: missingIn bondQuotaByArea CN-JL -> addPoints share',
    ])
  })

  it('are the only ones that an area may have', () => {
    expect(found(withOwn('bondRate,2024,0.03,1/year,assumed,judgement,\n'))).toEqual([
      expect.stringMatching(/^CN-JL\/paths\.csv 2 name: unknownName bondRate/),
    ])
  })
})

describe('a path that is like another', () => {
  const growth = (read: ReadText, name: string) => loadRegion(read, 'northeast', required).paths[name]!

  it('has its points where the data give it none', () => {
    const { like, points, origins } = growth(own, 'nationalGrowthExpected')
    expect([like, origins]).toEqual(['nationalGrowth', []])
    expect(points).toEqual(growth(own, 'nationalGrowth').points)
  })

  it('has its own where they do', () => {
    const row = 'nationalGrowthExpected,2024,0.06,1/year,assumed,judgement,\n'
    const read = withTexts(own, { 'CN/paths.csv': own('CN/paths.csv')! + row })
    expect(growth(read, 'nationalGrowthExpected').points).toEqual([[2024, 0.06]])
    expect(growth(read, 'nationalGrowthExpected').like).toBeUndefined()
  })
})

describe('paths.csv', () => {
  it('must hold every path, in order of time', () => {
    const read = edited(
      'CN/paths.csv',
      ['bondRate,2024,', 'bondRate,2022,'],
      ['depositRate,2023.5,', 'depositRates,2023.5,'],
      ['depositRate,2026,', 'depositRates,2026,'],
      ['depositRate,2030,', 'depositRates,2030,'],
    )
    expect(complaints(read)).toEqual([
      'CN/paths.csv 13 time: timeOrder bondRate 2022 2023.5 -> orderPath',
      'CN/paths.csv 16 name: unknownName depositRates -> didYouMean depositRate',
      'CN/paths.csv 17 name: unknownName depositRates -> didYouMean depositRate',
      'CN/paths.csv 18 name: unknownName depositRates -> didYouMean depositRate',
      'CN/paths.csv: missing depositRate -> addPoints 1/year',
    ])
  })
})

describe('a value that a path cannot have', () => {
  const declared = required.map(one =>
    ['bondRenewal', 'lockdown'].includes(one.name) ? { ...one, bounds: [0, 1] as const } : one,
  )
  it.each([
    ['bondRenewal,2024,1,', 'bondRenewal,2024,1.3,', 'outsideShare bondRenewal 1.3 0 1 -> writeShare'],
    ['lockdown,2024,0,', 'lockdown,2024,-0.1,', 'negative lockdown -0.1 -> correctSign'],
    [
      'nationalInflation,2024.5,-0.008',
      'nationalInflation,2024.5,2.1',
      'largeRate nationalInflation 2.1 -> writeShare',
    ],
  ])('is refused: %s becomes %s', (before, after, problem) => {
    const text = own('CN/paths.csv')!
    expect(text).toContain(before)
    const read = withTexts(own, { 'CN/paths.csv': text.replace(before, after) })
    expect(problemsOf(read, 'northeast', declared).map(coded)).toEqual([expect.stringContaining(problem)])
  })
})

describe('what was lost before the start', () => {
  const text = own('CN/figures.csv')!
  it.each(['nationalOutputLostStart', 'workplacesClosedStart', 'spendingLostStart', 'lockdownStart'])(
    'is not all there was: %s',
    name => {
      const changed = text.replace(new RegExp(`^(${name},,)[^,]*`, 'm'), '$11')
      expect(problemsOf(withTexts(own, { 'CN/figures.csv': changed }), 'CN-LN', required).map(coded)).toEqual([
        expect.stringMatching(`allLost ${name} 1 -> writeShare`),
      ])
    },
  )
})

it('growth and rates in per cent are refused in figures too', () => {
  const [name, growth] = ['productivityGrowthStart', '5.5']
  const text = own('CN-LN/figures.csv')!.replace(new RegExp(`^(${name},,)[^,]*`, 'm'), `$1${growth}`)
  expect(problemsOf(withTexts(own, { 'CN-LN/figures.csv': text }), 'CN-LN', required).map(coded)).toEqual([
    expect.stringMatching('value: largeRate productivityGrowthStart 5.5 -> writeShare'),
  ])
})

describe('series.csv', () => {
  const series = (...rows: string[]): ReadText =>
    withTexts(reference, {
      'CN-LN/series.csv': ['series,year,value,unit,evidence,source,note', ...rows, ''].join('\n'),
    })

  it('is refused when a value jumps by a factor of ten without a word', () => {
    const rows = [
      'landRevenue,2021,105,CNY bn/year,secondary,spec-3,',
      'landRevenue,2022,4.07,CNY bn/year,secondary,spec-3,',
    ]
    expect(complaints(series(...rows))).toEqual([
      'CN-LN/series.csv 3 value: jump landRevenue 105 2021 4.07 2022 -> explainBreak',
    ])
    expect(complaints(series(rows[0]!, `${rows[1]}Revised`))).toHaveLength(1)
    expect(complaints(series(rows[0]!, `${rows[1]}Break: the market closed`))).toEqual([])
  })

  it('is refused when a year is missing inside it without a word', () => {
    const rows = [
      'landRevenue,2018,79,CNY bn/year,secondary,spec-3,',
      'landRevenue,2021,105,CNY bn/year,secondary,spec-3,',
    ]
    expect(complaints(series(...rows))).toEqual(['CN-LN/series.csv 3 year: gap landRevenue 2019 2020 -> explainGap'])
    expect(complaints(series(rows[0]!, `${rows[1]}Gap: not published`))).toEqual([])
  })

  it('is refused when growth is in per cent', () => {
    expect(complaints(series('outputGrowth,2021,5.8,1/year,official,spec-3,'))).toEqual([
      'CN-LN/series.csv 2 value: largeRate outputGrowth 5.8 -> writeShare',
    ])
  })

  it('lets growth cross zero and jump', () => {
    const rows = ['outputGrowth,2021,0.058,1/year,official,spec-3,', 'outputGrowth,2022,-0.001,1/year,official,spec-3,']
    expect(complaints(series(...rows, 'outputGrowth,2023,0.053,1/year,official,spec-3,'))).toEqual([])
  })

  it('has each year once, in order, in one unit', () => {
    const rows = ['births,2021,0.2,person m/year,official,spec-3,', 'births,2021,0.2,person m/year,official,spec-3,']
    expect(complaints(series(...rows, 'births,2022,185,person k/year,official,spec-3,'))).toEqual([
      'CN-LN/series.csv 3 year: yearTwice births 2021 -> orderSeries',
      'CN-LN/series.csv 4 unit: unitChanges births person m/year person k/year -> oneUnit',
      'CN-LN/series.csv 4 value: jump births 0.2 2021 185 2022 -> explainBreak',
    ])
  })
})

describe('folders', () => {
  it('that are missing are named', () => {
    expect(complaints(reference, 'CN-XX')).toEqual(['CN-XX/region.json: fileMissing -> addRegion'])
  })

  it('of comparators cannot be run', () => {
    expect(complaints(own, 'CN-SH')).toEqual(['CN-SH/region.json kind: notRunnable comparator -> askForArea'])
  })

  it('with a mistake in region.json say which field', () => {
    const json = { ...(JSON.parse(reference('CN-LN/region.json')!) as object), start: '2024', kurrency: 'CNY' }
    expect(complaints(withTexts(reference, { 'CN-LN/region.json': JSON.stringify(json) }))).toEqual([
      'CN-LN/region.json start: type number string -> seeGuide',
      'CN-LN/region.json: unknown kurrency -> seeGuide',
    ])
  })
})
