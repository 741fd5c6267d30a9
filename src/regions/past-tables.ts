/** The tables of the past: history.csv (what happened outside), levers.csv (what policy stood at), past.csv (how start figures are found), reporting.csv (what reports inflated). */

import type { PackProblem } from './problems.ts'
import { didYouMean, readNumber, readOrigin, readRows, readYear } from './rows.ts'
import type { Origin, RegionData } from './types.ts'

interface HistoryPoint extends Origin {
  readonly year: number
  /** Mean of the year, in the unit of the path. */
  readonly value: number
}

/** Yearly points of each path of the model, in order. */
export type History = ReadonlyMap<string, readonly HistoryPoint[]>

/** How a start figure of an earlier year is found; see docs/guide/regions.md. */
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

/** What was reported of a year is what was, times (1 + inflated). */
export interface Reporting extends Origin {
  readonly area: string
  readonly series: string
  readonly year: number
  readonly inflated: number
}

export const parseHistory = (
  file: string,
  text: string,
  region: RegionData,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): History => {
  const history = new Map<string, HistoryPoint[]>()
  if (text === '') return history
  const columns = ['name', 'year', 'value', 'unit', 'evidence', 'source', 'note']
  for (const row of readRows(file, text, columns, problems)) {
    const { name = '', unit = '' } = row.fields
    const at = { file, row: row.line }
    const point = { year: readYear(row, problems), value: readNumber(row, 'value', problems) }
    const origin = readOrigin(row, sources, problems)
    const path = region.paths[name]
    if (path === undefined) {
      const cure = didYouMean(name, Object.keys(region.paths), 'The model reads no such path: remove the row')
      problems.push({ ...at, field: 'name', wrong: `unknown name '${name}'`, cure })
      continue
    }
    if (unit !== path.unit) {
      const wrong = `${name} is in '${unit}', the path in '${path.unit}'`
      problems.push({ ...at, field: 'unit', wrong, cure: 'Convert the value and write the unit so' })
    }
    const points = history.get(name) ?? []
    const last = points.at(-1)
    if (last !== undefined && point.year !== last.year + 1) {
      const wrong = `${name} goes from ${last.year} to ${point.year}`
      problems.push({ ...at, field: 'year', wrong, cure: 'Give every year once, in order' })
    }
    points.push({ ...point, ...origin })
    history.set(name, points)
  }
  const last = region.start - 1
  for (const name of Object.keys(region.paths)) {
    const until = history.get(name)?.at(-1)?.year
    if (until === last) continue
    const wrong = until === undefined ? `${name} is missing` : `${name} ends in ${until}, not in ${last}`
    problems.push({ file, wrong, cure: `Give every year up to ${last}` })
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

/** What levers stood at before the pack's start. Which names are levers the model knows: a run refuses others. */
export const parseLevers = (
  file: string,
  text: string,
  region: RegionData,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): PastLever[] => {
  const levers: PastLever[] = []
  const columns = ['name', 'from', 'value', 'unit', 'evidence', 'source', 'note']
  for (const row of readRows(file, text, columns, problems)) {
    const { name = '', unit = '' } = row.fields
    const from = readNumber(row, 'from', problems)
    const point = { name, from, value: readNumber(row, 'value', problems), unit, ...readOrigin(row, sources, problems) }
    const complain = (wrong: string, cure: string): void => {
      problems.push({ file, row: row.line, field: 'from', wrong, cure })
    }
    if (from >= region.start) complain(`${name} from ${from} on`, `From ${region.start} on the model says what stands`)
    const last = levers.findLast(one => one.name === name)
    if (last !== undefined && last.from >= from)
      complain(`${name} goes from ${last.from} to ${from}`, 'Give times in order')
    levers.push(point)
  }
  return levers
}

export const parseRules = (
  file: string,
  text: string,
  region: RegionData,
  problems: PackProblem[],
): ReadonlyMap<string, PastRule> => {
  const rules = new Map<string, PastRule>()
  if (text === '') return rules
  for (const row of readRows(file, text, ['name', 'rule', 'years', 'of', 'note'], problems)) {
    const { name = '', rule = '', years = '', of = '', note = '' } = row.fields
    const at = { file, row: row.line }
    if (region.values[name] === undefined) {
      const cure = didYouMean(name, Object.keys(region.values), 'The model has no such datum: remove the row')
      problems.push({ ...at, field: 'name', wrong: `unknown name '${name}'`, cure })
    } else if (rules.has(name)) {
      problems.push({ ...at, field: 'name', wrong: `${name} has two rules`, cure: 'Keep one of the two' })
    }
    const word = ruleWords.find(one => one === rule)
    if (word === undefined) {
      const cure = didYouMean(rule, ruleWords, `Rules are ${ruleWords.join(', ')}`)
      problems.push({ ...at, field: 'rule', wrong: `unknown rule '${rule}'`, cure })
      continue
    }
    const needsYears = word === 'mean' || word === 'growth'
    if ((needsYears && years === '') || (years !== '' && !/^[1-9]\d?$/.test(years))) {
      const wrong = years === '' ? `a ${word} needs its years` : `'${years}' is not a number of years`
      problems.push({ ...at, field: 'years', wrong, cure: 'Write over how many years, such as 1' })
    }
    if (of === '' && word !== 'keep' && word !== 'cohorts') {
      problems.push({ ...at, field: 'of', wrong: `a ${word} needs a series`, cure: 'Name the series it follows' })
    }
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
    if (rules.has(name)) continue
    problems.push({ file, wrong: `${name} has no rule`, cure: "Add one, such as 'keep'" })
  }
  return rules
}

export const parseReporting = (
  file: string,
  text: string,
  area: string,
  sources: ReadonlySet<string>,
  problems: PackProblem[],
): Reporting[] =>
  readRows(file, text, ['series', 'year', 'inflated', 'evidence', 'source', 'note'], problems).map(row => {
    const inflated = readNumber(row, 'inflated', problems)
    if (inflated <= -1 || inflated > 1) {
      const wrong = `${inflated} of what was cannot have been added`
      problems.push({ file, row: row.line, field: 'inflated', wrong, cure: 'Write a fifth too much as 0.2' })
    }
    return {
      area,
      series: row.fields['series'] ?? '',
      year: readYear(row, problems),
      inflated,
      ...readOrigin(row, sources, problems),
    }
  })
