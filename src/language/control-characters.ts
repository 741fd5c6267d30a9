/**
 * Finds, and shows, characters that a terminal or a page would carry out instead of showing them: control characters, and
 * marks that turn the direction of the text around, so that a name reads as another.
 */

const isTurn = (code: number): boolean => (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)

/** True for control characters of any kind but tabs and line breaks. */
export const hasControls = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isText = code === 9 || code === 10 || code === 13
    if ((code < 32 && !isText) || (code >= 127 && code < 160) || isTurn(code)) return true
  }
  return false
}

const COLOUR_OR_CONTROL =
  // oxlint-disable-next-line no-control-regex -- the first alternative keeps the colours of our own texts
  /\u001b\[\d{1,2}m|[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g

/** The text with control characters written out, such as \u001b, so that a terminal shows them; colours stay. */
export const withControlsShown = (text: string): string =>
  text.replaceAll(COLOUR_OR_CONTROL, found =>
    found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
