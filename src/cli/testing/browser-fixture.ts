/** Loads the sources of src/ in a page of Chromium, for tests and benchmarks. */

import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { browserMissing, browserSettings } from '../commands/report/report.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

export { browserMissing, browserSettings }

export const launchBrowser = (): Promise<Browser> => chromium.launch(browserSettings)

/** JSON in which arrays of numbers keep their type and their bits; `unpack` of a page reads it. */
export const packed = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Float64Array || part instanceof Int32Array
      ? {
          $: part.constructor.name,
          bytes: Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64'),
        }
      : part,
  )

/** A script of a page: for `JSON.parse(text, unpack)`. */
export const unpackScript = `
const arrays = { Float64Array, Int32Array }
const unpack = (_, part) => part?.$ === undefined ? part
  : new arrays[part.$](Uint8Array.from(atob(part.bytes), letter => letter.charCodeAt(0)).buffer)
`

export interface Served {
  readonly type: string
  readonly content: string | Uint8Array
}

export interface SourceServer {
  readonly address: string
  close(): void
}

/** Serves `files` by path, and the sources, to pages that may share memory between their workers. */
export const serveSources = async (files: Readonly<Record<string, Served>>): Promise<SourceServer> => {
  const server = createServer(({ url = '/' }, response) => {
    const send = ({ type, content }: Served): void => {
      response.writeHead(200, {
        'content-type': type,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      response.end(content)
    }
    const file = files[url]
    if (file !== undefined) send(file)
    else if (/^\/src(\/[\w-]+)+\.ts$/.test(url) && existsSync(join(root, url)))
      send({ type: 'text/javascript', content: stripTypeScriptTypes(readFileSync(join(root, url), 'utf8')) })
    else {
      response.writeHead(404)
      response.end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  }
}
