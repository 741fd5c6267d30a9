/** Tests the commands of large ensembles: what they print, refuse and leave behind. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { uncertainParameters } from '../../engine/ensemble.ts'
import { besidesFit, heartland, json } from './command-line-fixture.ts'
import { openRegion } from './open-fixture.ts'

const root = mkdtempSync(join(tmpdir(), 'commands-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const parameters = uncertainParameters(openRegion('northeast').linked).length

describe('heartland evidence of outcomes', { timeout: 240_000 }, () => {
  it('gives shares of the variance, the same on any number of threads', { tags: ['thorough'] }, async () => {
    const words = 'CN-JL --outcome debtToGdp[CN-JL]@2037Q4 --base 64 --top 5'
    const one = await heartland(`evidence ${words} --threads 1`)
    expect([one.code, besidesFit(one.err)]).toEqual([0, ''])
    expect(one.out.replaceAll(',', '')).toContain(`${64 * (parameters + 3)} runs`)
    expect(one.out).toMatch(/ (official|secondary|derived|assumed) +\d+ \(-?\d+ to \d+\) +-?\d+ \(/m)
    expect((await heartland(`evidence ${words} --threads 2`)).out).toBe(one.out)
  })

  it('gives Sobol indices of an outcome and of the verdict as JSON', { tags: ['thorough'] }, async () => {
    const { runs, outcomes } = await json(
      'evidence CN-JL --outcome regionOutputPerHead@2037 --outcome score --outcome C2 --base 64',
    )
    expect(runs).toBe(64 * (parameters + 3))
    expect(outcomes.map((one: { outcome: string }) => one.outcome)).toEqual(['regionOutputPerHead@2037', 'score', 'C2'])
    const [output, score] = outcomes
    expect(output.sobol.length).toBe(parameters + 1)
    const names = output.sobol.map((factor: { name: string }) => factor.name)
    expect(new Set(names).size).toBe(parameters + 1)
    expect(names.slice(0, 5)).toContain('shocks')
    const totals = output.sobol.map(({ total }: { total: { value: number } }) => total.value)
    expect(totals).toEqual(totals.toSorted((a: number, b: number) => b - a))
    for (const { total, first, evidence, name } of output.sobol) {
      for (const { low, value, high } of [total, first]) expect(low <= value && value <= high, name).toBe(true)
      expect(evidence === '').toBe(name === 'shocks')
    }
    // Less of a fall behind the nation can only raise output a head.
    const technology = output.sobol.find((factor: { name: string }) => factor.name === 'growthGap')
    expect(technology.direction).toBeGreaterThan(0.15)
    expect(technology.prior.central).toBeLessThan(0)
    expect(score.mean).toBeGreaterThan(1)
    expect(score.mean).toBeLessThan(8)
  })

  it('answers under its former name', { tags: ['thorough'] }, async () => {
    const { out } = await heartland('sensitivity CN-JL --walks 2 --top 5')
    expect(out).toBe((await heartland('evidence CN-JL --walks 2 --top 5')).out)
    expect(out).toContain('Jilin')
  })

  it('refuses correlated parameters, which neither method can take apart', async () => {
    const file = join(root, 'correlated.json')
    const correlations = [{ a: 'growthGap', b: 'catchUp', value: -0.5 }]
    writeFileSync(file, JSON.stringify({ name: 'joint', region: 'northeast', correlations }))
    for (const method of ['sobol', 'morris']) {
      const { code, err } = await heartland(`evidence ${file} --method ${method}`)
      expect([code, err]).toEqual([2, expect.stringMatching(/assumes independent parameters/)])
    }
  })

  it.each([
    ['--outcome regionOutptu@2037', /unknown outcome 'regionOutptu'; did you mean 'regionOutput'\?/],
    ['--outcome regionOutput', /'regionOutput': the time is missing/],
    ['--outcome regionOutput@1999', /the run goes from 2025 to the end of 2040/],
    ['--outcome output@2037', /'output' has several values; name one: output\[CN-LN\]/],
    ['--method sobbol', /--method sobbol: give one of morris, sobol/],
    ['--base 100', /give a power of 2, such as 128/],
    ['--base few', /--base few: give a whole number from 64/],
    ['--method morris --walks 1', /--walks 1: give a whole number from 2/],
    ['--threads 0', /--threads 0: /],
    ['--top 0', /--top 0: give a whole number from 1/],
    ['--assume growthGp=0', /did you mean 'growthGap'/],
  ])('refuses %s', async (words, message) => {
    const { code, err } = await heartland(`evidence northeast ${words}`)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('heartland ensemble, chunk, merge and replay', { timeout: 120_000 }, () => {
  const options = '--members 100 --traces 2 --outcome regionOutput --seed 3'

  it('together give the same summary as one run, and a member with the same bits', async () => {
    const [whole, one, two, merged] = ['whole', 'one', 'two', 'merged'].map(name => join(root, name))
    const at = async (words: string) => heartland(words)
    const { code, out, err } = await at(`ensemble northeast ${options} --out ${whole} --policy G --json`)
    expect([code, besidesFit(err)]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ members: 100, state: 'complete', scenario: 'G Everything affordable' })
    await at(`chunk northeast ${options} --policy G --from 0 --to 37 --out ${one}`)
    await at(`chunk northeast ${options} --policy G --from 37 --to 100 --out ${two}`)
    expect((await at(`merge ${two} ${one} --out ${merged} --json`)).out).toBe(out)
    const page = await at(`ensemble northeast ${options} --out ${whole} --policy G`)
    expect(page.out).toMatch(/Revived +\d+\.\d % ± \d/)
    expect(page.out).toContain(`select * from '${whole}/members/*.parquet'`)
    const replayed = await at(`replay ${merged} 99`)
    expect([replayed.code, replayed.out.includes('Identical to the table.')]).toEqual([0, true])
    expect(await at(`verify ${whole}`)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/all \d files are as they/),
    })
    for (const name of ['bands.parquet', 'summary.json']) {
      const bytes = readFileSync(join(whole, name))
      bytes[bytes.length >> 1] ^= 1
      writeFileSync(join(whole, name), bytes)
    }
    const { code: damaged, err: told } = await at(`verify ${whole}`)
    expect(damaged).toBe(1)
    expect(told).toMatch(
      /bands.parquet' was changed or damaged: its checksum differs; run its command again, which mends/,
    )
    expect(told).toMatch(/summary.json' was changed or damaged/)
    expect((await at(`verify ${whole} --lang zh`)).err).toContain('被改动或损坏')
  })

  it('takes correlations, truncations and distributions from a scenario file', async () => {
    const file = join(root, 'scenario.json')
    const scenario = {
      name: 'joint',
      region: 'northeast',
      correlations: [{ a: 'growthGap', b: 'catchUp', value: -0.5 }],
      truncations: [{ parameter: 'poolElasticity', low: 0.7 }],
      distributions: { pensionIndexation: { kind: 'uniform', low: 0.4, high: 0.6 } },
    }
    writeFileSync(file, JSON.stringify(scenario))
    const out = join(root, 'joint')
    expect((await heartland(`ensemble ${file} --members 64 --out ${out} --csv --outcome regionOutput`)).code).toBe(0)
    expect(existsSync(join(out, 'members.csv'))).toBe(true)
    const impossible = { ...scenario, correlations: [{ a: 'growthGap', b: 'catchUp', value: 1.5 }] }
    writeFileSync(file, JSON.stringify(impossible))
    const refused = await heartland(`ensemble ${file} --members 64 --out ${join(root, 'impossible')}`)
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/must lie between -1 and 1, not 1.5/)
  })

  it.each([
    ['ensemble northeast --members 1e10 --out x', /--simulations 1e10: give a whole number from 1 to 1,000,000,000/],
    ['ensemble northeast --members few --out x', /--simulations few: give a whole number/],
    ['ensemble northeast --design sobel --out x', /unknown design 'sobel'; did you mean 'sobol'\?/],
    ['ensemble northeast', /required option '-o, --out <folder>' not specified/],
    ['ensemble northeast --out x --precision 16', /--precision 16: give 32 or 64/],
    ['ensemble northeast --out x --traces 5000', /500 members at most are kept quarter by quarter/],
    [
      'ensemble northeast --out x --until 1% --design latinHypercube',
      /only balanced when complete, so a stopping rule/,
    ],
    ['ensemble northeast --out x --until 3', /--until 3: give the error of the bands/],
    ['ensemble northeast --out x --event up', /'up' is not an event; write outcome > number/],
    [
      'ensemble northeast --out x --outcome regionOuput',
      /unknown outcome 'regionOuput'; did you mean 'regionOutput'\?/,
    ],
    ['chunk northeast --members 10 --from 5 --to 5 --out x', /this range is empty/],
    ['chunk northeast --simulations 10 --from 5 --to 50 --out x', /--to 50: give a whole number from 1 to 10/],
    ['verify nowhere', /'nowhere' does not contain an ensemble/],
    ['merge nowhere --out x', /'nowhere' does not contain an ensemble/],
    ['replay nowhere 3', /there is no capsule and no .*nowhere/],
  ])('refuses: %s', async (words, message) => {
    const { code, err } = await heartland(words)
    expect(code).toBeGreaterThan(0)
    expect(err).toMatch(message)
    expect(readdirSync('.')).not.toContain('x')
  })
})
