import { openRegion } from '../src/cli/input/simulation.ts'
import { openedText, openedRegion } from '../src/regions/opened.ts'
import { serialize, deserialize } from 'node:v8'
for (const id of ['northeast', 'CN-all', 'US-MI', 'liaoning']) {
  let t = performance.now()
  const r = openRegion(id).region
  console.log(id, 'open', performance.now() - t)
  t = performance.now()
  const s = openedText(r)
  console.log('text', performance.now() - t, s.length)
  for (let i = 0; i < 2; i++) {
    t = performance.now()
    openedRegion(s)
    console.log('parse', performance.now() - t)
  }
  const b = serialize(r)
  for (let i = 0; i < 2; i++) {
    t = performance.now()
    deserialize(b)
    console.log('deser', performance.now() - t, b.length)
  }
}
