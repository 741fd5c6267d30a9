/**
 * The app in Chromium: bytes of the first load, time to its first screen on a slow processor, and what a move of a slider
 * takes until its lines are drawn. `npm run bench:app`; needs Chromium (CHROMIUM holds its path where it is elsewhere).
 */

import type { CDPSession, Page } from 'playwright-core'
import { serveApp } from '../src/cli/app-fixture.ts'
import { browserMissing, launchBrowser } from '../src/cli/browser-fixture.ts'

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`

const middle = (values: readonly number[], share = 0.5): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]

interface Loaded {
  readonly bytes: number
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
  await page.waitForTimeout(1200)
  const calm = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest)
  await browser.close()
  return { bytes, files, shown, calm: Math.max(shown, calm) }
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

const dragging = async (address: string, rate: number): Promise<number[]> => {
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${address}#/what-if`)
  await page.locator('.begin select').selectOption('G')
  await page.locator('.mainfig [data-line="pol"]').waitFor({ state: 'attached' })
  await page.waitForTimeout(3000)
  await throttle(await context.newCDPSession(page), rate)
  const took = await moves(page)
  await browser.close()
  return took
}

if (browserMissing !== undefined) {
  console.log(`Not measured: ${browserMissing}.`)
} else {
  const serving = await serveApp()
  const rows: string[][] = []
  for (const rate of [1, 4]) {
    const visits = [
      await firstLoad(serving.address, rate),
      await firstLoad(serving.address, rate),
      await firstLoad(serving.address, rate),
    ]
    const [{ bytes, files }] = visits
    if (rate === 1) rows.push(['first load, compressed', kilobytes(bytes), '500 kB', `${files} files`])
    rows.push([
      `first screen, processor / ${rate}`,
      milliseconds(middle(visits.map(({ shown }) => shown))),
      rate === 4 ? '2,000 ms' : '',
      `calm after ${milliseconds(middle(visits.map(({ calm }) => calm)))}`,
    ])
  }
  for (const rate of [1, 4]) {
    const took = await dragging(serving.address, rate)
    rows.push([
      `a move until its lines are drawn, page's thread / ${rate}`,
      milliseconds(middle(took)),
      rate === 4 ? '50 ms' : '16 ms',
      `9 of 10 within ${milliseconds(middle(took, 0.9))}`,
    ])
  }
  await serving.close()
  console.log('| what | measured (median) | mark | |\n|---|---|---|---|')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}
