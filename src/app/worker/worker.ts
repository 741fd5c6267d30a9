/** The script of a worker; regions come from the files built into the app, or from the user. */

import '../no-code-of-text.ts'
import { folders, pasts, regions } from 'virtual:heartland/regions'
import type { WorkerName } from 'virtual:heartland/worker'
import { buildLinked, openOnWasm } from '../../analysis/region/wasm-region.ts'
import type { ReadText } from '../../regions/types.ts'
import { placing } from '../../analysis/region/placing.ts'
import { alone, linkRegion, requiredData, withCheckedFit } from '../../analysis/region/simulation.ts'
import { model } from '../../model/index.ts'
import { loadRegionAt } from '../../regions/at-start.ts'
import { serveWorker } from '../../threads/page.ts'
import type { ImportQuestions } from '../data/import-worker.ts'
import { emptyDraft } from '../state/scenario.ts'
import type { RegionFiles } from './region-files.ts'
import { givePast, giveRecord } from './built-record.ts'
import { regionAnswers } from './serve.ts'
import { giveWidening } from './widening.ts'

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

/** Of the region that the app begins with; workers for single runs simulate nothing that carries it. */
const loadWidening = async (id: string) => {
  if (id !== emptyDraft().region || sideBySide !== undefined) return undefined
  return (await import('virtual:heartland/first-widening')).firstWidening.widening
}

givePast(async id => {
  const own = regions.find(one => one.id === id)?.folders.map(folder => pasts[folder]) ?? []
  const parts = await Promise.all(own.map(async part => (await part?.())?.default))
  if (parts.every(part => part === undefined)) return undefined
  const texts = Object.assign(await builtIn(id), ...parts) as RegionFiles
  return path => texts[path]
})

giveRecord(async () => (await import('virtual:heartland/record')).record)

serveWorker({
  ...regionAnswers(async (id, files) => {
    const [texts, widening] = files === undefined ? await Promise.all([builtIn(id), loadWidening(id)]) : [files]
    const read: ReadText = path => texts[path]
    const region = alone(placing(read)(withCheckedFit(loadRegionAt(read, id, requiredData(model)))))
    const linked = linkRegion(region)
    const open = openOnWasm(region, buildLinked(linked, sideBySide), linked, read)
    if (widening !== undefined) {
      const { seed, members, assumptions } = emptyDraft(id)
      giveWidening(open, { settings: { seed, members }, assumptions }, widening)
    }
    return open
  }),
  importFiles: async (files: ImportQuestions['importFiles']) => (await loadImporting()).importFiles(files),
  importRepaired: async ({ brought, repairs }: ImportQuestions['importRepaired']) =>
    (await loadImporting()).importRepaired(brought, repairs),
})
