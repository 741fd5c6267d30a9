/** For tests and benches: the app as its sources are, built and served on a free port. */

import { buildApp } from './app-build/build.ts'
import { serveFolder, type Serving } from './serve.ts'

export const serveApp = async (): Promise<Serving> => serveFolder(await buildApp(() => {}), 0)
