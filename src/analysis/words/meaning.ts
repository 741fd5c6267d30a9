/** Describes the names of a model in its own words. */

import type { Model } from '../../language/declare.ts'

/** The sentence that declares a name; undefined for a name that the model does not have. */
export const meaningIn = (model: Model): ((name: string) => string | undefined) => {
  const meanings = new Map(
    model.sectors.flatMap(({ declarations }) =>
      Object.entries(declarations).map(([name, { doc }]) => [name, doc] as const),
    ),
  )
  return name => meanings.get(name)
}
