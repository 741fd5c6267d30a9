/**
 * Writes docs/licences.md: the licence of every package that the program, its build and its tests need, from the lock
 * file (`npm run licences`), and says which of them may not be used.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface LockedPackage {
  readonly version: string
  /** True for what only tests and checks need. */
  readonly dev?: boolean
  readonly license?: string
  /** True for the place in node_modules of a package of the project itself. */
  readonly link?: boolean
}

/** By their places, such as node_modules/vite. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>

const root = new URL('../../', import.meta.url)
export const licencesFile: string = fileURLToPath(new URL('docs/licences.md', root))

/** The packages of others in the lock file of the project. */
export const lockedPackages = (): LockedPackages => {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as { packages: LockedPackages }
  return Object.fromEntries(
    Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && link !== true),
  )
}

/** Licences that allow use, change and passing on with no more than a notice. */
const permissive: ReadonlySet<string> = new Set([
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

/** Packages under other licences, and why they may be used. */
const exceptions: ReadonlyArray<readonly [name: RegExp, licence: string, why: string]> = [
  [/^caniuse-lite$/, 'CC-BY-4.0', 'tables of what browsers can do, used by the build; nothing of it is in the app'],
  [/^lightningcss(-[\w-]+)?$/, 'MPL-2.0', 'used by the build and not changed; nothing of it is in the app'],
  [/^axe-core$/, 'MPL-2.0', 'used by the tests of accessibility and not changed; nothing of it is in the app'],
]

/** Published cases that tests read, their licence and where they come from. */
const testData: ReadonlyArray<readonly [file: string, licence: string, what: string]> = [
  [
    'golden/bryant-lempert-2010.csv',
    'BSD-3-Clause',
    'the simulations of Bryant and Lempert (2010) as the exploratory modelling workbench distributes them with its examples (https://github.com/quaquel/EMAworkbench), © 2010–2018 Delft University of Technology; the licence stands in `golden/bryant-lempert-2010.licence.txt`',
  ],
]

const nameOf = (path: string): string => path.split('node_modules/').at(-1)!

/** Packages whose licence is neither permissive nor an exception, as 'name: licence'. */
export const forbidden = (packages: LockedPackages): string[] =>
  Object.entries(packages).flatMap(([path, { license = 'none is named' }]) => {
    const name = nameOf(path)
    const isExcepted = exceptions.some(([pattern, licence]) => pattern.test(name) && licence === license)
    return permissive.has(license) || isExcepted ? [] : [`${name}: ${license}`]
  })

const byLicence = (packages: LockedPackages, dev: boolean): string => {
  const used = Object.entries(packages).filter(([, one]) => (one.dev === true) === dev)
  const groups = Map.groupBy(used, ([, { license }]) => license ?? 'none is named')
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([licence, members]) => {
      const names = new Set(members.map(([path, { version }]) => `${nameOf(path)} ${version}`))
      return `**${licence}** (${names.size}): ${[...names].toSorted().join(', ')}.`
    })
    .join('\n\n')
}

export const licencesPage = (packages: LockedPackages): string =>
  [
    '# Licences of the packages',
    'Generated from `package-lock.json` by `npm run licences`. A package under a licence that is not listed in `tools/build/licences.ts` fails `npm test`. The same list in CycloneDX, with checksums, is written by `npm run build` to `dist/sbom.cdx.json`. Packages for other platforms are listed too; npm installs only those of the platform at hand.',
    '## For the program and its build',
    byLicence(packages, false),
    '## For tests and checks only',
    byLicence(packages, true),
    '## Exceptions',
    `Licences other than permissive ones, and why the package may be used:`,
    exceptions
      .map(([pattern, licence, why]) => {
        const names = new Set(
          Object.keys(packages)
            .map(nameOf)
            .filter(name => pattern.test(name)),
        )
        return `- ${[...names].toSorted()[0]} (${licence}): ${why}.`
      })
      .join('\n'),
    '## Data of tests',
    'Cases of others on which methods are tested; nothing of them is in the program or the app:',
    testData.map(([file, licence, what]) => `- \`${file}\` (${licence}): ${what}.`).join('\n'),
    '',
  ].join('\n\n')

if (import.meta.main) {
  writeFileSync(licencesFile, licencesPage(lockedPackages()))
  process.stdout.write('docs/licences.md\n')
}
