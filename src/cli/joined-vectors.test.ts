/** Tests that joined vectors have the bits of the interpreter, and that V8 joins none where it is not known to be right. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cachedDataVersionTag } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { joinedAgree, startJoining, stopJoining } from './joined-vectors.ts'

const run = promisify(execFile)
const x64 = process.arch === 'x64'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** The output of the fixture, with all code of its modules made by the compiler that joins, or does not. */
const hashes = async (flag: string): Promise<Record<string, string[]>> => {
  const words = [flag, '--wasm-sync-tier-up', '--wasm-tiering-budget=1', path('joined-vectors-fixture.ts')]
  const { stdout } = await run(process.execPath, words, { env: { ...process.env, HEARTLAND_VECTORS: '' } })
  return JSON.parse(stdout) as Record<string, string[]>
}

describe('joined vectors', () => {
  it('have the bits of vectors that are not joined, of JavaScript and of the interpreter', {
    tags: ['thorough'],
  }, async () => {
    const joined = await hashes('--experimental-wasm-revectorize')
    expect(joined).toEqual(await hashes('--no-experimental-wasm-revectorize'))
    for (const same of Object.values(joined)) expect(new Set(same).size).toBe(1)
  })

  it('are what the check is made of, where the processor has vectors of 256 bits', async () => {
    const script = `import { startJoining } from '${path('joined-vectors.ts')}'; startJoining()`
    const words = ['--trace-wasm-revectorize', '--input-type=module', '--eval', script]
    const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 28 })
    if (x64) expect(stdout.split('PackNode Store').length).toBeGreaterThan(20)
    else expect(stdout).toBe('')
  })

  it('are used in the Node that comes with the program, after the check has passed', () => {
    const before = cachedDataVersionTag()
    expect(joinedAgree()).toBe(true)
    let asked = 0
    try {
      expect(startJoining(() => ++asked > 0)).toBe(x64)
      expect(asked).toBe(x64 ? 1 : 0)
      // The tag tells which flags are set.
      expect(cachedDataVersionTag() !== before).toBe(x64)
    } finally {
      stopJoining()
    }
    expect(cachedDataVersionTag()).toBe(before)
  })

  it('are not used where the check fails, nor in a V8 that the tests do not run on', () => {
    const before = cachedDataVersionTag()
    expect(startJoining(() => false)).toBe(false)
    expect(startJoining(() => true, '15.0.245')).toBe(false)
    expect(cachedDataVersionTag()).toBe(before)
  })
})
