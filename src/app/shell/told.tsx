/** A sentence generated from results, with its figures in bold; the 4 of C4 is none. */

const figure = /[+−]?\b\d+(?:,\d{3})*(?:\.\d+)?(?:\s×\s10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?(?:\s?%)?/g

const exponents = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Raised by the page: the letters of headings have no raised form of every digit. */
const raised = (text: string) => {
  const [before, exponent = ''] = text.split(/(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])(.*)/s)
  if (exponent === '') return text
  return (
    <>
      {before}
      <sup>{[...exponent].map(letter => (letter === '⁻' ? '−' : exponents.indexOf(letter))).join('')}</sup>
    </>
  )
}

export const Told = ({ text }: { readonly text: string }) => {
  const parts: Array<{ readonly text: string; readonly bold: boolean; readonly at: number }> = []
  let end = 0
  for (const found of text.matchAll(figure)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), bold: false, at: end })
    parts.push({ text: found[0], bold: true, at: found.index })
    end = found.index + found[0].length
  }
  parts.push({ text: text.slice(end), bold: false, at: end })
  return parts.map(({ text: part, bold, at }) => (bold ? <b key={at}>{raised(part)}</b> : <span key={at}>{part}</span>))
}
