/** Finds an installed Chromium. */

import { existsSync } from 'node:fs'
import { commandMessages } from '../../input/messages.ts'

const browser = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find(path => path !== undefined && path !== '' && existsSync(path))

/** Why there is no browser here; undefined when there is one. */
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
