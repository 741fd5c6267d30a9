/** Users' own regions: stored in the browser, made known to the workers, and listed beside those of the program. */

import { regionNames } from 'virtual:heartland/region-names'
import { create } from 'zustand'
import type { Compared } from '../../language/places.ts'
import type { Names } from '../../regions/types.ts'
import { modelPlace, type NationWords } from '../words/language.ts'
import type { RegionFiles } from '../worker/region-files.ts'
import { workers } from '../worker/workers.ts'
import { forgetRuns } from './live.ts'
import { forgetAnswers } from './question.ts'
import { regionsIn, type StoredRegion } from './storage.ts'

export interface OwnRegion {
  readonly id: string
  readonly names: Names
  readonly place: NationWords
}

interface RegionText {
  readonly areas?: readonly string[]
  readonly context?: string
  readonly currency?: string
  readonly compared?: Compared
}

const regionText = (files: RegionFiles, id: string): RegionText => {
  try {
    return JSON.parse(files[`${id}/region.json`] ?? '{}') as RegionText
  } catch {
    return {}
  }
}

const placeOf = (files: RegionFiles, id: string): NationWords => {
  const own = regionText(files, id)
  const area = own.areas === undefined ? own : regionText(files, own.areas[0] ?? '')
  const { currency = modelPlace.currency } = area
  return { currency, compared: regionText(files, area.context ?? '').compared }
}

export const useOwnRegions = create<{ readonly regions: readonly OwnRegion[] }>()(() => ({ regions: [] }))

export const isKnownRegion = (id: string): boolean =>
  regionNames.some(one => one.id === id) || useOwnRegions.getState().regions.some(one => one.id === id)

/** The id of a region that is called so in either language; the word itself where none is. */
export const regionNamed = (word: string): string =>
  regionNames.find(({ id, names }) => [id, names.en, names.zh].some(one => one?.toLowerCase() === word.toLowerCase()))
    ?.id ?? word

/** True for ids that a region of the program has: it cannot be replaced. */
export const isRegionOfProgram = (id: string): boolean => regionNames.some(one => one.id === id)

/** A flag where it can be read at once, so that readers without regions of their own do not wait for the data base. */
const flag = 'heartland-regions'
const database = 'heartland'
const store = 'regions'

const asPromise = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser refused its data base.')))
  })

/** Milliseconds. Some browsers never answer, for instance with a damaged profile; the page does not wait for them. */
const patience = 3000

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(database, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store, { keyPath: 'id' }))
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The browser does not answer for its data base.')), patience)
  })
  return Promise.race([asPromise(request), silence])
}

const inStore = async <Result>(
  mode: IDBTransactionMode,
  act: (objects: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> => {
  const opened = await openDatabase()
  try {
    return await asPromise(act(opened.transaction(store, mode).objectStore(store)))
  } finally {
    opened.close()
  }
}

const list = (regions: readonly OwnRegion[]): void => useOwnRegions.setState({ regions })

const ownRegion = ({ id, names, files }: StoredRegion): OwnRegion => ({ id, names, place: placeOf(files, id) })

const remember = (): void => {
  try {
    if (useOwnRegions.getState().regions.length > 0) globalThis.localStorage.setItem(flag, 'kept')
    else globalThis.localStorage.removeItem(flag)
  } catch {
    // A page without storage begins afresh each time.
  }
}

/** Makes the kept regions known before anything asks for them. A data base that cannot be read is an empty one. */
export const startOwnRegions = async (): Promise<void> => {
  try {
    if (globalThis.localStorage.getItem(flag) === null) return
    const kept = regionsIn(await inStore('readonly', objects => objects.getAll() as IDBRequest<unknown>))
    for (const { id, files } of kept) workers().define(id, files)
    list(kept.map(ownRegion))
  } catch {
    list([])
  }
}

/** Keeps a region and makes it known; false where the browser does not keep it beyond this page. */
export const addOwnRegion = async (id: string, names: Names, files: RegionFiles): Promise<boolean> => {
  workers().define(id, files)
  forgetRuns(id)
  forgetAnswers(id)
  list([...useOwnRegions.getState().regions.filter(one => one.id !== id), ownRegion({ id, names, files })])
  try {
    const region: StoredRegion = { id, names, files }
    await inStore('readwrite', objects => objects.put(region))
    remember()
    return true
  } catch {
    return false
  }
}

/** The files of a kept region, to bring it back after it was removed. */
export const filesOfOwnRegion = async (id: string): Promise<RegionFiles | undefined> => {
  try {
    const found = await inStore<StoredRegion | undefined>(
      'readonly',
      objects => objects.get(id) as IDBRequest<StoredRegion | undefined>,
    )
    return found?.files
  } catch {
    return undefined
  }
}

/** Its scenarios stay; they open again when the region is brought again. */
export const removeOwnRegion = async (id: string): Promise<void> => {
  list(useOwnRegions.getState().regions.filter(one => one.id !== id))
  try {
    await inStore('readwrite', objects => objects.delete(id))
  } catch {
    // It was kept for this page only.
  }
  remember()
}
