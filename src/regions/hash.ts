/** Hashes texts without Node's crypto, so that browser and server identify the same data alike. */

/** With line ends and no byte order mark as every system writes them: an editor that changes these changes no figure. */
export const withLineFeeds = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')

/** 64 bits as 16 hexadecimal digits: two FNV-1a runs of 32 bits over UTF-16 units, from different offsets. */
export const hashOf = (texts: Iterable<string>): string => {
  let first = 0x811c9dc5
  let second = 0x01000193
  for (const text of texts) {
    for (let index = 0; index <= text.length; index++) {
      // One unit more than the text has: 0xffff parts the texts from each other.
      const unit = index < text.length ? text.charCodeAt(index) : 0xffff
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul(second ^ (unit + index), 0x85ebca6b)
      second ^= second >>> 13
    }
  }
  return [first, second].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
