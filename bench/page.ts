/**
 * One run of the three provinces in a page of Chromium that has just been opened: compiled to JavaScript; as a WebAssembly
 * module emitted in the page; and as one that was built before. Modules and data are loaded already. `npm run bench:page`.
 */

import { requiredData } from '../src/analysis/region/simulation.ts'
import {
  browserMissing,
  launchBrowser,
  packed,
  serveSources,
  unpackScript,
} from '../src/cli/testing/browser-fixture.ts'
import { buildModule } from '../src/cli/threads/wasm-module.ts'
import { openRegion } from '../src/cli/input/simulation.ts'
import { standard } from '../src/language/emit/wasm/module.ts'
import { model } from '../src/model/index.ts'
import { readRegion } from '../src/regions/read-region.ts'

const pages = 9
const ways = ['javascript', 'module', 'built'] as const

interface Measured {
  readonly cold: number
  readonly warm: number
  /** 4 million logarithms, a fixed amount of work. */
  readonly floor: number
  readonly digest: number
}

const page = `<!doctype html><title>one run</title><script type="module">
import { openData } from '/src/analysis/region/simulation.ts'
import { openOnWasm } from '/src/analysis/region/wasm-region.ts'
import { compileModule } from '/src/engine/simd/instance.ts'
${unpackScript}
const region = JSON.parse(await (await fetch('/region')).text(), unpack)
const bytes = new Uint8Array(await (await fetch('/module')).arrayBuffer())
const manifest = await (await fetch('/manifest')).json()
const open = {
  javascript: () => openData(region),
  module: () => openOnWasm(region),
  built: () => openOnWasm(region, { module: compileModule(bytes), manifest }),
}
const record = ['regionOutput']
window.measure = way => {
  const start = performance.now()
  const { simulator } = open[way]()
  const { values } = simulator.run({ record }).series.get('regionOutput')
  const cold = performance.now() - start
  const times = Array.from({ length: 200 }, () => {
    const from = performance.now()
    simulator.run({ record })
    return performance.now() - from
  }).slice(50).sort((a, b) => a - b)
  const from = performance.now()
  let sum = 0
  for (let n = 1; n <= 4e6; n++) sum += Math.log(n)
  return { cold, warm: times[75], floor: sum > 0 ? performance.now() - from : 0, digest: values.reduce((a, b) => a + b) }
}
document.title = 'ready'
</script>`

if (browserMissing !== undefined) {
  process.stderr.write(`${browserMissing}\n`)
  process.exit(1)
}
const region = readRegion('northeast', requiredData(model))
const { linked, simulator } = openRegion('northeast')
const { bytes, manifest } = buildModule(linked, { ...standard, keepAll: true })
const expected = simulator.run({ record: ['regionOutput'] }).series.get('regionOutput')!
const digest = expected.values.reduce((sum, value) => sum + value, 0)

const server = await serveSources({
  '/': { type: 'text/html', content: page },
  '/region': { type: 'application/json', content: packed(region) },
  '/module': { type: 'application/wasm', content: bytes },
  '/manifest': { type: 'application/json', content: JSON.stringify(manifest) },
})
const found = new Map(ways.map(way => [way, [] as Measured[]]))
let version = ''
try {
  for (let count = 0; count < pages; count++) {
    for (const way of ways) {
      // A browser of its own each time: nothing is compiled or kept yet.
      const browser = await launchBrowser()
      version = browser.version()
      const opened = await browser.newPage()
      await opened.goto(server.address)
      await opened.waitForFunction("document.title === 'ready'")
      const one = await opened.evaluate<Measured>(`measure('${way}')`)
      if (one.digest !== digest) throw new Error(`${way}: the sum of regionOutput is ${one.digest}, not ${digest}`)
      found.get(way)!.push(one)
      await browser.close()
    }
  }
} finally {
  server.close()
}

const sorted = (way: (typeof ways)[number], part: 'cold' | 'warm' | 'floor'): number[] =>
  found
    .get(way)!
    .map(one => one[part])
    .toSorted((a, b) => a - b)
const title = {
  javascript: 'JavaScript, linked and compiled in the page',
  module: 'WebAssembly, linked and emitted in the page',
  built: 'WebAssembly, module and manifest built before',
}
const row = (way: (typeof ways)[number]): string => {
  const [cold, warm, floor] = [sorted(way, 'cold'), sorted(way, 'warm'), sorted(way, 'floor')]
  const middle = Math.floor(pages / 2)
  const numbers = [cold[0], cold[middle], cold[0]! / floor[0]!, warm[0], warm[middle]]
  return `| ${title[way]} | ${numbers.map(value => value!.toFixed(2)).join(' | ')} |`
}
process.stdout.write(
  [
    `Chromium ${version}, ${pages} fresh browsers each; floor ${sorted('javascript', 'floor')[0]!.toFixed(1)} ms. The sum of regionOutput has the bits of Node in all.`,
    '',
    '| one run in a page | cold least, ms | cold median, ms | cold least over floor | warm least, ms | warm median, ms |',
    '|---|---|---|---|---|---|',
    ...ways.map(row),
    '',
  ].join('\n'),
)
