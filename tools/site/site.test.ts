/** The pages of the site: every link between them leads somewhere, in both languages, and search finds what they say. */

import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import fastify from 'fastify'
import files from '@fastify/static'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserMissing, launchBrowser } from '../../src/cli/testing/browser-fixture.ts'
import { writePages } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
const pages = new Map<string, string>()
beforeAll(async () => {
  await writePages(folder)
  for (const page of globSync('**/*.html', { cwd: folder })) pages.set(page, readFileSync(join(folder, page), 'utf8'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('has no link that leads nowhere', () => {
  expect(pages.size).toBeGreaterThan(60)
  const broken = [...pages].flatMap(([page, html]) =>
    [...html.matchAll(/<(?:a|img|script)[^>]* (?:href|src)="([^"]*)"/g)].flatMap(([, href]) => {
      if (/^[a-z]+:/.test(href) || href.includes('app/index.html')) return []
      const [path, anchor] = href.split('#')
      const target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path))
      const exists = existsSync(join(folder, target))
      const at =
        anchor === undefined ||
        !pages.has(target) ||
        new RegExp(`id="${RegExp.escape(decodeURI(anchor))}"`).test(pages.get(target)!)
      return exists && at ? [] : [`${page}: ${href}`]
    }),
  )
  expect(broken).toEqual([])
})

it('has the guide in Chinese, the theory, the questions and the addresses of the interface', () => {
  expect(pages.get('docs/guide/zh.html')).toContain('<html lang="zh">')
  expect(pages.get('docs/theory/specification.html')).toContain('id="section-')
  expect(pages.get('api.html')).toContain('POST /v1/answer')
})

it.skipIf(browserMissing)(
  'finds pages by English and Chinese words, in a browser',
  { tags: ['thorough'] },
  async () => {
    const server = fastify()
    await server.register(files, { root: folder })
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${address}/docs/guide/zh.html`)
      const found = async (text: string): Promise<string[]> => {
        await page.locator('input[type=search]').fill(text)
        await page.locator('#found a').first().waitFor()
        return page
          .locator('#found a')
          .evaluateAll(links => links.map(link => (link as unknown as { href: string }).href))
      }
      const capsules = await found('capsule replay')
      expect(capsules.some(href => href.startsWith(`${address}/docs/guide/versions.html#`))).toBe(true)
      await page.locator('input[type=search]').fill('qqqzzz')
      await expect.poll(() => page.locator('#found a').count()).toBe(0)
      const chinese = await found('封装文件')
      expect(chinese.some(href => href.startsWith(`${address}/docs/guide/zh.html#`))).toBe(true)
      await page.locator('#found a').first().click()
      expect(await page.locator('main').count()).toBe(1)
    } finally {
      await browser.close()
      await server.close()
    }
  },
)
