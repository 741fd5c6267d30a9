import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contentStamp } from './stamp.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'stamp-'))

const sources = (): string => {
  const root = folder()
  mkdirSync(join(root, 'src/part'), { recursive: true })
  writeFileSync(join(root, 'src/a.ts'), 'export const a = 1')
  writeFileSync(join(root, 'src/part/b.ts'), 'export const b = 2')
  writeFileSync(join(root, 'src/a.test.ts'), 'tests are no part of the program')
  return root
}

it('is that of the content, wherever and whenever the files were written', () => {
  const [root, copy, kept] = [sources(), folder(), folder()]
  const stamp = contentStamp(root, ['src'], kept)
  expect(stamp).toMatch(/^[0-9a-f]{64}$/)
  expect(contentStamp(root, ['src'], kept)).toBe(stamp)
  cpSync(root, copy, { recursive: true })
  expect(contentStamp(copy, ['src'], kept)).toBe(stamp)
  writeFileSync(join(root, 'src/a.test.ts'), 'another test')
  expect(contentStamp(root, ['src'], kept)).toBe(stamp)
})

it('notices a file of the same size whose time was set back', async () => {
  const [root, kept] = [sources(), folder()]
  const stamp = contentStamp(root, ['src'], kept)
  const file = join(root, 'src/part/b.ts')
  const { atime, mtime } = statSync(file)
  // Clocks of file systems tick every few milliseconds.
  await new Promise(resolve => setTimeout(resolve, 30))
  writeFileSync(file, 'export const b = 3')
  utimesSync(file, atime, mtime)
  expect(contentStamp(root, ['src'], kept)).not.toBe(stamp)
})

it('is computed again where what was kept is damaged, or cannot be kept', () => {
  const [root, kept] = [sources(), folder()]
  const stamp = contentStamp(root, ['src'], kept)
  const files = readdirSync(kept)
  expect(files).toHaveLength(1)
  writeFileSync(join(kept, files[0]!), stamp.slice(0, 20))
  expect(contentStamp(root, ['src'], kept)).toBe(stamp)
  rmSync(kept, { recursive: true })
  writeFileSync(kept, 'no folder')
  expect(contentStamp(root, ['src'], kept)).toBe(stamp)
})
