/**
 * Derives the net loss of people by age between two censuses, for the table netMoveShape: what the nation kept of an age
 * group from one count to the next is taken for survival, so that errors of counting common to the nation cancel. People
 * counted in an area who were not there (reporting.csv) are taken out of the first count, alike at every age: they did
 * not leave.
 */

import { csvParse } from 'd3-dsv'
import { ln } from '../language/elementary.ts'
import type { ReadText } from './types.ts'

/** People of both sexes by the first age of groups of five years; 85 stands for 85 and over. */
const groupsOf = (text: string): Map<number, number> => {
  const groups = new Map<number, number>()
  for (const row of csvParse(text)) {
    const age = Number(row['age'])
    const start = Math.min(85, age < 5 ? 0 : age)
    groups.set(start, (groups.get(start) ?? 0) + Number(row['persons']))
  }
  return groups
}

/** Overcount of the first census, of those who were there. */
const inflatedIn = (read: ReadText, area: string): number =>
  Number(
    csvParse(read(`${area}/reporting.csv`)!).find(row => row['series'] === 'residentsTotal' && row['year'] === '2010')![
      'inflated'
    ],
  )

const sumOf = (values: Iterable<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)

/** Of the people of an area in 2010, by their age in 2020: how many survival would have left, and how many were there. */
const counts = (read: ReadText, area: string): Array<{ age: number; expected: number; counted: number }> => {
  const [first, second, nationFirst, nationSecond] = [
    `${area}/census-2010.csv`,
    `${area}/census.csv`,
    'CN/census-2010.csv',
    'CN/census.csv',
  ].map(file => groupsOf(read(file)!)) as [
    Map<number, number>,
    Map<number, number>,
    Map<number, number>,
    Map<number, number>,
  ]
  const inflated = inflatedIn(read, area)
  return Array.from({ length: 15 }, (_, index) => {
    const age = 10 + 5 * index
    const survival = nationSecond.get(age)! / nationFirst.get(age - 10)!
    return { age, expected: (first.get(age - 10)! * survival) / (1 + inflated), counted: second.get(age)! }
  })
}

/** Yearly net loss by age at the end of the ten years, of all areas together, and the same over its mean. */
export const netLossByAge = (read: ReadText, areas: readonly string[]) => {
  const all = areas.map(area => counts(read, area))
  const ages = all[0]!.map(({ age }, index) => {
    const expected = sumOf(all.map(area => area[index]!.expected))
    const counted = sumOf(all.map(area => area[index]!.counted))
    return { age, loss: ln(expected / counted) / 10, counted }
  })
  const mean = sumOf(ages.map(({ loss, counted }) => loss * counted)) / sumOf(ages.map(({ counted }) => counted))
  return ages.map(({ age, loss }) => ({ age, loss, shape: loss / mean }))
}
