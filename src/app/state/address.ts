/** Reads parts of an address. */

/** The view that an address names: 'why' of '#/why?…'. */
export const viewWord = (hash: string): string => /^#\/?([\w-]*)/.exec(hash)?.[1] ?? ''

/** A part of an address as it is written: 'zh' is the `language` of '#/why?v=1&language=zh'. */
export const partOf = (hash: string, name: string): string | undefined =>
  new RegExp(`[?&]${name}=([^&]*)`).exec(hash)?.[1]
