/** Draws the picture of a chart in pixels, without a browser, in the fonts that stand beside the app. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

// It may be done once in a process, which may load this file again.
await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))).catch(
  (problem: Error) => {
    if (!problem.message.startsWith('Already initialized')) throw problem
  },
)

const font = (name: string): Buffer => readFileSync(new URL(`../../app/fonts/${name}.woff2`, import.meta.url))
const latin = font('source-sans-3')
let chinese: Buffer | undefined

/** What the Latin font has: letters, marks, arrows up and down, the minus. */
const inLatin = /^[\0-\u2191\u2193\u2212]*$/

/** Twice as fine as it is measured, for print and for dense screens. */
export const pngOf = (svg: string): Buffer => {
  const fontBuffers = inLatin.test(svg) ? [latin] : [latin, (chinese ??= font('noto-sans-sc'))]
  return Buffer.from(
    new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font: { fontBuffers, defaultFontFamily: 'Source Sans 3' } })
      .render()
      .asPng(),
  )
}
