/** Writes the names of array elements from a manifest: 'population[CN-LN, female, 0]'. */

import type { ModuleManifest, ManifestVariable } from '../../language/emit/wasm/manifest.ts'

/** The labels of one element of something over these dimensions. */
const labelsAt = ({ dimensions }: ModuleManifest, over: readonly string[], element: number): string[] => {
  const labels: string[] = []
  let rest = element
  for (const dimension of [...over].reverse()) {
    const names = dimensions[dimension]
    labels.unshift(names[rest % names.length])
    rest = Math.floor(rest / names.length)
  }
  return labels
}

export const elementName = (
  manifest: ModuleManifest,
  { name, dimensions }: ManifestVariable,
  element: number,
): string => {
  const labels = labelsAt(manifest, dimensions, element)
  return labels.length === 0 ? name : `${name}[${labels.join(', ')}]`
}

/** As src/language/period.ts names it. */
export const checkName = (manifest: ModuleManifest, place: number): string => {
  let first = 0
  for (const { where, dimensions, size } of manifest.checks) {
    if (place >= first && place < first + size) {
      const labels = labelsAt(manifest, dimensions, place - first)
      return labels.length === 0 ? where : `${where} [${labels.join(', ')}]`
    }
    first += size
  }
  return 'no check'
}
