/**
 * Prepares a release: `npm run release`. Raises the version as the changesets say, writes the changelog with the change of
 * the answer since the last release, keeps the capsule of the new one, and makes the files to publish. With `--dry-run` it
 * does all this in a copy and leaves the tree as it is. It never publishes: it prints the commands (docs/guide/releases.md).
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../src/cli/app-build/places.ts'
import { refuseFilled } from '../../src/cli/input/new-folder.ts'
import { capsuleIn } from '../../src/cli/commands/versions/version-source.ts'
import { changesetsIn, otherVersions, raiseVersion, versionIn } from './versions.ts'

const run = (cwd: string, command: string, ...words: string[]): string =>
  execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 })

/** Of the last release, or of the month before the first one. */
const lastCapsule = (tree: string): string => {
  const own = `golden/${versionIn(tree)}.capsule`
  return readdirSync(join(tree, 'golden')).includes(own.slice('golden/'.length)) ? own : 'golden/2026-11.capsule'
}

/** From the number of differences to the end of the split. */
const tableOf = (page: string): string[] => {
  const lines = page.split('\n')
  const table = lines.findIndex(line => line.startsWith('Cause '))
  return lines.slice(2, lines.indexOf('', table))
}

/** Changes by their authors, then the head of the comparison with the last release. */
const entryOf = (
  version: string,
  date: string,
  summaries: readonly string[],
  compared: { readonly last: string; readonly of: string; readonly page: string },
): string =>
  [
    `## ${version} (${date})`,
    '',
    ...summaries.map(summary => `- ${summary.replaceAll('\n', '\n  ')}`),
    '',
    `Results of ${compared.of} since the last release (first) to this one (second), by cause:`,
    '',
    '```',
    ...tableOf(compared.page),
    '```',
    '',
    `All of it, in a checkout of this version: \`npx heartland versions ${compared.last} .\`.`,
    '',
  ].join('\n')

const unreleased = '<!-- releases -->\n'

/** Writes version, changelog and capsule into the tree. */
const writeVersion = async (tree: string): Promise<string> => {
  const changesets = changesetsIn(tree)
  const [largest] = changesets
  if (largest === undefined) throw new Error('Nothing to release: .changeset holds no change.')
  const last = lastCapsule(tree)
  const version = raiseVersion(tree, largest.bump)
  const main = (...words: string[]): string => run(tree, process.execPath, 'src/cli/main.ts', ...words)
  main('capsule', 'northeast', '--out', `golden/${version}.capsule`)
  const { region, scenario } = await capsuleIn(join(tree, last))
  const compared = main('versions', last, '.')
  const date = run(tree, 'git', 'log', '-1', '--format=%cs').trim()
  const summaries = changesets.map(({ summary }) => summary)
  const page = readFileSync(join(tree, 'CHANGELOG.md'), 'utf8')
  const entry = entryOf(version, date, summaries, { last, of: `${region.id}, ${scenario.name},`, page: compared })
  writeFileSync(
    join(tree, 'CHANGELOG.md'),
    page.replace(unreleased, () => `${unreleased}\n${entry}`),
  )
  for (const { file } of changesets) rmSync(join(tree, '.changeset', file))
  return version
}

/** Makes the files to publish, with their checksums. */
const writeFiles = (tree: string, out: string): void => {
  mkdirSync(out, { recursive: true })
  const node = (...words: string[]): string => run(tree, process.execPath, ...words)
  const made = mkdtempSync(join(tmpdir(), 'heartland-package-'))
  node('tools/build/package.ts', made)
  run(out, 'npm', 'pack', made, '--silent', '--offline')
  rmSync(made, { recursive: true })
  const python = process.env['HEARTLAND_PYTHON'] ?? 'python3'
  if (spawnSync(python, ['-c', 'import hatchling']).status === 0)
    run(join(tree, 'python'), python, '-m', 'hatchling', 'build', '-d', out)
  else
    process.stderr.write(`${python} lacks hatchling: no wheel and no source package; HEARTLAND_PYTHON names another\n`)
  node('src/cli/main.ts', 'build-file', '--out', join(out, 'heartland.html'))
  node('tools/build/sbom.ts', out)
  const sums = readdirSync(out)
    .toSorted()
    .map(
      file =>
        `${createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex')}  ${file}\n`,
    )
  writeFileSync(join(out, 'SHA256SUMS'), sums.join(''))
}

/** The tree as it was committed, with the packages of this one. */
const copyOf = (tree: string): string => {
  const copy = mkdtempSync(join(tmpdir(), 'heartland-release-'))
  run(tree, 'git', 'clone', '--quiet', '--shared', tree, copy)
  symlinkSync(join(tree, 'node_modules'), join(copy, 'node_modules'), 'junction')
  execFileSync(process.execPath, ['tools/texts.ts'], { cwd: copy })
  return copy
}

const release = async (tree: string, dry: boolean, out: string): Promise<string> => {
  const changed = run(tree, 'git', 'status', '--porcelain').trimEnd()
  if (changed !== '') throw new Error(`The tree is not clean; commit or remove first:\n${changed}`)
  const others = otherVersions(tree)
  if (others.length > 0) throw new Error(`package.json says ${versionIn(tree)}, but:\n${others.join('\n')}`)
  const at = dry ? copyOf(tree) : tree
  try {
    const version = await writeVersion(at)
    writeFiles(at, out)
    const [, entry] = readFileSync(join(at, 'CHANGELOG.md'), 'utf8').split(unreleased)
    return `${entry!.split('\n## ').slice(0, 2).join('\n## ').trim()}

Files in ${out}:
${readFileSync(join(out, 'SHA256SUMS'), 'utf8')}
${dry ? 'A rehearsal: the tree is as it was. A release would be followed by:' : 'Look at the changes of the tree, then:'}
  git add --all && git commit --message 'Version ${version}'
  git tag --sign v${version} --message 'Version ${version}' && git push --follow-tags
  npm publish --provenance --access public heartland-${version}.tgz
  twine upload heartland-${version}.tar.gz heartland-${version}-py3-none-any.whl
`
  } finally {
    if (dry) rmSync(at, { recursive: true })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, out: { type: 'string' } } })
  try {
    const out = resolve(values.out ?? join(root, 'out/release'))
    // The project's own folder is made anew; one that somebody names may hold other files.
    if (values.out === undefined) rmSync(out, { recursive: true, force: true })
    refuseFilled(out)
    process.stdout.write(await release(root, values['dry-run'] === true, out))
  } catch (problem) {
    process.stderr.write(`${(problem as Error).message}\n`)
    process.exitCode = 1
  }
}
