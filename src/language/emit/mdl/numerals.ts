/** Writes numbers and long lines in a form that every reader of Vensim files accepts. */

/** With a decimal point or an exponent always: a whole number makes some engines count in whole numbers. */
export const mdlNumeral = (value: number): string => {
  const text = Object.is(value, -0) ? '0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** Negative numbers stand in brackets inside an expression. */
export const literalText = (value: number): string => (value < 0 ? `(${mdlNumeral(value)})` : mdlNumeral(value))

/**
 * True if a list of numbers survives being printed with eight digits after the point, as numpy prints arrays: PySD puts
 * array constants and lookups through such a print. Lists that do not are written number by number.
 */
export const survivesPrinting = (values: ArrayLike<number>): boolean => {
  const list = Array.from(values)
  const sizes = list.map(Math.abs).filter(size => size > 0)
  const largest = Math.max(0, ...sizes)
  const smallest = Math.min(largest, ...sizes)
  const scientific = largest >= 1e8 || smallest < 1e-4 || largest > 1000 * smallest
  // The last bits may go: they are the rounding of a straight line between two short numbers.
  return list.every(value => {
    const printed = Number(scientific ? value.toExponential(8) : value.toFixed(8))
    return Math.abs(printed - value) <= 1e-15 * Math.abs(value)
  })
}

const longest = 110
/** Spaces but those inside IF THEN ELSE, TIME STEP and INITIAL TIME. */
const breaks = /(?<!\b(?:IF|THEN|TIME|INITIAL)) /

/** Breaks a long text at its spaces, with the backslash that Vensim puts at the end of an unfinished line. */
export const wrapEquation = (text: string): string => {
  if (text.length <= longest) return text
  const lines: string[] = []
  let line = ''
  for (const word of text.split(breaks)) {
    if (line !== '' && line.length + word.length + 1 > longest) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.join(' \\\n\t\t')
}

/** Comments hold none of the marks that end a field. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[~|{}\\"]/g, ' ')
    .replaceAll(/[\u2012-\u2015\u2212]/g, '-')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .trim()
