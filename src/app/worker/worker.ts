/** The script of a worker; regions come from the files built into the app, or from the user. */

import '../no-code-of-text.ts'
import { folders, regions } from 'virtual:heartland/regions'
import { openOnLanes } from '../../analysis/lanes-region.ts'
import { requiredData } from '../../analysis/simulation.ts'
import { model } from '../../model/index.ts'
import { loadRegion } from '../../regions/load.ts'
import type { FromWorker, RegionFiles, ToWorker } from './messages.ts'
import { createServer } from './serve.ts'

/** What a dedicated worker has; its typings cannot be loaded beside those of a page. */
interface Scope {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', heard: (event: { readonly data: ToWorker }) => void): void
}

const scope = globalThis as unknown as Scope

const builtIn = async (id: string): Promise<RegionFiles> => {
  const region = regions.find(one => one.id === id)
  if (region === undefined) {
    throw new Error(`There is no region '${id}'; there are ${regions.map(one => one.id).join(', ')}.`)
  }
  const parts = await Promise.all(region.folders.map(async folder => (await folders[folder]()).default))
  return Object.assign({}, ...parts) as RegionFiles
}

const serve = createServer(
  async (id, files) => {
    const texts = files ?? (await builtIn(id))
    return openOnLanes(loadRegion(path => texts[path], id, requiredData(model)))
  },
  message => scope.postMessage(message),
)

scope.addEventListener('message', ({ data }) => serve(data))
