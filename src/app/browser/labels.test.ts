/**
 * Every label that is a term says what it means when it is pressed. A label with words of the glossary has a button; any
 * other stands in the list of labels that need no explanation, so that a new one is noticed.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readGlossary } from '../../cli/app-build/glossary.ts'
import { root } from '../../cli/app-build/places.ts'
import { viewNames } from '../state/view-names.ts'
import { termFinder } from '../words/glossary.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { fewAt } from './what-if-page-fixture.ts'

const listFile = join(root, 'golden/app/plain-labels.txt')

const find = termFinder(readGlossary().map(({ names }) => names))

interface Label {
  readonly text: string
  readonly explained: boolean
}

/** Heads of columns and rows, headings and names of values, as far as they are seen. */
const labelsOf = (page: Page): Promise<Label[]> =>
  page.evaluate(() => {
    const all = 'h2, h3, th, dt, [role=columnheader]'
    const explaining = 'button.term, .term-mark, .evb, .figure-link, .crit, small'
    return [...document.querySelectorAll<HTMLElement>(`main :is(${all})`)]
      .filter(one => one.checkVisibility() && one.closest('.vh, main [lang=en], .sheet, .levers') === null)
      .map(one => {
        const copy = one.cloneNode(true) as HTMLElement
        for (const hidden of copy.querySelectorAll('.vh, small, .term-mark')) hidden.remove()
        return {
          text: (copy.textContent ?? '').trim().replaceAll(/\s+/g, ' '),
          explained: one.querySelector(explaining) !== null,
        }
      })
      .filter(({ text }) => text !== '')
  })

/** Years, numbers and names of packages differ from run to run. */
const fixed = (text: string): string => text.replaceAll(/[−+–-]?\d[\d,.]*/g, '#')

appTest(
  'every label is explained, or needs no explanation',
  { timeout: 200_000, tags: ['thorough'] },
  async ({ app }) => {
    const page = await app.share(fewAt('what-if'))
    await page.locator('.begin select').selectOption('G')
    const plain = new Set<string>()
    const unexplained: string[] = []
    for (const view of viewNames) {
      await page.evaluate('document.activeElement?.blur()')
      await visit(page, view)
      for (const [language, button] of [
        ['zh', '中文'],
        ['en', 'English'],
      ] as const) {
        const toggle = page.getByRole('button', { name: button, exact: true })
        if ((await toggle.count()) > 0) await toggle.click()
        await settled(page)
        for (const { text, explained } of await labelsOf(page)) {
          if (explained) continue
          if (find(text, language) !== undefined) unexplained.push(`${view}, ${language}: ${text}`)
          else if (language === 'en') plain.add(`${view}: ${fixed(text)}`)
        }
      }
    }
    expect(unexplained, 'labels with a term of the glossary that no button explains').toEqual([])
    const found = [...plain].toSorted()
    if (process.env['UPDATE_GOLDEN'] !== undefined || !existsSync(listFile))
      writeFileSync(listFile, `${found.join('\n')}\n`)
    const known = new Set(readFileSync(listFile, 'utf8').trimEnd().split('\n'))
    expect(
      found.filter(label => !known.has(label)),
      `new labels: give the term a line in GLOSSARY.md, or, if every reader knows it, add the label to ${listFile}`,
    ).toEqual([])
  },
)
