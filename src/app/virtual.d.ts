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
}

declare module 'virtual:heartland/region-names' {
  export const regionNames: ReadonlyArray<{
    readonly id: string
    readonly names: { readonly en: string; readonly zh?: string }
  }>
}

declare module 'virtual:heartland/first' {
  import type { FirstResults } from './worker/first-results.ts'
  export const first: FirstResults
}

declare module 'virtual:heartland/record' {
  import type { AppRecord } from './state/record.ts'
  /** Of the region that the app begins with. */
  export const record: AppRecord
}

declare module 'virtual:heartland/worker' {
  export const createWorker: () => Worker
}

/** Set by the build. */
interface ImportMetaEnv {
  /** The page registers a service worker. */
  readonly HEARTLAND_OFFLINE: boolean
}
