/** Types and lint side by side: each keeps about one processor busy. Fails if one of them does. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'

const codes = await Promise.all(
  ['types', 'lint'].map(async name => {
    const [code] = await once(spawn(`npm run --silent ${name}`, { shell: true, stdio: 'inherit' }), 'close')
    return code as number | null
  }),
)
process.exitCode = codes.every(code => code === 0) ? 0 : 1
