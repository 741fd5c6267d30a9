/** The names of the seven views as used in links. */

export type ViewName = 'answer' | 'what-if' | 'why' | 'who' | 'books' | 'record' | 'data'

/** In the order of the masthead; the keys 1 to 7. */
export const viewNames: readonly ViewName[] = ['answer', 'what-if', 'why', 'who', 'books', 'record', 'data']

export const isView = (text: string): text is ViewName => (viewNames as readonly string[]).includes(text)
