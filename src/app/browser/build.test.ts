/** Tests the files of the app as they are built: the same bytes each time, and a first view of limited size. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildApp } from '../../cli/app-build/build.ts'
import { recordMeasured } from '../../measured-fixture.ts'
import { appTest } from './app-test.ts'

/** Every file but the list of packages, which `npm run build` adds: its own test makes it twice. */
const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('sbom.'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map(path => [path.slice(folder.length), readFileSync(path)]),
  )

it('two builds have the same bytes', { timeout: 240_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'builds-'))
  try {
    const first = filesIn(await buildApp(() => {}))
    const second = filesIn(await buildApp(() => {}, join(root, 'dist')))
    expect([...second.keys()]).toEqual([...first.keys()])
    expect([...first].filter(([path, bytes]) => !bytes.equals(second.get(path)!)).map(([path]) => path)).toEqual([])
    expect(first.size).toBeGreaterThan(50)
    recordMeasured('builds', `${first.size} files of two builds, none with other bytes`)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

/** Kilobytes, compressed, of all that is fetched until the first view stands. */
const mostOfFirstView = 400

for (const locale of ['en-GB', 'zh-CN']) {
  appTest(`the first view takes at most ${mostOfFirstView} kB, compressed (${locale})`, async ({ app }) => {
    const page = await app.open({ locale })
    const bytes = await page.evaluate(() => {
      // What the other views need is fetched a second and a half after the first one stands.
      const until = performance.getEntriesByName('first view')[0]!.startTime + 1000
      return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(({ startTime }) => startTime < until)
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0)
    })
    expect(bytes).toBeGreaterThan(200_000)
    expect(bytes).toBeLessThan(mostOfFirstView * 1000)
    if (locale === 'en-GB') recordMeasured('firstLoad', `${Math.round(bytes / 1000)} kB compressed for the first view`)
  })
}
