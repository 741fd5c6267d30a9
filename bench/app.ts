/**
 * The app in Chromium: bytes of the first load, time to its first screen on a slow processor, what a move of a slider
 * takes until its lines are drawn and until its bands are, and how soon each view that is opened directly has its
 * skeleton, its answer, and what the app is not built with. `npm run bench:app`; needs Chromium (CHROMIUM holds its path where it is elsewhere). A
 * throttled processor slows the page's own thread, not its workers. Each time is told as a ratio to the floor too.
 */

import type { CDPSession, Page } from 'playwright-core'
import { serveApp } from '../src/cli/testing/app-fixture.ts'
import { type ViewName, viewNames } from '../src/app/state/view-names.ts'
import { browserMissing, launchBrowser } from '../src/cli/testing/browser-fixture.ts'

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
  await page.locator('.facts dd').first().waitFor()
  const shown = await page.evaluate(() => performance.now())
  const first = { bytes, files }
  await page.waitForTimeout(4000)
  const calm = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest)
  await browser.close()
  return { ...first, all: bytes, shown, calm: Math.max(shown, calm) }
}

/** Moves the first slider of a part many times; for each the time until its line is drawn. */
const moves = (page: Page, levers = '.lev', path = '.mainfig [data-line="pol"]'): Promise<number[]> =>
  page.evaluate(
    async ([part, drawing]) => {
      const slider = document.querySelector<HTMLInputElement>(`${part} input[type=range]`)!
      const line = document.querySelector(drawing!)!
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
        // Far apart, within its bounds: a line that stays where it was is not drawn anew.
        set.call(slider, String(Number(slider.max) * (0.1 + ((move * 0.37) % 0.8))))
        slider.dispatchEvent(new Event('input', { bubbles: true }))
        await drawn
        took.push(performance.now() - began)
      }
      return took.slice(10)
    },
    [levers, path],
  )

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
      set.call(slider, String(Number(slider.max) * (0.1 + at * 0.07)))
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

/** Selects the part of each view that shows its answer. */
const answerOf: Readonly<Record<ViewName, string>> = {
  answer: '.facts dd',
  'what-if': '.five b[data-figure]',
  why: '.accum tbody tr',
  league: '.tiles text',
  story: 'figure .chart',
  who: '.state .btn',
  books: '.sheetm tbody tr',
  claims: '.sentences a',
  record: '#hindcast figure',
  data: '.finder',
  value: 'figure .chart',
  debt: 'figure .chart',
  industries: 'main table tbody tr',
  run: 'main table tbody tr',
  stress: 'main table tbody tr',
  evidence: 'main table tbody tr',
  compare: 'main table tbody tr',
  actuals: 'main table tbody tr',
  judgement: 'main table tbody tr, main .txt',
  round: 'figure .chart',
}

/** Views that calculate after their built-in answer: selects their results once those are complete. */
const restOf: Partial<Readonly<Record<ViewName, string>>> = { 'what-if': '.results[aria-busy="false"]' }

interface Opened {
  /** Milliseconds since the page was asked for, until its title is drawn and until its answer stands. */
  readonly skeleton: number
  readonly answer: number
  /** Until the rest stands, where there is any. */
  readonly rest: number
  /** Sum of the layout shifts until everything has come. */
  readonly shift: number
}

const openView = async (address: string, view: ViewName): Promise<Opened> => {
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const given = { answer: answerOf[view], rest: restOf[view] ?? answerOf[view] }
  await page.addInitScript(({ answer, rest }) => {
    const seen = { skeleton: 0, answer: 0, rest: 0, shift: 0 }
    Object.assign(globalThis, { seen })
    const look = (): void => {
      const titles = [...document.querySelectorAll('main h1')]
      if (seen.skeleton === 0 && titles.some(title => title.checkVisibility())) seen.skeleton = performance.now()
      if (seen.answer === 0 && document.querySelector(answer) !== null) seen.answer = performance.now()
      if (seen.rest === 0 && document.querySelector(rest) !== null) seen.rest = performance.now()
      if (seen.answer === 0 || seen.rest === 0) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as Array<PerformanceEntry & { value: number }>) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  }, given)
  await page.goto(`${address}#/${view}`)
  await page.locator(given.rest).first().waitFor({ state: 'attached', timeout: 120_000 })
  await page.waitForTimeout(4000)
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Opened }).seen)
  await browser.close()
  return seen
}

/** Value for money of another outcome, from the choice on; the table stands until the new one comes. */
const otherOutcome = async (address: string): Promise<number> => {
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}#/value`)
  await page.locator(answerOf.value).first().waitFor({ state: 'attached' })
  const took = await page.evaluate(async () => {
    const unit = (): string | null => document.querySelector('figure .unit')?.textContent ?? null
    const before = unit()
    const choice = document.querySelector<HTMLSelectElement>('.record-choice select')!
    const from = performance.now()
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(choice, 'regionResidents')
    choice.dispatchEvent(new Event('change', { bubbles: true }))
    while (unit() === before) await new Promise(resolve => requestAnimationFrame(resolve))
    return performance.now() - from
  })
  await browser.close()
  return took
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
  const lines = await moves(page)
  // The simulations of the last move.
  await page.waitForTimeout(3000)
  const took = { lines, bands: await bands(page) }
  await browser.close()
  return took
}

/** The first parameter of an equation under Why, until the outcome is drawn. */
const touching = async (address: string, rate: number): Promise<number[]> => {
  const browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${address}#/why`)
  await page.locator('.equations button', { hasText: /^Inflation$/ }).click()
  await page.locator('.touch input[type=range]').first().press('PageUp')
  await page.locator('.touch [data-line="moved"]').waitFor({ state: 'attached' })
  await page.waitForTimeout(3000)
  await throttle(await context.newCDPSession(page), rate)
  const took = await moves(page, '.touch', '.touch [data-line="moved"]')
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
  const floors = [await floorOf()]
  const rows: string[][] = []
  /** The mark is a time at the floor of an idle machine. */
  const row = (what: string, time: number, mark: number | undefined, more = ''): void => {
    rows.push([what, milliseconds(time), mark === undefined ? '' : `${mark} ms`, more, String(time)])
  }
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
        '',
      ])
    row(
      `first screen, page's thread / ${rate}`,
      middle(shown),
      rate === 4 ? 2000 : undefined,
      `least ${milliseconds(Math.min(...shown))}; calm after ${milliseconds(middle(visits.map(({ calm }) => calm)))}`,
    )
  }
  floors.push(await floorOf())
  for (const rate of [1, 4]) {
    const { lines, bands: found } = await dragging(serving.address, rate)
    row(
      `a move until its lines are drawn, 9 of 10, page's thread / ${rate}`,
      middle(lines, 0.9),
      rate === 4 ? 50 : 16,
      `median ${milliseconds(middle(lines))}, least ${milliseconds(Math.min(...lines))}`,
    )
    const [first, all] = [found.map(([one]) => one), found.map(([, one]) => one)]
    row(
      `a move until its bands of 400 simulations are drawn, page's thread / ${rate}`,
      middle(all),
      rate === 4 ? undefined : 300,
      `least ${milliseconds(Math.min(...all))}; the first ones after ${milliseconds(middle(first))}`,
    )
  }
  for (const rate of [1, 4]) {
    const took = await touching(serving.address, rate)
    row(
      `a parameter of an equation moved until the outcome is drawn, 9 of 10, page's thread / ${rate}`,
      middle(took, 0.9),
      rate === 4 ? undefined : 100,
      `median ${milliseconds(middle(took))}, least ${milliseconds(Math.min(...took))}`,
    )
  }
  floors.push(await floorOf())
  for (const view of viewNames) {
    const { skeleton, answer, rest, shift } = await openView(serving.address, view)
    row(`${view}, opened directly: skeleton`, skeleton, 500, `layout shift ${shift.toFixed(4)}`)
    row(`${view}, opened directly: answer`, answer, 3000)
    if (restOf[view] !== undefined) row(`${view}, opened directly: all that it simulates`, rest, undefined)
  }
  row('value, another outcome: from the choice to its ranking', await otherOutcome(serving.address), undefined)
  floors.push(await floorOf())
  await serving.close()
  const floor = middle(floors)
  console.log(
    `Floor: 4 million logarithms in a page, ${floors.map(milliseconds).join(', ')}; median of these in the ratios.`,
  )
  console.log('\n| what | measured | over floor | mark | |\n|---|---|---|---|---|')
  for (const [what, measured, mark, more, time] of rows)
    console.log(
      `| ${what} | ${measured} | ${time === '' ? '' : (Number(time) / floor).toFixed(1)} | ${mark} | ${more} |`,
    )
}
