/** Calculates the level of a figure in an earlier year from chains of official series, each continued by the next. */

import { exp, ln } from '../language/elementary.ts'

/** A series or yearly path by name; undefined when there is none. Years to values. */
export type FindYears = (name: string) => ReadonlyMap<number, number> | undefined

/** Thrown for a name that no file holds. */
export class LevelError extends Error {}

/** Years in which all members of 'a*b/c', or all parts of 'a-b+c', stand. */
export const yearsOf = (text: string, find: FindYears): Map<number, number> => {
  const [first, ...others] = text.split(/(?=[*/])/).map(word => ({
    over: word.startsWith('/'),
    years: difference(word.replace(/^[*/]/, '').trim(), find),
  }))
  const found = new Map<number, number>()
  for (const [year, value] of first!.years) {
    let all = value
    for (const { over, years } of others) {
      const other = years.get(year) ?? Number.NaN
      all = over ? all / other : all * other
    }
    if (Number.isFinite(all)) found.set(year, all)
  }
  return found
}

const named = (name: string, find: FindYears): ReadonlyMap<number, number> => {
  const years = find(name)
  if (years === undefined) throw new LevelError(name)
  return years
}

/** Sums and differences of series, in the years that all of them have. */
const difference = (text: string, find: FindYears): ReadonlyMap<number, number> => {
  const names = /^(?:[A-Z-]+:)?\w+$/.test(text) ? [text] : text.split(/(?<=\w)(?=[-+][a-z])/)
  const [first, ...others] = names.map(name => named(name.replace(/^[-+]/, ''), find))
  return others.reduce((so, years, at) => {
    const sign = names[at + 1]!.startsWith('-') ? -1 : 1
    return new Map(
      [...so].flatMap(([year, value]) => (years.has(year) ? [[year, value + sign * years.get(year)!]] : [])),
    )
  }, first!)
}

/** The links of a chain, without the mark of those that measure the same as the figure. */
export const linksOf = (chain: string): string[] => chain.split(';').map(link => link.trim().replace(/^=/, ''))

/** The series that a link of a chain is made of. */
export const namesIn = (link: string): string[] =>
  link.split(/[*/]/).flatMap(part => part.trim().split(/(?<=\w)[-+](?=[a-z])/))

/** The last year in which a link of a chain stands; -Infinity where it does in none. */
export const linkEnd = (link: string, find: FindYears): number => Math.max(...knownYears(link, find, []).keys())

const between = (years: readonly number[], values: ReadonlyMap<number, number>, year: number): number => {
  const known = values.get(year)
  if (known !== undefined) return known
  const before = years.findLast(one => one < year)!
  const after = years.find(one => one > year)!
  const [low, high] = [values.get(before)!, values.get(after)!]
  const share = (year - before) / (after - before)
  return low > 0 && high > 0 ? exp(ln(low) * (1 - share) + ln(high) * share) : low + (high - low) * share
}

/** Mean of the last `count` years. */
export const meanBefore = (at: (year: number) => number, last: number, count: number): number =>
  Array.from({ length: count }, (_, back) => at(last - back)).reduce((sum, value) => sum + value, 0) / count

/** Growth a year over the last `count` years, as a logarithm. */
export const growthBefore = (at: (year: number) => number, last: number, count: number): number =>
  ln(at(last) / at(last - count)) / count

/** A region may lack a series that another region has: the next of the chain stands in for it. */
const knownYears = (text: string, find: FindYears, unknown: LevelError[]): Map<number, number> => {
  try {
    return yearsOf(text, find)
  } catch (problem) {
    if (!(problem instanceof LevelError)) throw problem
    unknown.push(problem)
    return new Map()
  }
}

/**
 * Level in any year from 'first;second;…', each 'a*b', 'a-b' or a name: inside the span of the first by itself (gaps
 * geometrically), outside carried on by the movement of the second, and so on; constant beyond the last. '=name' says
 * that the series is the same thing as the figure, which then stands in it at its own year.
 */
export const levelOf = (chain: string, find: FindYears, own: { year: number; value: number }) => {
  const unknown: LevelError[] = []
  const links = chain.split(';').map(text => {
    const same = text.trim().startsWith('=')
    const values = knownYears(text.trim().replace(/^=/, ''), find, unknown)
    const years = new Map([...values].filter(([, value]) => Number.isFinite(value)))
    if (same && !years.has(own.year) && Number.isFinite(own.value)) years.set(own.year, own.value)
    return { values: years, years: [...years.keys()].toSorted((a, b) => a - b) }
  })
  if (unknown.length > 0 && links.every(({ years }) => years.length === 0)) throw unknown[0]!
  const at = (link: number, year: number): number => {
    const { values, years } = links[link] ?? { values: new Map<number, number>(), years: [] }
    if (years.length === 0) return link < links.length ? at(link + 1, year) : 1
    const [first, last] = [years[0]!, years.at(-1)!]
    if (year >= first && year <= last) return between(years, values, year)
    const edge = year < first ? first : last
    return (values.get(edge)! * at(link + 1, year)) / at(link + 1, edge)
  }
  return (year: number): number => at(0, year)
}
