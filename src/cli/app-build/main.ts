/** `npm run build`: builds the app into dist/. */

import { buildApp } from './build.ts'

await buildApp(text => void process.stderr.write(`${text}\n`))
