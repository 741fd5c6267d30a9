/** Writes docs/demography.md: how well the cohorts reproduce a published table, a census and the years after: `npm run demography`. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lifeExpectancy, pastYears } from '../regions/past-cohorts.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import {
  type CensusComparison,
  compareWithCensus,
  compareWithCommuniques,
} from '../analysis/demography/census-to-census.ts'
import { shared } from '../analysis/demography/cohorts-alone.ts'
import { type PublishedYear, reproducePublished } from '../analysis/demography/united-nations.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const pageFile: string = root('docs/demography.md')
export const publishedTable = readFrom(root('golden/wpp-2019'))
const packs = readFrom(ownPacks)

export const areas: readonly (readonly [id: string, name: string])[] = [
  ['CN-LN', 'Liaoning'],
  ['CN-JL', 'Jilin'],
  ['CN-HL', 'Heilongjiang'],
]

/** Net outflow of 2000-2010 that the bureau of Heilongjiang gave, in millions: where the estimate of the over-count is from. */
const bureauOutflow = 1.26

/** Part of the residents of 2010 in Heilongjiang who were counted and were not there, if the bureau was right. */
export const overCountOfHeilongjiang = (): number => {
  const decade = pastYears(packs, 'CN-HL').filter(({ year }) => year > 2001 && year <= 2011)
  const outflow = -decade.reduce((sum, { before }) => sum + before!.netMigration, 0)
  const residents = decade.at(-1)!
  const total = [...residents.population.female, ...residents.population.male].reduce((sum, count) => sum + count)
  return Math.max(0, bureauOutflow - outflow) / total
}

const percent = (value: number, digits = 2): string => `${(100 * value).toFixed(digits).replace('-', '−')} %`
const plain = (value: number, digits = 2): string => value.toFixed(digits).replace('-', '−')
const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')

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
      const { mortality, factor } = years.find(past => past.year === year)!
      return `${plain(factor, 2)} (${plain(lifeExpectancy(mortality, 1), 1)} → ${plain(lifeExpectancy(mortality, factor), 1)})`
    }
    return [name, of(2001), of(2011), of(2024)]
  })

export const page = (): string => {
  const census = (first: number, last: number, id: string, treatment = {}): CensusComparison =>
    compareWithCensus(packs, id, first, last, treatment)
  const overCount = overCountOfHeilongjiang()
  const decade = areas.flatMap(([id, name]) => [
    censusRow(name, 'deaths corrected', census(2011, 2021, id)),
    censusRow(name, 'deaths as registered', census(2011, 2021, id, { correctedDeaths: false })),
  ])
  const counted = censusRow(
    'Heilongjiang',
    `${percent(overCount, 1)} of 2010 not there`,
    census(2011, 2021, 'CN-HL', { overCount }),
  )
  const earlier = areas.map(([id, name]) => censusRow(name, 'deaths corrected', census(2001, 2011, id)))
  const groups = areas.map(([id]) => census(2011, 2021, id).groups)
  const residuals = groups[0]!.map(({ sex, age }, index) => [
    `${sex === 'female' ? 'women' : 'men'} ${groupName(age)}`,
    ...groups.map(area => percent(area[index]!.residual, 1)),
  ])
  return `# Demography held against what is known

Generated by \`npm run demography\`; a test keeps it fresh. The cohorts here are the model's own declarations (${shared.map(name => `\`${name}\``).join(', ')} of \`src/model/demography.ts\`), linked and compiled by the project's language, with what the economy decides (rates, movement) given from outside: \`src/analysis/demography/cohorts-alone.ts\`.

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

${table(censusHeader, [...decade, counted])}

And from 2000 to 2010:

${table(censusHeader, earlier)}

By group, 2011 to 2021, deaths corrected:

${table(['', ...areas.map(([, name]) => name)], residuals)}

**Under-registered deaths.** Census deaths are too few, the more so at high ages: rates are multiplied by \`1 + (F − 1)/(1 + exp(−(age − 65)/8))\`. For the censuses of 2000 and 2010 F is solved so that life expectancy (mean of the sexes) is the official one; for 2020 so that the deaths of 2023 come out. F, and life expectancy before → after the correction:

${table(['', 'census 2000', 'census 2010', 'census 2020, rates of 2023'], factorRows())}

Between censuses the logarithms of rates and of F run straight. The groups of 85 and over say whether that is right: corrected they end within a tenth of the count, uncorrected 24 to 57 % above it. The life expectancies of the provinces in 2010 are remembered, not found again (grade assumed). In 2020 the official life expectancy would ask for a larger F than the deaths of 2023; the deaths are followed.

**Registered births.** In Liaoning and Jilin the children of 5 to 9 counted in 2020 are a fifth more than births of 2011 to 2015 and movement explain: births were registered late or elsewhere. In Heilongjiang they are fewer: families left with children, which the shape of movement understates. The start population is not touched by this (it comes from the count of 2020); populations of past years close each cohort on the count.

**The over-count of 2010.** The bureau of Heilongjiang gave a net outflow of ${bureauOutflow} million for 2000–2010, the official totals and corrected deaths leave less; the difference would be ${percent(overCount, 1)} of the residents of 2010 counted and not there. Taking them out lowers the outflow of 2010–2020 (last column) and makes the ages neither better nor worse: ages cannot tell an over-count from movement of all ages. The populations of past years follow the official totals, as revised after 2020; net movement of Heilongjiang in 2011–2020 is therefore an upper bound.

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
