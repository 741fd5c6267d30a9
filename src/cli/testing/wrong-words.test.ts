/**
 * Random wrong command lines, with the seed printed (`WORDS_SEED=… npm run unit -- src/cli/wrong-words` repeats it): each
 * ends with its code and a message in words, without a stack trace and without a character that a terminal carries out.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createStream } from '../../engine/random.ts'
import { hasControls, withControlsShown } from '../../language/control-characters.ts'
import { recordMeasured } from '../../../tools/promises/measured-fixture.ts'
import { commands } from '../commands.ts'
import { heartland } from './command-line-fixture.ts'
import { thoroughly } from '../../thorough-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'wrong-words-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'empty'))
for (const [name, text] of Object.entries({
  'nothing.json': '',
  'list.json': '[]',
  'null.json': 'null',
  'deep.json': '{"policy":'.repeat(5000),
  'escape.json': '{ "name": "\\u001b[2J", "region": "CN-JL", "policy": {} }',
  'binary.csv': '\0\u0001\u001b\u009b',
}))
  writeFileSync(join(folder, name), text)

/** Those that serve, write into the project or take long whatever they are given. */
const left = ['serve', 'mcp', 'engine', 'build-file', 'report', 'derive', 'calibrate', 'check']
/** Those that a right word would keep busy for long. */
const slow = new Set('answer standing who value goal discover stress ensemble chunk evidence record replay'.split(' '))

const wrong = [
  '',
  '-1',
  '0',
  '1e999',
  'NaN',
  '0x10',
  '2030',
  '1900,2030',
  '=',
  'publicInvestment=1',
  'publicInvestment=1@',
  'publicInvestment=1@2030:::',
  'wageFromSlack=2',
  'constructor',
  '__proto__',
  'toString=1',
  '\u001b[2Jnortheast',
  'a\u009b31mb\u0007',
  '中文',
  'x'.repeat(3000),
  '%00',
  '{"a":',
  'output @',
  'output > ',
  'closing(output',
  'regionOutput[',
  'https://[',
  'CN-LM',
  '/proc/nope/deeper',
  '/dev/full/x.csv',
  ...['nothing.json', 'list.json', 'null.json', 'deep.json', 'escape.json', 'binary.csv', 'empty', 'none'].map(name =>
    join(folder, name),
  ),
]
const right = ['northeast', 'CN-JL', 'A', 'G', 'regionOutput', 'levers']

const seed = Number(process.env['WORDS_SEED'] ?? Date.now() % 1e6)
const count = Number(process.env['WORDS'] ?? thoroughly(300, 80))

const optionsOf = async (command: string): Promise<string[]> => {
  const { out } = await heartland([command, '--help'])
  return [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option!)
}

describe(`${count} wrong command lines of seed ${seed}`, () => {
  it('are answered in words', { timeout: 300_000 }, async () => {
    const options = new Map<string, string[]>()
    const names = Object.keys(commands).filter(name => !left.includes(name))
    for (const name of names) options.set(name, await optionsOf(name))
    const uniform = createStream(seed, 'wrong words')
    const problems: string[] = []
    for (let line = 0; line < count; line++) {
      let draws = 0
      const pick = <T>(from: readonly T[]): T => from[Math.floor(uniform(line, draws++, 0) * from.length)]!
      const name = pick(names)
      const words = [name]
      for (let place = pick([0, 1, 1, 1, 2]); place > 0; place--)
        words.push(pick(slow.has(name) || uniform(line, draws++, 0) < 0.3 ? wrong : right))
      for (let extra = pick([0, 1, 1, 2, 3]); extra > 0; extra--) {
        const [option, given] = [pick(options.get(name)!), pick(wrong)]
        // Files are written into the folder of this test, not where the tests were started.
        words.push(option, ['--save', '--out'].includes(option) ? resolve(folder, given) : given)
      }
      if (slow.has(name) && words.length < 2) continue
      const { code, out, err } = await heartland(words)
      const complain = (what: string): void => {
        problems.push(`${JSON.stringify(words)}: ${what}\n${err.slice(0, 300)}`)
      }
      if (/fault of the program|\n\s+at /.test(err)) complain('a stack trace')
      if (hasControls(out) || hasControls(err)) complain('control characters')
      if (code !== 0 && !err.startsWith('heartland: ')) complain('no message')
    }
    expect(problems).toEqual([])
    const figure = `${count.toLocaleString('en')} random command lines, all answered in words, none with a stack trace`
    recordMeasured('wrongWords', figure)
  })
})

it('control characters are written out; tabs, line breaks and colours stay', () => {
  expect(withControlsShown('a\u001b[2Jb\u0007\u009b\rc\r\nd\te')).toBe('a\\u001b[2Jb\\u0007\\u009b\\u000dc\r\nd\te')
  expect(withControlsShown('a\u202eb\u2066c')).toBe('a\\u202eb\\u2066c')
  expect(withControlsShown('\u001b[1mbold\u001b[22m')).toBe('\u001b[1mbold\u001b[22m')
  expect(withControlsShown('\u001b]0;title\u0007')).toBe('\\u001b]0;title\\u0007')
})
