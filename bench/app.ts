/**
 * The app in Chromium: bytes of the first load, time to its first screen on a slow processor, and what a move of a slider
 * takes until its lines are drawn and until its bands are. `npm run bench:app`; needs Chromium (CHROMIUM holds its path
 * where it is elsewhere). A throttled processor slows the page's own thread, not its workers.
 */

import type { CDPSession, Page } from 'playwright-core'
import { serveApp } from '../src/cli/app-fixture.ts'
import { browserMissing, launchBrowser } from '../src/cli/browser-fixture.ts'

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`

const middle = (values: readonly number[], share = 0.5): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]

interface Loaded {
  /** Until the first screen stands, and with what is brought in meanwhile for the other views. */
  readonly bytes: number
  readonly all: number
  readonly files: number
  /** Since the page was asked for. */
  readonly shown: number
  /** End of the last piece of work of the page's own thread that was longer than 50 ms. */
  readonly calm: number
}

const throttle = (session: CDPSession, rate: number): Promise<unknown> =>
  session.send('Emulation.setCPUThrottlingRate', { rate })

/** One first visit, with nothing in any cache. */
const firstLoad = async (address: string, rate: number): Promise<Loaded> => {
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  let files = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    files++
  })
  await throttle(session, rate)
  await page.addInitScript(() => {
    const seen = { longest: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.startTime + entry.duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(address)
  await page.locator('.pb .row').first().waitFor()
  const shown = await page.evaluate(() => performance.now())
  const first = { bytes, files }
  await page.waitForTimeout(4000)
  const calm = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest)
  await browser.close()
  return { ...first, all: bytes, shown, calm: Math.max(shown, calm) }
}

/** Moves the first slider many times; for each the time until its line is drawn. */
const moves = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.lev input[type=range]')!
    const line = document.querySelector('.mainfig [data-line="pol"]')!
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    const took: number[] = []
    for (let move = 0; move < 80; move++) {
      const drawn = new Promise<void>(resolve => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          resolve()
        })
        observer.observe(line, { attributes: true, attributeFilter: ['d'] })
      })
      await new Promise(resolve => requestAnimationFrame(resolve))
      const began = performance.now()
      set.call(slider, String(0.2 + (move % 40) * 0.06))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await drawn
      took.push(performance.now() - began)
    }
    return took.slice(10)
  })

/** One move after another, each left until its futures are in: times of the first bands and of all. */
const bands = async (page: Page): Promise<Array<readonly [number, number]>> => {
  const found: Array<readonly [number, number]> = []
  for (let move = 0; move < 12; move++) {
    const took = await page.evaluate(async at => {
      const slider = document.querySelector<HTMLInputElement>('.lev input[type=range]')!
      const band = document.querySelector('.mainfig path.band.pol')!
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
      const changes: number[] = []
      const observer = new MutationObserver(() => changes.push(performance.now()))
      observer.observe(band, { attributes: true, attributeFilter: ['d'] })
      const began = performance.now()
      set.call(slider, String(0.3 + at * 0.2))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      slider.dispatchEvent(new Event('change', { bubbles: true }))
      const quiet = (): boolean => changes.length > 0 && performance.now() - changes[changes.length - 1]! > 700
      while (!quiet() && performance.now() - began < 10_000) await new Promise(resolve => setTimeout(resolve, 20))
      observer.disconnect()
      return changes.length === 0 ? undefined : ([changes[0]! - began, changes[changes.length - 1]! - began] as const)
    }, move)
    if (took !== undefined && move > 1) found.push(took)
  }
  return found
}

interface Dragged {
  readonly lines: readonly number[]
  readonly bands: ReadonlyArray<readonly [number, number]>
}

const dragging = async (address: string, rate: number): Promise<Dragged> => {
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${address}#/what-if`)
  await page.locator('.begin select').selectOption('G')
  await page.locator('.mainfig [data-line="pol"]').waitFor({ state: 'attached' })
  await page.waitForTimeout(3000)
  await throttle(await context.newCDPSession(page), rate)
  const took = { lines: await moves(page), bands: await bands(page) }
  await browser.close()
  return took
}

/** A fixed amount of work of the processor, in a page: 4 million logarithms. */
const floorOf = async (): Promise<number> => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  const took = await page.evaluate(() => {
    const times = Array.from({ length: 9 }, () => {
      const from = performance.now()
      let sum = 0
      for (let n = 1; n <= 4e6; n++) sum += Math.log(n)
      return sum > 0 ? performance.now() - from : 0
    })
    return Math.min(...times)
  })
  await browser.close()
  return took
}

if (browserMissing !== undefined) {
  console.log(`Not measured: ${browserMissing}.`)
} else {
  const serving = await serveApp()
  const floor = await floorOf()
  const rows: string[][] = []
  for (const rate of [1, 4]) {
    const visits: Loaded[] = []
    for (let visit = 0; visit < 5; visit++) visits.push(await firstLoad(serving.address, rate))
    const [{ bytes, all, files }] = visits
    const shown = visits.map(one => one.shown)
    if (rate === 1)
      rows.push([
        'first load, compressed',
        kilobytes(bytes),
        '400 kB',
        `${files} files; with what is fetched for the other views afterwards ${kilobytes(all)}`,
      ])
    rows.push([
      `first screen, page's thread / ${rate}`,
      milliseconds(middle(shown)),
      rate === 4 ? '2,000 ms' : '',
      `least ${milliseconds(Math.min(...shown))}; calm after ${milliseconds(middle(visits.map(({ calm }) => calm)))}`,
    ])
  }
  for (const rate of [1, 4]) {
    const took = await dragging(serving.address, rate)
    rows.push([
      `a move until its lines are drawn, page's thread / ${rate}`,
      milliseconds(middle(took.lines)),
      rate === 4 ? '50 ms' : '16 ms',
      `9 of 10 within ${milliseconds(middle(took.lines, 0.9))}`,
    ])
    if (took.bands.length > 0) {
      const [first, all] = [took.bands.map(([one]) => one), took.bands.map(([, one]) => one)]
      rows.push([
        `a move until its bands of 400 futures are drawn, page's thread / ${rate}`,
        milliseconds(middle(all)),
        rate === 4 ? '' : '300 ms',
        `least ${milliseconds(Math.min(...all))}; the first 64 futures after ${milliseconds(middle(first))}`,
      ])
    }
  }
  await serving.close()
  console.log(`Floor: 4 million logarithms in a page, ${milliseconds(floor)}.\n`)
  console.log('| what | measured (median) | mark | |\n|---|---|---|---|')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}
