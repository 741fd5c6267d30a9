/** The script of a worker; regions come from the files built into the app, or from the user. */

import '../no-code-of-text.ts'
import { folders, pasts, regions } from 'virtual:heartland/regions'
import { modules, opened } from 'virtual:heartland/opened'
import type { WorkerName } from 'virtual:heartland/worker'
import { fromBase64 } from '../../analysis/files/versions/base64.ts'
import { buildLinked, type BuiltModule, fewMembers, openOnWasm } from '../../analysis/region/wasm-region.ts'
import type { ReadText } from '../../regions/types.ts'
import { placing } from '../../analysis/region/placing.ts'
import { alone, linkRegion, requiredData, withCheckedFit } from '../../analysis/region/simulation.ts'
import { compileModule } from '../../engine/simd/instance.ts'
import { standard } from '../../language/emit/wasm/module.ts'
import { model } from '../../model/index.ts'
import { loadRegionAt } from '../../regions/at-start.ts'
import { openedRegion } from '../../regions/opened.ts'
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

const forSingleRuns = (globalThis as unknown as { readonly name: WorkerName }).name === 'single runs'
const sideBySide = forSingleRuns ? fewMembers : standard.members

/** Undefined where the app has no such file, or it does not come: its content is then made here. */
const builtWith = async <Of>(load: (() => Promise<{ readonly default: Of }>) | undefined): Promise<Of | undefined> => {
  try {
    return (await load?.())?.default
  } catch {
    return undefined
  }
}

const moduleWith = async (id: string): Promise<BuiltModule | undefined> => {
  const built = await builtWith(modules[`${id}/${sideBySide}`])
  if (built === undefined) return undefined
  return { module: compileModule(fromBase64(built.bytes)), manifest: built.manifest }
}

/** Read on first use: most workers import nothing. */
const loadImporting = () => import('../data/importing.ts')

/** Of the region that the app begins with; workers for single runs simulate nothing that carries it. */
const loadWidening = async (id: string) => {
  if (id !== emptyDraft().region || forSingleRuns) return undefined
  return (await import('virtual:heartland/first-widening')).firstWidening.widening
}

/** The files of a region, and what the build has made of them. */
const builtFor = (id: string) => Promise.all([builtIn(id), builtWith(opened[id]), moduleWith(id), loadWidening(id)])

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
    const [texts, text, module, widening] = files === undefined ? await builtFor(id) : [files]
    const read: ReadText = path => texts[path]
    const region =
      text === undefined
        ? alone(placing(read)(withCheckedFit(loadRegionAt(read, id, requiredData(model)))))
        : openedRegion(text)
    const linked = linkRegion(region)
    const open = openOnWasm(region, module ?? buildLinked(linked, sideBySide), linked, read)
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
