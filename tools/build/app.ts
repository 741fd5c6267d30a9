/** `npm run build`: builds the app into dist/, with the list of the packages in it. */

import { buildApp } from '../../src/cli/app-build/build.ts'
import { writeSbom } from './sbom.ts'

const folder = await buildApp(text => void process.stderr.write(`${text}\n`))
writeSbom(folder)
