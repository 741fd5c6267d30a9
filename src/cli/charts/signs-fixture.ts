/** The Chinese characters that the texts and the regions can put into a picture of a chart, and those that its fonts lack. */

import { readdirSync, readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-wasm'

const root = new URL('../../../', import.meta.url)
const [cell, across] = [20, 60]

/** Signs of which the fonts have no drawing: each is drawn as the sign that no font has. After a picture was drawn. */
export const undrawn = (signs: readonly string[]): string[] => {
  const all = ['\ue000', ...signs]
  const texts = all.map(
    (sign, at) => `<text x="${(at % across) * cell}" y="${Math.floor(at / across) * cell + 16}">${sign}</text>`,
  )
  const [width, height] = [across * cell, Math.ceil(all.length / across) * cell]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Source Sans 3" font-size="16">${texts.join('')}</svg>`
  const fontBuffers = ['source-sans-3', 'noto-sans-sc'].map(name =>
    readFileSync(new URL(`src/app/fonts/${name}.woff2`, root)),
  )
  const { pixels } = new Resvg(svg, { font: { fontBuffers } }).render()
  const drawn = (at: number): string =>
    Array.from({ length: cell }, (_, line) => {
      const from = 4 * ((Math.floor(at / across) * cell + line) * width + (at % across) * cell)
      return Buffer.from(pixels.subarray(from, from + 4 * cell)).toString('base64')
    }).join()
  const nothing = drawn(0)
  return signs.filter((_, at) => drawn(at + 1) === nothing)
}

export const signsOfTexts = (): string[] => {
  const files = ['texts', 'regions', 'countries', 'src/texts'].flatMap(folder =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(csv|json|ts)$/.test(name))
      .map(name => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  )
  return [...new Set(files.join('').match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]/g))]
}
