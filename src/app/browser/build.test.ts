/** Tests the files of the app as they are built: the same bytes each time, and a first view of limited size. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { buildApp } from '../../cli/app-build/build.ts'
import { recordMeasured } from '../../../tools/promises/measured-fixture.ts'
import { appTest } from './app-pages-fixture.ts'

/** Every file but the list of packages, which `npm run build` adds: its own test makes it twice. */
const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('sbom.'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map(path => [path.slice(folder.length), readFileSync(path)]),
  )

it('two builds have the same bytes', { timeout: 240_000, tags: ['thorough'] }, async () => {
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

/** Kilobytes, compressed and with the heads of the answers, of all that is fetched until the first view stands whole. */
const mostOfFirstView = 330
/** Names of the model in Chinese come with it. */
const mostInChinese = 360

/** A view is whole a second after it stands: its lower parts come last. What the other views need is fetched later. */
const whole = 1000

for (const [locale, most, tags] of [
  ['en-GB', mostOfFirstView, []],
  ['zh-CN', mostInChinese, ['thorough']],
] as const) {
  appTest(`the first view takes at most ${most} kB, compressed (${locale})`, { tags: [...tags] }, async ({ app }) => {
    const fetched: Array<Promise<{ readonly started: number; readonly bytes: number }>> = []
    const sizeOf = async (request: Request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes()
      return { started: request.timing().startTime, bytes: responseBodySize + responseHeadersSize }
    }
    const page = await app.open({
      locale,
      before: async context => context.on('requestfinished', request => fetched.push(sizeOf(request))),
    })
    const until = await page.evaluate(
      wait => performance.timeOrigin + performance.getEntriesByName('first view')[0]!.startTime + wait,
      whole,
    )
    const first = (await Promise.all(fetched)).filter(({ started }) => started < until)
    const bytes = first.reduce((sum, one) => sum + one.bytes, 0)
    expect(bytes).toBeGreaterThan(200_000)
    expect(bytes).toBeLessThan(most * 1000)
    const figure = `${Math.round(bytes / 1000)} kB for the first view, in ${first.length} files, compressed and with the heads of the answers`
    if (locale === 'en-GB') recordMeasured('firstLoad', figure)
  })
}
