/** Marks of figures: by them a figure is found and compared wherever it is shown, and leads to its causes. */

import type { OfOutcome } from '../../questions/core/report.ts'

/** An attribute of the element that holds the number and nothing else before it. */
export const markOf = (of: OfOutcome | undefined): { readonly 'data-figure'?: string } =>
  of === undefined
    ? {}
    : { 'data-figure': [of.change ?? '', of.outcome, of.area ?? '', of.when, of.scenario ?? ''].join('|') }
