/** Calculates the figures and series of an area of a country by the rules of its country, from the tables. */

import { ln } from '../../language/elementary.ts'
import type { Message } from '../../language/messages.ts'
import { messages as fix } from '../../texts/fix.ts'
import { messages as fault } from '../../texts/region.ts'
import { sum } from '../cohorts.ts'
import { type FindYears, growthBefore, levelOf, LevelError, meanBefore, yearsOf } from '../past-level.ts'
import { PackError } from '../problems.ts'
import { nearestFix } from '../rows.ts'
import type { CountryTables, MoneyTable } from './tables.ts'
import { csvFormatRows } from 'd3-dsv'
import { isGiven } from '../input-output.ts'
import { type GoodsColumn, goodsColumns } from '../types.ts'

/** A row of rules.csv. */
export interface CountryRule {
  /**
   * The file of the area that the rule fills ('areaPaths': its paths), 'nation' or 'paths' of the nation around it, or 'own'
   * for a series that other rules alone read.
   */
  readonly file: 'figures' | 'vital' | 'series' | 'nation' | 'paths' | 'areaPaths' | 'own'
  readonly name: string
  readonly labels: string
  /**
   * Of a figure: level (of the year before the start), start (geometric mean of the years before and after it, which is the rate at
   * the start), mean or growth (of so many `years`), share (of the nation's `total`, by the level of each area), given (a
   * number). Of a series: level, rise on the year before, growth on it, index (of growth), linked (moved over a break by
   * a second series), given. Of a path: level, growth on the year before, rate (that growth as a logarithm), relative (to
   * the year before the start), mix (growth that the nation's industries give the area, at its own shares of the year
   * before the start, less that of the nation; `of` are codes of industries).
   */
  readonly rule: string
  /** Chains of series as in past.csv; 'valueAdded.food' and the like are money of the input-output table. */
  readonly of: string
  readonly total: string
  /** Number of years of a figure; years from-to of a series, or its breaks; of a path the place of a value in its year. */
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
const ofPaths = ['level', 'growth', 'rate', 'relative', 'mix']

/** Throws a PackError that names every rule of an unknown word. */
const checkWords = (rules: readonly CountryRule[]): void => {
  const problems = rules.flatMap(({ file, rule }, at) => {
    const known = file === 'figures' || file === 'nation' ? ofFigures : file.endsWith('aths') ? ofPaths : ofSeries
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

/** Product to sector of the model. */
type Sectors = ReadonlyMap<string, string>

const order =
  'farming mining oil food chemicals metals machinery vehicles otherIndustry construction trade services public'.split(
    ' ',
  )

/** Columns of goods, and the columns of the table that they are; visitors buy by assumption. */
const goods: Readonly<Record<Exclude<GoodsColumn, 'visitors'>, readonly string[]>> = {
  consumption: ['FU101', 'FU102'],
  investment: ['FU201'],
  purchases: ['FU103'],
  nation: ['OF'],
  abroad: ['EX'],
}

/** No table says what visitors buy: four fifths from trade, transport and hotels, a fifth from services (assumed). */
const visitors: Readonly<Record<string, number>> = { trade: 0.8, services: 0.2 }

/** Everything that is used in the area: the table balances by stocks. */
const used = ['FU101', 'FU102', 'FU103', 'FU201', 'FU202']

/** At most so much of what is bought is made in the area: building sites, too, hire from outside (assumed). */
const mostLocalBuilding = 0.98

const parts = ['VA001', 'VA002', 'VA003', 'VA004']

/** The model counts sales of farming, oil and public services to other areas elsewhere. */
const isOutside = (use: string): boolean => use === 'nation' || use === 'abroad'

interface AreaSectors {
  /** Money of the table by product or sector: value added, pay, and sales to other countries and purchases there. */
  readonly valueAdded: (name: string) => number
  readonly pay: (name: string) => number
  readonly exports: (name: string) => number
  readonly imports: (name: string) => number
  /** The file input-output.csv. */
  readonly file: string
}

/** An input-output table of many products by the sectors of the model, as the folder of an area holds it. */
const addUp = (table: MoneyTable, sectors: Sectors): AreaSectors => {
  const products = [...sectors.keys()]
  const members = (name: string): string[] =>
    sectors.has(name) ? [name] : products.filter(one => sectors.get(one) === name)
  const cell = (row: string, column: string): number => table.get(row)?.[column] ?? 0
  const block = (rows: readonly string[], columns: readonly string[]): number =>
    sum(rows.flatMap(row => columns.map(column => cell(row, column))))
  const valueAdded = (name: string): number => block(parts, members(name))
  const output = (name: string): number => block(products, members(name)) + valueAdded(name)
  const shares = (values: readonly number[]): number[] => {
    const positive = values.map(value => Math.max(0, value))
    const all = sum(positive)
    // Five digits, as statistics offices publish; the largest takes what rounding leaves.
    const rounded = positive.map(value => Math.round((1e5 * value) / (all || 1)))
    // A sector that the area does not have is all value added, which stands last.
    const largest = all > 0 ? rounded.indexOf(Math.max(...rounded)) : rounded.length - 1
    rounded[largest] = rounded[largest]! + 1e5 - sum(rounded)
    return rounded.map(value => value / 1e5)
  }
  const inputs = order.map(to => shares([...order.map(from => block(members(from), members(to))), valueAdded(to)]))
  const sold = Object.entries(goods).map(([use, columns]) =>
    shares(order.map(from => (isOutside(use) && isGiven(from) ? 0 : block(members(from), columns)))),
  )
  const local = order.map(name => {
    const use = block(members(name), [...products, ...used])
    const bought = block(members(name), ['IM', 'IF'])
    const [inTable, bound] = use > 0 ? [1 - bought / use, output(name) / use] : [1, 1]
    const most = name === 'construction' ? mostLocalBuilding : 1
    return [Math.min(most, Math.max(0, inTable)), Math.min(1, Math.max(inTable, bound))]
  })
  const digits = (value: number): string => String(Number(value.toFixed(5)))
  const blank = goodsColumns.map(() => '')
  const file = csvFormatRows([
    ['row', ...order, ...goodsColumns],
    ...order.map((name, row) => [
      name,
      ...[...inputs, ...sold].map(column => digits(column[row]!)),
      digits(visitors[name] ?? 0),
    ]),
    ['valueAdded', ...inputs.map(column => digits(column.at(-1)!)), ...blank],
    ['localTable', ...local.map(([inTable]) => digits(inTable!)), ...blank],
    ['localMost', ...local.map(([, most]) => digits(most!)), ...blank],
  ])
  return {
    valueAdded,
    pay: name => block(['VA001'], members(name)),
    exports: name => block(members(name), ['EX']),
    imports: name => block(members(name), ['IM']),
    file: `${file}\n`,
  }
}

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

  /** Undefined of a country without input-output tables. */
  sectorsOf(area: string): AreaSectors | undefined {
    return this.sectors.get(area)
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
          : constant(this.sectorsOf(place)![part as 'pay'](product!))
      if (found !== undefined) this.known.set(key, found)
      return found
    }
  }

  /** Undefined for a name that no area and no rule has; a series of one year alone holds in all. */
  private seriesOf(area: string, name: string): ReadonlyMap<number, number> | undefined {
    const rule = this.rules.find(one => one.name === name && (one.file === 'series' || one.file === 'own'))
    const found = this.tables.series.get(area)?.get(name)
    const values =
      rule !== undefined && !(area === this.country && found) && (rule.of !== name || rule.rule !== 'level')
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
      const least = rule.least === '' ? -Infinity : Number(rule.least)
      return Math.min(rule.most === '' ? Infinity : Number(rule.most), Math.max(least, value))
    } catch (problem) {
      if (problem instanceof LevelError) throw complain(fault.noSeries({ ...at, series: problem.message }))
      throw problem
    }
  }

  /** Points of a path of an area or the nation from the start on: a yearly value stands in the middle of its year unless said. */
  path(area: string, { rule, of, years }: CountryRule): Array<readonly [time: number, value: number]> {
    const last = this.start - 1
    const place = years === '' ? 0.5 : Number(years)
    const codes = of.split(' ')
    const own = yearsOf(rule === 'mix' ? `${this.country}:real${codes[0]!}` : of, this.find(area))
    const at = rule === 'mix' ? this.mix(area, codes) : this.at(area, of)
    const base = rule === 'relative' ? at(last) : 1
    const value = (year: number): number =>
      rule === 'rate' ? ln(at(year) / at(year - 1)) : rule === 'growth' ? at(year) / at(year - 1) - 1 : at(year) / base
    const ahead = [...own.keys()].filter(year => year > last).toSorted((a, b) => a - b)
    const points = [...(rule === 'level' || rule === 'relative' ? [last] : []), ...ahead].map(
      year => [year + place, value(year)] as const,
    )
    // Growth of the nation's industries is not known ahead.
    return rule === 'mix' ? [...points, [(ahead.at(-1) ?? last) + 1 + place, 0]] : points
  }

  private mix(area: string, codes: readonly string[]): (year: number) => number {
    const shares = (place: string): number[] => {
      const made = codes
        .map(code => this.at(place, `made${code}`)(this.start - 1))
        .map(one => (Number.isFinite(one) ? one : 0))
      return made.map(one => one / sum(made))
    }
    const [own, all] = [shares(area), shares(this.country)]
    const growth = codes.map(code => this.at(this.country, `real${code}`))
    return year => sum(codes.map((_, at) => (own[at]! - all[at]!) * ln(growth[at]!(year) / growth[at]!(year - 1))))
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
