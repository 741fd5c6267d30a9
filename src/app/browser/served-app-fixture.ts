/**
 * Builds and serves the app and starts a browser, once for all browser tests. The build runs beside the other tests;
 * `until-served-fixture.ts` waits for its end.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { builtApp } from '../../cli/app-build/places.ts'
import { browserMissing, browserSettings } from '../../cli/testing/browser-fixture.ts'
import { serveFolder } from '../../cli/commands/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The reason why there is no browser here. */
    readonly missing?: string
    readonly address?: string
    /** Address of the browser that all tests share. */
    readonly browser?: string
  }
}

const loopback = '127.0.0.1'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, loopback)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** In a process of its own: the one of the tests hands them out meanwhile. */
const program = `const { buildApp } = await import(${JSON.stringify(new URL('../../cli/app-build/build.ts', import.meta.url).href)})
await buildApp(text => console.warn(text))`

/** Serves the app once it is built, or says why there is none. */
const serveBuilt = async (building: Promise<unknown[]>, port: number): Promise<() => Promise<void>> => {
  const [code] = await building
  if (code === 0) {
    const serving = await serveFolder(builtApp, { port })
    return () => serving.close()
  }
  const server = createServer((_, response) => {
    response.writeHead(500).end('The app could not be built; the message of the build is above.')
  }).listen(port, loopback)
  return async () => void server.close()
}

export default async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (browserMissing !== undefined) {
    // The list of tests shows that they were skipped, not why.
    console.warn(`The tests of the app in a browser are skipped: ${browserMissing}.`)
    provide('missing', browserMissing)
    return undefined
  }
  const [port, server] = await Promise.all([freePort(), chromium.launchServer(browserSettings)])
  const build = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
  const served = serveBuilt(once(build, 'exit'), port)
  provide('address', `http://${loopback}:${port}/`)
  provide('browser', server.wsEndpoint())
  return async () => {
    build.kill()
    const close = await served
    await Promise.all([server.close(), close()])
  }
}
