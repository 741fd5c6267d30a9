/** The server hands out the app's own files to a browser on this machine, and nothing to anybody else. */
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heartland } from '../testing/command-line-fixture.ts'
import { serveFolder, type Serving } from './serve.ts'

const root = mkdtempSync(join(tmpdir(), 'serve-'))
const folder = join(root, 'dist')
let serving: Serving
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.txt'), 'for nobody')
  writeFileSync(join(folder, 'index.html'), 'the app')
  writeFileSync(join(folder, 'assets/a.js'), 'code')
  symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(join(root, 'secret.txt'), join(folder, 'assets/a.js.br'))
  symlinkSync(root, join(folder, 'out'))
  serving = await serveFolder(folder, { port: 0 })
})
afterAll(async () => {
  await serving.close()
  rmSync(root, { recursive: true })
})

const get = (
  path: string,
  headers: Record<string, string> = {},
  address = serving.address,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), { headers }, answer => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode!, text }))
    })
    asked.on('error', reject)
    asked.end()
  })

it.each(['', ' '])('a store without a name (%j) is refused before anything is built', async name => {
  const { code, err } = await heartland(['serve', '--store', name])
  expect([code, err]).toEqual([2, expect.stringContaining('--store names no file')])
})

describe('the server', () => {
  it('waits half a minute for a request, for its body as well', { tags: ['thorough'], timeout: 60_000 }, async () => {
    const begun = Date.now()
    const secondsOf = (sent: string): Promise<number> =>
      new Promise(resolve => {
        const socket = connect(Number(new URL(serving.address).port), '127.0.0.1', () => socket.write(sent))
        socket.on('data', () => {}).on('close', () => resolve(Math.round((Date.now() - begun) / 1000)))
      })
    const head = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n'
    for (const seconds of await Promise.all([head, `${head}\r\n{`].map(secondsOf))) expect(seconds).toBeLessThan(40)
  })

  it.each(['127.0.0.1:47474', 'localhost', 'LOCALHOST:1', '[::1]:47474'])(
    'answers a browser that asks %s',
    async host => {
      expect(await get('/', { host })).toMatchObject({ status: 200, text: 'the app' })
    },
  )

  it.each(['evil.example', 'evil.example:47474', '127.0.0.1.evil.example', 'localhost.evil', '192.168.0.2:47474'])(
    'refuses a page that calls itself %s, at whatever path',
    async host => {
      for (const path of ['/', '/assets/a.js', '/nothing']) {
        const { status, text } = await get(path, { host })
        expect([status, text]).toEqual([421, expect.not.stringContaining('app')])
      }
    },
  )

  it('refuses such a page as well where it is asked to listen at localhost by name', async () => {
    const named = await serveFolder(folder, { port: 0, host: 'localhost' })
    try {
      expect((await get('/', { host: 'evil.example' }, named.address)).status).toBe(421)
      expect((await get('/', {}, named.address)).text).toBe('the app')
    } finally {
      await named.close()
    }
  })

  it.each([
    ['a port that is taken', {}, /^port \d+ cannot be used: another program is using it/],
    ['an address of another machine', { host: '203.0.113.5' }, /^--host 203.0.113.5: this machine has no such address/],
    ['a name that is no address', { host: 'nowhere.invalid' }, /^--host nowhere.invalid: this machine has no such/],
  ])('cannot listen at %s: says so, and its process ends', async (_, more, message) => {
    const serve = JSON.stringify(new URL('./serve.ts', import.meta.url).href)
    const api = JSON.stringify(new URL('../services/api/open-api.ts', import.meta.url).href)
    const asked = JSON.stringify({ port: Number(new URL(serving.address).port), ...more })
    const script = `
      const [{ serveFolder }, { standardLimits }] = await Promise.all([import(${serve}), import(${api})])
      const api = { version: '1', limits: standardLimits(1), log: () => {} }
      await serveFolder(${JSON.stringify(folder)}, { ...${asked}, api }).catch(({ message }) => console.log(message))`
    const file = join(root, 'listen.mjs')
    writeFileSync(file, script)
    const { stdout } = await promisify(execFile)(process.execPath, [file])
    expect(stdout).toMatch(message)
  })

  it.each([
    ['/link.txt', {}],
    ['/out/secret.txt', {}],
    ['/assets/a.js', { 'accept-encoding': 'br' }],
    ['/../secret.txt', {}],
    ['/%2e%2e/secret.txt', {}],
  ])('does not follow %s out of its folder', async (path, headers) => {
    const { status, text } = await get(path, headers)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('for nobody')
  })
})
