/** Saves a chart as a file of its own: SVG with all design values written into it, or PNG. */

import { toBase64 } from '../../analysis/files/versions/base64.ts'
import { wrapText } from '../../language/width.ts'
import sans from '../fonts/source-sans-3.woff2?url'

/** Properties that the style sheets of the page set on elements of a chart. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'display',
  'visibility',
] as const

const margin = 24
const lineHeight = 19
const family =
  "'Heartland Sans', 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"

const areaOf = (svg: SVGSVGElement): number => {
  const { width, height } = svg.getBoundingClientRect()
  return width * height
}

/** The largest drawing of a figure; small ones are marks and keys. */
export const mainSvg = (figure: Element): SVGSVGElement | undefined =>
  [...figure.querySelectorAll('svg')].filter(svg => areaOf(svg) > 10_000).toSorted((a, b) => areaOf(b) - areaOf(a))[0]

/** Styles as they are computed in the light scheme, whatever the reader sees: files go onto white paper. */
const inLight = <Result>(act: () => Result): Result => {
  const { dataset } = document.documentElement
  const before = dataset['scheme']
  dataset['scheme'] = 'light'
  try {
    return act()
  } finally {
    if (before === undefined) delete dataset['scheme']
    else dataset['scheme'] = before
  }
}

const inlined = (svg: SVGSVGElement): SVGSVGElement => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [at, original] of originals.entries()) {
    const computed = getComputedStyle(original)
    const target = copies[at]!
    for (const property of properties) {
      const value = computed.getPropertyValue(property)
      if (value !== '') target.setAttribute(property, property === 'font-family' ? family : value)
    }
    target.removeAttribute('class')
    target.removeAttribute('style')
    target.removeAttribute('tabindex')
  }
  return copy
}

/** The text of a part without what can be pressed in it, but for terms: they are words of the text. */
const textOf = (part: Element | null): string => {
  const copy = part?.cloneNode(true) as Element | undefined
  for (const hint of copy?.querySelectorAll('button:not(.term, .enlarge), .hint') ?? []) hint.remove()
  return copy?.textContent?.trim() ?? ''
}

export const figureTitle = (figure: Element): string =>
  textOf(figure.querySelector('figcaption h2, figcaption h3, .head h2'))

/** Texts around the chart of a figure: title, unit, key and source, '' for those that are missing. */
export const figureTexts = (figure: Element): Readonly<Record<'title' | 'unit' | 'key' | 'source', string>> => ({
  title: figureTitle(figure),
  unit: textOf(figure.querySelector('.unit')),
  key: textOf(figure.querySelector('.keys4')),
  source: textOf(figure.querySelector('.src')),
})

const svgNamespace = 'http://www.w3.org/2000/svg'

const withAttributes = <Of extends Element>(element: Of, attributes: Readonly<Record<string, string | number>>): Of => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}

const element = <Name extends 'svg' | 'rect' | 'text'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
) => withAttributes(document.createElementNS(svgNamespace, name), attributes)

/** Lines of text below each other; `look` is how they are set. */
const textLines = (
  lines: readonly string[],
  top: number,
  apart: number,
  look: Readonly<Record<string, string | number>>,
) =>
  lines.map((line, at) => {
    const text = element('text', { x: margin, y: top + at * apart, 'font-family': family, ...look })
    text.textContent = line
    return text
  })

/** Tokens may be light-dark(): the colour of an element is what they come to. */
const colourOf = (token: string): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Lines no longer than a chart is wide; of a letter half its height. */
const wrapped = (text: string, width: number, size: number): string[] =>
  text === '' ? [] : wrapText(text, Math.floor(width / (size / 2)))

/** The chart with its title, unit and source as one drawing. `imprint` goes below: region, package, model, data, address. */
export const chartSvg = (figure: HTMLElement, imprint: readonly string[]): string => {
  const svg = mainSvg(figure)
  if (svg === undefined) throw new Error('This figure holds no chart.')
  return inLight(() => {
    const { width, height } = svg.getBoundingClientRect()
    const notes = { 'font-size': '12px', 'font-weight': 400, fill: colourOf('--ink-2') }
    const { title, unit, key, source } = figureTexts(figure)
    const below = [key, source, ...imprint].flatMap(text => wrapped(text, width, 12))
    const titles = wrapped(title, width, 17)
    const units = wrapped(unit, width, 13)
    const titleHeight = 24
    const first = margin + 8 + (titles.length - 1) * titleHeight + lineHeight
    const top = first - lineHeight + 16 + units.length * lineHeight
    const [wide, high] = [width + 2 * margin, top + height + 8 + below.length * lineHeight + margin].map(Math.ceil)
    const whole = element('svg', {
      xmlns: svgNamespace,
      viewBox: `0 0 ${wide} ${high}`,
      width: wide!,
      height: high!,
      role: 'img',
      'aria-label': [title, svg.getAttribute('aria-label') ?? ''].filter(text => text !== '').join(': '),
    })
    whole.append(
      element('rect', { width: '100%', height: '100%', fill: colourOf('--paper') }),
      ...textLines(titles, margin + 8, titleHeight, {
        'font-size': '17px',
        'font-weight': 600,
        fill: colourOf('--ink'),
      }),
      ...textLines(units, first, lineHeight, { ...notes, 'font-size': '13px' }),
      withAttributes(inlined(svg), {
        viewBox: svg.getAttribute('viewBox') ?? `0 0 ${width} ${height}`,
        x: margin,
        y: top,
        width,
        height,
        overflow: 'visible',
      }),
      ...textLines(below, top + height + 24, lineHeight, notes),
    )
    return new XMLSerializer().serializeToString(whole)
  })
}

let font: Promise<string> | undefined

/** The sans font as an address within the file: a drawing in an image loads nothing. */
const fontAddress = (): Promise<string> => {
  font ??= sans.startsWith('data:')
    ? Promise.resolve(sans)
    : fetch(sans)
        .then(answer => answer.arrayBuffer())
        .then(bytes => `data:font/woff2;base64,${toBase64(new Uint8Array(bytes))}`)
  return font
}

/** The same drawing with the font in it; a system font where that cannot be read. */
export const withFont = async (svg: string): Promise<string> => {
  try {
    const face = `@font-face{font-family:'Heartland Sans';font-weight:400 700;src:url(${await fontAddress()}) format('woff2')}`
    return svg.replace(/(<svg[^>]*>)/, `$1<style>${face}</style>`)
  } catch {
    return svg
  }
}

const loaded = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('The browser could not draw the chart.')))
    image.src = address
  })

/** Twice the size on the page, for screens and print. */
export const chartPng = async (svg: string, scale = 2): Promise<Blob> => {
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The browser has no canvas to draw on.')
  context.scale(scale, scale)
  context.drawImage(image, 0, 0)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob => (blob === null ? reject(new Error('The browser made no picture.')) : resolve(blob)),
      'image/png',
    )
  })
}
