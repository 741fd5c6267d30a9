/** A Vite plugin that provides the modules 'virtual:heartland/…', generated from regions and results. */

import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { firstViewNames } from '../../app/worker/first-view.ts'
import { readFirst, readFirstView } from './first.ts'
import { readGlossary } from './glossary.ts'
import { readLeague } from './league.ts'
import { fewMembers } from '../../analysis/region/wasm-region.ts'
import { standard } from '../../language/emit/wasm/module.ts'
import { moduleInApp, openedInApp } from './opened.ts'
import { openingHeads } from './openings.ts'
import type { ViewName } from '../../app/state/view-names.ts'
import { readAppRecord } from './record.ts'
import { type BuiltRegions, readRegions } from './regions.ts'

const prefix = 'virtual:heartland/'
const worker = fileURLToPath(new URL('../../app/worker/worker.ts', import.meta.url))

/** Parsed faster than the same object written as code, and never taken for code. */
const json = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`

const folderModule = (folder: string): string => `${prefix}folder/${folder === '' ? 'shared' : folder}`

const imports = (names: Iterable<string>, moduleOf: (name: string) => string): string =>
  Array.from(names, name => `${JSON.stringify(name)}: () => import(${JSON.stringify(moduleOf(name))})`).join(', ')

/** Views that take longest without: an app of one file is to be small rather than fast. */
const quickest: readonly ViewName[] = ['answer', 'value', 'evidence']

/** Members side by side in the modules of workers, which are those for single runs and those for ensembles. */
const widths = [fewMembers, standard.members]

export interface ModulesOptions {
  /** The worker within the script, for an app of one file. */
  readonly inlineWorker: boolean
  /** Chinese names come when the page asks for them (src/app/state/speak.ts); workers have them from the start. */
  readonly namesLater?: boolean
}

export const heartlandModules = ({ inlineWorker, namesLater = false }: ModulesOptions): Plugin => {
  let read: BuiltRegions | undefined
  const built = (): BuiltRegions => (read ??= readRegions())
  return {
    name: 'heartland-modules',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id.startsWith(prefix)) return `\0${id}`
      const isAwaited = namesLater && id.endsWith('/texts/names.zh.ts') && importer?.endsWith('/speak.ts') === false
      return isAwaited ? `\0${prefix}chinese-names` : undefined
    },
    load: async function (id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const name = id.slice(prefix.length + 1)
      if (name === 'region-names')
        return `export const regionNames = ${json(built().regions.map(({ id: region, names }) => ({ id: region, names })))}`
      if (name === 'chinese-names') return 'export default {}'
      if (name === 'regions') {
        const { regions, folders, pasts } = built()
        return `export const regions = ${json(regions)}
export const folders = { ${imports(folders.keys(), folderModule)} }
export const pasts = { ${imports(pasts.keys(), folder => `${prefix}past/${folder}`)} }`
      }
      if (name.startsWith('folder/')) {
        const folder = name.slice('folder/'.length)
        return `export default ${json(built().folders.get(folder === 'shared' ? '' : folder))}`
      }
      if (name.startsWith('past/')) return `export default ${json(built().pasts.get(name.slice('past/'.length)))}`
      if (name === 'opened') {
        const ids = inlineWorker ? [] : built().regions.map(({ id: region }) => region)
        const modules = ids.slice(0, 1).flatMap(region => widths.map(width => `${region}/${width}`))
        return `export const opened = { ${imports(ids, region => `${prefix}opened/${region}`)} }
export const modules = { ${imports(modules, module => `${prefix}module/${module}`)} }`
      }
      if (name.startsWith('opened/'))
        return `export default ${JSON.stringify(openedInApp(name.slice('opened/'.length)))}`
      if (name.startsWith('module/')) {
        const [, region, width] = name.split('/')
        return `export default ${json(moduleInApp(region, Number(width)))}`
      }
      if (name === 'first-views') {
        const views = inlineWorker ? quickest : firstViewNames
        return `export const firstViews = { ${imports(views, view => `${prefix}first-view-${view}`)} }`
      }
      const [, view] = name.split('first-view-')
      if (view !== undefined)
        return `export default ${json(await readFirstView(built().regions[0].id, view as ViewName, text => this.info(text)))}`
      if (name === 'first' || name === 'openings' || name.startsWith('first-')) {
        const found = await readFirst(built().regions[0].id, text => this.info(text))
        const { about, audit, runs, widening } = found
        const { region } = about
        if (name === 'openings') return `export const openingHeads = ${json(openingHeads(found))}`
        if (name === 'first-runs') return `export const firstRuns = ${json(runs)}`
        if (name === 'first-widening') return `export const firstWidening = ${json({ region, widening })}`
        return `export const first = ${json({ about, audit })}`
      }
      if (name === 'glossary-terms') return `export const terms = ${json(readGlossary().map(({ names }) => names))}`
      if (name === 'glossary') return `export const meanings = ${json(readGlossary().map(({ meaning }) => meaning))}`
      if (name === 'league') return `export const league = ${json(await readLeague(text => this.info(text)))}`
      if (name === 'record') {
        const record = await readAppRecord(built().regions[0].id, text => this.info(text))
        return `export const record = ${json(record)}`
      }
      if (name === 'worker') {
        const query = inlineWorker ? 'worker&inline' : 'worker'
        return `import Made from ${JSON.stringify(`${worker}?${query}`)}\nexport const createWorker = name => new Made({ name })`
      }
      return this.error(`There is no module '${prefix}${name}'.`)
    },
  }
}
