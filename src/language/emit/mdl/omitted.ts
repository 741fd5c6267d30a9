/** Lists the parts of a model that a Vensim file cannot contain. */

import type { LinkedModel } from '../../linked.ts'

/** A phrase for each kind of thing that is left out, with its names and what stands in its place. */
export const omittedFrom = ({ variables, matrices, identities }: LinkedModel): string[] => {
  const kept = (kind: string): string[] =>
    [...variables.values()].filter(variable => variable.kind === kind).map(({ name }) => name)
  const check = 'checks that nothing computes from'
  const search = 'the file holds what our initialisation found, and keeps it when other figures are changed'
  const parts: ReadonlyArray<readonly [what: string, names: readonly string[], instead: string]> = [
    ['accounting matrices', matrices.map(({ title }) => title), check],
    ['identities', identities.map(({ name }) => name), check],
    ['random processes of the shocks', kept('shock'), 'the file holds the values of this run'],
    ['the search for unknowns', [...kept('solved'), ...kept('trial')], search],
  ]
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([what, names, instead]) => `${what} (${names.join(', ')}): ${instead}`)
}
