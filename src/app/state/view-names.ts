/** The names of the eight views as used in links. */

export type ViewName = 'answer' | 'what-if' | 'why' | 'who' | 'books' | 'record' | 'data' | 'value'

/** In the order of the masthead; the keys 1 to 8. */
export const viewNames: readonly ViewName[] = ['answer', 'what-if', 'why', 'who', 'books', 'record', 'data', 'value']

export const isView = (text: string): text is ViewName => (viewNames as readonly string[]).includes(text)
