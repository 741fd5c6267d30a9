/** The variables that tests of the model record: enough for any table, without the long columns by age. */

import type { Program } from '../language/program.ts'

/** Names of all variables of at most `most` values and of the closing values of such states. */
export const smallVariables = ({ model }: Program, most = 12): string[] => {
  const small = [...model.variables.values()].filter(({ size }) => size <= most)
  return [...small.map(({ name }) => name), ...small.filter(one => one.state).map(({ name }) => `closing(${name})`)]
}
