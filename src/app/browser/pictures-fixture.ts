/** Takes the golden pictures of the app and measures how far two pictures differ. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../../cli/app-build/places.ts'
import { type ViewName, viewNames } from '../state/view-names.ts'
import { settled } from './app-pages-fixture.ts'

const pictureFolder: string = join(root, 'golden/app')

const widths = [1440, 820, 390] as const
const schemes = ['light', 'dark'] as const

/** As much of a long view as tells whether it is still the same. */
const mostHeight: Readonly<Record<number, number>> = { 1440: 1800, 820: 1600, 390: 1700 }

export interface Picture {
  readonly view: ViewName
  readonly width: number
  readonly scheme: (typeof schemes)[number]
}

export const pictures: readonly Picture[] = viewNames.flatMap(view =>
  widths.flatMap(width => schemes.map(scheme => ({ view, width, scheme }))),
)

export const fileOf = ({ view, width, scheme }: Picture): string =>
  join(pictureFolder, `${view}-${width}-${scheme}.webp`)

/** Views of a scenario, not of doing nothing. */
export const policyPackage = 'G'

/** The page as it stands, from its top, as PNG. */
export const take = async (page: Page, { width, scheme }: Omit<Picture, 'view'>): Promise<Buffer> => {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.min(whole, mostHeight[width])
  const png = await page.screenshot({
    clip: { x: 0, y: 0, width, height },
    fullPage: true,
    animations: 'disabled',
    caret: 'hide',
  })
  return png
}

/** The driver takes PNG only: a page of the browser makes WebP of it, which is small. */
export const smaller = async (page: Page, png: Buffer): Promise<Buffer> => {
  const encoded = await page.evaluate(async source => {
    const bytes = Uint8Array.from(atob(source), letter => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 })
    const reader = new FileReader()
    return new Promise<string>(resolve => {
      reader.addEventListener('load', () => resolve(String(reader.result).replace(/^.*,/, '')))
      reader.readAsDataURL(blob)
    })
  }, png.toString('base64'))
  return Buffer.from(encoded, 'base64')
}

export interface Distance {
  /** Width and height, of both. */
  readonly sizes: readonly [string, string]
  /** Mean distance of a pixel's channels over squares of the page, of 255: fonts are drawn differently elsewhere, layout is not. */
  readonly mean: number
  /** Share of squares that differ by more than a shade. */
  readonly squares: number
}

/** Compares two pictures of either kind, made coarse first: a square of 8 pixels is one. */
export const distance = (page: Page, one: Buffer, other: Buffer): Promise<Distance> =>
  page.evaluate(
    async sources => {
      const bitmaps = await Promise.all(
        sources.map(source => {
          const bytes = Uint8Array.from(atob(source), letter => letter.charCodeAt(0))
          return createImageBitmap(new Blob([bytes]))
        }),
      )
      const [a, b] = bitmaps
      const sizes = [`${a.width} × ${a.height}`, `${b.width} × ${b.height}`] as const
      const across = Math.ceil(Math.min(a.width, b.width) / 8)
      const down = Math.ceil(Math.min(a.height, b.height) / 8)
      const [first, second] = bitmaps.map(bitmap => {
        const context = new OffscreenCanvas(across, down).getContext('2d', { willReadFrequently: true })!
        context.imageSmoothingQuality = 'high'
        context.drawImage(bitmap, 0, 0, across * 8, down * 8, 0, 0, across, down)
        return context.getImageData(0, 0, across, down).data
      })
      let sum = 0
      let far = 0
      for (let at = 0; at < first.length; at += 4) {
        let most = 0
        for (let channel = 0; channel < 3; channel++) {
          const apart = Math.abs(first[at + channel] - second[at + channel])
          sum += apart
          most = Math.max(most, apart)
        }
        if (most > 24) far++
      }
      const squares = first.length / 4
      return { sizes, mean: sum / (squares * 3), squares: far / squares }
    },
    [one.toString('base64'), other.toString('base64')],
  )

export const readPicture = (picture: Picture): Buffer => readFileSync(fileOf(picture))

export const writePicture = (picture: Picture, content: Buffer): void => {
  mkdirSync(pictureFolder, { recursive: true })
  writeFileSync(fileOf(picture), content)
}
