/** `heartland report` writes a view of the app as a PDF file, with the scenario and all assumptions behind it. */

import { UsageError } from '../../../language/messages.ts'
import { commandMessages } from '../../input/messages.ts'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { oneOf } from '../../../language/usage.ts'
import { viewNames } from '../../../app/state/view-names.ts'
import { listRegions } from '../../../regions/read.ts'
import { announce } from '../../terminal/announce.ts'
import { addChoice, type ChoiceOptions, chooseFor, linkTo, openChosen } from '../../input/choice.ts'
import { languageFrom, languageOption, overwriteOption } from '../../input/common-options.ts'
import { type OverwriteOption, refuseExisting } from '../../input/new-file.ts'
import { note, print, type Session } from '../../terminal/session.ts'
import { existsSync } from 'node:fs'

interface ReportOptions extends ChoiceOptions, OverwriteOption {
  readonly pdf: string
  readonly view?: string
  readonly lang: string
}

/** Charts are drawn for the width they are given: that of A4 between its margins (src/app/styles/print.css), at this scale. */
const scale = 0.85
const viewport = { width: Math.floor((((210 - 2 * 14) / 25.4) * 96) / scale), height: 1200 }

/** Seconds to wait: a region that is not part of the build first simulates all packages. */
const patience = 600

const browser = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find(path => path !== undefined && path !== '' && existsSync(path))

/** The reason why there is no browser here; undefined when there is one. */
export const browserMissing = browser === undefined ? commandMessages.noChromium().text.en : undefined

export const browserSettings = {
  ...(browser === undefined ? {} : { executablePath: browser }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

const printPage = async (address: string, file: string): Promise<void> => {
  // Installed with what the tests need; nothing else of the command line wants it.
  const playwright = await import('playwright-core').catch(() => {
    throw new UsageError(commandMessages.noPlaywright())
  })
  const { countQuestions, countRequests, settled } = await import('./settled-page.ts')
  const launched = await playwright.chromium.launch(browserSettings)
  try {
    const page = await launched.newPage({ viewport, colorScheme: 'light' })
    await page.emulateMedia({ media: 'print' })
    await page.addInitScript(countQuestions)
    countRequests(page)
    await page.goto(address)
    await settled(page, patience)
    await page.locator('section.report').waitFor({ state: 'attached' })
    await page.pdf({ path: file, format: 'A4', scale, printBackground: true, preferCSSPageSize: true })
  } finally {
    await launched.close()
  }
}

const report = async (session: Session, word: string, options: ReportOptions): Promise<void> => {
  const { pdf } = options
  if (!/\.pdf$/i.test(pdf))
    throw new UsageError(commandMessages.ending({ option: '--pdf', file: pdf, endings: '.pdf' }))
  refuseExisting(pdf, options)
  const language = languageFrom(options.lang)
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  const wanted = options.view ?? (Object.keys(choice.scenario.policy).length === 0 ? 'answer' : 'what-if')
  const view = oneOf('view', wanted, viewNames)
  if (options.packs !== undefined || !listRegions().includes(open.region.id))
    throw new UsageError(commandMessages.notInApp({ region: open.region.id }))
  if (browserMissing !== undefined) throw new UsageError(commandMessages.noChromium())
  announce(session, choice)
  const [{ buildApp }, { serveFolder }] = await Promise.all([import('../../app-build/build.ts'), import('../serve.ts')])
  const serving = await serveFolder(await buildApp(text => note(session, text)), { port: 0 })
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
    .option(...overwriteOption)
    .option('--view <view>', `${viewNames.join(', ')} (default: answer; what-if when a policy is given)`)
    .option(...languageOption)
  addChoice(command).action((word: string, options: ReportOptions) => report(session, word, options))
}
