/** The list of packages names every package of the lock file, and is the same to the byte when it is made again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockedPackages } from './locked-fixture.ts'
import { writeSbom } from './sbom.ts'

it('holds every package, and is the same to the byte when it is made again', { timeout: 60_000 }, () => {
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
  const lacking = Object.entries(lockedPackages()).filter(([path, { version }]) => {
    const name = path.split('node_modules/').at(-1)!
    return !listed.has(`${name}@${version}`)
  })
  expect(lacking.map(([path]) => path)).toEqual([])
  expect(listed.size).toBeGreaterThan(50)
})
