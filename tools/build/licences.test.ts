/** Packages: their licences, and one version of Node for all platforms. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import settings from '../../package.json' with { type: 'json' }
import { forbidden, licencesFile, licencesPage, lockedPackages } from './licences.ts'

it('docs/licences.md says what the lock file says; if not, run `npm run licences`', () => {
  expect(readFileSync(licencesFile, 'utf8')).toBe(licencesPage(lockedPackages()))
})

it('no package has a licence that was not looked at', () => {
  expect(forbidden(lockedPackages())).toEqual([])
  const added = { 'node_modules/a': { version: '1.0.0', license: 'GPL-3.0' }, 'node_modules/b': { version: '1.0.0' } }
  expect(forbidden({ ...lockedPackages(), ...added })).toEqual(['a: GPL-3.0', 'b: none is named'])
  // An exception is made for one package, not for its licence.
  expect(forbidden({ 'node_modules/c': { version: '1.0.0', license: 'MPL-2.0' } })).toEqual(['c: MPL-2.0'])
})

it('Node comes in one version for all platforms, and the launcher knows each of them', () => {
  const { optionalDependencies: nodes } = settings
  expect(new Set(Object.values(nodes)).size).toBe(1)
  const launcher = readFileSync(new URL('../../bin/heartland.js', import.meta.url), 'utf8')
  for (const name of Object.keys(nodes)) {
    expect(launcher).toMatch(new RegExp(`'${name}/bin/node(\\.exe)?'`))
    expect(lockedPackages()[`node_modules/${name}`]?.version).toBe(Object.values(nodes)[0])
  }
})
