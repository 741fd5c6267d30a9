/** The same module in the workers of a browser: the bits of this process, with 1, 2 and 5 of them. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { orderLanes } from '../engine/lanes/runner.ts'
import type { LanesJob } from '../engine/lanes/share.ts'
import { declaredOutcomes, planRecording } from '../engine/recording.ts'
import { buildModule } from './lanes.ts'
import { createThreads } from './lanes-threads.ts'
import { openRegion } from './simulation.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const browser = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find(path => path !== undefined && path !== '' && existsSync(path))

const missing =
  'no Chromium is installed: on Debian, `apt-get install chromium`; elsewhere put the path of Chrome or Chromium into CHROMIUM'

/** JSON in which arrays of numbers keep their type and their bits. */
const packed = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Float64Array || part instanceof Int32Array
      ? {
          $: part.constructor.name,
          bytes: Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64'),
        }
      : part,
  )

const workerSource = `
import { compileModule, instantiate } from '/src/engine/lanes/instance.ts'
import { memoryFor } from '/src/engine/lanes/runner.ts'
import { work } from '/src/engine/lanes/share.ts'
addEventListener('message', ({ data: { bytes, job } }) => {
  postMessage({ failure: work(instantiate(compileModule(bytes), memoryFor(job.manifest, job.order)), job) })
})
postMessage('ready')
`

const pageSource = `<!doctype html><title>lanes</title><script type="module">
import { createJob } from '/src/engine/lanes/share.ts'
const arrays = { Float64Array, Int32Array }
const unpack = (_, part) => part?.$ === undefined ? part
  : new arrays[part.$](Uint8Array.from(atob(part.bytes), letter => letter.charCodeAt(0)).buffer)
window.digest = async count => {
  const bytes = new Uint8Array(await (await fetch('/module')).arrayBuffer())
  const job = createJob(JSON.parse(await (await fetch('/job')).text(), unpack))
  const outcomes = await Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    worker.onerror = event => reject(new Error(event.message))
    worker.onmessage = ({ data }) => {
      if (data === 'ready') worker.postMessage({ bytes, job })
      else { worker.terminate(); resolve(data.failure) }
    }
  })))
  const failure = outcomes.find(one => one !== undefined)
  if (failure !== undefined) throw new Error(failure.message)
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(job.table).slice())
  return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('')
}
document.title = 'ready'
</script>`

/** Serves the sources as a browser can read them, in a page that may share memory between its workers. */
const serve = (module: Uint8Array, job: string): Server =>
  createServer(({ url = '/' }, response) => {
    const send = (type: string, content: string | Uint8Array): void => {
      response.writeHead(200, {
        'content-type': type,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      response.end(content)
    }
    if (url === '/') send('text/html', pageSource)
    else if (url === '/worker.js') send('text/javascript', workerSource)
    else if (url === '/module') send('application/wasm', module)
    else if (url === '/job') send('application/json', job)
    else if (/^\/src(\/[\w-]+)+\.ts$/.test(url))
      send('text/javascript', stripTypeScriptTypes(readFileSync(join(root, url), 'utf8')))
    else {
      response.writeHead(404)
      response.end()
    }
  })

it('workers of a browser compute the bits of Node', async ({ skip }) => {
  if (browser === undefined) {
    // The list of tests shows that one was skipped, not why.
    console.warn(`The test in a browser is skipped: ${missing}.`)
    skip(missing)
  }
  const { linked, region, simulator } = openRegion('northeast')
  const { steps, horizon } = simulator
  const recording = planRecording(linked, declaredOutcomes(linked), { start: region.start, steps, stepsPerYear: 4 })
  const settings = { seed: 20261124, members: 1000 }
  const order = orderLanes(linked, region, horizon, { settings, recording, auditEvery: 4 })
  const columns = recording.series.flatMap((_, series) =>
    Array.from({ length: steps }, (__, step) => ({ series, from: step, to: step + 1 })),
  )
  const built = buildModule(linked)
  const task = { order, columns, from: 300, to: 348, chunk: 9 }
  const pool = createThreads(built, 2)
  const table = await pool.run(task)
  await pool.close()
  const expected = createHash('sha256').update(new Uint8Array(table.values.buffer)).digest('hex')

  const job: Omit<LanesJob, 'table' | 'residuals' | 'state'> = { manifest: built.manifest, ...task }
  const server = serve(built.bytes, packed(job))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const opened = await chromium.launch({
    ...(browser === undefined ? {} : { executablePath: browser }),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  try {
    const page = await opened.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction("document.title === 'ready'")
    for (const workers of [1, 2, 5]) expect(await page.evaluate(`digest(${workers})`)).toBe(expected)
  } finally {
    await opened.close()
    server.close()
  }
}, 120_000)
