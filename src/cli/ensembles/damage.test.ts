/** Tests damaged result files: they are never taken for complete; members are run again, or the command refuses. */
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderInMemory } from './memory-fixture.ts'
import { contents, manifestOf } from './ensemble-fixture.ts'
import { damageInResult, type Manifest, readManifest } from './folder.ts'
import { mergeResults } from './merge-results.ts'
import { EnsembleError } from './problems.ts'
import { runToy as run, toyOpen as open } from './toy-fixture.ts'

const root = folderInMemory('damage')
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const fresh = (): string => join(root, String(folders++))

const flip = (path: string): void => {
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] ^= 1
  writeFileSync(path, bytes)
}
const damages: ReadonlyArray<readonly [string, (path: string) => void, RegExp]> = [
  ['changed', flip, /was changed or damaged: its checksum differs/],
  ['cut off', path => truncateSync(path, 100), /has 100 bytes instead of \d+/],
  ['missing', path => rmSync(path), /is missing/],
]

const job = { members: 32 }
const files = [
  'members/000000000-000000032.parquet',
  'traces.parquet',
  'counts.bin',
  'bands.parquet',
  'probabilities.parquet',
  'summary.json',
  'members.csv',
  'traces.csv',
]

describe('a damaged file of a result', { timeout: 240_000 }, () => {
  const whole = fresh()
  const larger = fresh()
  beforeAll(async () => {
    await run(job, { folder: whole, csv: true })
    await run({ ...job, members: 64 }, { folder: larger, csv: true })
  })

  it.each(files.flatMap(file => damages.map(([how, ...rest]) => [file, how, ...rest] as const)))(
    '%s that is %s is told and made again, to the same bytes',
    async (file, _, damage, told) => {
      const folder = fresh()
      await run(job, { folder, csv: true })
      damage(join(folder, file))
      const notes: string[] = []
      const { manifest } = await run(job, { folder, csv: true }, { note: text => notes.push(text) })
      expect(notes.join('\n')).toMatch(told)
      expect(notes.join('\n')).toContain(join(folder, file))
      expect(manifest.state).toBe('complete')
      expect(contents(folder)).toEqual(contents(whole))
    },
  )

  it.each(files)('%s gets no fresh checksum when more members are run, and merge takes no part of it', async file => {
    const folder = fresh()
    await run(job, { folder, csv: true })
    flip(join(folder, file))
    await expect(mergeResults({ folders: [folder], out: fresh(), open })).rejects.toThrow(/its checksum differs/)
    const notes: string[] = []
    await run({ ...job, members: 64 }, { folder, csv: true }, { note: text => notes.push(text) })
    expect(notes.join('\n')).toMatch(
      /its checksum differs; (its members are run again|it is written again|all members are)/,
    )
    expect(contents(folder)).toEqual(contents(larger))
  })

  it('manifest.json stops every command', async () => {
    const folder = fresh()
    await run(job, { folder })
    const path = join(folder, 'manifest.json')
    const text = readFileSync(path, 'utf8')
    for (const [from, to] of [
      ['"complete"', '"partial"'],
      ['"seed": 7', '"seed": 8'],
      ['"crc"', '"csc"'],
      ['      32\n', '      31\n'],
    ]) {
      expect(text).toContain(from)
      writeFileSync(path, text.replace(from, to))
      await expect(run(job, { folder })).rejects.toThrow(/manifest.json' was changed or damaged/)
      await expect(mergeResults({ folders: [folder], out: fresh(), open })).rejects.toThrow(/was changed or damaged/)
    }
  })

  it('a result that is damaged in several places is made again at once', async () => {
    const folder = fresh()
    await run({ ...job, members: 64 }, { folder, csv: true, range: [32, 64] })
    await run(job, { folder, csv: true })
    for (const path of Object.keys(manifestOf(folder).files)) if (path !== 'counts.bin') flip(join(folder, path))
    await run({ ...job, members: 64 }, { folder, csv: true })
    expect(contents(folder)).toEqual(contents(larger))
  })

  it.each([...files, 'manifest.json'])('%s: any of its bits flipped is noticed', async file => {
    const bytes = readFileSync(join(whole, file))
    const folder = fresh()
    cpSync(whole, folder, { recursive: true })
    const manifest = readManifest(folder)!
    let silent = 0
    const flips = 1000
    for (let nth = 0; nth < flips; nth++) {
      const changed = Buffer.from(bytes)
      changed[Math.floor(((nth + 0.5) * bytes.length) / flips)] ^= 1 << (nth % 8)
      writeFileSync(join(folder, file), changed)
      if (!noticed(folder, file, manifest)) silent++
    }
    expect(silent).toBe(0)
  })

  const noticed = (folder: string, file: string, manifest: Manifest): boolean => {
    // The other files are as they were.
    if (file !== 'manifest.json')
      return damageInResult(folder, { ...manifest, files: { [file]: manifest.files[file] } }).has(file)
    try {
      // A flip in the space between the fields changes nothing.
      return JSON.stringify(readManifest(folder)) === JSON.stringify(manifest)
    } catch (problem) {
      return problem instanceof EnsembleError
    }
  }
})

it('a folder with more members than were asked for says that the result is of all of them', async () => {
  const folder = fresh()
  await run({ members: 40 }, { folder })
  const notes: string[] = []
  const { summary } = await run({ members: 10 }, { folder }, { note: text => notes.push(text) })
  expect(notes.join()).toMatch(/already holds 40 members, more than 10: the result is of all of them/)
  expect(summary.members).toBe(40)
})
