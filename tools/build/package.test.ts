/** The npm package as somebody gets it: packed, installed in an empty folder without a network, run and compiled there. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserMissing, launchBrowser } from '../../src/cli/testing/browser-fixture.ts'
import { heartland } from '../../src/cli/testing/command-line-fixture.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
const at = (path: string): string => join(folder, path)
const installed = (path: string): string => at(`user/node_modules/heartland/${path}`)
const slow = { timeout: 300_000 }

const program = (command: string, words: readonly string[], cwd: string): string =>
  execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  // In a process of its own: a build leaves much behind.
  program(process.execPath, [join(root, 'tools/build/package.ts'), at('made')], root)
  program('npm', ['pack', at('made'), '--silent', '--offline'], folder)
  mkdirSync(at('user'))
  writeFileSync(at('user/package.json'), '{ "name": "user", "private": true, "type": "module" }')
  const [file] = readdirSync(folder).filter(name => name.endsWith('.tgz'))
  program('npm', ['install', at(file), '--offline', '--no-audit', '--no-fund', '--silent'], at('user'))
}, slow.timeout)
afterAll(() => rmSync(folder, { recursive: true }), slow.timeout)

/** The example of its README. */
const example = (): string => /```js\n(.*?)```/s.exec(readFileSync(installed('README.md'), 'utf8'))![1]

const question = "{ policy: 'G', set: { publicInvestment: 1 }, assume: { wageFromSlack: 0.4 }, years: [2030] }"
const words = 'run CN-LN --policy G --set publicInvestment=1 --assume wageFromSlack=0.4 --years 2030 --json'
const ensembleQuestion = "{ simulations: 100, seed: 3, keep: ['regionDebtToGdp@2035', 'output[CN-LN]@2040'] }"

describe('the npm package', { tags: ['thorough'] }, () => {
  it('brings nothing else along, and its README can be run', slow, async () => {
    expect(readdirSync(at('user/node_modules')).filter(name => !name.startsWith('.'))).toEqual(['heartland'])
    writeFileSync(at('user/example.js'), example())
    const lines = program(process.execPath, ['example.js'], at('user')).trim().split('\n')
    expect(lines.join('\n')).toContain("'2040'")
    // With the votes that are kept of the region: a reduced list of settings would say something else.
    const { out } = await heartland('answer northeast --simulations 16 --json')
    expect(lines.at(-1)).toBe(JSON.parse(out).lead.en)
  })

  it('brings the tables of which provinces are derived', slow, async () => {
    const out = program(process.execPath, [installed('bin/heartland.js'), 'run', '广东', '--json'], at('user'))
    expect(out).toBe((await heartland('run CN-GD --json')).out)
  })

  it('has types, which know what is asked and what comes back', slow, () => {
    const check = (text: string): string => {
      writeFileSync(at('user/typed.ts'), text)
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      const settings = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        '--lib',
        'es2024,dom',
        '--types',
        '',
      ]
      try {
        return program(process.execPath, [compiler, ...settings, 'typed.ts'], at('user'))
      } catch (problem) {
        return String((problem as { stdout: unknown }).stdout)
      }
    }
    expect(check(example())).toBe('')
    expect(check("import { ask } from 'heartland'\nask('run', 'northeast', {})\n")).toContain('TS2345')
    expect(
      check("import { ask, openRegion } from 'heartland'\nask('run', await openRegion('x'), { polcy: 'G' })\n"),
    ).toContain('polcy')
  })

  it('gives the objects of the command line, and refuses in its words', slow, async () => {
    const text = `import { ask, ensemble, openRegion, UsageError } from 'heartland'
      const region = await openRegion('CN-LN')
      const { record: one } = await ask('run', region, ${question})
      const { kept } = await ensemble(region, ${ensembleQuestion})
      const refused = await ask('run', region, { set: { publicInvestmen: 1 } }).catch(problem => problem)
      const outside = [
        ask('run', region, { years: [1900] }),
        ask('answer', region, { simulations: 2.5 }),
        ask('answer', region, { threshold: ['unemployment=NaN'] }),
        ensemble(region, { simulations: 1e9 }),
      ]
      const reasons = (await Promise.allSettled(outside)).map(({ reason }) => reason.message)
      const numbers = Object.fromEntries(Object.entries(kept).map(([name, values]) => [name, [...values]]))
      console.log(JSON.stringify({ one, numbers, refused: [refused instanceof UsageError, refused.message], reasons }))`
    writeFileSync(at('user/asked.js'), text)
    const { one, numbers, refused, reasons } = JSON.parse(program(process.execPath, ['asked.js'], at('user')))
    expect(one).toEqual(JSON.parse((await heartland(words)).out))
    expect(reasons).toEqual([
      "years 1900: '1900' is not a year of the run; give years from 2025 to 2040, such as 2030,2040",
      'simulations 2.5: give a whole number from 2 to 100000',
      'threshold unemployment=NaN: the threshold is not a number; write it as unemployment=0.06',
      'simulations 1000000000: give a whole number from 1 to 1000000',
    ])
    expect(refused).toEqual([true, "unknown lever 'publicInvestmen'; did you mean 'publicInvestment'?"])
    const out = at('ensemble')
    const kept = ['--keep', 'regionDebtToGdp@2035', '--keep', 'output[CN-LN]@2040', '--precision', '64', '--csv']
    await heartland(['ensemble', 'CN-LN', '--simulations', '100', '--seed', '3', ...kept, '--out', out])
    const [head, ...rows] = readFileSync(join(out, 'members.csv'), 'utf8').trim().split('\n')
    // Labels hold commas, in the head only.
    const column = head.match(/"[^"]*"|[^,]+/g)!.indexOf('regionDebtToGdp@2035')
    expect(rows.map(row => Number(row.split(',')[column]))).toEqual(numbers['regionDebtToGdp@2035'])
  })

  it.skipIf(browserMissing)('answers in a page as in Node', slow, async () => {
    const map = { imports: { heartland: '/lib/browser/index.js' } }
    const page = `<script type="importmap">${JSON.stringify(map)}</script><script type="module">
      import { ask, ensemble, openRegion } from 'heartland'
      const region = await openRegion('CN-LN')
      const { record: one } = await ask('run', region, ${question})
      const { kept } = await ensemble(region, ${ensembleQuestion})
      window.found = { one, kept: [...kept['regionDebtToGdp@2035']] }</script>`
    const server = createServer(({ url = '/' }, response) => {
      const isPage = !url.startsWith('/lib/')
      response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'text/javascript' })
      response.end(isPage ? page : readFileSync(installed(normalize(url))))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage()
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      await tab.waitForFunction('window.found !== undefined', undefined, { timeout: 120_000 })
      const found = (await tab.evaluate('window.found')) as { one: unknown; kept: number[] }
      expect(found.one).toEqual(JSON.parse((await heartland(words)).out))
      expect(found.kept).toHaveLength(100)
      expect(found.kept.every(Number.isFinite)).toBe(true)
    } finally {
      await browser.close()
      server.close()
    }
  })
})
