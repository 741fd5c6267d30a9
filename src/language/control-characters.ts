/** Finds characters that a terminal would carry out instead of showing them. */

/** True for control characters of any kind but tabs and line breaks. */
export const hasControls = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isText = code === 9 || code === 10 || code === 13
    if ((code < 32 && !isText) || (code >= 127 && code < 160)) return true
  }
  return false
}
