/** The same module in the workers of a browser: the bits of this process, with 1, 2 and 5 of them. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { orderLanes } from '../engine/lanes/runner.ts'
import type { LanesJob } from '../engine/lanes/share.ts'
import { declaredOutcomes, planRecording } from '../engine/recording.ts'
import { browserMissing, launchBrowser, packed, serveSources, unpackScript } from './browser-fixture.ts'
import { buildModule } from './lanes.ts'
import { createThreads } from './lanes-threads.ts'
import { openRegion } from './simulation.ts'

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
${unpackScript}
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

it('workers of a browser compute the bits of Node', async ({ skip }) => {
  if (browserMissing !== undefined) {
    // The list of tests shows that one was skipped, not why.
    console.warn(`The test in a browser is skipped: ${browserMissing}.`)
    skip(browserMissing)
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
  const server = await serveSources({
    '/': { type: 'text/html', content: pageSource },
    '/worker.js': { type: 'text/javascript', content: workerSource },
    '/module': { type: 'application/wasm', content: built.bytes },
    '/job': { type: 'application/json', content: packed(job) },
  })
  const opened = await launchBrowser()
  try {
    const page = await opened.newPage()
    await page.goto(server.address)
    await page.waitForFunction("document.title === 'ready'")
    for (const workers of [1, 2, 5]) expect(await page.evaluate(`digest(${workers})`)).toBe(expected)
  } finally {
    await opened.close()
    server.close()
  }
}, 120_000)
