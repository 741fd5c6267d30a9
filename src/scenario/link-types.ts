/** The contents of a link, and the problems that it can have. */

import type { Both } from '../language/messages.ts'
import type { Scenario } from './scenario.ts'

/** A scenario, and what of it is in view. */
export interface ScenarioLink {
  readonly scenario: Scenario
  /** The view of the app: answer, what-if, why and so on. */
  readonly view: string
  readonly language: 'en' | 'zh'
  /** Variable of the main chart, and the calendar time of its cursor. */
  readonly chart?: string | undefined
  readonly cursor?: number | undefined
  /** Scenarios of the same region that are laid over it. */
  readonly overlays: readonly Scenario[]
  /** What views ask besides the scenario, by name: 'debt.area' is the area of Debt. */
  readonly asks?: Readonly<Record<string, string>> | undefined
  /** Shares of the futures that ended in each class, best to worst, when the link was made: told beside those of now. */
  readonly ended?: readonly number[] | undefined
}

/** How much of a damaged link could be read. */
export interface Readable {
  readonly region: boolean
  readonly seed: boolean
  readonly levers: number
  readonly assumptions: number
}

/**
 * A part of a link that cannot be used: there is no such key, its value cannot be read, or a part that every link has is
 * missing; a link that is cut has lost its `sum`. Of a view that there is none of, `value` lists those that there are.
 */
export interface WrongPart {
  readonly kind: 'unknown' | 'unreadable' | 'missing' | 'view'
  readonly key: string
  readonly value: string
  /** Where more can be said of a value than that it cannot be read. */
  readonly why?: Both<string>
}

/** `newer`: written by a later version of the program. `damaged`: cut off or altered. */
export type LinkProblem =
  | { readonly kind: 'newer'; readonly version: number }
  | {
      readonly kind: 'damaged'
      readonly readable: Readable
      /** None where every part can be read, but a sign of one was altered. */
      readonly wrong: readonly WrongPart[]
    }

export interface LinkReading {
  /** Whole, or what could be read of it where there is a problem; never to be taken for whole then. */
  readonly link: ScenarioLink
  readonly problem: LinkProblem | undefined
  /** Written by a person: no version and no sum, and only what differs from the standard. */
  readonly byHand: boolean
}
