/** Calculates the level of a figure in an earlier year from chains of official series, each continued by the next. */

import { exp, ln } from '../language/elementary.ts'

/** A series or yearly path by name; undefined when there is none. Years to values. */
export type FindYears = (name: string) => ReadonlyMap<number, number> | undefined

/** What an earlier level is read from; undefined for a name that no file holds. */
export class LevelError extends Error {}

/** Years in which all members of 'a*b/c', or both parts of 'a-b', stand. */
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

const difference = (text: string, find: FindYears): ReadonlyMap<number, number> => {
  const names = /^(?:[A-Z-]+:)?\w+$/.test(text) ? [text] : text.split(/(?<=\w)-(?=[a-z])/)
  const [from, less] = names
  const first = named(from!, find)
  if (less === undefined) return first
  const second = named(less, find)
  return new Map([...first].flatMap(([year, value]) => (second.has(year) ? [[year, value - second.get(year)!]] : [])))
}

const between = (years: readonly number[], values: ReadonlyMap<number, number>, year: number): number => {
  const known = values.get(year)
  if (known !== undefined) return known
  const before = years.findLast(one => one < year)!
  const after = years.find(one => one > year)!
  const [low, high] = [values.get(before)!, values.get(after)!]
  const share = (year - before) / (after - before)
  return low > 0 && high > 0 ? exp(ln(low) * (1 - share) + ln(high) * share) : low + (high - low) * share
}

/**
 * Level in any year from 'first;second;…', each 'a*b', 'a-b' or a name: inside the span of the first by itself (gaps
 * geometrically), outside carried on by the movement of the second, and so on; constant beyond the last. '=name' says
 * that the series is the same thing as the figure, which then stands in it at its own year.
 */
export const levelOf = (chain: string, find: FindYears, own: { year: number; value: number }) => {
  const links = chain.split(';').map(text => {
    const same = text.trim().startsWith('=')
    const values = yearsOf(text.trim().replace(/^=/, ''), find)
    const years = new Map([...values].filter(([, value]) => Number.isFinite(value)))
    if (same && !years.has(own.year)) years.set(own.year, own.value)
    return { values: years, years: [...years.keys()].toSorted((a, b) => a - b) }
  })
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
