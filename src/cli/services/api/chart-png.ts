/** Draws the picture of a chart in pixels, without a browser, in the font of the app. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
const font = readFileSync(new URL('../../../app/fonts/source-sans-3.woff2', import.meta.url))

/** Twice as fine as it is measured, for print and for dense screens. */
export const pngOf = (svg: string): Buffer =>
  Buffer.from(
    new Resvg(svg, {
      fitTo: { mode: 'zoom', value: 2 },
      font: { fontBuffers: [font], defaultFontFamily: 'Source Sans 3' },
    })
      .render()
      .asPng(),
  )
