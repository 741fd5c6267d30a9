/** The names of the ten views as used in links, and the keys that open them. */

export type ViewName = 'answer' | 'what-if' | 'why' | 'who' | 'books' | 'record' | 'data' | 'value' | 'debt' | 'sectors'

/** In the order of the masthead. */
export const viewNames: readonly ViewName[] = [
  'answer',
  'what-if',
  'why',
  'who',
  'books',
  'record',
  'data',
  'value',
  'debt',
  'sectors',
]

/** 1 to 9, then 0. */
export const viewKey = (view: ViewName): string => String((viewNames.indexOf(view) + 1) % 10)

export const isView = (text: string): text is ViewName => (viewNames as readonly string[]).includes(text)

/** What an address names as its view: 'why' of '#/why?…'. */
export const viewWord = (hash: string): string => /^#\/?([\w-]*)/.exec(hash)?.[1] ?? ''

/** A part of an address as it is written: 'zh' is the `language` of '#/why?v=1&language=zh'. */
export const partOf = (hash: string, name: string): string | undefined =>
  new RegExp(`[?&]${name}=([^&]*)`).exec(hash)?.[1]
