/**
 * Evaluates the formulas of tests: the grammar of the equation language over published series, initial values, facts,
 * and runs by year.
 */

import { messages as analysisMessages } from '../../../texts/analysis.ts'
import { UsageError, type Message } from '../../../language/messages.ts'
import { unknownWord } from '../../../language/usage.ts'
import { nearest } from '../../../language/errors.ts'
import { type leversOf, standardAt } from '../../../engine/scenario.ts'
import { binaryValue, comparisons } from '../../../language/emit/arithmetic.ts'
import { parse, type Selector, SyntaxProblem, type Syntax, syntaxParts } from '../../../language/parse.ts'
import type { RegionData, SeriesPoint } from '../../../regions/types.ts'
import { messages as claimRemarks } from '../../../texts/claim.ts'
import type { Reader } from '../../../engine/run/reader.ts'
import type { Fact } from './ledger.ts'

/** A name as a test uses it: 'share65[northeast, 2023]' has the labels northeast and 2023. */
interface Use {
  readonly name: string
  readonly index: readonly Selector[]
  /** At the end of the year, for a state of the model. */
  readonly closing: boolean
}

const overYears = ['fastest', 'slowest', 'largest', 'smallest', 'mean'] as const
type OverYears = (typeof overYears)[number]

export const parseFormula = (text: string): Syntax => {
  try {
    return parse(text)
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem
    throw new UsageError(analysisMessages.formulaSyntax({ text, why: problem.what, position: problem.position + 1 }))
  }
}

const usesIn = (syntax: Syntax, closing = false): Use[] => {
  if (syntax.type === 'name') return [{ name: syntax.name, index: syntax.index ?? [], closing }]
  const within = closing || (syntax.type === 'call' && syntax.name === 'closing')
  return syntaxParts(syntax).flatMap(part => usesIn(part, within))
}

/** The variables that a text reads of each run, by the run's name. */
export const runReadsOf = (syntax: Syntax, runs: ReadonlySet<string>): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { name, index, closing } of usesIn(syntax)) {
    const run = index[0]?.from
    if (run === undefined || !runs.has(run)) continue
    const names = found.get(run) ?? new Set()
    found.set(run, names.add(closing ? `closing(${name})` : name))
  }
  return found
}

/** A place by its short name: the region itself, or an id without its country, LN for CN-LN. */
const placesOf = ({ id, series, areas, context }: RegionData): Map<string, string> => {
  const ids = new Set([...areas, context, ...series.map(({ area }) => area)])
  return new Map([...[...ids].map(one => [one.split('-').at(-1)!, one] as const), [id.replaceAll('-', ''), id]])
}

/** Units whose quantities add up over areas; others are means weighted by residents. */
const addsUp = (unit: string): boolean => /^([A-Z]{3}|person|m2|t|household|robot)( (k|m|bn|tn))?(\/year)?$/.test(unit)

export interface Surroundings {
  readonly region: RegionData
  readonly facts: Readonly<Record<string, Fact>>
  /** By name, 'baseline' among them. */
  readonly runs: ReadonlyMap<string, Reader>
  /** Those whose standard can be read of any year, of runs or before them: 'childAllowance[standard, 2023]'. */
  readonly levers: ReturnType<typeof leversOf>
}

export interface Evaluated {
  /** A truth as 1 or 0. */
  readonly value: number
  /** Figures that had to be read between two years. */
  readonly remarks: readonly Message[]
}

export const isComparison = (syntax: Syntax): syntax is Extract<Syntax, { type: 'binary' }> =>
  syntax.type === 'binary' && syntax.operator in comparisons

/** Reads what tests name. Remarks gather over its life. */
class Evaluation {
  readonly remarks: Message[] = []
  private readonly where: Surroundings
  private readonly places: ReadonlyMap<string, string>

  constructor(where: Surroundings) {
    this.where = where
    this.places = placesOf(where.region)
  }

  value(syntax: Syntax, closing = false): number {
    switch (syntax.type) {
      case 'number':
        return syntax.value
      case 'negate':
        return -this.value(syntax.operand, closing)
      case 'not':
        return this.value(syntax.operand, closing) === 0 ? 1 : 0
      case 'name':
        return this.single({ name: syntax.name, index: syntax.index ?? [], closing })
      case 'call':
        return this.call(syntax.name, syntax.inputs)
      default:
        return binaryValue(syntax.operator, this.value(syntax.left, closing), this.value(syntax.right, closing))
    }
  }

  private call(name: string, inputs: readonly Syntax[]): number {
    const [first] = inputs
    if (name === 'closing' && first !== undefined) return this.value(first, true)
    if (name === 'min') return Math.min(...inputs.map(input => this.value(input)))
    if (name === 'max') return Math.max(...inputs.map(input => this.value(input)))
    if (name === 'abs' && first !== undefined) return Math.abs(this.value(first))
    if ((overYears as readonly string[]).includes(name) && first !== undefined) {
      return this.over(name as OverYears, first)
    }
    throw new UsageError(
      analysisMessages.formulaFunction({ name, known: ['closing', 'min', 'max', 'abs', ...overYears].join(', ') }),
    )
  }

  /** The largest or smallest yearly change, the largest, smallest or mean value over a range of years. */
  private over(name: OverYears, syntax: Syntax): number {
    const [use, ...more] = usesIn(syntax)
    const last = use?.index.at(-1)
    if (use === undefined || more.length > 0 || last?.range !== true || !last.from || !last.to) {
      throw new UsageError(analysisMessages.formulaYears({ name }))
    }
    const [from, to] = [this.year(last.from), this.year(last.to)]
    const years = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    const values = years.map(year => this.read(use, use.index.slice(0, -1), year))
    const changes = values.slice(1).map((value, at) => value - values[at]!)
    if (name === 'fastest') return Math.max(...changes)
    if (name === 'slowest') return Math.min(...changes)
    if (name === 'largest') return Math.max(...values)
    if (name === 'smallest') return Math.min(...values)
    return values.reduce((sum, value) => sum + value, 0) / values.length
  }

  private single(use: Use): number {
    const { name, index } = use
    if (index.length === 0) {
      const fact = this.where.facts[name]
      if (fact !== undefined) return fact.value
      const meant = nearest(name, Object.keys(this.where.facts))
      throw new UsageError(analysisMessages.formulaFact({ name, meant }))
    }
    const last = index.at(-1)!.from ?? ''
    if (index.some(({ range }) => range))
      throw new UsageError(analysisMessages.formulaRange({ name, known: overYears.join(', ') }))
    return /^(\d{4}|start)$/.test(last) ? this.read(use, index.slice(0, -1), this.year(last)) : this.figure(name, last)
  }

  /** A year, or the first of runs. */
  private year(word: string): number {
    return word === 'start' ? Math.floor(this.where.region.start) : Number(word)
  }

  private place(label: string): string {
    const id = this.places.get(label)
    if (id !== undefined) return id
    const known = [...this.places.keys()]
    throw new UsageError(
      analysisMessages.formulaPlace({ label, known: known.join(', '), runs: [...this.where.runs.keys()].join(', ') }),
    )
  }

  /** A series at a place, or a variable of a run, in a year. */
  private read({ name, closing }: Use, labels: readonly Selector[], year: number): number {
    const [first = '', second] = labels.map(({ from }) => from ?? '')
    const lever = first === 'standard' ? this.where.levers.get(name) : undefined
    if (lever !== undefined) return standardAt(lever.standard, year)
    const run = this.where.runs.get(first)
    if (run === undefined) return this.series(name, this.place(first), year)
    const area = second === undefined ? [] : [this.place(second)]
    return closing ? run.last(`closing(${name})`, year, ...area) : run.mean(name, year, ...area)
  }

  private figure(name: string, label: string): number {
    const place = this.place(label)
    const { region } = this.where
    const of = (area: string): number => {
      const found = region.figures.find(one => one.name === name && one.area === area && one.value !== undefined)
      if (found?.value !== undefined) return found.value
      throw new UsageError(analysisMessages.formulaFigure({ name, area }))
    }
    if (place !== region.id) return of(place)
    const unit = region.figures.find(one => one.name === name)?.unit ?? ''
    if (addsUp(unit)) return region.areas.reduce((sum, area) => sum + of(area), 0)
    throw new UsageError(analysisMessages.formulaAddsUp({ name, unit }))
  }

  private series(name: string, place: string, year: number): number {
    const { region } = this.where
    if (place !== region.id || region.areas.includes(region.id)) return this.point(name, place, year)
    const values = region.areas.map(area => this.point(name, area, year))
    const unit = region.series.find(one => one.series === name)?.unit ?? ''
    if (addsUp(unit)) return values.reduce((sum, value) => sum + value, 0)
    const residents = region.areas.map(area => this.point('residentsTotal', area, year))
    const all = residents.reduce((sum, value) => sum + value, 0)
    return values.reduce((sum, value, at) => sum + (value * residents[at]!) / all, 0)
  }

  private point(name: string, area: string, year: number): number {
    const points = this.where.region.series.filter(one => one.series === name && one.area === area)
    const exact = points.find(point => point.year === year)
    if (exact !== undefined) return exact.value
    const before = points.filter(point => point.year < year).at(-1)
    const after = points.find(point => point.year > year)
    const near = (point: SeriesPoint | undefined): boolean => point !== undefined && Math.abs(point.year - year) <= 2
    if (before !== undefined && after !== undefined && near(before) && near(after)) {
      this.remarks.push(claimRemarks.interpolated({ name, area, year, before: before.year, after: after.year }))
      return before.value + ((after.value - before.value) * (year - before.year)) / (after.year - before.year)
    }
    const names = new Set(this.where.region.series.map(({ series }) => series))
    if (!names.has(name)) throw unknownWord('series', name, names)
    const years = points.map(point => point.year)
    throw new UsageError(analysisMessages.formulaNoYear({ name, area, year, known: years.join(', ') }))
  }
}

/** The value of a text; a UsageError says which name, place or year cannot be read. */
export const evaluate = (syntax: Syntax, surroundings: Surroundings): Evaluated => {
  const evaluation = new Evaluation(surroundings)
  const value = evaluation.value(syntax)
  if (!Number.isFinite(value)) throw new UsageError(analysisMessages.formulaNoNumber())
  return { value, remarks: evaluation.remarks }
}
