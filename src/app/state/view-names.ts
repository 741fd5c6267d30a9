/** The names of the nine views as used in links. */

export type ViewName = 'answer' | 'what-if' | 'why' | 'who' | 'books' | 'record' | 'data' | 'value' | 'debt'

/** In the order of the masthead; the keys 1 to 9. */
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
]

export const isView = (text: string): text is ViewName => (viewNames as readonly string[]).includes(text)
