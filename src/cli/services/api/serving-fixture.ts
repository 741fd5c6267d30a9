/** Serves the HTTP interface with a store for the tests of other programs, until it is ended, and prints its address. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveFolder } from '../../commands/serve.ts'
import { standardLimits } from './open-api.ts'
import { openStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'serving-'))
writeFileSync(join(folder, 'index.html'), 'the app')
process.on('exit', () => rmSync(folder, { recursive: true }))
process.on('SIGTERM', () => process.exit(0))
const { address } = await serveFolder(folder, {
  port: 0,
  api: {
    version: '1',
    token: undefined,
    store: await openStore(':memory:', 'sources'),
    limits: { ...standardLimits(1), seconds: 5, jobSeconds: 5, aMinute: 1_000_000, unfinishedJobs: 4 },
    log: text => process.stderr.write(`${text}\n`),
  },
})
process.stdout.write(`${address}\n`)
