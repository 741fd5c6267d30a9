/** `npm run site`: the app, the documents, the reference of the interface and their search as files for any file server. */

import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildApp } from '../../src/cli/app-build/build.ts'
import { root } from '../../src/cli/app-build/places.ts'
import { refuseFilled } from '../../src/cli/input/new-folder.ts'
import { writePages } from './pages.ts'

const [, , given] = process.argv
const folder = resolve(given ?? join(root, 'out/site'))
// The project's own folder is made anew; one that somebody names may hold other files.
if (given === undefined) rmSync(folder, { recursive: true, force: true })
refuseFilled(folder)
await writePages(folder)
cpSync(await buildApp(text => void process.stderr.write(`${text}\n`)), join(folder, 'app'), { recursive: true })
process.stdout.write(`${folder}\n`)
