/** The types of the state of the page. */

import type { Language } from '../../language/messages.ts'
import type { Draft, Kept } from './scenario.ts'
import type { ViewName } from './view-names.ts'

export type Scheme = 'system' | 'light' | 'dark'

export interface Toast {
  readonly id: number
  readonly text: string
  /** A button inside: what it says and does. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface State {
  readonly view: ViewName
  readonly language: Language
  readonly scheme: Scheme
  /** Single letters as shortcuts can be switched off (WCAG 2.1.4). */
  readonly letterKeys: boolean
  readonly draft: Draft
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  readonly kept: readonly Kept[]
  /** Calendar time of the cursor that all charts share: the quarter that opens then. */
  readonly cursor: number
  /** Variable that the main chart of What if shows. */
  readonly chart: string
  /** Questions of views besides the scenario, by view and name. */
  readonly asks: Readonly<Record<string, string>>
  readonly toast: Toast | undefined
  /** Said once by a screen reader. */
  readonly announcement: string
}
