/**
 * The manifest of a module, as plain JSON: variables with their addresses, and the order of its routines, for hosts
 * that run it.
 */

import type { BoundedStock } from '../../bounded-stocks.ts'

export interface ManifestVariable {
  readonly name: string
  readonly kind: string
  readonly unit: string
  readonly doc: string
  readonly dimensions: readonly string[]
  /** First element, and that of the closing value of a state (-1 for others). */
  readonly offset: number
  readonly closingOffset: number
  readonly size: number
}

/**
 * One thing to do in a phase; `routine` is an exported function of two numbers: 0 and `stateBytes` in the first step of
 * a run, the other way round in the next one, and so on.
 */
export type PhaseTask =
  | { readonly type: 'equations'; readonly routine: string }
  /** Called again and again until nothing moves. */
  | {
      readonly type: 'simultaneous'
      readonly routine: string
      readonly name: string
      readonly members: ReadonlyArray<{ readonly variable: string; readonly unit: string }>
      readonly tolerance: number
      readonly most: number
    }
  /** Bounds once, then a search for the unknown at which the residual is 0. */
  | {
      readonly type: 'solve'
      readonly routine: string
      readonly bounds: string
      readonly unknown: string
      readonly low: string
      readonly high: string
      readonly residual: string
      readonly nearest: boolean
    }
  /** Called in the trial pass; afterwards the value found for `of` in its first step is put into the variable. */
  | { readonly type: 'trial'; readonly routine: string; readonly variable: string; readonly of: string }

/** Elements whose closing values are the opening ones of the next step, or year. */
interface States {
  readonly opening: number
  readonly closing: number
  readonly length: number
}

interface ManifestCheck {
  readonly where: string
  /** Labels of its elements, when it has dimensions. */
  readonly dimensions: readonly string[]
  readonly size: number
  readonly tolerance: number
  readonly annual: boolean
}

export interface ModuleManifest {
  readonly format: 'heartland-wasm-2' | 'heartland-wasm-3'
  readonly model: string
  /** Hash of the module's bytes. */
  readonly hash: string
  /** Members side by side in a block. */
  readonly members: number
  /**
   * Elements of a member, without those that nobody outside sees; element e of member m is the double at byte
   * valuesAt + 8 * (e * members + m).
   */
  readonly size: number
  readonly valuesAt: number
  /**
   * Results that `worst` (first step of a year) and `worstWithinYear` (other steps) leave after the routines of
   * `audit`: for each member the largest residual, three rows of doubles: relative to its scale, to what is allowed,
   * and its place among the elements of all checks, one after the other.
   */
  readonly resultsAt: number
  /** First free byte of memory. */
  readonly memoryEnd: number
  /**
   * Bytes from opening to closing values of `stepStates`. They change places with every step, so that nothing has to be
   * moved: in every second step of a run the opening values are where the manifest has the closing ones.
   */
  readonly stateBytes: number
  /** The module is for runs with so many steps a year; for any when absent. */
  readonly stepsPerYear?: number
  /**
   * Elements that the host writes: clock, parameters, data, exogenous paths, levers and shocks. Data are the same in
   * all steps: after they are written, before a run, the host calls `gather`.
   */
  readonly inputsEnd: number
  /** Data that long loops read where `gather` puts them: these must be the same for all members. */
  readonly gathered: readonly string[]
  readonly dimensions: Readonly<Record<string, readonly string[]>>
  readonly variables: readonly ManifestVariable[]
  /** True when the model has annual parts: it then starts on 1 January, with whole steps a year. */
  readonly yearly: boolean
  /** Evaluated once, in this order. */
  readonly base: readonly PhaseTask[]
  /** Places in `base` of what is evaluated again after the trial pass. */
  readonly afterTrial: readonly number[]
  /** Evaluated in the first step of a year, before `step`. */
  readonly annual: readonly PhaseTask[]
  readonly step: readonly PhaseTask[]
  /** Evaluated before the first `audit` of a year; it holds for all of them. A module of format 2 has none. */
  readonly yearAudit?: readonly PhaseTask[]
  readonly audit: readonly PhaseTask[]
  readonly stepStates: States
  readonly annualStates: States
  readonly checks: readonly ManifestCheck[]
  /** Stocks whose closing values may not be negative. */
  readonly boundedStocks: readonly BoundedStock[]
}
