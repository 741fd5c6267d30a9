/**
 * Writes bytes as text in base 64 and reads them back. The oldest browsers that the app supports have no
 * `Uint8Array.fromBase64` and `toBase64` yet.
 */

/** The typings of Node and of browsers both have them, but cannot be loaded here. */
const { atob, btoa } = globalThis as unknown as {
  readonly atob: (text: string) => string
  readonly btoa: (text: string) => string
}

/** The number of bytes converted at a time, because a function call takes a limited number of arguments. */
const slice = 0x8000

export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += slice)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + slice)))
  return btoa(parts.join(''))
}

/** Throws where the text is not base 64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const letters = atob(text)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}
