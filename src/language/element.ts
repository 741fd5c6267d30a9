/** Writes the names of array elements, such as 'population[LN, female, 0]'. */

import type { LinkedDimension } from './linked.ts'

/** The positions of an element in dimensions of these sizes, the last of which runs fastest. */
export const positionsAt = (sizes: readonly number[], element: number): number[] => {
  let rest = element
  const positions = sizes.toReversed().map(size => {
    const position = rest % size
    rest = Math.floor(rest / size)
    return position
  })
  return positions.reverse()
}

export const labelsAt = (dimensions: ReadonlyArray<Pick<LinkedDimension, 'labels'>>, element: number): string[] =>
  positionsAt(
    dimensions.map(({ labels }) => labels.length),
    element,
  ).map((position, at) => dimensions[at].labels[position])

/** A name with labels behind it, where there are any. */
export const withLabels = (name: string, labels: readonly string[]): string =>
  labels.length === 0 ? name : `${name}[${labels.join(', ')}]`

export const nameAt = (
  { name, dimensions }: { readonly name: string; readonly dimensions: ReadonlyArray<Pick<LinkedDimension, 'labels'>> },
  element: number,
): string => withLabels(name, labelsAt(dimensions, element))
