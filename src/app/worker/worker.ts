/** The script of a worker; regions come from the files built into the app, or from the user. */

import '../no-code-of-text.ts'
import { folders, regions } from 'virtual:heartland/regions'
import type { WorkerName } from 'virtual:heartland/worker'
import { buildLinked, openOnWasm } from '../../analysis/wasm-region.ts'
import { linkRegion, requiredData, withCheckedFit } from '../../analysis/simulation.ts'
import { model } from '../../model/index.ts'
import { loadRegion } from '../../regions/load.ts'
import { serveWorker } from '../../threads/page.ts'
import type { ImportQuestions } from '../data/import-worker.ts'
import type { RegionFiles } from './region-files.ts'
import { regionAnswers } from './serve.ts'

const builtIn = async (id: string): Promise<RegionFiles> => {
  const region = regions.find(one => one.id === id)
  if (region === undefined) {
    throw new Error(`There is no region '${id}'; there are ${regions.map(one => one.id).join(', ')}.`)
  }
  const parts = await Promise.all(region.folders.map(async folder => (await folders[folder]()).default))
  return Object.assign({}, ...parts) as RegionFiles
}

/** A batch takes the same time however many of its members are wanted: for the few lines of a drag, half the width suffices. */
const sideBySide = (globalThis as unknown as { readonly name: WorkerName }).name === 'single runs' ? 4 : undefined

/** Read on first use: most workers import nothing. */
const loadImporting = () => import('../data/importing.ts')

serveWorker({
  ...regionAnswers(async (id, files) => {
    const texts = files ?? (await builtIn(id))
    const region = withCheckedFit(loadRegion(path => texts[path], id, requiredData(model)))
    const linked = linkRegion(region)
    return openOnWasm(region, buildLinked(linked, sideBySide), linked)
  }),
  importFiles: async (files: ImportQuestions['importFiles']) => (await loadImporting()).importFiles(files),
  importRepaired: async ({ brought, repairs }: ImportQuestions['importRepaired']) =>
    (await loadImporting()).importRepaired(brought, repairs),
})
