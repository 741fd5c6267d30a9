/** Packages: licences that docs/licences.md allows, and one version of Node for all platforms. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import settings from '../../package.json' with { type: 'json' }
import { type LockedPackages, lockedPackages } from './locked-fixture.ts'

const page = readFileSync(new URL('../../docs/licences.md', import.meta.url), 'utf8')
const [, list] = page.match(/^\*\*Permissive licences\*\*.*$/m)![0].split(': ')
const permissive = new Set([...list!.matchAll(/`([^`]+)`/g)].map(([, licence]) => licence!))
/** Of one package, or of it and of all whose names begin so. */
const exceptions = [...page.matchAll(/^\| `(\S+)`( and .*?)? \| (\S+) \|/gm)].map(([, name, more, licence]) => ({
  applies: (one: string) => one === name || (more !== undefined && one.startsWith(`${name}-`)),
  licence,
}))

/** Packages whose licence is neither permissive nor an exception. */
const forbidden = (packages: LockedPackages): string[] =>
  Object.entries(packages).flatMap(([path, { license = 'none is named' }]) => {
    const name = path.split('node_modules/').at(-1)!
    const isExcepted = exceptions.some(({ applies, licence }) => applies(name) && licence === license)
    return permissive.has(license) || isExcepted ? [] : [`${name}: ${license}`]
  })

it('no package has a licence that was not looked at', () => {
  expect([permissive.size, exceptions.length]).toEqual([9, 4])
  expect(forbidden(lockedPackages())).toEqual([])
  const added = { 'node_modules/a': { version: '1.0.0', license: 'GPL-3.0' }, 'node_modules/b': { version: '1.0.0' } }
  expect(forbidden({ ...lockedPackages(), ...added })).toEqual(['a: GPL-3.0', 'b: none is named'])
  // An exception is made for one package, not for its licence.
  expect(forbidden({ 'node_modules/c': { version: '1.0.0', license: 'MPL-2.0' } })).toEqual(['c: MPL-2.0'])
})

it('Node comes in one version for all platforms, and the launcher knows each of them', () => {
  const { optionalDependencies: nodes } = settings
  expect(new Set(Object.values(nodes)).size).toBe(1)
  const launcher = readFileSync(new URL('../../bin/node.js', import.meta.url), 'utf8')
  for (const name of Object.keys(nodes)) {
    expect(launcher).toMatch(new RegExp(`'${name}/bin/node(\\.exe)?'`))
    expect(lockedPackages()[`node_modules/${name}`]?.version).toBe(Object.values(nodes)[0])
  }
})
