/** The variables that tests of the model record: enough for any table, without the long columns by age. */

import type { Program } from '../language/program.ts'

/** Names of all variables of at most `most` values and of the closing values of such states. */
export const smallVariables = (program: Program, most = 12): string[] => [
  ...[...program.slots.values()].filter(({ size }) => size <= most).map(({ name }) => name),
  ...[...program.closingSlots.values()].filter(({ size }) => size <= most).map(({ name }) => `closing(${name})`),
]
