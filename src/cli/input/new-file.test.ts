/** Tests that files are written whole or not at all, and refused before long work where they cannot be. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { refuseExisting, writeNew } from './new-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'new-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'run.csv')
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
})

it('is written once, and replaced where that is asked for', () => {
  writeNew(file, 'one', {})
  expect(() => writeNew(file, 'two', {})).toThrow(/already exists; name another file, or add --overwrite/)
  expect(readFileSync(file, 'utf8')).toBe('one')
  writeNew(file, 'two', { overwrite: true })
  expect(readFileSync(file, 'utf8')).toBe('two')
  expect(readdirSync(folder)).toEqual(['run.csv'])
})

it('keeps what stood there, and leaves no half of a file, where writing fails', () => {
  writeFileSync(file, 'one')
  // Content that cannot be written stands for a disk that is full.
  const content = { length: 3 } as unknown as Uint8Array
  expect(() => writeNew(file, content, { overwrite: true })).toThrow()
  expect(readFileSync(file, 'utf8')).toBe('one')
  expect(readdirSync(folder)).toEqual(['run.csv'])
  expect(() => writeNew(join(folder, 'new.csv'), content, {})).toThrow()
  expect(readdirSync(folder)).toEqual(['run.csv'])
})

it('replaces the file behind a link, and writes into a device', () => {
  writeFileSync(file, 'one')
  const link = join(folder, 'link.csv')
  symlinkSync(file, link)
  writeNew(link, 'two', { overwrite: true })
  expect(readFileSync(file, 'utf8')).toBe('two')
  writeNew('/dev/null', 'three', { overwrite: true })
  expect(readFileSync('/dev/null', 'utf8')).toBe('')
})

it('is refused before the work where the folder is missing or is a file', () => {
  expect(() => refuseExisting(join(folder, 'none/run.csv'), {})).toThrow(
    `'${join(folder, 'none/run.csv')}' cannot be written: there is no folder '${join(folder, 'none')}'; make it, or name another`,
  )
  writeFileSync(file, 'one')
  expect(() => writeNew(join(file, 'run.csv'), 'x', {})).toThrow(/cannot be written: it is a file, or a part/)
  expect(() => refuseExisting(folder, {})).toThrow(/is a folder; name a file, such as/)
})
