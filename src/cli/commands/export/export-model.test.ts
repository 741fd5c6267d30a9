/** Tests the model as files for other engines: contents, parts named as omitted, and that a host can run the module. */

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compileModule, instantiate } from '../../../engine/simd/instance.ts'
import { heartland } from '../../testing/command-line-fixture.ts'
import { openRegion } from '../../testing/open-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'heartland-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('export to Vensim', () => {
  it('writes every equation, and names what the file does not hold', async () => {
    const file = join(folder, 'reform.mdl')
    const { code, out, err } = await heartland(`export northeast --policy E --format mdl --out ${file}`)
    expect([code, out]).toEqual([0, ''])
    const text = readFileSync(file, 'utf8')
    const { linked } = openRegion('northeast')
    const written = [...linked.variables.values()].filter(({ kind, phase }) => kind !== 'clock' && phase !== 'audit')
    const missing = written.filter(({ name }) => !new RegExp(`^${name}(\\[[^\\]]*\\])? =`, 'm').test(text))
    expect(missing.map(({ name }) => name)).toEqual([])
    expect(text).toContain('Heartland: northeast, E Reform, without random shocks.')
    for (const part of [
      'accounting matrices',
      'identities',
      'random processes of the shocks',
      'the search for unknowns',
    ]) {
      expect(err).toContain(`not included in the file: ${part} (`)
      expect(text).toContain(`Not in this file: ${part} (`)
    }
    expect((await heartland('export northeast --policy E --format mdl')).out).toBe(text)
    expect((await heartland('export northeast --format mdl')).out).not.toBe(text)
  })
})

describe('export of a module', () => {
  it('writes the module and the manifest that describes it', async () => {
    const file = join(folder, 'northeast.wasm')
    expect((await heartland(`export northeast --out ${file}`)).code).toBe(0)
    const bytes = readFileSync(file)
    const manifest = JSON.parse(readFileSync(join(folder, 'northeast.manifest.json'), 'utf8'))
    expect(manifest.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    // Without anything of the host's.
    const module = instantiate(compileModule(new Uint8Array(bytes)), manifest.memoryEnd)
    expect(module.memory.byteLength).toBeGreaterThanOrEqual(manifest.memoryEnd)
    const tasks: { readonly routine: string }[] = [
      manifest.base,
      manifest.annual,
      manifest.step,
      manifest.audit,
      manifest.yearAudit,
    ].flat()
    expect(tasks.length).toBeGreaterThan(4)
    expect(tasks.filter(({ routine }) => typeof module.routine(routine) !== 'function')).toEqual([])
  })
})

it.each([
  ['--out run.xls', /give a name that ends in \.csv, \.parquet, \.xlsx, \.json, \.mdl, \.wasm/],
  ['--format vensim', /unknown format 'vensim'; available: csv, parquet, xlsx, json, mdl, wasm/],
  ['--format wasm', /name a file with --out/],
  ['--format wasm --out model.bin', /give a name that ends in \.wasm/],
  ['--out model.wasm --policy G', /a module holds the equations, not a scenario/],
  ['--format mdl --variables output', /holds all equations: leave out --variables/],
  ['--format mdl --out nowhere/run.mdl', /'nowhere\/run\.mdl' cannot be written/],
])('export %s is refused', async (words, message) => {
  const { code, err } = await heartland(`export northeast ${words}`)
  expect(code).toBe(2)
  expect(err).toMatch(message)
})

it('prints where the file is called -, as without a name', async () => {
  const [named, unnamed] = await Promise.all(
    ['--out -', ''].map(words => heartland(`export CN-JL --variables output ${words}`)),
  )
  expect(named!.code).toBe(0)
  expect(named!.out).toBe(unnamed!.out)
})
