/** A label explains its term with keys, in the words of the glossary. */

import { expect } from 'vitest'
import { readGlossary } from '../../cli/app-build/glossary.ts'
import { viewKey } from '../state/view-names.ts'
import { termFinder } from '../words/glossary.ts'
import { appTest, settled } from './app-test.ts'
import { fewAt } from './what-if-page.ts'

const glossary = readGlossary()
const find = termFinder(glossary.map(({ names }) => names))

appTest('a term opens and closes with keys, and gives the focus back', async ({ app }) => {
  const page = await app.share(fewAt('answer'))
  await page.keyboard.press(viewKey('who'))
  await settled(page)
  const term = page.locator('main button.term.within').first()
  const found = find(await term.innerText(), 'en')!
  await term.focus()
  await page.keyboard.press('Enter')
  const panel = page.locator('.sheet')
  await panel.waitFor()
  const { names, meaning } = glossary[found.term]!
  await panel.getByText(meaning.en).waitFor()
  expect(await panel.innerText()).toContain(names.en)
  expect(await panel.innerText()).toContain(names.zh)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await term.evaluate(one => one === document.activeElement)).toBe(true)
})
