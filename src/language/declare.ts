/**
 * Declarations, from which a model is made. They are plain data; nothing is calculated here. The grammar of the
 * equation texts and the meaning of each kind of declaration are in docs/guide/language.md.
 */

import { ModelError } from './errors.ts'
import { joined } from './layout.ts'
import { messages as linker } from '../texts/linker.ts'
import type { PathBounds } from './path-bounds.ts'

/** The grade of evidence of a figure. */
export const evidenceGrades = ['official', 'secondary', 'derived', 'assumed'] as const
export type Evidence = (typeof evidenceGrades)[number]

/** One equation text, or one text for each label of one of the variable's dimensions. */
export type EquationText = string | Readonly<Record<string, string>>

/** Low, central and high are the 10, 50 and 90 % points of a two-piece normal distribution. */
export interface Prior {
  readonly low: number
  readonly central: number
  readonly high: number
  /** Nothing below is drawn or fitted: 0 for a parameter whose sign is known, -1 for one that means nothing below. */
  readonly least?: number
  /** Nothing above is drawn or fitted: 1 for a share of a whole. */
  readonly most?: number
}

/** Of the value of a parameter, or of one of its labels. */
export const isPrior = (value: unknown): value is Prior =>
  typeof value === 'object' && value !== null && 'central' in value && typeof value.central === 'number'

/**
 * The rule by which the figure of the region follows from those of its areas: their sum; the text with sums over the
 * areas above and below its fraction lines; or their mean, weighted by a variable or an expression of the areas.
 */
export type RegionalRule = 'sum' | 'ratio' | { readonly mean: string }

/** Parts that any declaration may have, for readers, traces and documents. */
export interface Notes {
  /** Dimensions, by name; replaces the sector's `over`. */
  readonly over?: readonly string[]
  /** Display symbol, as in the theory documents. */
  readonly symbol?: string
  /** Source id or section of the specification. */
  readonly source?: string
  readonly evidence?: Evidence
  /** The reason for the equation as it stands, when the text had to be decided or corrected. */
  readonly note?: string
  /** True for a quantity that people look at: recorded by every run and listed by `list outcomes`. */
  readonly outcome?: boolean
  /** Replaces the sector's `annual`. */
  readonly annual?: boolean
  /** Declares the region's figure too, under the name `region…` unless `as` gives another, and as the same outcome. */
  readonly region?: RegionalRule | { readonly as: string; readonly by: RegionalRule; readonly outcome?: boolean }
}

interface Common extends Notes {
  readonly unit: string
  readonly doc: string
}

/** A constant of the model: a number, or a prior; over one dimension, a record by label. */
export interface Parameter extends Common {
  readonly kind: 'parameter'
  readonly value: number | Prior | Readonly<Record<string, number | Prior>>
  /** False: the prior is shown but ensembles keep the central value. */
  readonly sampled?: boolean
}

/** A figure supplied by the region's folder (per area unless `over` says otherwise). */
export interface Datum extends Common {
  readonly kind: 'datum'
}

/** A path in calendar time supplied by the region's folder, piecewise linear between its points. */
export interface Exogenous extends Common, PathBounds {
  readonly kind: 'exogenous'
  /** The path whose points it has where the data of a region give it none; what moves that path leaves it as it was. */
  readonly like?: string
}

/**
 * Random series drawn by the engine, never by an equation. In a run without shocks `ar1` and the normals
 * are 0 and `uniform` is 1. Deviation and persistence (the correlation of a value with the next) are those of quarters;
 * the engine converts them for steps of another length. `shared: true` draws one series for all areas (the variable then has no area dimension).
 */
export interface Shock extends Common {
  readonly kind: 'shock'
  readonly process:
    | { readonly type: 'ar1'; readonly deviation: number; readonly persistence: number }
    | { readonly type: 'yearlyNormal'; readonly deviation: number }
    | { readonly type: 'normal'; readonly deviation: number }
    | { readonly type: 'uniform' }
}

/** A path through points [calendar time, value], constant outside, stepwise: the value holds from its time on. */
export type LeverPath = ReadonlyArray<readonly [number, number]>

/** Something a policy can set. Its value is in its own unit everywhere: scenario files, command line, tables. */
export interface Lever extends Common {
  readonly kind: 'lever'
  readonly bounds: readonly [number, number]
  /** The value in force without a policy. */
  readonly standard: number | LeverPath
  readonly theme: string
  /** The payer of the cost; the payers of `cost` where it has several. */
  readonly payer?: string
  /**
   * The outlay that the lever causes beyond its standard: an equation text in the unit and over the dimensions of the
   * model's `outlays`, or one for each payer, or the name of the lever whose outlay it shares. The model gets an equation
   * from it, and so do the totals of its payer and of the policy.
   */
  readonly cost?: string | Readonly<Record<string, string>>
  /** The reason for which the lever causes no outlay; every lever has this or a `cost`. */
  readonly free?: string
  /** False: the outlay follows from a reform, so nobody scales the lever to reach a wanted cost. */
  readonly scaled?: boolean
  /** The whole that the lever divides with others. Their shares add up to 1 at most and do nothing without other levers. */
  readonly partOf?: string
}

/** Evaluated once before the first step, from parameters, data, other bases and opening values of stocks. */
export interface Base extends Common {
  readonly kind: 'base'
  readonly text: EquationText
}

/** Unknown found by bracketing so that `residual` is 0; element by element over its dimensions. */
export interface Solved extends Common {
  readonly kind: 'solved'
  /** Rises or falls monotonically in the unknown, which it reaches through base equations. */
  readonly residual: string
  readonly between: readonly [string, string]
  /** True: where the residual is 0 nowhere between the bounds, the bound with the smaller one is taken, instead of an error. */
  readonly nearest?: boolean
}

/** A base value taken from the first step of a trial pass that starts from `start`; then all is initialised again. */
export interface Trial extends Common {
  readonly kind: 'trial'
  readonly of: string
  readonly start: string
}

/** Evaluated in every step (in an annual sector: in the first step of a year). */
export interface Equation extends Common {
  readonly kind: 'equation'
  readonly text: EquationText
  /** Name of a declared simultaneous block this equation belongs to. */
  readonly simultaneous?: string
}

/** closing = opening + timeStep * (inflow - outflow); with `ageing`, moved up one label afterwards. */
export interface Stock extends Common {
  readonly kind: 'stock'
  readonly initial: EquationText
  readonly inflow?: EquationText
  readonly outflow?: EquationText
  /** Dimension along which what is left moves up one label each period; the last label keeps and absorbs. */
  readonly ageing?: string
  /** With `ageing`: what enters at the first label in the period (already a number, not a rate). */
  readonly newborn?: string
  /** The reason for which it may fall below zero. A stock without one may not: a run in which it does is stopped. */
  readonly negative?: string
}

/** closing = next: a state whose next value is given outright. */
export interface Level extends Common {
  readonly kind: 'level'
  readonly initial: EquationText
  readonly next: EquationText
}

/** closing = opening * exp(timeStep * growth): prices and other compounded indices. */
export interface Index extends Common {
  readonly kind: 'index'
  readonly initial: EquationText
  readonly growth: EquationText
}

/** closing = opening + min(1, timeStep / years) * (of - opening). */
export interface Smooth extends Common {
  readonly kind: 'smooth'
  readonly of: EquationText
  readonly years: string
  readonly initial: EquationText
}

/** The value of the previous step. */
export interface Delay extends Common {
  readonly kind: 'delay'
  readonly of: EquationText
  readonly initial: EquationText
}

/** Mean over the steps of the last complete calendar year. */
export interface YearMean extends Common {
  readonly kind: 'yearMean'
  readonly of: EquationText
  readonly initial: EquationText
}

/** A piecewise linear function, called by name with one argument; constant outside its points. */
export interface Table {
  readonly kind: 'table'
  readonly unit: string
  readonly argument: string
  readonly points: ReadonlyArray<readonly [number, number]>
  readonly doc: string
  readonly source?: string
  readonly evidence?: Evidence
}

/** Two expressions that must agree at every step, to `tolerance` (1e-9 unless given) of `scale`. */
export interface Identity {
  readonly kind: 'identity'
  readonly unit: string
  readonly left: string
  readonly right: string
  readonly scale: string
  readonly tolerance?: number
  readonly doc: string
  readonly id?: string
  readonly over?: readonly string[]
  readonly annual?: boolean
}

/**
 * An accounting matrix: cells[row][column] are equation texts in `unit`.
 * Every row in `zeroRows` (default all) and every column in `zeroColumns` (default all) must sum to 0,
 * relative to `scale`. The `redundant` column is the one nothing in the model forces to close: it is the test.
 */
export interface Matrix {
  readonly kind: 'matrix'
  readonly title: string
  readonly unit: string
  readonly columns: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, { readonly doc: string; readonly cells: Readonly<Record<string, string>> }>>
  readonly scale: string
  readonly zeroRows?: readonly string[]
  readonly zeroColumns?: readonly string[]
  readonly redundant?: string
  readonly over?: readonly string[]
  readonly doc: string
}

export type Declaration =
  | Parameter
  | Datum
  | Exogenous
  | Shock
  | Lever
  | Base
  | Solved
  | Trial
  | Equation
  | Stock
  | Level
  | Index
  | Smooth
  | Delay
  | YearMean
  | Table
  | Identity
  | Matrix

export interface Sector {
  readonly title: string
  readonly doc?: string
  readonly over: readonly string[]
  readonly annual: boolean
  readonly declarations: Readonly<Record<string, Declaration>>
}

/**
 * Labels of a dimension: names, or whole numbers such as single ages. `region` = supplied by the region's folder. A copy
 * has the labels of an earlier dimension, so that a variable over both holds a number for each pair; `x[other]` is the
 * value of `x`, which is over that dimension, at the present label of its copy `other`.
 */
export interface Dimension {
  readonly labels:
    | readonly string[]
    | { readonly from: number; readonly to: number }
    | { readonly copyOf: string }
    | 'region'
  readonly doc: string
  /** Unit of the label's number when the dimension's name is used as a quantity (ages: 'year'). */
  readonly unit?: string
}

/** Convergence of a declared simultaneous block: repeated evaluation until no member moves by more than `tolerance`, relatively. */
interface Simultaneous {
  readonly doc: string
  readonly tolerance: number
  readonly most: number
}

/** A block for the equations that are made of the costs of levers. */
interface OutlaySettings {
  readonly title: string
  readonly doc: string
  readonly over: readonly string[]
  readonly unit: string
}

export interface Model {
  readonly name: string
  readonly dimensions: Readonly<Record<string, Dimension>>
  readonly sectors: readonly Sector[]
  /** Needed where a lever has a `cost`. */
  readonly outlays?: OutlaySettings
  /** Base units beyond CNY, person, year and m2, such as 'robot' or 'household'. */
  readonly units?: readonly string[]
  readonly simultaneous?: Readonly<Record<string, Simultaneous>>
  /** Correlations of the normal scores of uncertain parameters ('name' or 'name[label]'). None when absent. */
  readonly correlations?: ReadonlyArray<{ readonly a: string; readonly b: string; readonly value: number }>
  /**
   * 'middle': texts of a step see the paths from outside at the middle of the step, so that the mean of a year's steps is
   * that of the year; texts that are evaluated once see them at the start. At the opening of the step when absent.
   */
  readonly paths?: 'middle'
  /**
   * A parameter over some dimension, by whose labels levers are then set: a text reads a lever as its standard plus so much
   * of what it is beyond. Every text that reads a lever, or what follows from one, is then over that dimension.
   */
  readonly leversBy?: string
  /** 'known' where a 10 % point of 0 or more says that the parameter is not negative: then no draw is. Free when absent. */
  readonly signs?: 'known'
}

/** The same declarations with every text on one line, however the source lays it out. */
const onOneLine = <T>(value: T): T => {
  if (typeof value === 'string') return joined(value) as T
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const parts = Object.entries(value)
  const joinedParts = parts.map(([key, part]): [string, unknown] => [key, onOneLine(part)])
  // A text on one line already stays the same object, so that a declaration can be told from its copy.
  return joinedParts.every(([, part], at) => part === parts[at]![1]) ? value : (Object.fromEntries(joinedParts) as T)
}

/** Declarations of a sector that stand in a file of their own. */
export const part = (declarations: Sector['declarations']): Sector['declarations'] => declarations

/** A sector and its declarations, in one piece or in parts, in the order of the parts. */
export const sector = (
  title: string,
  settings: { readonly over?: readonly string[]; readonly annual?: boolean; readonly doc?: string },
  ...parts: ReadonlyArray<Sector['declarations']>
): Sector => {
  const declarations: Record<string, Declaration> = {}
  for (const [name, declaration] of parts.flatMap(one => Object.entries(one))) {
    if (Object.hasOwn(declarations, name)) throw new ModelError([{ name, message: linker.twice({ name, title }) }])
    declarations[name] = onOneLine(declaration)
  }
  return { title, doc: settings.doc, over: settings.over ?? [], annual: settings.annual ?? false, declarations }
}

export const parameter = (
  unit: string,
  value: Parameter['value'],
  doc: string,
  notes: Notes & { readonly sampled?: boolean } = {},
): Parameter => ({ kind: 'parameter', unit, value, doc, ...notes })

export const datum = (unit: string, doc: string, notes: Notes = {}): Datum => ({ kind: 'datum', unit, doc, ...notes })

export const exogenous = (
  unit: string,
  doc: string,
  notes: Notes & PathBounds & Pick<Exogenous, 'like'> = {},
): Exogenous => ({
  kind: 'exogenous',
  unit,
  doc,
  ...notes,
})

export const shock = (unit: string, process: Shock['process'], doc: string, notes: Notes = {}): Shock => ({
  kind: 'shock',
  unit,
  process,
  doc,
  ...notes,
})

export const base = (unit: string, text: EquationText, doc: string, notes: Notes = {}): Base => ({
  kind: 'base',
  unit,
  text,
  doc,
  ...notes,
})

export const equation = (
  unit: string,
  text: EquationText,
  doc: string,
  notes: Notes & { readonly simultaneous?: string } = {},
): Equation => ({ kind: 'equation', unit, text, doc, ...notes })

export const matrix = (options: Omit<Matrix, 'kind'>): Matrix => ({ kind: 'matrix', ...options })

/** Makes a declaration that needs more than a text. */
type Maker<Made extends Declaration> = (unit: string, options: Omit<Made, 'kind' | 'unit' | 'doc'>, doc: string) => Made

const maker =
  <Made extends Declaration>(kind: Made['kind']): Maker<Made> =>
  (unit, options, doc) =>
    ({ kind, unit, doc, ...options }) as unknown as Made

export const lever: Maker<Lever> = maker('lever')
export const solved: Maker<Solved> = maker('solved')
export const trial: Maker<Trial> = maker('trial')
export const stock: Maker<Stock> = maker('stock')
export const level: Maker<Level> = maker('level')
export const index: Maker<Index> = maker('index')
export const smooth: Maker<Smooth> = maker('smooth')
export const delay: Maker<Delay> = maker('delay')
export const yearMean: Maker<YearMean> = maker('yearMean')
export const table: Maker<Table> = maker('table')
export const identity: Maker<Identity> = maker('identity')
