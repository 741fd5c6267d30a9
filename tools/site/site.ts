/** `npm run site`: the app, the documents, the reference of the interface and their search as files for any file server. */

import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildApp } from '../../src/cli/app-build/build.ts'
import { root } from '../../src/cli/app-build/places.ts'
import { writePages } from './pages.ts'

const folder = resolve(process.argv[2] ?? join(root, 'out/site'))
rmSync(folder, { recursive: true, force: true })
await writePages(folder)
cpSync(await buildApp(text => void process.stderr.write(`${text}\n`)), join(folder, 'app'), { recursive: true })
process.stdout.write(`${folder}\n`)
