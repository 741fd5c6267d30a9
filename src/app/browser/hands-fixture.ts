/** Three ways to use a page: a mouse on a desktop, keys alone, and a finger on a phone. Each act of a reader is a step. */

import type { Locator, Page } from 'playwright-core'
import { type PageOptions, settled } from './app-pages-fixture.ts'

/** More than the places that the focus can stand at in any view, of which there are some hundred. */
const mostTabs = 400

export const handNames = ['mouse', 'keys', 'finger'] as const
type HandName = (typeof handNames)[number]

export const windowOf: Readonly<Record<HandName, PageOptions>> = {
  mouse: {},
  keys: {},
  finger: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}

export class Hand {
  readonly name: HandName
  readonly page: Page
  /** Number of steps taken. */
  steps = 0

  constructor(name: HandName, page: Page) {
    this.name = name
    this.page = page
  }

  /** Moves the focus with the Tab key. That is not a step, as moving the mouse is not. */
  async #reach(what: Locator): Promise<void> {
    const sought = (await what.elementHandle())!
    for (let press = 0; press < mostTabs; press++) {
      if (await sought.evaluate(one => one === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Not reached with the Tab key: ${String(what)}`)
  }

  async #step(act: () => Promise<unknown>): Promise<void> {
    this.steps++
    await act()
    await settled(this.page)
  }

  async #touch(what: Locator): Promise<void> {
    if (this.name === 'mouse') await what.click()
    else if (this.name === 'finger') await what.tap()
    else {
      await this.#reach(what)
      await this.page.keyboard.press('Enter')
    }
  }

  press(what: Locator): Promise<void> {
    return this.#step(() => this.#touch(what))
  }

  /** Chooses an entry of a drop-down list by its text. */
  choose(list: Locator, label: string): Promise<void> {
    return this.#step(async () => {
      if (this.name !== 'keys') await list.selectOption({ label })
      else {
        await this.#reach(list)
        await this.page.keyboard.type(label)
      }
    })
  }

  /** Types into a field, or into a value that becomes a field when it is pressed. */
  type(into: Locator, text: string): Promise<void> {
    return this.#step(async () => {
      const isButton = await into.evaluate(one => one.tagName === 'BUTTON')
      if (this.name === 'keys' && !isButton) await this.#reach(into)
      else await this.#touch(into)
      await this.page.keyboard.press('ControlOrMeta+a')
      await this.page.keyboard.type(text)
      await this.page.keyboard.press('Enter')
    })
  }

  /** Moves a slider upwards: with a mouse or a finger on its track, with keys by ten steps. */
  raise(slider: Locator): Promise<void> {
    return this.#step(async () => {
      if (this.name === 'keys') {
        await this.#reach(slider)
        await this.page.keyboard.press('Shift+ArrowRight')
      } else {
        const { width, height } = (await slider.boundingBox())!
        await slider.click({ position: { x: 0.8 * width, y: height / 2 } })
      }
    })
  }

  async file(button: Locator, name: string, buffer: Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(button)])
    await chooser.setFiles({ name, mimeType: 'application/zip', buffer })
    await settled(this.page)
  }

  view(name: string): Promise<void> {
    return this.press(this.page.getByRole('navigation').getByRole('link', { name, exact: true }))
  }
}
