/** State that the browser stores for this user: scenario, saved scenarios, language and colour scheme. */

import { samplingProblems } from '../../analysis/policy.ts'
import type { Names } from '../../regions/types.ts'
import type { Language } from '../words/language.ts'
import { type Draft, emptyDraft, type Kept } from './scenario.ts'
import type { Scheme, State } from './state.ts'

export interface Stored {
  readonly language?: Language
  readonly scheme?: Scheme
  readonly letterKeys?: boolean
  readonly draft?: Draft
  readonly kept?: readonly Kept[]
}

const key = 'heartland'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const isSetting = (value: unknown): boolean =>
  isRecord(value) &&
  isFiniteNumber(value['value']) &&
  ['start', 'ramp', 'end'].every(part => value[part] === undefined || isFiniteNumber(value[part]))

/** The seed and the number of simulations, where they are such as a page can run. */
const samplingFrom = (
  { seed, members }: Readonly<Record<string, unknown>>,
  empty: Draft,
): Pick<Draft, 'seed' | 'members'> => {
  const isFine = (one: Pick<Draft, 'seed' | 'members'>): boolean => samplingProblems(one).length === 0
  return {
    seed: isFiniteNumber(seed) && isFine({ ...empty, seed }) ? seed : empty.seed,
    members: isFiniteNumber(members) && isFine({ ...empty, members }) ? members : empty.members,
  }
}

/** Only what has the right form is taken up: a former version of the app may have written the rest. */
const draftFrom = (value: unknown): Draft | undefined => {
  if (!isRecord(value) || typeof value['region'] !== 'string') return undefined
  const empty = emptyDraft(value['region'])
  const settings = isRecord(value['policy']) ? Object.entries(value['policy']) : []
  const assumptions = isRecord(value['assumptions']) ? Object.entries(value['assumptions']) : []
  return {
    ...empty,
    ...(typeof value['name'] === 'string' ? { name: value['name'] } : {}),
    ...(typeof value['playbook'] === 'string' ? { playbook: value['playbook'] } : {}),
    ...samplingFrom(value, empty),
    policy: Object.fromEntries(settings.filter(([, setting]) => isSetting(setting))) as Draft['policy'],
    assumptions: Object.fromEntries(assumptions.filter(([, number]) => isFiniteNumber(number))) as Draft['assumptions'],
  }
}

const keptFrom = (value: unknown): Kept[] => {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown): Kept[] => {
    const draft = draftFrom(one)
    if (draft === undefined || !isRecord(one) || typeof one['id'] !== 'string') return []
    return [{ ...draft, id: one['id'], shown: one['shown'] === true }]
  })
}

export const parseStored = (text: string | null): Stored => {
  if (text === null) return {}
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return {}
  }
  if (!isRecord(found)) return {}
  const { language, scheme, letterKeys } = found
  const draft = draftFrom(found['draft'])
  return {
    ...(language === 'en' || language === 'zh' ? { language } : {}),
    ...(scheme === 'system' || scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
    ...(typeof letterKeys === 'boolean' ? { letterKeys } : {}),
    ...(draft === undefined ? {} : { draft }),
    kept: keptFrom(found['kept']),
  }
}

/** A page from disk, or one whose storage is closed, has none: it then begins afresh. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

export const readStored = (): Stored => {
  try {
    return parseStored(storage()?.getItem(key) ?? null)
  } catch {
    return {}
  }
}

/**
 * Calls `take` with the scenarios that another tab has saved or removed, so that this one does not write over them.
 * Returns what stops it.
 */
export const watchKept = (take: (kept: readonly Kept[]) => void): (() => void) => {
  const changed = ({ key: changedKey, newValue }: StorageEvent): void => {
    if (changedKey === key) take(parseStored(newValue).kept ?? [])
  }
  globalThis.addEventListener('storage', changed)
  return () => globalThis.removeEventListener('storage', changed)
}

/** A region of the reader's own, as the browser keeps it. */
export interface StoredRegion {
  readonly id: string
  readonly names: Names
  readonly files: Readonly<Record<string, string>>
}

/** The regions that have the right form: one that has not would stop the page before it is drawn. */
export const regionsIn = (found: unknown): StoredRegion[] =>
  (Array.isArray(found) ? (found as unknown[]) : []).flatMap((one): StoredRegion[] => {
    if (!isRecord(one) || !isRecord(one['names']) || !isRecord(one['files'])) return []
    const { id, names, files } = one
    const isWholeRegion = [id, names['en'], names['zh'], ...Object.values(files)].every(isText)
    return isWholeRegion ? [{ id, names, files } as unknown as StoredRegion] : []
  })

/** False where the browser refuses, for instance because the storage is full. */
export const writeStored = ({ language, scheme, letterKeys, draft, kept }: State): boolean => {
  const stored: Stored = { language, scheme, letterKeys, draft, kept }
  try {
    storage()?.setItem(key, JSON.stringify(stored))
    return true
  } catch {
    return false
  }
}
