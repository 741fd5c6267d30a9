/** Charts as they are saved: each stands alone in both languages, says what it shows, and no line of text leaves it. */

import { buffer } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { appTest, settled } from './app-pages-fixture.ts'
import { shareWhatIf } from './what-if-page-fixture.ts'

const saved = async (page: Page, menu: Locator, kind: 'SVG' | 'PNG'): Promise<Buffer | undefined> => {
  await menu.click()
  const button = page.locator('.sheet').getByRole('button', { name: kind, exact: true })
  await page.locator('.sheet .take-items').waitFor()
  // A table alone has no picture.
  if ((await button.count()) === 0) {
    await page.keyboard.press('Escape')
    await page.locator('.sheet').waitFor({ state: 'detached' })
    return undefined
  }
  const download = page.waitForEvent('download')
  await button.click()
  const file = await download
  await page.locator('.sheet').waitFor({ state: 'detached' })
  return buffer(await file.createReadStream())
}

interface Alone {
  readonly texts: readonly string[]
  readonly size: readonly [number, number]
  /** Texts that stand beyond an edge of the drawing, and lines around the chart that lie over another. */
  readonly faults: readonly string[]
}

/** The drawing in a page that has nothing else: no style sheet, no script. */
const alone = async (page: Page, svg: string): Promise<Alone> => {
  await page.setContent(`<!doctype html><body style="margin:0">${svg}`)
  return page.evaluate(() => {
    const root = document.querySelector('svg')!
    const edge = root.getBoundingClientRect()
    const all = [...root.querySelectorAll('text')].filter(one => getComputedStyle(one).visibility !== 'hidden')
    const shown = all.filter(one => one.getBoundingClientRect().width > 0)
    const outside = shown.filter(one => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1
    })
    const around = [...root.children].filter(one => one.tagName === 'text')
    const tops = around.map(one => Number(one.getAttribute('y')))
    const chart = root.querySelector(':scope > svg')!
    const [from, to] = [
      Number(chart.getAttribute('y')),
      Number(chart.getAttribute('y')) + Number(chart.getAttribute('height')),
    ]
    const over = tops.filter((at, place) => (at > from && at < to + 8) || at - (tops[place - 1] ?? -99) < 12)
    return {
      texts: shown.map(one => (one.textContent ?? '').trim()),
      size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))] as const,
      faults: [
        ...outside.map(one => `outside: ${one.textContent}`),
        ...over.map(at => `lies over another: line at ${at}`),
      ],
    }
  })
}

/** Lines are broken anywhere. */
const without = (text: string): string => text.replaceAll(/\s/g, '')

const wanted = {
  中文: ['东北三省', '综合方案'],
  English: ['Northeast China', 'Everything affordable'],
} as const

appTest(
  'every chart is saved as a drawing that stands alone',
  { timeout: 400_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'G')
    const bare = await page.context().newPage()
    const faults: string[] = []
    let drawings = 0
    for (const [language, [region, name]] of Object.entries(wanted)) {
      await page.emulateMedia({ colorScheme: language === 'English' ? 'light' : 'dark' })
      await page.getByRole('button', { name: language, exact: true }).click()
      for (const key of ['1', '2', '3', '4']) {
        await page.evaluate('document.activeElement?.blur()')
        await page.keyboard.press(key)
        await settled(page)
        const menus = await page.locator('main figure .take button').all()
        for (const menu of menus.slice(0, 3)) {
          const svg = (await saved(page, menu, 'SVG'))?.toString('utf8')
          if (svg === undefined) continue
          drawings++
          const { texts, size, faults: own } = await alone(bare, svg)
          const whole = texts.join('')
          const chart = `${language} ${key} “${texts[0]}”`
          faults.push(...own.map(fault => `${chart}: ${fault}`))
          if (/class=|var\(|light-dark\(/.test(svg)) faults.push(`${chart}: asks for the styles of the page`)
          if (!/fill="rgb\(251, 252, 252\)"/.test(svg)) faults.push(`${chart}: is not on light paper`)
          // The picture of the verdict shows current policy, reform and spending, whatever is in hand.
          const said = key === '1' && menu === menus[0] ? [region] : [region, name]
          if (!said.every(part => without(whole).includes(without(part))))
            faults.push(`${chart}: does not say ${said.join(' and ')}: ${texts.slice(-4).join(' | ')}`)
          if (!whole.includes('#/')) faults.push(`${chart}: has no address`)
          if (/NaN|undefined|\[object/.test(whole)) faults.push(`${chart}: ${whole}`)
          if (key !== '2' || menu !== menus[0]) continue
          const png = (await saved(page, menu, 'PNG'))!
          expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size.map(length => length * 2))
        }
      }
    }
    expect(drawings).toBeGreaterThan(11)
    expect(faults).toEqual([])
  },
)
