/**
 * Language and colours in which the page opens, and the stored text that says so: by itself, because what stands before
 * the app needs no more of its state.
 */

import type { Language } from '../../language/messages.ts'
import type { Scheme } from './state.ts'

export interface Look {
  readonly language?: Language
  readonly scheme?: Scheme
}

export const storageKey = 'heartland'

/** A page from disk, or one whose storage is closed, has none: it then begins afresh. */
export const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

export const storedText = (): string | null => {
  try {
    return storage()?.getItem(storageKey) ?? null
  } catch {
    return null
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The look in the stored state, as far as it has the right form. */
export const lookIn = ({ language, scheme }: Readonly<Record<string, unknown>>): Look => ({
  ...(language === 'en' || language === 'zh' ? { language } : {}),
  ...(scheme === 'system' || scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
})

export const languageOfBrowser = (): Language =>
  typeof navigator !== 'undefined' && navigator.language.startsWith('zh') ? 'zh' : 'en'
