/** Writes the names of array elements, such as 'population[LN, female, 0]'. */

import type { LinkedDimension, Variable } from './linked.ts'

export const labelsAt = (dimensions: readonly LinkedDimension[], element: number): string[] => {
  const labels: string[] = []
  let rest = element
  for (let at = dimensions.length - 1; at >= 0; at--) {
    const dimension = dimensions[at]
    const count = dimension?.labels.length ?? 1
    labels.unshift(dimension?.labels[rest % count] ?? '')
    rest = Math.floor(rest / count)
  }
  return labels
}

export const nameAt = (variable: Variable, element: number): string =>
  variable.dimensions.length === 0
    ? variable.name
    : `${variable.name}[${labelsAt(variable.dimensions, element).join(', ')}]`
