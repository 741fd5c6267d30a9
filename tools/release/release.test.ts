/** Versions and the rehearsal of a release. */

import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { changesetsIn, otherVersions, raiseVersion, versionIn } from './versions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'release-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the version', () => {
  it('is that of package.json wherever it stands, and every change says how large it is', () => {
    expect(otherVersions(root), 'correct these files, or run `npm run release`').toEqual([])
    for (const { bump, summary } of changesetsIn(root)) expect([bump, summary.length > 20]).toEqual([bump, true])
  })

  it('is raised everywhere at once, by the largest change', () => {
    const copy = join(folder, 'copy')
    const files = [
      'package.json',
      'package-lock.json',
      'bin/package.json',
      'CITATION.cff',
      'r/DESCRIPTION',
      'docs/guide/library.md',
    ]
    for (const file of files) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      cpSync(join(root, file), join(copy, file))
    }
    mkdirSync(join(copy, '.changeset'))
    const write = (name: string, text: string): void => writeFileSync(join(copy, '.changeset', name), text)
    write('a.md', '---\nheartland: patch\n---\n\nA word is corrected.\n')
    write('b.md', '---\nheartland: minor\n---\n\nDebt falls.\n')
    const changes = changesetsIn(copy)
    expect(changes.map(({ bump, summary }) => [bump, summary])).toEqual([
      ['minor', 'Debt falls.'],
      ['patch', 'A word is corrected.'],
    ])
    const [major, minor] = versionIn(root).split('.').map(Number)
    const next = `${major}.${minor! + 1}.0`
    expect(raiseVersion(copy, changes[0]!.bump)).toBe(next)
    expect(otherVersions(copy)).toEqual([])
    for (const file of files) expect(readFileSync(join(copy, file), 'utf8'), file).toContain(next)
    writeFileSync(join(copy, 'CITATION.cff'), 'version: 9.9.9\n')
    expect(otherVersions(copy)).toEqual(['CITATION.cff: 9.9.9'])
    write('c.md', '---\nanother: minor\n---\n\nA change of another package.\n')
    expect(() => changesetsIn(copy)).toThrow('c.md')
  })
})

/** Bytes of the packed npm package: the program twice (for Node and for browsers) with the regions. */
const npmBudget = 3_000_000

const noHistory = !existsSync(join(root, '.git'))

describe.skipIf(noHistory)('the rehearsal of a release', { tags: ['thorough'], timeout: 1_200_000 }, () => {
  it('makes all files with their checksums and the entry of the changelog, and leaves the tree as it was', () => {
    const tree = join(folder, 'tree')
    execFileSync('git', ['clone', '--quiet', '--shared', root, tree])
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
    const git = (...words: string[]): string => execFileSync('git', words, { cwd: tree, encoding: 'utf8' })
    // After a release, until the next change, there is none.
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org']
    writeFileSync(join(tree, '.changeset/test.md'), '---\nheartland: minor\n---\n\nDebt falls in this test.\n')
    execFileSync(process.execPath, ['tools/texts.ts'], { cwd: tree })
    const out = join(folder, 'out')
    const rehearse = () =>
      spawnSync(process.execPath, ['tools/release/release.ts', '--dry-run', '--out', out], {
        cwd: tree,
        encoding: 'utf8',
      })
    const refused = rehearse()
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('.changeset/test.md')])
    const changed = join(tree, 'src/model/tourism.ts')
    const asItWas = readFileSync(changed, 'utf8')
    const after = asItWas.replace(/(?<=cultureElasticity: parameter\('share', )[\d.]+/, '0.16')
    expect(after).not.toBe(asItWas)
    writeFileSync(changed, after)
    git('add', '--all')
    git(...identity, 'commit', '--quiet', '--message', 'A change')
    const { status, stdout, stderr } = rehearse()
    expect(status, stderr).toBe(0)
    expect(git('status', '--porcelain')).toBe('')
    const [major, minor] = versionIn(tree).split('.').map(Number)
    const next = `${major}.${minor! + 1}.0`
    expect(stdout).toContain(`## ${next} (`)
    expect(stdout).toContain('- Debt falls in this test.')
    expect(stdout).toContain('Number of differences')
    expect(stdout).toContain(`git tag --sign v${next}`)
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split('  '))
    expect(sums.map(([, file]) => file)).toEqual(
      readdirSync(out)
        .filter(file => file !== 'SHA256SUMS')
        .toSorted(),
    )
    for (const [sum, file] of sums)
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, file!)))
          .digest('hex'),
        file,
      ).toBe(sum)
    expect(sums.map(([, file]) => file)).toEqual(
      expect.arrayContaining(['heartland.html', `heartland-${next}.tgz`, 'sbom.cdx.json']),
    )
    const packed = join(out, `heartland-${next}.tgz`)
    expect(readFileSync(packed).length).toBeLessThan(npmBudget)

    // A published package answers a link and a scenario by itself, whatever becomes of the tree, and repeats old capsules.
    execFileSync('tar', ['xzf', packed, '-C', folder])
    const said = (cwd: string, program: string, ...words: string[]) =>
      spawnSync(process.execPath, [program, ...words], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
    const { stderr: told } = said(tree, 'src/cli/main.ts', 'run', 'CN-JL', '--policy', 'G', '--link')
    const [link] = /#\/what-if\S+/.exec(told)!
    said(tree, 'src/cli/main.ts', 'run', 'CN-JL', '--policy', 'E', '--save', join(folder, 'e.json'))
    const published = join(folder, 'package/bin/heartland.js')
    for (const subject of [link, join(folder, 'e.json')]) {
      const { stdout: here } = said(tree, 'src/cli/main.ts', 'export', subject)
      expect(here.length).toBeGreaterThan(10_000)
      const labour = join(tree, 'src/model/labour.ts')
      const before = readFileSync(labour)
      rmSync(labour)
      expect(said(folder, published, 'export', subject).stdout === here, subject).toBe(true)
      writeFileSync(labour, before)
    }
    const { same } = JSON.parse(
      said(folder, published, 'replay', join(root, 'golden/2026-11.capsule'), '--json').stdout,
    )
    expect(same).toBe(true)
  })
})
