/** State that the browser stores for this user: scenario, saved scenarios, language and colour scheme. */

import type { PathSetting } from '../../engine/outside.ts'
import type { LeverSetting } from '../../engine/scenario.ts'
import type { Names } from '../../regions/types.ts'
import {
  assumptionWords,
  parseAssumption,
  parsePath,
  parseSetting,
  pathWords,
  readableIn,
  settingWords,
} from '../../scenario/words.ts'
import { type Draft, emptyDraft, type Kept } from './scenario.ts'
import { isRecord, type Look, lookIn, storage, storageKey } from './look.ts'
import type { State } from './state.ts'

export interface Stored extends Look {
  readonly letterKeys?: boolean
  readonly draft?: Draft
  readonly kept?: readonly Kept[]
}

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const isText = (value: unknown): value is string => typeof value === 'string'

/** Told the place of each part that has not the right form, such as 'draft.policy.publicInvestment'. */
type Lose = (place: string) => void

type Words<Value> = readonly [
  write: (name: string, value: Value) => string,
  parse: (text: string) => readonly [string, Value],
]

/** The part of a scenario that words can express and read back. */
const readable = <Value>(
  value: unknown,
  [write, parse]: Words<Value>,
  place: string,
  lose: Lose,
): Record<string, Value> => {
  if (value !== undefined && !isRecord(value)) lose(place)
  return isRecord(value) ? readableIn(value, write, parse, name => lose(`${place}.${name}`)) : {}
}

const settings: Words<LeverSetting> = [settingWords, parseSetting]
const numbers: Words<number> = [assumptionWords, parseAssumption]
const paths: Words<PathSetting> = [pathWords, parsePath]

/** Only what has the right form is taken up: a former version of the app, or something else, may have written the rest. */
const draftFrom = (value: unknown, place: string, lose: Lose): Draft | undefined => {
  if (!isRecord(value) || typeof value['region'] !== 'string') {
    if (value !== undefined) lose(place)
    return undefined
  }
  const empty = emptyDraft(value['region'])
  const taken = <Name extends 'name' | 'package' | 'seed' | 'members'>(name: Name): Draft[Name] => {
    // A former version of the app called a package a playbook.
    const found = value[name] ?? (name === 'package' ? value['playbook'] : undefined)
    const isFine = typeof empty[name] === 'number' ? isFiniteNumber(found) : isText(found)
    if (!isFine && found !== undefined) lose(`${place}.${name}`)
    return isFine ? (found as Draft[Name]) : empty[name]
  }
  const thresholds =
    value['thresholds'] === undefined
      ? {}
      : { thresholds: readable(value['thresholds'], numbers, `${place}.thresholds`, lose) }
  return {
    ...empty,
    ...thresholds,
    name: taken('name'),
    package: taken('package'),
    seed: taken('seed'),
    members: taken('members'),
    policy: readable(value['policy'], settings, `${place}.policy`, lose),
    assumptions: readable(value['assumptions'], numbers, `${place}.assumptions`, lose),
    outside: readable(value['outside'], paths, `${place}.outside`, lose),
  }
}

const keptFrom = (value: unknown, lose: Lose): Kept[] => {
  if (!Array.isArray(value)) {
    if (value !== undefined) lose('kept')
    return []
  }
  return value.flatMap((one: unknown, at): Kept[] => {
    const place = `kept.${at}`
    if (!isRecord(one) || typeof one['id'] !== 'string') {
      lose(place)
      return []
    }
    const draft = draftFrom(one, place, lose)
    const { id, shown, colour } = one
    const own = isFiniteNumber(colour) ? { colour } : {}
    return draft === undefined ? [] : [{ ...draft, id, shown: shown === true, ...own }]
  })
}

/** The parts of the text in the right form; `lose` gets the places of all others. */
export const parseStored = (text: string | null, lose: Lose = () => {}): Stored => {
  if (text === null) return {}
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    lose('')
    return {}
  }
  if (!isRecord(found)) {
    lose('')
    return {}
  }
  const { letterKeys } = found
  const draft = draftFrom(found['draft'], 'draft', lose)
  return {
    ...lookIn(found),
    ...(typeof letterKeys === 'boolean' ? { letterKeys } : {}),
    ...(draft === undefined ? {} : { draft }),
    kept: keptFrom(found['kept'], lose),
  }
}

export const forgetStored = (): void => {
  try {
    storage()?.removeItem(storageKey)
  } catch {
    // Then nothing was stored.
  }
}

/** Calls `take` with the scenarios that another tab stores. Returns what stops it. */
export const watchKept = (take: (kept: readonly Kept[]) => void): (() => void) => {
  const changed = ({ key: changedKey, newValue }: StorageEvent): void => {
    // A storage that was emptied takes nothing away from a page that is open.
    if (changedKey === storageKey && newValue !== null) take(parseStored(newValue).kept ?? [])
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
    storage()?.setItem(storageKey, JSON.stringify(stored))
    return true
  } catch {
    return false
  }
}
