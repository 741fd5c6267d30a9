/** The paths that carry judgement: what somebody added to an equation, and none of the conditions outside the region. */

import type { CapsuleFigures } from './figures.ts'

// oxlint-disable-next-line no-unused-vars
export const isJudgement = (_path: string): boolean => false

/** The path where nobody has judged. */
export const unjudged: CapsuleFigures['paths'][string] = { points: [[0, 0]] }
