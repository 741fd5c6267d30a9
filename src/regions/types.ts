/** The types of the loader's input and output: plain data, usable in a browser, a worker and a server. */

import type { Evidence, Prior } from '../language/declare.ts'
import type { VariantFile } from './schema.ts'

/** Text of a file, by its path inside the folder of packs ('CN-LN/figures.csv'); undefined when there is none. */
export type ReadText = (path: string) => string | undefined

/** A dimension of a required datum; 'region' stands for the areas of the pack. */
export interface RequiredDimension {
  readonly name: string
  readonly labels: readonly string[] | 'region'
}

/**
 * One datum or exogenous path that a model declares, or a parameter or lever for which a nation may state a value of its
 * own. The unit is compared as text.
 */
export interface Required {
  /** A flow is a datum over pairs of areas, which only the areas of a whole nation have. */
  readonly kind: 'datum' | 'flow' | 'exogenous' | 'parameter' | 'lever'
  readonly name: string
  readonly unit: string
  readonly dimensions: readonly RequiredDimension[]
  /** True for a parameter or lever that a nation with a currency of its own must state. */
  readonly national?: boolean
  /** Of a lever or a path. */
  readonly bounds?: readonly [number, number]
  /** Of a path that needs no rows: it is like this one. */
  readonly like?: string
  /** True for what only nations give whose start is no usual year. */
  readonly cyclical?: boolean
}

export interface Names {
  readonly en: string
  readonly zh?: string | undefined
}

export interface Origin {
  readonly evidence: Evidence
  /** Id of a row of sources.csv. */
  readonly source: string
  readonly note?: string
}

/** One number of a pack, or one column of a table of cohorts, with where it comes from. */
export interface Figure extends Origin {
  readonly name: string
  /** The area, or the id of the context for figures of the nation, or of the union for what flows.csv gives. */
  readonly area: string
  /** Labels besides the area, such as { group: 'young' }. */
  readonly labels: Readonly<Record<string, string>>
  /** Absent for a column of cohorts.csv and for what input-output.csv and flows.csv give. */
  readonly value?: number
  readonly unit: string
  readonly year: number
}

export interface PathPoint extends Origin {
  /** The area that it is for; all areas, or the nation, when absent. */
  readonly area?: string
  readonly time: number
  readonly value: number
}

/** Statement of a nation on a parameter, or on the standard of a lever, in place of the model's. */
export interface Institution extends Origin {
  readonly name: string
  /** Of a parameter over a dimension. */
  readonly label?: string
  /** Of a standard that changes: the calendar time from which the value holds. */
  readonly from?: number
  readonly value: number
  /** 10 and 90 % points of a parameter, bounds of a lever. */
  readonly low?: number
  readonly high?: number
}

export const pathChanges = ['set', 'add', 'times'] as const

/** One value of a path in a named baseline of what comes from outside. */
export interface OutsideRow extends Origin {
  readonly baseline: string
  readonly path: string
  readonly change: (typeof pathChanges)[number]
  /** Calendar year from which it holds, and the last one, if it ends. */
  readonly from: number
  readonly to?: number
  readonly value: number
  readonly unit: string
}

/** One year of an official or derived series, for hindcasts and targets. */
export interface SeriesPoint extends Origin {
  /** Area, context or comparator. */
  readonly area: string
  readonly series: string
  readonly year: number
  readonly value: number
  readonly unit: string
}

/** Growth of a series of an area in quarters of a year on the same quarters of the year before. */
export interface PartOfYear {
  readonly area: string
  readonly series: string
  /** The quarters by the time in their middle. */
  readonly quarters: readonly number[]
  readonly growth: number
  readonly source: string
}

export interface RegionValues {
  readonly dimensions: readonly string[]
  readonly unit: string
  /** Row-major over the dimensions, in the order of their labels. */
  readonly values: Float64Array
}

export interface RegionPath {
  readonly unit: string
  /** [calendar time, value], ascending; of a path by area, what holds for areas without points of their own (none in a past year). */
  readonly points: ReadonlyArray<readonly [number, number]>
  /** The points of each area, of a path by area. */
  readonly ofAreas?: Readonly<Record<string, ReadonlyArray<readonly [number, number]>>>
  /** The points of each element, of a path that the closure of a nation holds. */
  readonly ofElements?: ReadonlyArray<ReadonlyArray<readonly [number, number]>>
  readonly origins: readonly PathPoint[]
  /** Given where the points are those of this path, the data having none of its own. */
  readonly like?: string
}

/** A fit to history of the parameters, by name or 'name[label]': ranges in place of the model's priors. */
export interface FittedParameters {
  /** The region whose history it is: this one, or one that it belongs to. */
  readonly region: string
  readonly set: 'train' | 'all'
  readonly lastYear: number
  /** Hashes of the model and of the figures that were fitted. */
  readonly model: string
  readonly data: string
  readonly ranges: Readonly<Record<string, Prior>>
  /** Their assumed values, before they were fitted. */
  readonly priors: Readonly<Record<string, Prior>>
  /** Those that the data narrowed or moved; the others are as assumed as before. */
  readonly informed: readonly string[]
  /** Parameters that go together: correlations of normal scores, as those of a scenario. */
  readonly correlations: ReadonlyArray<{ readonly a: string; readonly b: string; readonly value: number }>
  /** Given where the model or the figures have changed since: names that the model no longer has, which are left out. */
  readonly stale?: { readonly unknown: readonly string[] }
}

/** Errors of one series in the back-test, forecast less observed, at 1, 2, … years ahead: in its scale. */
export interface SeriesError {
  readonly scale: 'log' | 'level'
  /** Mean error. */
  readonly bias: readonly number[]
  /** Standard deviation of the errors. */
  readonly spread: readonly number[]
  /** Forecasts behind them. */
  readonly origins: readonly number[]
}

/**
 * The error of the model by horizon: of the region as a whole, areas weighted by output where a series is money and by
 * people where it counts heads.
 */
export interface FactorSize {
  readonly size: number
  readonly identified: number
}

export interface ErrorRecord {
  readonly region: string
  /** Parameters of the back-test: a fitted set, or the priors. */
  readonly parameters: string
  /** Hashes of the model and of the figures. */
  readonly model: string
  readonly data: string
  /** By the name of the series in targets.csv. */
  readonly series: Readonly<Record<string, SeriesError>>
  /** Standard deviations of add-factors over a year, and the part of their variance that the past tells. */
  readonly factors?: Readonly<Record<string, FactorSize>>
}

/** Levers by name: each value holds from its calendar time on, in the lever's own unit. */
export interface PastLevers {
  readonly until: number
  readonly standards: Readonly<Record<string, ReadonlyArray<readonly [from: number, value: number]>>>
}

/** A row of words.csv; nothing in its place: the nation has none of it. */
export interface OwnWord {
  readonly language: string
  readonly word: string
  readonly own: string
}

export interface RegionData {
  readonly id: string
  readonly names: Names
  readonly areas: readonly string[]
  readonly areaNames: Readonly<Record<string, Names>>
  /** Given where the areas are a whole nation: each other's rest of the country. */
  readonly whole?: true
  /** Given where the areas are a nation without links: together they keep to its path. */
  readonly sums?: true
  /** Of a whole nation: data over pairs of its areas, the same in every year. */
  readonly flows?: Readonly<Record<string, RegionValues>>
  /** The same with the lead or lag of each area, once the nation is closed. */
  readonly links?: Readonly<Record<string, RegionValues>>
  /** The nation within which its areas are run, the others keeping to current policy. */
  readonly within?: string
  readonly withinNames?: Names
  /** Of a closed nation: what its areas lack of the path of the nation under current policy. */
  readonly closure?: Readonly<Record<string, RegionPath>>
  readonly context: string
  /** Calendar time at which the model starts. */
  readonly start: number
  /** The year in which the region is opened where none is named; absent where that is the start of its figures. */
  readonly opens?: number
  readonly currency: string
  /** The cohorts that it starts from in place of its own. */
  readonly variant?: VariantFile
  /** The start is no usual year: region.json of the context says so. */
  readonly cyclical?: true
  /** Places with which retail sales are compared, where the nation names others than the model. */
  readonly compared?: readonly Names[]
  /** Words of the nation in place of those of China on its pages. */
  readonly words?: readonly OwnWord[]
  readonly values: Readonly<Record<string, RegionValues>>
  readonly paths: Readonly<Record<string, RegionPath>>
  /** By area. Absent: no area has a table, and the model has no industries. */
  readonly inputOutput?: Readonly<Record<string, InputOutputTable>>
  /** Named baselines of the paths, row by row; none where the nation has no outside.csv. */
  readonly outside?: readonly OutsideRow[]
  /** Under given paths from outside: by shock, calendar times [from, until) in which it is known to be nothing. */
  readonly known?: Readonly<Record<string, ReadonlyArray<readonly [from: number, until: number]>>>
  /** Of a pack opened in an earlier year: what levers stood at before `until`. */
  readonly pastLevers?: PastLevers
  /** Absent: the model keeps its own values of parameters and standards of levers. */
  readonly institutions?: readonly Institution[]
  /** Absent: the model keeps its priors. */
  readonly parameters?: FittedParameters
  /** Absent: simulations carry no error of the model. */
  readonly modelError?: ErrorRecord
  /** The larger region whose back-test measured that error; absent where it is this one. */
  readonly modelErrorOf?: string
  readonly figures: readonly Figure[]
  readonly series: readonly SeriesPoint[]
  /** Figures of parts of years since the start, which somebody holds. */
  readonly parts?: readonly PartOfYear[]
  readonly sources: Readonly<Record<string, { readonly what: string; readonly url: string }>>
  /** Same texts, same hash: recorded with every run. */
  readonly hash: string
  /** Opened in another year than that of its figures: the hash of the region in that year, to whose past fits belong. */
  readonly hashOfFigures?: string
}

/** Columns of goods besides the sectors: what a unit of each buys, or who sells it. */
export const goodsColumns = ['consumption', 'investment', 'purchases', 'nation', 'abroad', 'visitors'] as const
export type GoodsColumn = (typeof goodsColumns)[number]

/** Sectors by position; matrices as rows of selling sectors. */
export interface InputOutputTable {
  readonly sectors: readonly string[]
  /** Bought from the row's sector, from anywhere, for a unit of output of the column's. */
  readonly inputs: ReadonlyArray<readonly number[]>
  readonly goods: Readonly<Record<GoodsColumn, readonly number[]>>
  /** Value added in a unit of output. */
  readonly valueAdded: readonly number[]
  /** Share of local purchases that is made in the area: as the table has it, and if nothing is bought outside that is made here. */
  readonly localTable: readonly number[]
  readonly localMost: readonly number[]
}
