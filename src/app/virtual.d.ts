/** Types of the modules that the build generates (src/cli/app-build). */

declare module 'virtual:heartland/regions' {
  /** Files of a folder of regions/ by their paths. */
  type Folder = { readonly default: Readonly<Record<string, string>> }
  export const regions: ReadonlyArray<{
    readonly id: string
    readonly names: { readonly en: string; readonly zh?: string }
    /** Folders that its data lie in, among `folders`. */
    readonly folders: readonly string[]
  }>
  export const folders: Readonly<Record<string, () => Promise<Folder>>>
  /** Files that an opening in another year reads besides. */
  export const pasts: Readonly<Record<string, (() => Promise<Folder>) | undefined>>
}

declare module 'virtual:heartland/opened' {
  import type { ModuleManifest } from '../language/emit/wasm/manifest.ts'
  type Made<Of> = Readonly<Record<string, (() => Promise<{ readonly default: Of }>) | undefined>>
  /** Texts of regions as they open, by id; an app of one file has none. */
  export const opened: Made<string>
  /** Modules of the region that the app begins with, by its id and their members side by side; the bytes in base64. */
  export const modules: Made<{ readonly bytes: string; readonly manifest: ModuleManifest }>
}

declare module 'virtual:heartland/region-names' {
  export const regionNames: ReadonlyArray<{
    readonly id: string
    readonly names: { readonly en: string; readonly zh?: string }
  }>
}

declare module 'virtual:heartland/chinese-names' {
  /** The place in the page of the table of Chinese names until that comes. */
  const names: Record<string, string>
  export default names
}

declare module 'virtual:heartland/league' {
  import type { AppLeague } from './state/league.ts'
  /** Of the nation that the program has tables of. */
  export const league: AppLeague
}

declare module 'virtual:heartland/first' {
  import type { FirstResults } from './worker/first-results.ts'
  export const first: Pick<FirstResults, 'about' | 'audit'>
}

declare module 'virtual:heartland/first-runs' {
  import type { FirstResults } from './worker/first-results.ts'
  /** Current policy in What if, as it is opened in that region. */
  export const firstRuns: FirstResults['runs']
}

declare module 'virtual:heartland/first-views' {
  import type { ViewName } from './state/view-names.ts'
  import type { FirstView } from './worker/first-view.ts'
  /** Of views that the app is built with the results of, in that region. */
  export const firstViews: Readonly<Partial<Record<ViewName, () => Promise<{ readonly default: FirstView }>>>>
}

declare module 'virtual:heartland/first-widening' {
  import type { Widening } from '../analysis/runs/widening.ts'
  /** The error of the model in that region under standard assumptions, for the first seed. */
  export const firstWidening: { readonly region: string; readonly widening: Widening | undefined }
}

declare module 'virtual:heartland/openings' {
  import type { OpeningHeads } from './shell/opening-head.ts'
  /** Titles of the views, from their texts, which load with them. */
  export const openingHeads: OpeningHeads
}

declare module 'virtual:heartland/glossary-terms' {
  /** The terms of GLOSSARY.md, in its order. */
  export const terms: ReadonlyArray<{ readonly en: string; readonly zh: string }>
}

declare module 'virtual:heartland/glossary' {
  /** Their meanings, in the same order. */
  export const meanings: ReadonlyArray<{ readonly en: string; readonly zh: string }>
}

declare module 'virtual:heartland/record' {
  import type { AppRecord } from './state/record.ts'
  /** Of the region that the app begins with. */
  export const record: AppRecord
}

declare module 'virtual:heartland/worker' {
  /** The use of a worker, as its script reads it. */
  export type WorkerName = 'single runs' | 'ensembles' | 'import'
  export const createWorker: (name: WorkerName) => Worker
}

/** Set by the build. */
interface ImportMetaEnv {
  /** The page registers a service worker. */
  readonly HEARTLAND_OFFLINE: boolean
}
