/**
 * Reads the tables of past years: history.csv (conditions outside the region), levers.csv (values of levers), past.csv
 * (rules for initial values), reporting.csv (overstatement of reports) and moments.csv (what studies say of responses).
 */

import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { nearestFix, readRows, type Row, type TableFile } from './rows.ts'
import type { Origin, RegionData } from './types.ts'

interface HistoryPoint extends Origin {
  /** The area that it is for; all areas, or the nation, when absent. */
  readonly area?: string
  readonly year: number
  /** Mean of the year, in the unit of the path. */
  readonly value: number
}

/** Yearly points of each path of the model, in order, by its name, or 'area:name' where they are those of an area. */
export type History = ReadonlyMap<string, readonly HistoryPoint[]>

const keyIn = (name: string, area: string | undefined): string => (area === undefined ? name : `${area}:${name}`)

/** The points of a path for an area: its own, else those of all areas. */
export const historyOf = (history: History, name: string, area?: string): readonly HistoryPoint[] | undefined =>
  (area === undefined ? undefined : history.get(keyIn(name, area))) ?? history.get(name)

/** The rule by which a start figure of an earlier year is found; see docs/guide/regions.md. */
export interface PastRule {
  readonly name: string
  readonly rule: 'keep' | 'scale' | 'shift' | 'mean' | 'growth' | 'cohorts'
  /** Years over which a mean or growth is taken. */
  readonly years: number
  /** Chain of series. */
  readonly of: string
  readonly note?: string
  readonly line: number
}

const ruleWords = ['keep', 'scale', 'shift', 'mean', 'growth', 'cohorts'] as const

/** The reported figure of a year is the true one times (1 + inflated). */
export interface Reporting extends Origin {
  readonly area: string
  readonly series: string
  readonly year: number
  readonly inflated: number
}

/** Areas by id: those of the region, and whether there is one so called, of this or another region. */
interface AreaNames {
  readonly own: readonly string[]
  exists(id: string): boolean
}

/** The area that a row of history.csv is for, which a path without areas must leave empty. */
const readArea = (row: Row, name: string, byArea: boolean, areas: AreaNames): string | undefined => {
  const word = row.fields['area'] ?? ''
  if (word === '') return undefined
  if (!byArea) row.complain('area', fault.pathWithoutAreas({ name }), fix.leaveAreaEmpty())
  else if (!areas.exists(word)) {
    const known = fix.nameArea({ areas: areas.own.join(', ') })
    row.complain('area', fault.unknownArea({ word }), nearestFix(word, areas.own, known))
  }
  return word
}

export const parseHistory = (table: TableFile | undefined, region: RegionData, areas: AreaNames): History => {
  const history = new Map<string, HistoryPoint[]>()
  if (table === undefined) return history
  const columns = ['name', 'year', 'value', 'unit', 'evidence', 'source']
  for (const row of readRows(table, columns, { optional: ['note', 'area'] })) {
    const { name = '' } = row.fields
    const point = { year: row.year(), value: row.number('value') }
    const origin = row.origin()
    const path = region.paths[name]
    if (path === undefined) {
      row.unknownName('name', name, Object.keys(region.paths), fix.removePath())
      continue
    }
    row.checkUnit(name, path.unit)
    const area = readArea(row, name, path.ofAreas !== undefined, areas)
    const points = history.get(keyIn(name, area)) ?? []
    const last = points.at(-1)
    if (last !== undefined && point.year !== last.year + 1)
      row.complain('year', fault.yearSkipped({ name, from: last.year, to: point.year }), fix.everyYear())
    points.push({ ...point, ...origin, ...(area === undefined ? {} : { area }) })
    history.set(keyIn(name, area), points)
  }
  const last = region.start - 1
  for (const [name, { ofAreas, like }] of Object.entries(region.paths)) {
    if (like !== undefined) {
      const points = history.get(like)
      if (points !== undefined) history.set(name, points)
      continue
    }
    for (const area of ofAreas === undefined ? [undefined] : region.areas) {
      const until = historyOf(history, name, area)?.at(-1)?.year
      if (until === last) continue
      const missing = area === undefined ? fault.missing({ name }) : fault.missingIn({ name, area })
      const message = until === undefined ? missing : fault.endsEarly({ name, year: until, last })
      table.problems.push({ file: table.file, message, fix: fix.everyYearTo({ year: last }) })
    }
  }
  return history
}

export interface PastLever extends Origin {
  readonly name: string
  /** Calendar time from which it stood at `value`, in the lever's own unit. */
  readonly from: number
  readonly value: number
  readonly unit: string
}

/** Levers before the pack's start. The model knows which names are levers: a run refuses others. */
export const parseLevers = (table: TableFile | undefined, region: RegionData): PastLever[] => {
  const levers: PastLever[] = []
  const columns = ['name', 'from', 'value', 'unit', 'evidence', 'source', 'note']
  for (const row of readRows(table, columns)) {
    const { name = '', unit = '' } = row.fields
    const from = row.number('from')
    const point = { name, from, value: row.number('value'), unit, ...row.origin() }
    if (from >= region.start)
      row.complain('from', fault.leverTooLate({ name, from }), fix.endLever({ start: region.start }))
    const last = levers.findLast(one => one.name === name)
    if (last !== undefined && last.from >= from)
      row.complain('from', fault.timeOrder({ name, time: from, before: last.from }), fix.orderTimes())
    levers.push(point)
  }
  return levers
}

/**
 * A response that studies give and the series of a region hardly show: the change of an outcome over that of others, of
 * the whole region, in yuan per yuan. A fit takes it for one observation more.
 */
export interface Moment extends Origin {
  readonly name: string
  /** The change, as scenarios write it: settings of levers, and of paths. */
  readonly policy: readonly string[]
  readonly outside: readonly string[]
  /** First and last year of which the changes are added up: within one of the runs of a fit, which begins before the change. */
  readonly from: number
  readonly to: number
  readonly outcome: string
  readonly over: readonly string[]
  /** The middle 80 % of what studies give. */
  readonly low: number
  readonly high: number
  /** As how many such observations it counts. */
  readonly weight: number
}

const wordsIn = (text: string | undefined, mark: string): string[] => (text ? text.split(mark) : [])

export const parseMoments = (table: TableFile | undefined): Moment[] =>
  readRows(table, 'name policy outside from to outcome over low high weight evidence source note'.split(' ')).map(
    row => {
      const { name = '', policy, outside, outcome = '', over } = row.fields
      const [from, to] = [row.number('from'), row.number('to')]
      const [low, high, weight] = [row.number('low'), row.number('high'), row.number('weight')]
      if (to < from) row.complain('to', fault.timeOrder({ name, time: to, before: from }), fix.orderTimes())
      if (high <= low || weight <= 0)
        row.complain('weight', fault.errorNotPositive({ value: (high - low) * weight }), fix.positiveError())
      const words = { policy: wordsIn(policy, ';'), outside: wordsIn(outside, ';'), over: wordsIn(over, '+') }
      return { name, ...words, from, to, outcome, low, high, weight, ...row.origin() }
    },
  )

/** `which`: a rule for every figure, or for some. */
export const parseRules = (
  table: TableFile | undefined,
  region: RegionData,
  which: 'all' | 'some' = 'all',
): ReadonlyMap<string, PastRule> => {
  const rules = new Map<string, PastRule>()
  if (table === undefined) return rules
  for (const row of readRows(table, ['name', 'rule', 'years', 'of', 'note'])) {
    const { name = '', rule = '', years = '', of = '', note = '' } = row.fields
    if (region.values[name] === undefined) row.unknownName('name', name, Object.keys(region.values), fix.removeRule())
    else if (rules.has(name)) row.complain('name', fault.twoRules({ name }), fix.keepOne())
    const word = ruleWords.find(one => one === rule)
    if (word === undefined) {
      const meant = nearestFix(rule, ruleWords, fix.knownRules({ rules: ruleWords.join(', ') }))
      row.complain('rule', fault.unknownRule({ word: rule }), meant)
      continue
    }
    const needsYears = word === 'mean' || word === 'growth'
    if ((needsYears && years === '') || (years !== '' && !/^[1-9]\d?$/.test(years))) {
      const message = years === '' ? fault.ruleYearsMissing({ rule: word }) : fault.ruleYears({ text: years })
      row.complain('years', message, fix.writeYears())
    }
    if (of === '' && word !== 'keep' && word !== 'cohorts')
      row.complain('of', fault.ruleSeriesMissing({ rule: word }), fix.nameFollowed())
    rules.set(name, {
      name,
      rule: word,
      years: Number(years || 0),
      of,
      line: row.line,
      ...(note === '' ? {} : { note }),
    })
  }
  for (const name of Object.keys(region.values)) {
    if (rules.has(name) || which === 'some') continue
    table.problems.push({ file: table.file, message: fault.noRule({ name }), fix: fix.addRule() })
  }
  return rules
}

export const parseReporting = (table: TableFile | undefined, area: string): Reporting[] =>
  readRows(table, ['series', 'year', 'inflated', 'evidence', 'source', 'note']).map(row => {
    const inflated = row.number('inflated')
    if (inflated <= -1 || inflated > 1)
      row.complain('inflated', fault.inflatedRange({ value: inflated }), fix.writeInflated())
    return { area, series: row.fields['series'] ?? '', year: row.year(), inflated, ...row.origin() }
  })
