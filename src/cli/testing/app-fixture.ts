/** Builds the app from its sources and serves it on a free port, for tests and benchmarks. */

import { buildApp } from '../app-build/build.ts'
import { serveFolder, type Serving } from '../commands/serve.ts'

export const serveApp = async (): Promise<Serving> => serveFolder(await buildApp(() => {}), { port: 0 })
