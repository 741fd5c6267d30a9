/** Starts a PostgreSQL server for a test, where PostgreSQL is installed, and stops it after the tests. */

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Debian keeps the programs of each version in a folder of its own. */
const programs = (): string | undefined => {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return undefined
  const found = readdirSync(versions).toSorted().at(-1)
  return found === undefined ? undefined : join(versions, found, 'bin')
}

/** True once it takes questions: before that it already listens. */
const isReady = (bin: string, folder: string): boolean =>
  spawnSync(join(bin, 'pg_isready'), ['-q', '-h', folder], { stdio: 'ignore' }).status === 0

/** The address of a fresh database; undefined, with the reason printed, where there is no PostgreSQL. */
export const addressOfPostgres = async (): Promise<string | undefined> => {
  const bin = programs()
  if (bin === undefined) {
    console.warn('PostgreSQL is not installed: the store is tested in SQLite only')
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  // It does not run as root.
  const asRoot = process.getuid?.() === 0
  const [uid, gid] = asRoot ? [idOf('-u'), idOf('-g')] : [process.getuid!(), process.getgid!()]
  chownSync(folder, uid, gid)
  const who = { uid, gid, cwd: folder, stdio: 'ignore' as const }
  execFileSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), '-U', 'heartland', '--auth=trust', '--no-sync'], who)
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'data'), '-k', folder, '-c', 'listen_addresses='],
    who,
  )
  const ended = new Promise(resolve => server.on('exit', resolve))
  afterAll(async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  while (!isReady(bin, folder)) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return `postgres://heartland@localhost/postgres?host=${encodeURIComponent(folder)}`
}

const idOf = (option: '-u' | '-g'): number => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
