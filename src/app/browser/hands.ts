/** Three ways to use a page: a mouse on a desktop, keys alone, and a finger on a phone. Each act of a reader is a step. */

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type PageOptions, settled } from './app-test.ts'

/** None of the tasks takes more. */
const mostSteps = 5

/** The widest view has some hundred places that the focus can stand at. */
const mostTabs = 400

export const handNames = ['mouse', 'keys', 'finger'] as const
export type HandName = (typeof handNames)[number]

export const windowOf: Readonly<Record<HandName, PageOptions>> = {
  mouse: {},
  keys: {},
  finger: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}

export class Hand {
  readonly name: HandName
  readonly page: Page
  #steps = 0

  constructor(name: HandName, page: Page) {
    this.name = name
    this.page = page
  }

  /** Moves the focus with the Tab key, which is no step, as the way of a mouse is none. */
  async #reach(what: Locator): Promise<void> {
    for (let press = 0; press < mostTabs; press++) {
      if (await what.evaluate(one => one === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Not reached with the Tab key: ${String(what)}`)
  }

  async #step(act: () => Promise<unknown>): Promise<void> {
    this.#steps++
    await act()
    await settled(this.page)
  }

  press(what: Locator): Promise<void> {
    return this.#step(async () => {
      if (this.name === 'mouse') await what.click()
      else if (this.name === 'finger') await what.tap()
      else {
        await this.#reach(what)
        await this.page.keyboard.press('Enter')
      }
    })
  }

  /** Of a list that opens, by the text of the entry. */
  choose(list: Locator, label: string): Promise<void> {
    return this.#step(async () => {
      if (this.name !== 'keys') await list.selectOption({ label })
      else {
        await this.#reach(list)
        await this.page.keyboard.type(label)
      }
    })
  }

  /** Into a field, or at a value that becomes one when it is pressed. */
  type(into: Locator, text: string): Promise<void> {
    return this.#step(async () => {
      if (this.name === 'mouse') await into.click()
      else if (this.name === 'finger') await into.tap()
      else {
        await this.#reach(into)
        if (await into.evaluate(one => one.tagName === 'BUTTON')) await this.page.keyboard.press('Enter')
      }
      await this.page.keyboard.press('ControlOrMeta+a')
      await this.page.keyboard.type(text)
      await this.page.keyboard.press('Enter')
    })
  }

  async file(button: Locator, name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.press(button)
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await settled(this.page)
  }

  /** How many steps the task took; the count begins anew. */
  done(): number {
    const steps = this.#steps
    this.#steps = 0
    expect(steps, `${this.name}: steps of the task`).toBeLessThanOrEqual(mostSteps)
    return steps
  }

  view(name: string): Promise<void> {
    return this.press(this.page.getByRole('navigation').getByRole('link', { name, exact: true }))
  }
}
