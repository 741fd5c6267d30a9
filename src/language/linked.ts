/** The intermediate form of a linked model (names, dimensions, units and order resolved), which every target reads. */

import type { Declaration, Evidence, Model } from './declare.ts'
import type { BuiltIn } from './emit/arithmetic.ts'
import type { Unit } from './units.ts'

export interface LinkedDimension {
  readonly name: string
  /** Place in the model's list; bit of the masks below. */
  readonly rank: number
  readonly labels: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  /** The labels' numbers, when all are whole numbers. */
  readonly numbers: readonly number[] | undefined
  readonly unit: Unit
  readonly doc: string
  /** The dimension that this one is a copy of. */
  readonly copyOf: LinkedDimension | undefined
}

interface Place {
  /** Characters in the text this came from; -1 for parts that no text holds. */
  readonly start: number
  readonly end: number
  /** Dimensions the value varies over, as bits by rank. */
  readonly mask: number
}

export type { BuiltIn }

/** One loop of a sum: labels from `low` to `high`, both included. */
export interface SumLoop {
  readonly dimension: LinkedDimension
  readonly low: number
  readonly high: number
}

export type Expression = Place &
  (
    | { readonly op: 'literal'; readonly value: number }
    /**
     * `positions` holds, for each of the variable's dimensions, a label's position, -1 for the present one, or what
     * `presentOf` gives for the present label of another dimension with the same labels.
     */
    | {
        readonly op: 'read'
        readonly variable: Variable
        readonly closing: boolean
        readonly positions: readonly number[]
      }
    | { readonly op: 'labelNumber'; readonly dimension: LinkedDimension }
    | { readonly op: 'isLabel'; readonly dimension: LinkedDimension; readonly position: number }
    | { readonly op: 'negate' | 'not' | 'square' | 'cube' | 'reciprocal'; readonly operand: Expression }
    | {
        readonly op: 'binary'
        readonly operator: BinaryOperation
        readonly left: Expression
        readonly right: Expression
      }
    | { readonly op: 'call'; readonly name: BuiltIn; readonly inputs: readonly Expression[] }
    | { readonly op: 'if'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
    | { readonly op: 'table'; readonly table: LinkedTable; readonly argument: Expression }
    | { readonly op: 'sum'; readonly loops: readonly SumLoop[]; readonly body: Expression }
    | { readonly op: 'shift'; readonly dimension: LinkedDimension; readonly body: Expression }
  )

/** `=` and `!=` compare; conditions are 1 or 0 wherever a number is wanted. */
export type BinaryOperation = '+' | '-' | '*' | '/' | 'pow' | '<' | '<=' | '>' | '>=' | '=' | '!=' | 'and' | 'or'

export interface LinkedTable {
  readonly name: string
  readonly rank: number
  readonly unit: Unit
  readonly unitText: string
  readonly argumentUnit: Unit
  readonly arguments: Float64Array
  readonly results: Float64Array
  readonly doc: string
  readonly source: string | undefined
  readonly evidence: Evidence | undefined
}

export type VariableKind =
  | 'clock'
  | 'parameter'
  | 'datum'
  | 'exogenous'
  | 'lever'
  | 'shock'
  | 'base'
  | 'solved'
  | 'trial'
  | 'equation'
  | 'stock'
  | 'level'
  | 'index'
  | 'smooth'
  | 'delay'
  | 'yearMean'
  /** Made by the linker: bounds of a search, running sums, cells and sums of matrices, sides of identities. */
  | 'hidden'

/** Those that are given to a run, in the order in which they lie. */
export const inputKinds: readonly VariableKind[] = ['clock', 'parameter', 'datum', 'exogenous', 'lever', 'shock']

/** base: once before the first step; annual: first step of a year; step: every step; audit: after a step, on request. */
export type Phase = 'base' | 'annual' | 'step' | 'audit'

/** An equation text as written, with what it gives: '' for the main text, else 'inflow', 'initial', … */
export interface WrittenText {
  readonly role: string
  /** The label it is for, in a record by label. */
  readonly label: string | undefined
  readonly text: string
}

/** Layout of the values of a variable in memory; variables over the same dimensions share it. */
export interface Shape {
  readonly dimensions: readonly LinkedDimension[]
  /** The dimensions as bits by rank. */
  readonly mask: number
  readonly size: number
  /** Strides of the dimensions in the value array, row by row. */
  readonly strides: readonly number[]
}

export interface Variable extends Shape {
  readonly name: string
  readonly kind: VariableKind
  /** Position among all declarations: the order in which equations are kept when nothing else decides. */
  readonly rank: number
  readonly sector: string
  readonly declaration: Declaration | undefined
  readonly unit: Unit
  /** As declared. */
  readonly unitText: string
  /** Stored number = natural number times this (100 for `%`). */
  readonly factor: number
  readonly annual: boolean
  readonly phase: Phase
  readonly doc: string
  readonly symbol: string | undefined
  readonly source: string | undefined
  readonly evidence: Evidence | undefined
  readonly note: string | undefined
  readonly outcome: boolean
  /** True for stocks and other states: they have a closing value. */
  readonly state: boolean
  readonly texts: readonly WrittenText[]
  /** Place of the value in the value array, and of the closing value of a state (-1 for others). */
  offset: number
  closingOffset: number
  /** Equation of the value (for a state of its initial value), and of the closing value of a state. */
  value: EquationNode | undefined
  closing: EquationNode | undefined
}

/** One text of an equation and the labels it is for: loops over ranges, other dimensions held at one label. */
export interface Piece {
  /** One entry for each dimension of the variable; low = high holds the label. */
  readonly loops: readonly SumLoop[]
  readonly expression: Expression
}

/** A read of a variable by an equation; `crossing` marks dimensions not read at the present label. */
export interface Read {
  readonly variable: Variable
  readonly closing: boolean
  readonly crossing: number
  /** Number of times that it stands in the equation. */
  readonly times: number
}

/** Something to evaluate: a variable's value or closing value. */
export interface EquationNode {
  readonly variable: Variable
  readonly closing: boolean
  readonly pieces: readonly Piece[]
  readonly reads: readonly Read[]
  /** Place in the list that is being put in order; only for the ordering. */
  place: number
}

/** One entry of an evaluation order. */
export type Item =
  | { readonly type: 'equations'; readonly nodes: readonly EquationNode[] }
  /** Evaluated again and again until nothing moves. */
  | {
      readonly type: 'simultaneous'
      readonly name: string
      readonly nodes: readonly EquationNode[]
      readonly tolerance: number
      readonly most: number
    }
  /** Bisection for `unknown`: bounds once, then `nodes` (the block and the residual) for each guess. */
  | {
      readonly type: 'solve'
      readonly unknown: Variable
      readonly low: Variable
      readonly high: Variable
      readonly residual: Variable
      readonly bounds: readonly EquationNode[]
      readonly nodes: readonly EquationNode[]
    }
  /** Evaluated in the trial pass only; afterwards the value found in its first step is put here. */
  | { readonly type: 'trial'; readonly variable: Variable; readonly of: Variable; readonly start: EquationNode }

export interface LinkedMatrix {
  readonly type: 'matrix'
  readonly name: string
  readonly title: string
  readonly doc: string
  readonly unitText: string
  readonly dimensions: readonly LinkedDimension[]
  readonly rows: ReadonlyArray<{ readonly name: string; readonly doc: string }>
  readonly columns: ReadonlyArray<{ readonly name: string; readonly doc: string }>
  readonly redundant: string | undefined
  /** Filled cells by row then column: hidden variables, so that a reader can show the matrix. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Variable>>
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export interface LinkedIdentity {
  readonly type: 'identity'
  readonly name: string
  readonly id: string | undefined
  readonly doc: string
  readonly unitText: string
  readonly left: string
  readonly right: string
  readonly scale: string
  readonly tolerance: number
}

/** One number that must be 0 after each step: `gap` relative to `scale`. */
export interface Check {
  readonly where: string
  readonly gap: Variable
  readonly scale: Variable
  readonly tolerance: number
  /** Checked in the first step of a year only. */
  readonly annual: boolean
  readonly owner: LinkedMatrix | LinkedIdentity
}

interface LinkedSector {
  readonly title: string
  readonly doc: string | undefined
  readonly annual: boolean
  readonly over: readonly string[]
  /** Names of its declarations, in order. */
  readonly names: readonly string[]
}

/** Values the engine's clock keeps in the value array. */
export interface Clock {
  readonly startTime: Variable
  readonly timeStep: Variable
  readonly time: Variable
  /** Steps since the start. */
  readonly stepNumber: Variable
  /** Steps since the first step of the present calendar year. */
  readonly stepOfYear: Variable
  /** 1 in the last step of a calendar year, else 0. */
  readonly yearEnds: Variable
}

export interface LinkedModel {
  readonly name: string
  readonly source: Model
  readonly dimensions: ReadonlyMap<string, LinkedDimension>
  readonly sectors: readonly LinkedSector[]
  /** Every declared variable and the clock, by name; hidden ones are in `hidden`. */
  readonly variables: ReadonlyMap<string, Variable>
  readonly hidden: readonly Variable[]
  /** Those of the declared ones that are of any concern: what never changes here, or moves no outcome, is not. */
  readonly present: ReadonlyMap<string, Variable>
  readonly tables: ReadonlyMap<string, LinkedTable>
  readonly matrices: readonly LinkedMatrix[]
  readonly identities: readonly LinkedIdentity[]
  readonly clock: Clock
  /** Evaluation order of each phase. */
  readonly order: Readonly<Record<'base' | 'annual' | 'step' | 'audit', readonly Item[]>>
  readonly checks: readonly Check[]
  /** Length of the value array. */
  readonly size: number
  /** Inputs are the first numbers of the value array: clock, parameters, data, exogenous, levers, shocks. */
  readonly inputsEnd: number
  /** Opening values [from, from + length) and their closing values, of states that move each step and each year. */
  readonly stepStates: { readonly opening: number; readonly closing: number; readonly length: number }
  readonly annualStates: { readonly opening: number; readonly closing: number; readonly length: number }
}
