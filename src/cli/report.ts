/** `heartland report` writes a view of the app as a PDF file, with the scenario and all assumptions behind it. */

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { Mistake, unknownWord } from '../analysis/mistakes.ts'
import { listRegions } from '../regions/read.ts'
import { browserMissing, browserSettings } from './browser.ts'
import { addChoice, type ChoiceOptions, choose, isSaved, linkTo, openChosen, savedName } from './choice.ts'
import { note, print, type Session } from './session.ts'

const views = ['answer', 'what-if', 'why', 'who', 'books', 'record', 'data'] as const
const languages = ['en', 'zh'] as const

interface ReportOptions extends ChoiceOptions {
  readonly pdf: string
  readonly view?: string
  readonly language: string
}

/** Charts are drawn for the width they are given: that of A4 between its margins (src/app/styles/print.css), at this scale. */
const scale = 0.85
const viewport = { width: Math.floor((((210 - 2 * 14) / 25.4) * 96) / scale), height: 1200 }

/** Seconds to wait: a region that is not part of the build first simulates all packages. */
const patience = 600

const printPage = async (address: string, file: string): Promise<void> => {
  // Installed with what the tests need; nothing else of the command line wants it.
  const playwright = await import('playwright-core').catch(() => {
    throw new Mistake('playwright-core is not installed: run `npm start` once, or print from the app (Share, Report)')
  })
  const { countQuestions, settled } = await import('./settled-page.ts')
  const browser = await playwright.chromium.launch(browserSettings)
  try {
    const page = await browser.newPage({ viewport, colorScheme: 'light' })
    await page.emulateMedia({ media: 'print' })
    await page.addInitScript(countQuestions)
    await page.goto(address)
    await settled(page, patience)
    await page.locator('section.report').waitFor({ state: 'attached' })
    await page.pdf({ path: file, format: 'A4', scale, printBackground: true, preferCSSPageSize: true })
  } finally {
    await browser.close()
  }
}

const report = async (session: Session, word: string, options: ReportOptions): Promise<void> => {
  const { pdf } = options
  if (!/\.pdf$/i.test(pdf)) throw new Mistake(`--pdf ${pdf}: give a name that ends in .pdf`)
  const language = languages.find(one => one === options.language)
  if (language === undefined)
    throw unknownWord('language', options.language, languages, `known are ${languages.join(', ')}`)
  if (isSaved(word) && options.policy !== undefined)
    throw new Mistake(`${savedName(word)} already holds a policy; leave out --policy, or name the region instead`)
  const open = openChosen(word, options)
  const choice = choose(open, isSaved(word) ? word : options.policy, options)
  const wanted = options.view ?? (Object.keys(choice.scenario.policy).length === 0 ? 'answer' : 'what-if')
  const view = views.find(one => one === wanted)
  if (view === undefined) throw unknownWord('view', wanted, views, `known are ${views.join(', ')}`)
  if (options.packs !== undefined || !listRegions().includes(open.region.id))
    throw new Mistake(
      `${open.region.id} is no region of the app: bring it there under Data, and print it with Share, Report`,
    )
  if (browserMissing !== undefined) throw new Mistake(browserMissing)
  for (const text of choice.notes) note(session, text)
  const [{ buildApp }, { serveFolder }] = await Promise.all([import('./app-build/build.ts'), import('./serve.ts')])
  const serving = await serveFolder(await buildApp(text => note(session, text)), 0)
  try {
    note(session, 'Calculating and printing the page …')
    await printPage(`${serving.address}${linkTo(choice, view, language)}`, resolve(pdf))
  } finally {
    await serving.close()
  }
  print(session, resolve(pdf))
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('--pdf <file>', 'the file to write, such as northeast.pdf')
    .option('--view <view>', `${views.join(', ')} (default: answer; what-if when a policy is given)`)
    .option('--language <language>', `${languages.join(' or ')}`, 'en')
  addChoice(command)
    .addHelpText(
      'after',
      '\nExamples:\n  heartland report northeast --pdf northeast.pdf\n  heartland report CN-LN --policy G --view why --language zh --pdf liaoning.pdf',
    )
    .action((word: string, options: ReportOptions) => report(session, word, options))
}
