/** Tests that the app works offline after its first load, and from a single file on disk. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import { buildOneFile } from '../../cli/app-build/one-file.ts'
import { appTest, settled, visit } from './app-pages-fixture.ts'
import { begin } from './what-if-page-fixture.ts'

appTest('opens again without a network after its first load, and computes', { tags: ['thorough'] }, async ({ app }) => {
  const page = await app.open({ offline: true })
  await page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    // Everything is in the cache once the worker has taken over.
    if (serviceWorker.controller === null)
      await new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })
  await page.context().setOffline(true)
  await page.reload()
  await settled(page)
  await page.locator('.say').first().waitFor()
  await page.keyboard.press('2')
  await begin(page, 'E')
  expect(await page.locator('.five dd').first().innerText()).toMatch(/\d/)
})

appTest('opens from disk as one file, and computes there', { tags: ['thorough'] }, async ({ app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'heartland-file-'))
  try {
    const file = join(folder, 'heartland.html')
    writeFileSync(file, await buildOneFile(() => {}))
    const address = pathToFileURL(file).href
    const page = await app.open({ address, hash: '/what-if' })
    await begin(page, 'E')
    expect(await page.locator('.five dd').first().innerText()).toMatch(/\d/)
    await visit(page, 'books')
    expect(await page.locator('table').count()).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
