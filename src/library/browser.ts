/** The package in a browser: regions come as modules, which are loaded when they are opened. Best kept in a worker. */

import { folders, regions } from 'virtual:heartland/regions'
import { unknownWord } from '../language/usage.ts'
import { openFrom, type Region, type RegionOptions } from './region.ts'

export * from './entry.ts'

export interface FilesOptions extends RegionOptions {
  /** Files of a region of your own by their paths, such as 'MY-REGION/figures.csv'. */
  readonly files?: Readonly<Record<string, string>>
}

const builtIn = async (id: string): Promise<Readonly<Record<string, string>>> => {
  const ids = regions.map(one => one.id)
  const region = regions.find(one => one.id === id)
  if (region === undefined) throw unknownWord('region', id, ids)
  const parts = await Promise.all(region.folders.map(async folder => (await folders[folder]()).default))
  return Object.assign({}, ...parts) as Readonly<Record<string, string>>
}

/** Opens a region by its id, such as 'northeast' or 'CN-LN'. */
export const openRegion = async (id: string, options: FilesOptions = {}): Promise<Region> => {
  const texts = options.files ?? (await builtIn(id))
  return openFrom(path => texts[path], id, options)
}
