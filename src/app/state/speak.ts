/** The language of the page: Chinese names of the model are fetched when it is first spoken, which few English readers do. */

import names from 'virtual:heartland/chinese-names'
import type { Language } from '../../language/messages.ts'
import { useStore } from './store.ts'

let here = false

export const chineseNamesCome = async (): Promise<void> => {
  try {
    Object.assign(names, (await import('../../texts/names.zh.ts')).default)
    here = true
  } catch {
    // Without a network the names are those of the model; they are asked for again.
  }
}

/** At once where all words of the language are here. */
export const speak = (language: Language): void => {
  const say = (): void => useStore.getState().set({ language })
  if (language === 'en' || here) say()
  else void chineseNamesCome().then(say)
}
