/** Tests that the module gives the same results in the workers of a browser, with 1, 2 and 5 of them. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { orderMembers } from '../../analysis/runs/members.ts'
import { declaredOutcomes } from '../../engine/recording.ts'
import { instantiate } from '../../engine/simd/instance.ts'
import { createBlock } from '../../engine/run/runner.ts'
import { createWasmRunners, memoryFor } from '../../engine/run/wasm.ts'
import { browserMissing, launchBrowser, packed, serveSources, unpackScript } from '../testing/browser-fixture.ts'
import { buildModule, builtModule } from './wasm-module.ts'
import { openRegion } from '../testing/open-fixture.ts'

const workerSource = `
import { compileModule, instantiate } from '/src/engine/simd/instance.ts'
import { createBlock } from '/src/engine/run/runner.ts'
import { createWasmRunners, memoryFor } from '/src/engine/run/wasm.ts'
import { serveWorker } from '/src/threads/page.ts'
serveWorker({
  values: ({ bytes, manifest, order, range: [from, to] }) => {
    const [runner] = createWasmRunners(instantiate(compileModule(bytes), memoryFor(manifest, order)), manifest, [order])
    const block = createBlock(order.recording, to - from)
    runner.run(from, to - from, block)
    return block.values
  },
})
`

const pageSource = `<!doctype html><title>members</title><script type="module">
import { clientOf } from '/src/threads/page.ts'
import { createPool, spread } from '/src/threads/spread.ts'
${unpackScript}
window.digest = async count => {
  const bytes = new Uint8Array(await (await fetch('/module')).arrayBuffer())
  const { manifest, order, from, to } = JSON.parse(await (await fetch('/order')).text(), unpack)
  const pool = createPool(() => clientOf(new Worker('/worker.js', { type: 'module' })), count)
  const members = to - from
  const all = new Float64Array(members * order.recording.cells)
  const pieces = Array.from({ length: Math.ceil(members / 9) }, (_, at) => [from + 9 * at, Math.min(to, from + 9 * at + 9)])
  await spread(pool, {
    pieces,
    ask: (client, range) => client.ask('values', { bytes, manifest, order, range }),
    take: (values, [first, last]) => {
      const width = last - first
      for (let cell = 0; cell < order.recording.cells; cell++)
        all.set(values.subarray(cell * width, (cell + 1) * width), cell * members + first - from)
    },
  })
  const hash = await crypto.subtle.digest('SHA-256', all)
  return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('')
}
document.title = 'ready'
</script>`

it('workers of a browser compute the bits of Node', { timeout: 120_000, tags: ['thorough'] }, async ({ skip }) => {
  if (browserMissing !== undefined) {
    // The list of tests shows that one was skipped, not why.
    console.warn(`The test in a browser is skipped: ${browserMissing}.`)
    skip(browserMissing)
  }
  const open = openRegion('northeast')
  const task = { settings: { seed: 20261124, members: 1000 }, policies: [{}], assumptions: {}, auditEvery: 4 }
  const { built, runs } = orderMembers(open, builtModule(open), task, declaredOutcomes(open.linked))
  const [from, to] = [300, 348]
  const [runner] = createWasmRunners(
    instantiate(built.module, memoryFor(built.manifest, runs[0])),
    built.manifest,
    runs,
  )
  const block = createBlock(runs[0].recording, to - from)
  runner.run(from, to - from, block)
  const expected = createHash('sha256').update(new Uint8Array(block.values.buffer)).digest('hex')

  const { bytes, manifest } = buildModule(open.linked)
  const server = await serveSources({
    '/': { type: 'text/html', content: pageSource },
    '/worker.js': { type: 'text/javascript', content: workerSource },
    '/module': { type: 'application/wasm', content: bytes },
    '/order': { type: 'application/json', content: packed({ manifest, order: runs[0], from, to }) },
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
})
