/**
 * Compares every view at three widths, light and dark, with its golden picture. Pictures are compared by coarse
 * squares, because fonts are drawn differently on different machines. `npm run pictures` takes them anew.
 */

import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { viewNames } from '../state/view-names.ts'
import { appTest, visit } from './app-pages-fixture.ts'
import {
  distance,
  fileOf,
  type Picture,
  pictures,
  policyPackage,
  readPicture,
  smaller,
  take,
  writePicture,
} from './pictures-fixture.ts'
import { begin } from './what-if-page-fixture.ts'

const renew = process.env['UPDATE_GOLDEN'] === '1'

/** Heights follow the lines of text, which break elsewhere where a font is missing. */
const heightShare = 0.04
const mostMean = 4
const mostSquares = 0.06

const heightOf = (size: string): number => Number(/× (\d+)$/.exec(size)?.[1])

// One page shows all views in turn: the model is opened, and the package computed, once.
appTest(
  'every view looks as it did at 1440, 820 and 390 pixels, light and dark',
  { timeout: 400_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ hash: '/what-if', reducedMotion: 'reduce' })
    await begin(page, policyPackage)
    const faults: string[] = []
    // The page stands at What if, which is taken as it was opened.
    for (const view of ['what-if', ...viewNames.filter(name => name !== 'what-if')] as const) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await visit(page, view)
      for (const picture of pictures.filter((one: Picture) => one.view === view)) {
        const name = `${view}, ${picture.width}, ${picture.scheme}`
        const now = await take(page, picture)
        if (renew) writePicture(picture, await smaller(page, now))
        else if (!existsSync(fileOf(picture)))
          faults.push(`${name}: there is no golden picture; npm run pictures takes it`)
        else {
          const { sizes, mean, squares } = await distance(page, readPicture(picture), now)
          const [before, after] = sizes.map(heightOf)
          const grown = Math.abs(after / before - 1)
          if (grown > heightShare) faults.push(`${name}: was ${sizes[0]} pixels, is ${sizes[1]}`)
          if (mean > mostMean || squares > mostSquares)
            faults.push(
              `${name}: mean distance ${mean.toFixed(1)} of 255 (at most ${mostMean}), ${(squares * 100).toFixed(1)} % of its squares differ (at most ${mostSquares * 100} %)`,
            )
        }
      }
    }
    expect(faults, 'npm run pictures takes them anew, if this is meant').toEqual([])
  },
)
