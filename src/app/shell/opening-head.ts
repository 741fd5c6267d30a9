/** The part of a view that is known before it comes and stands in the page for it until then. */

import type { Names } from '../../regions/types.ts'
import type { ViewName } from '../state/view-names.ts'
import type { Both, Language } from '../../language/messages.ts'

/** The head of a view, as far as it is known before anything is computed. */
export interface OpeningHead {
  readonly title: Both<string>
  /** The line above the title; its place where it is not known yet. */
  readonly over?: Both<string>
  /** The title is for screen readers only. */
  readonly unseen?: true
}

export type OpeningHeads = Readonly<Record<ViewName, OpeningHead>>

/** The region that the page opens with. */
export interface OpeningPlace {
  readonly names: Names
  /** Million. */
  readonly people: number
}

/** Of the element that stands in the page for a view before the app does. */
export const openingId = (view: string, language: Language): string => `opening-${view}-${language}`
