/**
 * `heartland serve` serves the app on this machine, and answers the questions of the commands under /v1. The app runs in
 * the browser; it needs no more of the server than its files.
 */

import { UsageError } from '../../language/messages.ts'
import { commandMessages } from '../input/messages.ts'
import { realpathSync } from 'node:fs'
import { type AddressInfo, isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { isAbsolute, join, relative } from 'node:path'
import type { Command } from 'commander'
import type { FastifyError } from 'fastify'
import { wholeNumber } from '../../language/usage.ts'
import { firstRegion } from '../../regions/first-region.ts'
import { storeCookie } from '../../app/state/store-cookie.ts'
import { reportOn } from '../question/terminal.ts'
import { messages as apiMessages } from '../../texts/api.ts'
import { refuse } from '../services/api/refusals.ts'
import type { ApiSettings } from '../services/api/open-api.ts'
import type { Store } from '../services/api/store.ts'
import { note, print, type Session, screenOf } from '../terminal/session.ts'
import { version } from '../version.ts'

/**
 * Nothing but the app's own files; WebAssembly is compiled, no code is made of text. Any page may hold a chart of it in a
 * frame (Share, embed): there is nothing to steal, because nobody signs in there and the app changes nothing.
 */
const contentPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ['*'],
  },
}

export interface Serving {
  readonly address: string
  close(): Promise<void>
}

/**
 * The same at every start, because a browser keeps what it stores for an address by its port: at another one the reader's
 * own regions and scenarios would seem lost. Registered for nobody, and no other tool's default.
 */
const defaultPort = 47_474

/** Names by which a browser on this machine asks for the app. */
const ownHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * True for a request that means this server. A page elsewhere can point a name of its own at 127.0.0.1 and would then
 * count as the same origin as the app.
 */
const isOwnHost = (host: string | undefined): boolean => ownHosts.has((host ?? '').toLowerCase().replace(/:\d+$/, ''))

/** True for an address at which other machines reach the server. */
const isOpen = (host: string): boolean => !ownHosts.has(host.toLowerCase())

/** True for a file of the app itself, packed or not; a link inside its folder may lead anywhere. */
const isInside = (root: string, path: string): boolean =>
  ['', '.br', '.gz'].every(packed => {
    try {
      const inside = relative(root, realpathSync(join(root, `${path}${packed}`)))
      return !inside.startsWith('..') && !isAbsolute(inside)
    } catch {
      // There is none: that is for the server to say.
      return true
    }
  })

const loopback = '127.0.0.1'

/** Bytes of a request's body: a scenario has a few thousand. */
const mostBytes = 1024 * 1024

/** In which a request has to arrive: one that never ends would hold its connection for good. */
const mostMilliseconds = 30_000

export interface ServeSettings {
  /** 0 takes any that is free. */
  readonly port: number
  /** Another address than loopback is for other machines, which then need a token for /v1. */
  readonly host?: string
  /** Answers questions under /v1 as well. */
  readonly api?: ApiSettings
}

/** Errors of an address that this machine does not have. */
const unusableAddress = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT'])

const listenProblem = (problem: NodeJS.ErrnoException, port: number, host: string): Error => {
  const { code = '' } = problem
  if (code === 'EACCES') return new UsageError(commandMessages.portForbidden({ port }))
  if (code === 'EADDRINUSE') return new UsageError(commandMessages.portTaken({ port }))
  return unusableAddress.has(code) ? new UsageError(apiMessages.addressUnusable({ host })) : problem
}

/**
 * Addresses of proxies that say whose request it is, so that a team behind one does not share one limit: those on this
 * machine, unless HEARTLAND_PROXY names others.
 */
const proxies = (): string[] => {
  const named = (process.env['HEARTLAND_PROXY'] ?? 'loopback').split(',').map(one => one.trim())
  const wrong = named.find(one => !/^(loopback|uniquelocal)$/.test(one) && isIP(one.replace(/\/\d{1,2}$/, '')) === 0)
  if (wrong === undefined) return named
  throw new UsageError(apiMessages.proxyUnusable({ wrong }))
}

/** Serves a built app; throws a UsageError where it cannot listen. */
export const serveFolder = async (folder: string, { port, host = loopback, api }: ServeSettings): Promise<Serving> => {
  const [{ default: fastify }, { default: files }, { default: helmet }] = await Promise.all([
    import('fastify'),
    import('@fastify/static'),
    import('@fastify/helmet'),
  ])
  const server = fastify({
    forceCloseConnections: true,
    bodyLimit: mostBytes,
    requestTimeout: mostMilliseconds,
    // Node looks only twice a minute by itself, and gives a body the longer of both times.
    http: { connectionsCheckingInterval: 1000, headersTimeout: mostMilliseconds },
    trustProxy: proxies(),
    // Addresses that cannot be decoded.
    frameworkErrors: (_, { url }, reply) => refuse(reply, 404, [apiMessages.notFound({ path: url })]),
  })
  // Addresses that no file can have.
  server.setErrorHandler<FastifyError>((problem, _, reply) => {
    if ((problem.statusCode ?? 500) >= 500) throw problem
    return reply.callNotFound()
  })
  await server.register(helmet, {
    contentSecurityPolicy: contentPolicy,
    // The address has no certificate, and a chart may stand in a frame or a document of another page.
    strictTransportSecurity: false,
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
  })
  server.addHook('onRequest', async ({ headers, socket }, reply) => {
    // Whoever asked has left, and has no address any more by which requests are counted.
    if (socket.remoteAddress === undefined) return reply.hijack()
    if (isOpen(host) || isOwnHost(headers.host)) return
    return refuse(reply, 421, [apiMessages.otherName()])
  })
  // The page then shows the scenarios of the store. Cookies know no port: another server on this machine takes it back.
  server.addHook('onSend', async ({ headers: { cookie = '' } }, reply) => {
    if (api?.store !== undefined) reply.header('set-cookie', `${storeCookie}=kept; Path=/; SameSite=Strict`)
    else if (cookie.includes(storeCookie)) reply.header('set-cookie', `${storeCookie}=; Path=/; Max-Age=0`)
  })
  if (api !== undefined) {
    const { addApi } = await import('../services/api/open-api.ts')
    await addApi(server, api)
  }
  const root = realpathSync(folder)
  await server.register(files, {
    root,
    allowedPath: path => isInside(root, path),
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names of assets change with their contents.
      const forever = /[/\\]assets[/\\]/.test(path)
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  try {
    await server.listen({ port, host })
  } catch (problem) {
    // Its threads would keep the process from ending.
    await server.close()
    throw listenProblem(problem as NodeJS.ErrnoException, port, host)
  }
  const { port: taken } = server.server.address() as AddressInfo
  const close = async (): Promise<void> => {
    await server.close()
    await api?.store?.close()
  }
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`, close }
}

/** Ports that are tried one after the other where no port was asked for. */
const spare = 10

const portFrom = (given: string | undefined): number =>
  given === undefined ? defaultPort : wholeNumber('--port', given, 0, 65_535)

/** True where another port may be free. */
const isAboutPort = (problem: unknown): boolean =>
  problem instanceof UsageError && problem.messages.some(({ code }) => code.startsWith('command.port'))

const listen = async (
  folder: string,
  given: string | undefined,
  settings: Omit<ServeSettings, 'port'>,
): Promise<Serving> => {
  const first = portFrom(given)
  for (let port = first; ; port++) {
    try {
      return await serveFolder(folder, { ...settings, port })
    } catch (problem) {
      if (given === undefined && port < defaultPort + spare && isAboutPort(problem)) continue
      await settings.api?.store?.close()
      throw problem
    }
  }
}

/** Until Ctrl-C, or until whoever started this ends it. */
const untilStopped = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    // npm puts a shell between itself and this process, and the shell ends without passing on why.
    const parent = process.ppid
    if (process.env['npm_lifecycle_event'] !== undefined) {
      setInterval(() => {
        if (process.ppid !== parent) resolve()
      }, 500).unref()
    }
  })

const elsewhere = `Port ${defaultPort} is taken, perhaps by the app itself: open http://127.0.0.1:${defaultPort}/ first. A browser stores your regions and scenarios separately for each address, so those saved there are not shown here.`

interface ServeOptions {
  readonly port?: string
  readonly host?: string
  readonly store?: string
  readonly answer?: boolean
}

const fewestLetters = 16

/** Settings of the HTTP interface: a store where one was named, and a token where other machines reach it. */
const apiSettings = async (session: Session, { host, store }: ServeOptions): Promise<ApiSettings> => {
  const token = process.env['HEARTLAND_TOKEN'] ?? ''
  if (host !== undefined && isOpen(host) && token.length < fewestLetters)
    throw new UsageError(apiMessages.addressNeedsToken({ host }))
  const { standardLimits } = await import('../services/api/open-api.ts')
  return {
    version: version(),
    token: token === '' ? undefined : token,
    store: store === undefined ? undefined : await storeAt(store),
    limits: standardLimits(availableParallelism()),
    log: text => note(session, text),
  }
}

const storeAt = async (address: string): Promise<Store> => {
  // SQLite would open a database of its own for it, and delete that at the end.
  if (address.trim() === '') throw new UsageError(apiMessages.storeUnnamed())
  const [{ openStore }, { sourcesStamp }] = await Promise.all([
    import('../services/api/store.ts'),
    import('../stamp.ts'),
  ])
  try {
    return await openStore(address, sourcesStamp())
  } catch (problem) {
    // Of an address that names a password, nothing more is printed than which kind it is.
    const shown = address.replace(/\/\/[^@/]*@/, '//…@')
    throw new UsageError(apiMessages.storeUnusable({ address: shown, why: (problem as Error).message }))
  }
}

const serve = async (session: Session, options: ServeOptions): Promise<void> => {
  portFrom(options.port)
  const api = await apiSettings(session, options)
  if (options.answer === true) {
    const { readFirstView } = await import('../app-build/first.ts')
    const { report } = await readFirstView(firstRegion, 'answer', text => note(session, text))
    print(session, reportOn(report.answer, screenOf(session.out), false))
    print(session, '')
  }
  const { buildApp } = await import('../app-build/build.ts')
  const folder = await buildApp(text => note(session, text))
  const serving = await listen(folder, options.port, {
    ...(options.host === undefined ? {} : { host: options.host }),
    api,
  })
  print(session, `The app:  ${serving.address}`)
  print(session, `The HTTP interface:  ${serving.address}v1/docs`)
  if (options.port === undefined && !serving.address.includes(`:${defaultPort}/`)) {
    note(session, elsewhere)
  }
  note(session, 'The app runs in the browser and works offline once opened. Press Ctrl-C to stop.')
  await untilStopped()
  await serving.close()
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-p, --port <number>', `port to use (default: ${defaultPort}, or a free port)`)
    .option('--host <address>', `address to listen at (default: ${loopback}); any other needs HEARTLAND_TOKEN`)
    .option('--store <file|address>', 'keep scenarios and results in a file of SQLite, or in postgres://…')
    .option('--answer', 'print a summary for the Northeast first')
    .addHelpText(
      'after',
      '\nUnder /v1 the server answers the questions of the commands as JSON; /v1/docs describes them.',
    )
    .action((options: ServeOptions) => serve(session, options))
}
