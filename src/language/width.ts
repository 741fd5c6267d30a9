/** Measures the width of a text in columns, as a terminal has them, and breaks it into lines of a maximum width. */

// oxlint-disable-next-line no-control-regex -- colour codes are control characters
const COLOUR_CODE = /\u001b\[[0-9;]*m/g
const COMBINING = /\p{Mn}|\p{Me}|\u200b|\u200d/u
/** Chinese, Japanese and Korean characters, their punctuation and the full-width forms take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u

/** Chinese marks that begin no line, and those that end none (GB/T 15834-2011). */
const CLOSING = /[，。、；：！？）》」』】〉”’]/
const OPENING = /[（《「『【〈“‘]$/

export function displayWidth(text: string): number {
  let width = 0
  for (const character of text.replace(COLOUR_CODE, '')) {
    if (!COMBINING.test(character)) width += WIDE.test(character) ? 2 : 1
  }
  return width
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text

/** Lines break at spaces and around wide characters, not between these and their marks; a longer word is cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of piecesOf(paragraph, width)) {
      if (displayWidth(line + piece.trimEnd()) > width && line !== '') {
        lines.push(line.trimEnd())
        line = piece.trimStart()
      } else {
        line += piece
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Words with the spaces after them, and wide characters one by one with their marks; none wider than `width`. */
function piecesOf(text: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  const flush = (): void => {
    if (piece !== '') pieces.push(piece)
    piece = ''
  }
  for (const character of text) {
    const ends = (character !== ' ' && piece.endsWith(' ')) || WIDE.test(character)
    const stays = CLOSING.test(character) || OPENING.test(piece)
    if ((ends && !stays) || displayWidth(piece + character) > width) flush()
    const before = pieces.at(-1)
    if (piece === '' && before !== undefined && CLOSING.test(character) && displayWidth(before + character) <= width)
      piece = pieces.pop()!
    piece += character
    if (WIDE.test(character) && !OPENING.test(piece)) flush()
  }
  flush()
  return pieces
}
