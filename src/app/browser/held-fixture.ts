/** Files of the app that a test holds back, so that a page waits as long as the test looks. */

import type { BrowserContext } from 'playwright-core'

/** The script of the workers. */
export const theModel = /assets\/worker-/

/** Holds files back until they are let go. */
export const held = (files: RegExp) => {
  let letGo = (): void => {}
  const open = new Promise<void>(resolve => {
    letGo = resolve
  })
  return {
    hold: (context: BrowserContext): Promise<unknown> =>
      context.route(files, async route => {
        await open
        await route.continue()
      }),
    letGo,
  }
}
