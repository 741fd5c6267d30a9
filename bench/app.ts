/**
 * The app in Chromium: bytes of the first load, time to its first screen on a slow processor, what a move of a slider
 * takes until its lines are drawn and until its bands are, and how soon each view that is opened directly has its
 * skeleton, its answer, and what the app is not built with. Needs Chromium (CHROMIUM holds its path where it is elsewhere).
 * A throttled processor slows the page's own thread, not its workers. Each time is told as a ratio to the floor too, which
 * is 4 million logarithms in a page, before and after: 15.4 ms on the idle machine of the marks.
 *
 *   npm run bench:app [-- part …]        load, drag, touch, ranking or the name of a view; all when absent
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

/** In a page of a browser of its own, with nothing in any cache. */
const onPage = async <Of>(use: (page: Page, session: CDPSession) => Promise<Of>): Promise<Of> => {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
    const page = await context.newPage()
    return await use(page, await context.newCDPSession(page))
  } finally {
    await browser.close()
  }
}

const firstLoad = (address: string, rate: number): Promise<Loaded> =>
  onPage(async (page, session) => {
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
    return { ...first, all: bytes, shown, calm: Math.max(shown, calm) }
  })

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

/** A table or a drawing, as many pages of questions show. */
const [tables, drawings] = ['main table tbody tr', 'main figure .chart']

/** Selects the part of each view that shows its answer, once there is text in it; other pages of questions show a table. */
const answers: Partial<Readonly<Record<ViewName, string>>> = {
  answer: '.facts dd',
  'what-if': '.five b[data-figure]',
  league: '.tiles .pv',
  story: drawings,
  // Under current policy it offers packages to start from.
  who: 'main .state .btn',
  claims: '.sentences a',
  actuals: 'main .say',
  judgement: 'main .say',
  value: drawings,
  round: drawings,
}

const answerOf = (view: ViewName): string => answers[view] ?? tables

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

const openView = (address: string, view: ViewName): Promise<Opened> =>
  onPage(async page => {
    const given = { answer: answerOf(view), rest: restOf[view] ?? answerOf(view) }
    await page.addInitScript(({ answer, rest }) => {
      const seen = { skeleton: 0, answer: 0, rest: 0, shift: 0 }
      Object.assign(globalThis, { seen })
      const stands = (selector: string): boolean =>
        [...document.querySelectorAll(selector)].some(one => one.textContent.trim() !== '')
      const look = (): void => {
        const titles = [...document.querySelectorAll('main h1')]
        if (seen.skeleton === 0 && titles.some(title => title.checkVisibility())) seen.skeleton = performance.now()
        if (seen.answer === 0 && stands(answer)) seen.answer = performance.now()
        if (seen.rest === 0 && stands(rest)) seen.rest = performance.now()
        if (seen.answer === 0 || seen.rest === 0) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
      new PerformanceObserver(list => {
        for (const entry of list.getEntries() as Array<PerformanceEntry & { value: number }>) seen.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    }, given)
    await page.goto(`${address}#/${view}`)
    const isThere = (part: keyof Opened): Promise<unknown> =>
      page.waitForFunction(one => (globalThis as unknown as { seen: Opened }).seen[one] > 0, part, { timeout: 60_000 })
    for (const part of ['skeleton', 'answer', 'rest'] as const) await isThere(part)
    await page.waitForTimeout(4000)
    return page.evaluate(() => (globalThis as unknown as { seen: Opened }).seen)
  })

/** Value for money of another outcome, from the choice on; the table stands until the new one comes. */
const otherOutcome = (address: string): Promise<number> =>
  onPage(async page => {
    await page.goto(`${address}#/value`)
    await page.locator(answerOf('value')).first().waitFor({ state: 'attached' })
    await page.locator('.record-choice select').first().waitFor()
    return page.evaluate(async () => {
      const unit = (): string | null => document.querySelector('figure .unit')?.textContent ?? null
      const before = unit()
      const choice = document.querySelector<HTMLSelectElement>('.record-choice select')!
      const from = performance.now()
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(choice, 'regionResidents')
      choice.dispatchEvent(new Event('change', { bubbles: true }))
      while (unit() === before) await new Promise(resolve => requestAnimationFrame(resolve))
      return performance.now() - from
    })
  })

interface Dragged {
  readonly lines: readonly number[]
  readonly bands: ReadonlyArray<readonly [number, number]>
}

const dragging = (address: string, rate: number): Promise<Dragged> =>
  onPage(async (page, session) => {
    await page.goto(`${address}#/what-if`)
    await page.locator('.begin select').selectOption('G')
    await page.locator('.mainfig [data-line="pol"]').waitFor({ state: 'attached' })
    await page.waitForTimeout(3000)
    await throttle(session, rate)
    const lines = await moves(page)
    // The simulations of the last move.
    await page.waitForTimeout(3000)
    return { lines, bands: await bands(page) }
  })

/** The first parameter of an equation under Why, until the outcome is drawn. */
const touching = (address: string, rate: number): Promise<number[]> =>
  onPage(async (page, session) => {
    await page.goto(`${address}#/why`)
    await page.locator('.equations button', { hasText: /^Inflation$/ }).click()
    await page.locator('.touch input[type=range]').first().press('PageUp')
    await page.locator('.touch [data-line="moved"]').waitFor({ state: 'attached' })
    await page.waitForTimeout(3000)
    await throttle(session, rate)
    return moves(page, '.touch', '.touch [data-line="moved"]')
  })

/** A fixed amount of work of the processor, in a page: 4 million logarithms. */
const floorOf = (): Promise<number> =>
  onPage(page =>
    page.evaluate(() => {
      const times = Array.from({ length: 9 }, () => {
        const from = performance.now()
        let sum = 0
        for (let n = 1; n <= 4e6; n++) sum += Math.log(n)
        return sum > 0 ? performance.now() - from : 0
      })
      return Math.min(...times)
    }),
  )

/** The mark is a time at the floor of an idle machine. */
interface Row {
  readonly said: string
  readonly time: number
  readonly mark?: number | undefined
  readonly more?: string
}

const loading = async (address: string): Promise<Row[]> => {
  const rows: Row[] = []
  for (const rate of [1, 4]) {
    const visits: Loaded[] = []
    for (let visit = 0; visit < 5; visit++) visits.push(await firstLoad(address, rate))
    const [{ bytes, all, files }] = visits
    const shown = visits.map(one => one.shown)
    rows.push({
      said: `first screen, page's thread / ${rate}`,
      time: middle(shown),
      mark: rate === 4 ? 1500 : undefined,
      more: `least ${milliseconds(Math.min(...shown))}; calm after ${milliseconds(middle(visits.map(({ calm }) => calm)))}; ${kilobytes(bytes)} compressed (mark 330 kB) in ${files} files, with what is fetched for the other views afterwards ${kilobytes(all)}`,
    })
  }
  return rows
}

const drag = async (address: string): Promise<Row[]> => {
  const rows: Row[] = []
  for (const rate of [1, 4]) {
    const { lines, bands: found } = await dragging(address, rate)
    const [first, all] = [found.map(([one]) => one), found.map(([, one]) => one)]
    rows.push(
      {
        said: `a move until its lines are drawn, 9 of 10, page's thread / ${rate}`,
        time: middle(lines, 0.9),
        mark: rate === 4 ? 50 : 16,
        more: `median ${milliseconds(middle(lines))}, least ${milliseconds(Math.min(...lines))}`,
      },
      {
        said: `a move until its bands of 400 simulations are drawn, page's thread / ${rate}`,
        time: middle(all),
        mark: rate === 4 ? undefined : 300,
        more: `least ${milliseconds(Math.min(...all))}; the first ones after ${milliseconds(middle(first))}`,
      },
    )
  }
  return rows
}

const touch = async (address: string): Promise<Row[]> => {
  const rows: Row[] = []
  for (const rate of [1, 4]) {
    const took = await touching(address, rate)
    rows.push({
      said: `a parameter of an equation moved until the outcome is drawn, 9 of 10, page's thread / ${rate}`,
      time: middle(took, 0.9),
      mark: rate === 4 ? undefined : 100,
      more: `median ${milliseconds(middle(took))}, least ${milliseconds(Math.min(...took))}`,
    })
  }
  return rows
}

const opening =
  (view: ViewName) =>
  async (address: string): Promise<Row[]> => {
    const { skeleton, answer, rest, shift } = await openView(address, view)
    return [
      {
        said: `${view}, opened directly: skeleton`,
        time: skeleton,
        mark: 500,
        more: `layout shift ${shift.toFixed(4)}`,
      },
      { said: `${view}, opened directly: answer`, time: answer, mark: 3000 },
      ...(restOf[view] === undefined ? [] : [{ said: `${view}, opened directly: all that it simulates`, time: rest }]),
    ]
  }

const parts: ReadonlyMap<string, (address: string) => Promise<Row[]>> = new Map([
  ['load', loading],
  ['drag', drag],
  ['touch', touch],
  ...viewNames.map(view => [view, opening(view)] as const),
  [
    'ranking',
    async address => [
      { said: 'value, another outcome: from the choice to its ranking', time: await otherOutcome(address) },
    ],
  ],
])

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !parts.has(name))
if (unknown.length > 0) {
  console.error(`There is no part “${unknown.join(', ')}”. Parts: ${[...parts.keys()].join(', ')}.`)
  process.exitCode = 1
} else if (browserMissing !== undefined) {
  console.log(`Not measured: ${browserMissing}.`)
} else {
  const { address, close } = await serveApp()
  console.log('| what | measured | floor | over floor | mark | |\n|---|---|---|---|---|---|')
  for (const [name, measure] of parts) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const before = await floorOf()
    try {
      const rows = await measure(address)
      const floor = (before + (await floorOf())) / 2
      for (const { said, time, mark, more = '' } of rows)
        console.log(
          `| ${said} | ${milliseconds(time)} | ${milliseconds(floor)} | ${(time / floor).toFixed(1)} | ${mark === undefined ? '' : `${mark} ms`} | ${more} |`,
        )
    } catch (problem) {
      // One that does not come is said as such, and the others are measured.
      console.log(`| ${name} | not measured | | | | ${String(problem).split('\n')[0]} |`)
      process.exitCode = 1
    }
  }
  await close()
}
