/** Tests the widget of the Python package as a notebook shows it: its script draws the app, and levers go both ways. */

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { linkOf } from '../../scenario/link.ts'
import { appTest } from './app-pages-fixture.ts'

const script = readFileSync(new URL('../../../python/src/heartland/widget.js', import.meta.url), 'utf8')

/** The notebook's side of a widget: values that are kept on both sides, and messages. */
const notebook = `
const values = JSON.parse(document.getElementById('values').textContent)
const page = Uint8Array.fromBase64(document.getElementById('page').textContent)
const listeners = new Map()
const emit = (name, ...given) => [...(listeners.get(name) ?? [])].forEach(listener => listener(...given))
globalThis.model = {
  asked: 0,
  saved: 0,
  get: name => values[name],
  set: (name, value) => { values[name] = value; emit('change:' + name) },
  save_changes: () => { model.saved++ },
  on: (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
  off: (name, listener) => listeners.set(name, (listeners.get(name) ?? []).filter(one => one !== listener)),
  send: message => {
    model.asked++
    setTimeout(() => emit('msg:custom', { heartland: 'other' }, []))
    if (message.heartland === 'page') setTimeout(() => emit('msg:custom', message, [page]))
  },
}
const { default: { render } } = await import('./widget.js')
globalThis.end = await render({ model, el: document.getElementById('place') })
`

/** A page around the widget; the frame goes on to the served app, which is built already. */
const openNotebook = async (page: Page, address: string, link: string): Promise<void> => {
  const app = `<!doctype html><script>location.replace(${JSON.stringify(address)} + location.hash)</script>`
  const values = JSON.stringify({ link, scenario: {}, height: 720 })
  const html = `<!doctype html><body><div id="place"></div>
    <script type="application/json" id="values">${values}</script>
    <script type="text/plain" id="page">${gzipSync(app).toString('base64')}</script>
    <script type="module">${notebook}</script>`
  await page.route(`${address}notebook`, route => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route(`${address}widget.js`, route => route.fulfill({ contentType: 'text/javascript', body: script }))
  await page.goto(`${address}notebook`)
}

appTest(
  'the widget shows chart and levers, which a notebook sets and follows',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.open({ ready: false, hash: '/embed' })
    const [address = ''] = page.url().split('#')
    const link = (value: number): string =>
      linkOf({
        scenario: {
          name: '',
          region: 'northeast',
          policy: { publicInvestment: { value } },
          assumptions: {},
          members: 64,
        },
        view: 'widget',
        language: 'en',
        overlays: [],
      }).text
    await openNotebook(page, address, link(1.5))
    const frame = page.frameLocator('iframe')
    await frame.locator('figure svg').first().waitFor()
    expect(await frame.locator('.mast').count()).toBe(0)
    const lever = frame.getByRole('slider', { name: /public investment/i }).first()
    await lever.waitFor()
    expect(await lever.inputValue()).toBe('1.5')
    const said = (): Promise<unknown> => page.evaluate('model.get("scenario").policy?.publicInvestment?.value')
    // The notebook follows the lever …
    await lever.press('ArrowRight')
    await expect.poll(said).not.toBe(1.5)
    const moved = Number(await said())
    expect(moved).toBeGreaterThan(1.5)
    expect(Number(await lever.inputValue())).toBeCloseTo(moved, 9)
    expect(await page.evaluate('model.saved')).toBeGreaterThan(0)
    // … and the lever follows the notebook, in the same frame.
    await page.evaluate(`model.set('link', ${JSON.stringify(link(0.5))})`)
    await expect.poll(() => lever.inputValue()).toBe('0.5')
    await expect.poll(said).toBe(0.5)
    expect(await page.evaluate('localStorage.getItem("heartland")')).toBeNull()
    // When the notebook takes the widget away, nothing listens any more.
    expect(await page.evaluate('(end(), model.set("link", ""), model.asked)')).toBe(1)
  },
)
