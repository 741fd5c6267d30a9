import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heartland } from '../testing/command-line-fixture.ts'

describe('heartland calibrate', () => {
  it('shows prior and posterior of the parameters that are kept', async () => {
    const { code, out } = await heartland(['calibrate', 'northeast', '--set', 'train', '--show'])
    expect(code).toBe(0)
    expect(out).toContain('fitted to figures up to 2018')
    expect(out).toMatch(/importPosition .*●.* informed/)
  })

  it('says when there are none', async () => {
    const { code, err } = await heartland(['calibrate', 'CN-HL', '--set', 'train', '--show'])
    expect(code).toBe(2)
    expect(err).toContain("CN-HL has no parameters 'train'")
  })

  it('writes no error of the model in a dry run, and refuses to show parameters and to save the error at once', async () => {
    const packs = mkdtempSync(join(tmpdir(), 'packs-'))
    const file = join(packs, 'CN-JL/model-error.json')
    try {
      cpSync('regions', packs, { recursive: true })
      writeFileSync(file, 'as before')
      const words = ['calibrate', 'CN-JL', '--save-error', '--packs', packs]
      const dry = await heartland([...words, '--dry-run'])
      expect([dry.code, JSON.parse(dry.out).region, readFileSync(file, 'utf8')]).toEqual([0, 'CN-JL', 'as before'])
      const both = await heartland([...words, '--show'])
      expect([both.code, both.err]).toEqual([2, expect.stringContaining('either --show or --save-error')])
      expect((await heartland(words)).code).toBe(0)
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(dry.out))
    } finally {
      rmSync(packs, { recursive: true })
    }
  })

  it('knows two sets', async () => {
    const { code, err } = await heartland(['calibrate', 'northeast', '--set', 'test'])
    expect(code).toBe(2)
    expect(err).toContain("unknown set of parameters 'test'")
  })
})
