/** Calculates the figures and series of an area of a country by the rules of its country, from the tables. */

import type { Message } from '../../language/messages.ts'
import { messages as fix } from '../../texts/fix.ts'
import { messages as fault } from '../../texts/region.ts'
import { sum } from '../cohorts.ts'
import { type FindYears, growthBefore, levelOf, LevelError, meanBefore, yearsOf } from '../past-level.ts'
import { PackError } from '../problems.ts'
import { nearestFix } from '../rows.ts'
import { addUp, type AreaSectors, type Sectors } from './sectors.ts'
import type { CountryTables } from './tables.ts'

/** A row of rules.csv. */
export interface CountryRule {
  /** The file of the area that the rule fills, or 'own' for a series that other rules alone read. */
  readonly file: 'figures' | 'vital' | 'series' | 'own'
  readonly name: string
  readonly labels: string
  /**
   * Of a figure: level (of the year before the start), start (geometric mean of the years before and after it, which is the rate at
   * the start), mean or growth (of so many `years`), share (of the nation's `total`, by the level of each area), given (a
   * number). Of a series: level, rise on the year before, growth on it, index (of growth), linked (moved over a break by
   * a second series), given.
   */
  readonly rule: string
  /** Chains of series as in past.csv; 'valueAdded.food' and the like are money of the input-output table. */
  readonly of: string
  readonly total: string
  /** Number of years of a figure; years from-to of a series, or its breaks. */
  readonly years: string
  readonly least: string
  readonly most: string
  readonly unit: string
  readonly evidence: string
  readonly source: string
  readonly note: string
}

const ofFigures = ['level', 'start', 'mean', 'growth', 'share', 'given']
const ofSeries = ['level', 'rise', 'growth', 'index', 'linked', 'given']

/** Throws a PackError that names every rule of an unknown word. */
const checkWords = (rules: readonly CountryRule[]): void => {
  const problems = rules.flatMap(({ file, rule }, at) => {
    const known = file === 'figures' ? ofFigures : ofSeries
    const message = fault.unknownRule({ word: rule })
    const meant = nearestFix(rule, known, fix.knownRules({ rules: known.join(', ') }))
    return known.includes(rule) ? [] : [{ file: 'rules.csv', row: at + 2, field: 'rule', message, fix: meant }]
  })
  if (problems.length > 0) throw new PackError('rules.csv', problems)
}

/** Years that a constant is known in. */
const always = Array.from({ length: 40 }, (_, at) => 1995 + at)
const constant = (value: number): ReadonlyMap<number, number> => new Map(always.map(year => [year, value]))

/** A smaller jump may be true. */
const leastBreak = 0.05

/** Chains are read at the start as they are: no figure stands in them. */
const nothing = { year: Number.NaN, value: Number.NaN }

export class CountryFigures {
  private readonly tables: CountryTables
  private readonly rules: readonly CountryRule[]
  private readonly country: string
  private readonly start: number
  private readonly sectors: ReadonlyMap<string, AreaSectors>
  private readonly known = new Map<string, ReadonlyMap<number, number>>()
  private readonly names: ReadonlySet<string>

  constructor(country: string, start: number, tables: CountryTables, rules: readonly CountryRule[], sectors: Sectors) {
    checkWords(rules)
    this.country = country
    this.start = start
    this.tables = tables
    this.rules = rules
    this.sectors = new Map([...tables.inputOutput].map(([area, table]) => [area, addUp(table, sectors)]))
    this.names = new Set([...tables.series.values()].flatMap(names => [...names.keys()]))
  }

  sectorsOf(area: string): AreaSectors {
    return this.sectors.get(area)!
  }

  /** Years of a series of an area: of the tables, or made by a rule; a number and money of the table hold in all. */
  private find(area: string): FindYears {
    return name => {
      const [place, own] = name.includes(':') ? (name.split(':') as [string, string]) : [area, name]
      const key = `${place}:${own}`
      const before = this.known.get(key)
      if (before !== undefined) return before
      const [, part, product] = /^(valueAdded|pay|exports|imports)\.(\w+)$/.exec(own) ?? []
      const found = /^[\d.]+$/.test(own)
        ? constant(Number(own))
        : part === undefined
          ? this.seriesOf(place, own)
          : constant(this.sectorsOf(place)[part as 'pay'](product!))
      if (found !== undefined) this.known.set(key, found)
      return found
    }
  }

  /** Undefined for a name that no area and no rule has; a series of one year alone holds in all. */
  private seriesOf(area: string, name: string): ReadonlyMap<number, number> | undefined {
    const rule = this.rules.find(one => one.name === name && (one.file === 'series' || one.file === 'own'))
    const found = this.tables.series.get(area)?.get(name)
    const values =
      rule !== undefined && area !== this.country && (rule.of !== name || rule.rule !== 'level')
        ? this.made(area, rule)
        : new Map([...(found ?? [])].map(([year, { value }]) => [year, value]))
    if (rule === undefined && values.size === 0 && !this.names.has(name)) return undefined
    return values.size === 1 ? constant([...values.values()][0]!) : values
  }

  private made(area: string, { rule, of, years }: CountryRule): ReadonlyMap<number, number> {
    const find = this.find(area)
    const [first, second] = of.split(';') as [string, string?]
    const own = new Map([...yearsOf(first, find)].toSorted(([a], [b]) => a - b))
    const at = (year: number): number => own.get(year) ?? Number.NaN
    const pairs = [...own.keys()].filter(year => own.has(year - 1))
    switch (rule) {
      case 'rise':
        return new Map(pairs.map(year => [year, at(year) - at(year - 1)]))
      case 'growth':
        return new Map(pairs.map(year => [year, at(year) / at(year - 1) - 1]))
      case 'index': {
        let level = 100
        const base = [...own.keys()][0]! - 1
        return new Map([[base, level], ...[...own].map(([year, growth]) => [year, (level *= 1 + growth)] as const)])
      }
      case 'linked': {
        const breaks = years.split(';').map(Number)
        const mover = levelOf(second!, find, nothing)
        const linked = new Map<number, number>()
        let factor = 1
        for (const year of [...own.keys()].toReversed()) {
          const jump = (at(year + 1) / at(year)) * (mover(year) / mover(year + 1))
          // Before a break the series is raised or lowered so that it moves over it as the other does.
          if (breaks.includes(year + 1) && Math.abs(jump - 1) > leastBreak) factor *= jump
          linked.set(year, factor * at(year))
        }
        return new Map([...linked].toReversed())
      }
      default:
        return own
    }
  }

  /** A series with the years that its rule keeps. */
  series(area: string, rule: CountryRule): ReadonlyMap<number, number> {
    const [from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(rule.years)?.slice(1) ?? []
    const values = rule.file === 'series' ? this.find(area)(rule.name)! : this.made(area, rule)
    const last = to ?? from
    const wanted = [...values].filter(
      ([year, value]) =>
        Number.isFinite(value) &&
        (last === undefined ? year <= this.start : year >= Number(from) && year <= Number(last)),
    )
    return new Map(wanted)
  }

  /** A figure at the start. Throws a PackError with the row of the rule that gives none. */
  figure(area: string, rule: CountryRule): number {
    const at = { name: `${rule.name} ${rule.labels}`.trim(), place: area, year: this.start }
    const complain = (message: Message): PackError =>
      new PackError(area, [
        { file: 'rules.csv', row: this.rules.indexOf(rule) + 2, field: 'of', message, fix: fix.longerSeries() },
      ])
    try {
      const value = this.level(area, rule)
      if (!Number.isFinite(value)) throw complain(fault.noPastValue({ ...at, series: rule.of }))
      const least = rule.least === '' ? Number.NEGATIVE_INFINITY : Number(rule.least)
      const most = rule.most === '' ? Number.POSITIVE_INFINITY : Number(rule.most)
      return Math.min(most, Math.max(least, value))
    } catch (problem) {
      if (problem instanceof LevelError) throw complain(fault.noSeries({ ...at, series: problem.message }))
      throw problem
    }
  }

  private at(area: string, chain: string): (year: number) => number {
    return levelOf(chain, this.find(area), nothing)
  }

  private level(area: string, { rule, of, total, years }: CountryRule): number {
    const last = this.start - 1
    const at = this.at(area, of)
    const count = Number(years)
    switch (rule) {
      case 'start':
        return Math.sqrt(at(last) * at(this.start))
      case 'mean':
        return meanBefore(at, last, count)
      case 'growth':
        return growthBefore(at, last, count)
      case 'share': {
        const key = `${of} ${total} ${last}`
        const unit = this.units.get(key) ?? this.unitOf(of, total, last)
        this.units.set(key, unit)
        return unit * at(last)
      }
      default:
        return at(last)
    }
  }

  private readonly units = new Map<string, number>()

  /** The part of the nation's total that goes to a unit of the key. */
  private unitOf(of: string, total: string, year: number): number {
    return this.at(this.country, total)(year) / sum(this.tables.areas.map(({ id }) => this.at(id, of)(year)))
  }
}
