/**
 * Writes docs/demography.md (`npm run demography`): how well the cohorts reproduce a published table, a census and the
 * years after it.
 */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { markdownTable } from '../reports/markdown.ts'
import { requiredData } from '../../src/analysis/simulation.ts'
import { model } from '../../src/model/index.ts'
import { lifeExpectancy, type PastYear, pastYears } from '../../src/regions/past-cohorts.ts'
import { overcount } from '../../src/regions/past-people.ts'
import { readPast } from '../../src/regions/past.ts'
import { ownPacks, readFrom } from '../../src/regions/read.ts'
import { readRegion } from '../../src/regions/read-region.ts'
import { type CensusComparison, compareWithCensus, compareWithCommuniques } from './census-to-census.ts'
import { shared } from './cohorts-alone.ts'
import { type PublishedYear, reproducePublished } from './united-nations.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const pageFile: string = root('docs/demography.md')
export const publishedTable = readFrom(root('golden/wpp-2019'))
const packs = readFrom(ownPacks)

export const areas: readonly (readonly [id: string, name: string])[] = [
  ['CN-LN', 'Liaoning'],
  ['CN-JL', 'Jilin'],
  ['CN-HL', 'Heilongjiang'],
]

/** What reporting.csv of the provinces says of the census of 2010: people counted too many, of those there. */
const past = readPast(packs, readRegion('northeast', requiredData(model), ownPacks, { parameters: 'priors' }))
const inflatedIn2010 = (id: string): number =>
  past.reporting.find(({ area, series, year }) => area === id && series === 'residentsTotal' && year === 2010)!.inflated

/** The same, of those counted. */
const overCountOf = (id: string): number => inflatedIn2010(id) / (1 + inflatedIn2010(id))

const percent = (value: number, digits = 2): string => `${(100 * value).toFixed(digits).replace('-', '−')} %`
const plain = (value: number, digits = 2): string => value.toFixed(digits).replace('-', '−')
const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  markdownTable(header, rows, 1)

const publishedRows = (years: readonly PublishedYear[]): string[][] =>
  years.map(({ year, total, from65, births, deaths, worst }) => [
    String(year),
    percent(total.residual, 3),
    percent(from65.residual, 3),
    percent(births.residual, 3),
    percent(deaths.residual, 3),
    `${percent(worst.residual)} (${worst.sex === 'female' ? 'women' : 'men'} ${worst.age}${worst.age === 100 ? '+' : `–${worst.age + 4}`})`,
  ])

const publishedHeader = ['to', 'total', '65 and over', 'births', 'deaths', 'worst group of over a million']

const groupName = (age: number): string => (age === 85 ? '85+' : `${age}–${age + 4}`)

const censusRow = (name: string, treatment: string, { carried, shares, spread, worst }: CensusComparison): string[] => [
  `${name}, ${treatment}`,
  plain(shares.young),
  plain(shares.working),
  plain(shares.from65),
  percent(spread, 1),
  `${percent(worst.residual, 0)} (${worst.sex === 'female' ? 'women' : 'men'} ${groupName(worst.age)})`,
  plain(
    carried.reduce((sum, year) => sum + year.netMigration, 0),
    2,
  ),
]

const censusHeader = [
  '',
  '0–14, points',
  '15–64, points',
  '65+, points',
  'spread of groups',
  'worst group',
  'net movement, m',
]

const names = {
  share60: '60 and over',
  share65: '65 and over',
  deaths: 'deaths',
  netMigration: 'net movement',
} as const

const communiqueRows = (): string[][] =>
  areas.flatMap(([id, name]) =>
    compareWithCommuniques(packs, id, 2021).map(({ year, what, published, evidence, carried }) => {
      const share = what.startsWith('share')
      const show = (value: number): string => (share ? percent(value, 1) : `${plain(1000 * value, 0)} k`)
      const difference = share
        ? `${plain(100 * (carried - published), 2)} points`
        : `${plain(1000 * (carried - published), 0)} k`
      return [`${name} ${year}`, names[what], `${show(published)} (${evidence})`, show(carried), difference]
    }),
  )

const factorRows = (): string[][] =>
  [...areas, ['CN', 'China'] as const].map(([id, name]) => {
    const years = pastYears(packs, id)
    const of = (year: number): string => {
      const { mortality, factor } = years.find(one => one.year === year)!
      return `${plain(factor, 2)} (${plain(lifeExpectancy(mortality, 1), 1)} → ${plain(lifeExpectancy(mortality, factor), 1)})`
    }
    return [name, of(2001), of(2011), of(2024)]
  })

/** Mean net movement of the years `first` to `last`, thousand a year. */
const movementRow = ([id, name]: (typeof areas)[number]): string[] => {
  const years = pastYears(packs, id)
  const mean = (first: number, last: number, of: (year: PastYear) => number): string => {
    const chosen = years.filter(({ year }) => year > first && year <= last + 1)
    return plain((1000 * chosen.reduce((sum, one) => sum + of(one), 0)) / (last + 1 - first), 0)
  }
  const reported = ({ before }: PastYear): number => before!.netMigration
  const corrected = ({ year, before }: PastYear): number =>
    before!.netMigration + overcount(past, id, year - 2) - overcount(past, id, year - 1)
  return [
    name,
    mean(2001, 2010, reported),
    mean(2001, 2010, corrected),
    mean(2011, 2020, reported),
    mean(2011, 2020, corrected),
    mean(2017, 2019, ({ before }) => before!.surveyedMigration!),
    mean(2021, 2023, reported),
  ]
}

export const page = (): string => {
  const census = (first: number, last: number, id: string, treatment = {}): CensusComparison =>
    compareWithCensus(packs, id, first, last, treatment)
  const decade = areas.flatMap(([id, name]) => [
    censusRow(name, 'deaths corrected', census(2011, 2021, id)),
    censusRow(name, 'deaths as registered', census(2011, 2021, id, { correctedDeaths: false })),
    censusRow(
      name,
      `${percent(overCountOf(id), 1)} of 2010 not there`,
      census(2011, 2021, id, { overCount: overCountOf(id) }),
    ),
  ])
  const earlier = areas.map(([id, name]) => censusRow(name, 'deaths corrected', census(2001, 2011, id)))
  const groups = areas.map(([id]) => census(2011, 2021, id).groups)
  const residuals = groups[0]!.map(({ sex, age }, index) => [
    `${sex === 'female' ? 'women' : 'men'} ${groupName(age)}`,
    ...groups.map(area => percent(area[index]!.residual, 1)),
  ])
  return `# Test of the demography

Generated by \`npm run demography\`; a test keeps it fresh. The cohorts here are the model's own declarations (${shared.map(name => `\`${name}\``).join(', ')} of \`src/model/demography.ts\`), linked and compiled by the project's language, with what the economy decides (rates, movement) given from outside: \`tools/demography/cohorts-alone.ts\`.

## A published table

United Nations, World Population Prospects 2019, medium variant, China (\`golden/wpp-2019\`): the published population of a first year, carried with the published death rates, fertility, sex ratio and net migrants. Computed over published, less one.

In the table's own groups and steps of five years. Marks: total within 0.1 %, 65 and over within 0.3 %, births within 0.5 %, every group of over a million within 1 %: met.

${table(publishedHeader, [...publishedRows(reproducePublished(publishedTable, 2020, 2060, 'five')), ...publishedRows(reproducePublished(publishedTable, 2000, 2020, 'five'))])}

The first eight rows start from 2020, the last four from 2000. What remains is the age of migrants, of whom the table gives the number only; they are spread over 15 to 39, half on the first and half on the last day of a step.

In single years of age and steps of a year, as the model runs, from the same table graduated:

${table(publishedHeader, [...publishedRows(reproducePublished(publishedTable, 2020, 2060, 'single')), ...publishedRows(reproducePublished(publishedTable, 2000, 2020, 'single'))])}

Total is within 0.1 % here too. 65 and over runs up to 0.5 % and the groups above 80 up to 4 % above the table: within a group of five years the younger are more numerous, which single ages know and the table's method of one chance to survive for a whole group does not. It is a difference of method; the groups of five years show that it is not one of arithmetic.

## From one census to the next

Every province from the census of 2010 (1 January 2011) to that of 2020 (1 January 2021), with registered births and official totals; the ages of the second census are not used. Movement is what closes the total, spread by the model's shape of movement. Points and residuals are carried less counted; spread is the root mean square over groups of five years and sex of more than 100 thousand.

${table(censusHeader, decade)}

And from 2000 to 2010:

${table(censusHeader, earlier)}

By group, 2011 to 2021, deaths corrected:

${table(['', ...areas.map(([, name]) => name)], residuals)}

**Under-registered deaths.** Census deaths are too few, the more so at high ages: rates are multiplied by \`1 + (F − 1)/(1 + exp(−(age − 65)/8))\`. For the censuses of 2000 and 2010 F is solved so that life expectancy (mean of the sexes) is the official one; for 2020 so that the deaths of 2023 come out. F, and life expectancy before → after the correction:

${table(['', 'census 2000', 'census 2010', 'census 2020, rates of 2023'], factorRows())}

Between censuses the logarithms of rates and of F run straight. The groups of 85 and over say whether that is right: corrected they end within a tenth of the count, uncorrected 24 to 57 % above it. The life expectancies of the provinces in 2010 are remembered, not found again (grade assumed). In 2020 the official life expectancy would ask for a larger F than the deaths of 2023; the deaths are followed.

**Registered births.** In Liaoning and Jilin the children of 5 to 9 counted in 2020 are a fifth more than births of 2011 to 2015 and movement explain: births were registered late or elsewhere. In Heilongjiang they are fewer: families left with children, which the shape of movement understates. The start population is not touched by this (it comes from the count of 2020); populations of past years close each cohort on the count.

**The over-count of 2010.** Residents are the people registered in a province, less those counted in other provinces, more those from there. In 2010 that makes 1 to 6 % fewer than the census counted, and of Heilongjiang registered less residents was 1.6 million by the total of 2015 and 3.7 million at the end of 2023, though 2.05 million more lived elsewhere than the other way round in 2010 already (\`regions/*/reporting.csv\` says what is known and what is remembered; grade assumed). The totals spread the over-count evenly over the years before and after; movement is corrected by it. Net movement, thousand a year:

${table(['', '2001–10, as the totals say', 'less over-count', '2011–20, as the totals say', 'less over-count', '2017–19, as surveys saw it then', '2021–23, as the totals say'], areas.map(movementRow))}

Without the over-count the loss of Jilin and Heilongjiang would have sprung up by ten times and more in 2011 and fallen to less than half after 2020. With it most of that is gone. The rest is a matter of vintage: the totals up to 2020 were revised to the census, those since are of yearly surveys, which in 2017–19 saw a third (Heilongjiang) to two thirds (Jilin) of the yearly movement that the census found. What the model starts from in 2024 is of such surveys too: the census of 2030 may find fewer people again. Ages cannot tell an over-count from movement of all ages (the rows above).

**The shape of movement** is what is least right: carried cohorts have 7 to 10 % too many of 25 to 29 and too few of 10 to 14. People leave as families and at all working ages more than the shape of the specification says.

## After the last census

From 1 January 2021 with births and official totals to the end of 2024, against the communiqués. Deaths of 2023 are met by construction.

${table(['', '', 'published', 'carried', 'difference'], communiqueRows())}

## What uses this

\`src/regions/past-cohorts.ts\` gives residents and death rates by sex and age on 1 January of 2001 to 2024; [the folder of a region](guide/regions.md) says what it needs.
`
}

if (import.meta.main) {
  writeFileSync(pageFile, page())
  process.stdout.write('docs/demography.md\n')
}
