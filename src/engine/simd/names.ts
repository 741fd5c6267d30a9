/** Writes the names of array elements from a manifest: 'population[CN-LN, female, 0]'. */

import { nameAt } from '../../language/element.ts'
import type { ModuleManifest, ManifestVariable } from '../../language/emit/wasm/manifest.ts'
import { checkAt } from '../../language/period.ts'

const linked = ({ dimensions }: ModuleManifest, over: readonly string[]) =>
  over.map(dimension => ({ labels: dimensions[dimension] }))

export const elementName = (manifest: ModuleManifest, variable: ManifestVariable, element: number): string =>
  nameAt({ name: variable.name, dimensions: linked(manifest, variable.dimensions) }, element)

/** The check, and its tolerance, to which a residual belongs by its place among the elements of all checks. */
export const checkAtPlace = (
  manifest: ModuleManifest,
  place: number,
): { readonly where: string; readonly tolerance: number } => {
  let first = 0
  for (const { where, dimensions, size, tolerance } of manifest.checks) {
    if (place >= first && place < first + size)
      return { where: checkAt(where, linked(manifest, dimensions), place - first), tolerance }
    first += size
  }
  return { where: 'no check', tolerance: 1e-9 }
}
