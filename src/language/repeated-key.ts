/** Finds a key that an object of a JSON text has twice: JSON.parse silently takes the last one. */

/** The first key that is repeated; undefined where there is none. The text is known to be JSON. */
export const repeatedKey = (text: string): string | undefined => {
  /** Keys of the objects that are open; undefined for a list. */
  const open: Array<Set<string> | undefined> = []
  let last = ''
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (part === '{') open.push(new Set())
    else if (part === '[') open.push(undefined)
    else if (part === '}' || part === ']') open.pop()
    else if (part !== ':') last = part
    else {
      const keys = open.at(-1)
      const key = JSON.parse(last) as string
      if (keys?.has(key) === true) return key
      keys?.add(key)
    }
  }
  return undefined
}
