/** Finds, and shows, characters that a terminal would carry out instead of showing them. */

/** True for control characters of any kind but tabs and line breaks. */
export const hasControls = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isText = code === 9 || code === 10 || code === 13
    if ((code < 32 && !isText) || (code >= 127 && code < 160)) return true
  }
  return false
}

// oxlint-disable-next-line no-control-regex -- the first alternative keeps the colours of our own texts
const COLOUR_OR_CONTROL = /\u001b\[\d{1,2}m|[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g

/** The text with control characters written out, such as \u001b, so that a terminal shows them; colours stay. */
export const withControlsShown = (text: string): string =>
  text.replaceAll(COLOUR_OR_CONTROL, found =>
    found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
