/** The notice for a link that is damaged, was made with another model, or needs a region that is not available. */

import { create } from 'zustand'
import type { LinkProblem } from '../../scenario/segments.ts'
import type { Draft } from '../state/scenario.ts'

export type Notice =
  /** Nothing was opened; `draft` is what could be read, where that is a scenario at all. */
  | { readonly kind: 'problem'; readonly problem: LinkProblem; readonly draft: Draft | undefined }
  /** It was opened; numbers differ from those of whoever made it. */
  | {
      readonly kind: 'changed'
      readonly changed: ReadonlyArray<'model' | 'data'>
      readonly made: { readonly model: string; readonly data: string }
    }
  /** Nothing was opened: the region was brought by somebody and is not in this browser. */
  | { readonly kind: 'region'; readonly region: string }

export const useNotice = create<{ readonly notice: Notice | undefined }>()(() => ({ notice: undefined }))

export const tell = (notice: Notice | undefined): void => useNotice.setState({ notice })
