/** Input that used to run, to stop with a stack, or to overwrite: it is refused in words, and nothing is lost. */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { extname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { repeatedKey } from '../../language/repeated-key.ts'
import { ownPacks } from '../../regions/read.ts'
import { heartland } from './command-line-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const written = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text)
  return at(name)
}
const call = (words: string) => heartland(words.split(' '))
const scenario = (rest: string): string => `{ "name": "mine", "region": "CN-JL", ${rest} }`

describe('settings', () => {
  it.each([
    ['--set publicInvestment=1@1900', /publicInvestment: it starts at 1900, but the run begins in 2025/],
    ['--set publicInvestment=1 --set publicInvestment=2', /--set publicInvestment is given twice; keep one/],
    ['--assume wageFromSlack=0.3 --assume wageFromSlack=0.4', /--assume wageFromSlack is given twice/],
    ['--assume mortalityLevel=-1', /'mortalityLevel' cannot be -1: .*give a value from 0/],
    ['--assume wageFromSlack=1e300', /'wageFromSlack' cannot be 1e\+300/],
    ['--set publicInvestment=0x1', /the value '0x1' is not a number/],
    ['--set publicInvestment=1e400', /the value '1e400' is not a number/],
    ['--assume wageFromSlack=0b1', /the value '0b1' is not a number/],
    ['--path nationalGrowth=0x4@2030', /'0x4' is not a number/],
    ['--policy A -p B', /--policy is given as 'A' and as 'B'; keep one of them/],
    ['--years 2030 --years 2040', /--years is given as '2030' and as '2040'/],
    ['--save mine.txt', /--save mine.txt: the name of a scenario file must end in .json/],
    ['--save .', /'\.' is a folder; name a file/],
    ['--regime freeze --regime formula', /--regime is given as 'freeze' and as 'formula'/],
  ])('%s are refused', async (words, message) => {
    const { code, err } = await call(`run CN-JL ${words}`)
    expect(err).toMatch(message)
    expect(code).toBe(2)
  })

  it('that leave nothing to divide by are told with the first value that is no number, and what it was computed from', async () => {
    const { code, err, out } = await call('run CN-JL --path nationalOutputLost=1@2027')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/is not a number at 2027, because \w+\S* is \S+; it was computed from .*Change the setting/)
    expect(err).not.toContain('the accounts do not balance')
  })

  it('of one option twice with the same value are run', async () => {
    expect((await call('run CN-JL --years 2030 --years 2030 --policy G -p G --json')).code).toBe(0)
  })

  it('of one parameter twice are refused by every command', async () => {
    const twice = '--assume wageFromSlack=0.3 --assume wageFromSlack=0.4'
    for (const words of ['answer CN-JL', 'evidence CN-JL']) {
      const { code, err } = await call(`${words} ${twice}`)
      expect([code, err]).toEqual([2, expect.stringContaining('--assume wageFromSlack is given twice')])
    }
  })

  it('that are fine together with those of a file are run', async () => {
    const parts = '"assumptions": { "farmShare[young]": 0.35, "farmShare[old]": 0.1 }'
    const file = written('parts.json', scenario(parts))
    expect((await call(`run ${file} --json`)).code).toBe(0)
    const { code, err } = await call(`run ${file} --assume farmShare[old]=0.2`)
    expect([code, err]).toEqual([2, expect.stringContaining("'farmShare' holds the parts of a whole")])
    expect((await call(`run ${file} --assume farmShare[old]=0.2 --assume farmShare[young]=0.25 --json`)).code).toBe(0)
  })

  it('names a region in Chinese as it is printed', async () => {
    const known = await call('run CN-JL --json')
    for (const name of ['吉林', '吉林省']) expect(await call(`run ${name} --json`)).toEqual(known)
    expect(known.code).toBe(0)
    const words = 'run northeast --years 2030 --json --area'
    expect(await call(`${words} 吉林省`)).toEqual(await call(`${words} CN-JL`))
  })

  it('shows an outside baseline only where the region has one', async () => {
    expect((await call('list baselines --region CN-JL')).out).toContain('--outside')
    expect((await call('list baselines --region US-MI --packs golden/michigan')).out).not.toContain('--outside')
  })
})

describe('options that a command cannot follow', () => {
  it.each([
    ['who CN-JL --policy G --members 1', /--simulations 1: a single simulation has no band/],
    ['debt CN-JL --simulations 1', /--simulations 1: a single simulation has no band/],
    ['industries CN-JL --simulations 1', /--simulations 1: a single simulation has no band/],
    ['stress CN-JL --event exportsWorld=-10% --simulations 1', /--simulations 1: a single simulation has no band/],
    ['export CN-JL --format json --yearly', /--yearly: JSON always contains all quarters/],
    ['export CN-JL --format mdl --yearly', /leave out --variables and --yearly/],
    ['export CN-JL --out m.wasm --outside low', /a module holds the equations, not a scenario/],
    ['export CN-JL --out m.wasm --path nationalGrowth=3@2027', /a module holds the equations, not a scenario/],
    ['serve --port 99999', /--port 99999: give a whole number from 0 to 65535/],
    ['trace wage --year 2035 --label area=CN-LN --label area=CN-JL', /--label area is given twice; keep one of them/],
    ['trace debtToGdp --area CN-JL --year 2035,2036', /--year 2035,2036: give a whole number from 2025 to 2040/],
  ])('%s is refused', async (words, message) => {
    const { code, err } = await call(words)
    expect(err).toMatch(message)
    expect(code).toBe(2)
  })
})

describe('a policy beside a scenario file', () => {
  it.each([
    'run',
    'stress',
    'debt',
    'explain --outcome debtToGdp[CN-JL]@2035',
    'who',
    'industries',
    'books --at 2030',
    'export',
    'capsule --out never.capsule',
    'ensemble --out never',
    'sensitivity',
    'evidence',
    'goal',
    'discover --fails debtToGdp[CN-JL]@2035>=1',
    'report --pdf never.pdf',
  ])('is refused by %s', async words => {
    const [command, ...rest] = words.split(' ')
    const file = written('has-policy.json', scenario('"policy": { "publicInvestment": { "value": 1 } }'))
    const { code, err } = await heartland([command!, file, ...rest, '--policy', 'E'])
    expect(err).toContain(`${file} already holds a policy; leave out --policy`)
    expect(code).toBe(2)
  })
})

describe('shares of financing', () => {
  it('that have nothing to pay for are remarked on, and only those', async () => {
    const remark = 'no measure of the policy has an outlay to pay for, so financing changes nothing'
    const idle = await call('run CN-JL --years 2030 --set financedByCentre=0.8')
    expect([idle.code, idle.err]).toEqual([0, expect.stringContaining(`financedByCentre: ${remark}`)])
    for (const words of [
      'run CN-JL --years 2030 --set financedByCentre=0.8 --set publicInvestment=1',
      'run CN-JL -p H',
    ])
      expect((await call(words)).err).not.toContain(remark)
  })
})

describe('a threshold in per cent', () => {
  it('is refused with what to write', async () => {
    const { code, err } = await call('answer CN-JL --members 2 --threshold unemployment=6')
    expect([code, err]).toEqual([2, expect.stringContaining('write 0.06 for 6 %')])
  })
})

describe('a word that is as near to several', () => {
  it.each([
    ['record northeast --horizon 3', /--horizon 3: give one of 1, 2, 5/],
    ['run northeast --area CN-XX', /unknown area of northeast 'CN-XX'; available: CN-LN, CN-JL, CN-HL/],
  ])('gets no guess: %s', async (words, message) => {
    const { code, err } = await call(words)
    expect(err).toMatch(message)
    expect(code).toBe(2)
  })
})

describe('areas', () => {
  it.each([
    'run northeast --years 2030 --json --area',
    'books northeast --at 2030 --json --area',
    'industries northeast --json --area',
  ])('%s takes the id, the English and the Chinese name', async words => {
    const known = await call(`${words} CN-JL`)
    expect(known.code).toBe(0)
    for (const name of ['Jilin', '吉林']) expect(await call(`${words} ${name}`)).toEqual(known)
  })
})

describe('scenario files', () => {
  it('with a byte order mark are read', async () => {
    const file = written('marked.json', `\uFEFF${scenario('"policy": {}')}`)
    expect((await call(`run ${file} --json`)).code).toBe(0)
  })

  it.each([
    [
      'a key twice',
      scenario('"policy": { "publicInvestment": { "value": 1 }, "publicInvestment": { "value": 2 } }'),
      /has the key 'publicInvestment' twice/,
    ],
    ['ten thousand lists', scenario(`"policy": ${'['.repeat(10_000)}${']'.repeat(10_000)}`), /policy|nested/],
    ['a truncation of nothing known', scenario('"truncations": [{ "parameter": "nobody", "low": 1 }]'), /'nobody'/],
    [
      'a distribution beyond what a parameter can be',
      scenario('"distributions": { "catchUp": { "kind": "normal", "mean": 1e300, "deviation": 1 } }'),
      /'catchUp' cannot be 1e\+300/,
    ],
    [
      'an assumption that stops every run',
      scenario('"assumptions": { "bondMaturity": 0 }'),
      /'bondMaturity' cannot be 0/,
    ],
    ['more than ten megabytes', `{${' '.repeat(11_000_000)}}`, /has 11 MB; at most 10 MB are read/],
    ['a name that turns the text around', scenario('"policy": {}').replace('mine', '\u202Eenim'), /control characters/],
    ['escapes in the name', '{ "name": "a\\u001b[2Jb", "region": "CN-JL" }', /the name contains control characters/],
    ['a key that sets a prototype', scenario('"policy": { "__proto__": { "value": 1 } }'), /called '__proto__'/],
    ['a number beyond all numbers', scenario('"policy": { "publicInvestment": { "value": 1e400 } }'), /is Infinity/],
    ['another encoding', Buffer.from(`\uFEFF${scenario('"policy": {}')}`, 'utf16le'), /is not UTF-8 text/],
    [
      'a name in the encoding of another time',
      Buffer.concat([Buffer.from('{ "region": "CN-JL", "name": "'), Buffer.from([0xb6, 0xab]), Buffer.from('" }')]),
      /is not UTF-8 text/,
    ],
  ])('with %s are refused', async (_, text, message) => {
    const { code, err } = await call(`run ${written('bad.json', text)}`)
    expect(err).toMatch(message)
    expect(err).not.toMatch(/fault of the program|\n\s+at /)
    expect(code).toBe(2)
  })

  it('repeated keys are found in the same object only', () => {
    expect(repeatedKey('{"a":{"b":1},"c":{"b":2},"d":[{"b":1},{"b":2}],"e":"a:{"}')).toBeUndefined()
    expect(repeatedKey('{"a":[{"b":1,"c":"}","b":2}]}')).toBe('b')
    expect(repeatedKey('{"a":1,"\\u0061":2}')).toBe('a')
  })
})

describe('folders of regions', () => {
  const packs = at('packs')
  const ofJilin = (name: string): string => join(packs, 'CN-JL', name)
  const told = async (words: string): Promise<string> => (await call(`${words} --packs ${packs}`)).err

  it('with a text in another encoding say which', async () => {
    cpSync(ownPacks, packs, { recursive: true })
    writeFileSync(ofJilin('figures.csv'), Buffer.from([...readFileSync(ofJilin('figures.csv')), 0xb6, 0xab]))
    expect(await told('run CN-JL')).toMatch(/CN-JL\/figures.csv: the encoding of the text is not known. Save it/)
    writeFileSync(ofJilin('region.json'), readFileSync(ofJilin('region.json'), 'utf8'), 'utf16le')
    expect(await told('run CN-JL')).toMatch(/CN-JL\/region.json: the encoding of the text is not known/)
  })

  it('whose region.json is damaged say so, and are not taken for another region', async () => {
    writeFileSync(ofJilin('region.json'), '{ "id": ')
    expect(await told('run CN-JL')).toMatch(/CN-JL\/region.json: not valid JSON/)
    for (const word of ['CN', '../packs/CN-JL', '..']) expect(await told(`run ${word}`)).toMatch(/unknown region/)
  })

  it('take a name as it is written before one in other letters', async ({ skip }) => {
    rmSync(join(packs, 'CN-JL'), { recursive: true })
    cpSync(join(ownPacks, 'CN-JL'), join(packs, 'CN-JL'), { recursive: true })
    skip(existsSync(join(packs, 'cn-jl')), 'this disk does not tell capital letters')
    cpSync(join(ownPacks, 'CN-JL'), join(packs, 'cn-jl'), { recursive: true })
    expect((await call(`run CN-JL --json --packs ${packs}`)).code).toBe(0)
  })
})

describe('files and folders', () => {
  it('that are folders where a file is wanted, or the other way round, are told in words', async () => {
    mkdirSync(at('folder.json'))
    const file = written('plain', '')
    for (const words of [
      `run ${at('folder.json')}`,
      `export CN-JL --out ${join(file, 'a.csv')}`,
      `merge ${file} --out ${at('m')}`,
    ]) {
      const { code, err } = await call(words)
      expect(err, words).toMatch(/cannot be|was not|not contain an ensemble|is a folder|is a file/)
      expect(err, words).not.toMatch(/fault of the program|\n\s+at /)
      expect(code, words).toBeGreaterThan(0)
    }
  })

  it('that may not be read are told in words', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'the administrator may read everything')
    const file = written('secret.json', '{}')
    chmodSync(file, 0)
    expect((await call(`run ${file}`)).err).toMatch(/you do not have permission to read/)
  })

  it('where no folder can be made end at once', { timeout: 20_000 }, async ({ skip }) => {
    skip(!existsSync('/proc/self'), 'there is no /proc')
    const { code, err } = await call('ensemble CN-JL --members 2 --out /proc/nope/deeper')
    expect(err).toMatch(/'\/proc\/nope.*' was not written: there is no such file or folder/)
    expect(code).toBe(1)
  })

  it.each([
    ['run CN-JL --save', 'folder.json'],
    ['export CN-JL --out', 'folder.csv'],
    ['capsule CN-JL --out', 'folder.capsule'],
    ['build-file --out', 'folder.html'],
    ['calibrate CN-JL --show --scenario', 'folder.json'],
  ])('%s does not take a folder for a file, and names one in it', async (words, name) => {
    mkdirSync(at(name), { recursive: true })
    for (const more of ['', ' --overwrite']) {
      const { code, out, err } = await call(`${words} ${at(name)}${more}`)
      const file = join(at(name), `results${extname(name)}`)
      expect([code, out, err]).toEqual([
        2,
        '',
        `heartland: '${at(name)}' is a folder; name a file, such as '${file}'\n`,
      ])
    }
  })

  it.each([
    ['build-file --out', 'kept.html'],
    ['report northeast --pdf', 'kept.pdf'],
    ['calibrate northeast --show --set all --scenario', 'kept-fit.json'],
    ['export CN-JL --format wasm --out', 'kept.wasm'],
  ])('%s keeps what is there', async (words, name) => {
    const kept = name.replace('.wasm', '.manifest.json')
    writeFileSync(at(kept), 'mine')
    const { code, out, err } = await call(`${words} ${at(name)}`)
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(`heartland: '${at(kept)}' already exists; name another file, or add --overwrite\n`)
    expect(readFileSync(at(kept), 'utf8')).toBe('mine')
    expect(existsSync(at(name))).toBe(kept === name)
  })

  it('that are there already are kept, unless it was asked for', async () => {
    for (const words of [`run CN-JL --save ${at('kept.json')}`, `export CN-JL --out ${at('kept.csv')}`]) {
      const path = words.split(' ').at(-1)!
      writeFileSync(path, 'mine')
      const { code, err } = await call(words)
      expect(err).toMatch(/already exists; name another file, or add --overwrite/)
      expect(code).toBe(2)
      expect(readFileSync(path, 'utf8')).toBe('mine')
      expect((await call(`${words} --overwrite`)).code).toBe(0)
      expect(readFileSync(path, 'utf8').length).toBeGreaterThan(50)
    }
  })
})

it('a table is not written under the name of another format', async () => {
  const { code, err } = await call(`export CN-JL --format parquet --out ${at('table.csv')}`)
  expect([code, err]).toEqual([2, expect.stringMatching(/--format parquet contradicts the name '.*table.csv'/)])
  expect(existsSync(at('table.csv'))).toBe(false)
})

describe('where results go', () => {
  const launcher = fileURLToPath(new URL('../../../bin/heartland.js', import.meta.url))
  /** Messages of the command, and its code. */
  const into = (words: string, where: string): string => {
    const shell = `"${process.execPath}" "${launcher}" ${words} ${where}; echo "code $?" >&2`
    return spawnSync('/bin/sh', ['-c', shell], { encoding: 'utf8' }).stderr
  }

  it('a full disk is told in words', ({ skip }) => {
    skip(!existsSync('/dev/full'), 'there is no /dev/full')
    expect(into('list levers', '> /dev/full')).toBe(
      'heartland: the results could not be written in full: the disk is full\ncode 1\n',
    )
  })

  it('a reader that has seen enough, or reads no messages, is no error', ({ skip }) => {
    skip(process.platform === 'win32', 'there is no head')
    expect(into('list parameters', '| head -n 1 > /dev/null')).toBe('code 0\n')
    expect(into('run nowhere', '2>&1 | head -n 0')).toBe('code 0\n')
  })
})

describe('words that every object has', () => {
  it('are no grade of evidence and no unit', async () => {
    const { repairOf, csvTablesOf: tablesOf } = await import('../../regions/own/repair.ts')
    const { factorBetween } = await import('../../regions/own/unit-slips.ts')
    const { messages: fault } = await import('../../texts/region.ts')
    const { messages: fix } = await import('../../texts/fix.ts')
    const texts = new Map([['MY/figures.csv', 'name,evidence\na,constructor\n']])
    const problem = { file: 'MY/figures.csv', row: 2, field: 'evidence' }
    const message = fault.unknownEvidence({ word: 'constructor' })
    expect(repairOf({ ...problem, message, fix: fix.writeEvidence() }, tablesOf(texts))).toBeUndefined()
    expect(factorBetween('constructor', 'share')).toBeUndefined()
  })
})
