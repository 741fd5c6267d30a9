/** The version of the project: package.json says it, other files repeat it, and changesets say what the next one is. */

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import parse from '@changesets/parse'

/** Files that repeat the version, as text before it; those of npm are written by npm. */
const repeated: ReadonlyArray<readonly [file: string, before: RegExp]> = [
  ['CITATION.cff', /^version: /m],
  ['r/DESCRIPTION', /^Version: /m],
  ['docs/guide/library.md', /heartland-(?=[\d.]+\.tgz)/],
  ['bin/package.json', /"version": "/],
  ['package-lock.json', /"bin": \{\s+"name": "heartland-command",\s+"version": "/],
  ['package-lock.json', /^ {2}"version": "/m],
]

const number = /^\d+\.\d+\.\d+/

export const versionIn = (tree: string): string =>
  (JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8')) as { version: string }).version

/** Files that repeat another version than that of package.json, or none. */
export const otherVersions = (tree: string): string[] =>
  repeated.flatMap(([file, before]) => {
    const text = readFileSync(join(tree, file), 'utf8')
    const { index, 0: found } = before.exec(text) ?? { index: -1, 0: '' }
    const [version] = number.exec(text.slice(index + found.length)) ?? []
    return index >= 0 && version === versionIn(tree) ? [] : [`${file}: ${version ?? 'no version'}`]
  })

interface Changeset {
  readonly file: string
  readonly summary: string
  readonly bump: 'major' | 'minor' | 'patch'
}

const sizes = ['major', 'minor', 'patch'] as const

/** The changes since the last release, the largest first: a file each in .changeset. */
export const changesetsIn = (tree: string): Changeset[] =>
  readdirSync(join(tree, '.changeset'))
    .filter(file => file.endsWith('.md') && file !== 'README.md')
    .toSorted()
    .map(file => {
      const { summary, releases } = parse(readFileSync(join(tree, '.changeset', file), 'utf8'))
      const bump = sizes.find(size => releases.some(({ name, type }) => name === 'heartland' && type === size))
      if (bump === undefined || summary.trim() === '')
        throw new Error(
          `.changeset/${file}: begin it with 'heartland: minor' (or major, patch) between two lines of ---`,
        )
      return { file, summary: summary.trim(), bump }
    })
    .toSorted((one, other) => sizes.indexOf(one.bump) - sizes.indexOf(other.bump))

/** Writes the next version everywhere; npm counts it. */
export const raiseVersion = (tree: string, bump: Changeset['bump']): string => {
  const words = [
    'version',
    bump,
    '--no-git-tag-version',
    '--workspaces',
    '--include-workspace-root',
    '--no-workspaces-update',
  ]
  execFileSync('npm', [...words, '--silent'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] })
  const version = versionIn(tree)
  for (const [file, before] of repeated) {
    const text = readFileSync(join(tree, file), 'utf8')
    const raised = text.replace(new RegExp(`(${before.source})\\d+\\.\\d+\\.\\d+`, before.flags), `$1${version}`)
    writeFileSync(join(tree, file), raised)
  }
  return version
}
