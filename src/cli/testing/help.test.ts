import settings from '../../../package.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { commands } from '../commands.ts'
import { heartland } from './command-line-fixture.ts'

const names = Object.keys(commands)

/** They write a file, or serve until they are stopped. */
const withoutJson = [
  'export',
  'template',
  'fetch',
  'import',
  'serve',
  'report',
  'build-file',
  'derive',
  'engine',
  'mcp',
]

describe('help', () => {
  it('of the program names at most twenty commands first, every command with --all, and ends with 0', async () => {
    const [first, whole] = [await heartland('--help'), await heartland('help --all')]
    expect([first.code, whole.code]).toEqual([0, 0])
    const term = (name: string): string =>
      `\n  ${[name, '[options]', ...commands[name].arguments.map(([word]) => word)].join(' ')} `
    expect(names.filter(name => first.out.includes(term(name)))).toEqual(names.filter(name => !commands[name].more))
    expect(names.filter(name => !commands[name].more).length).toBeLessThanOrEqual(20)
    expect(names.filter(name => !whole.out.includes(term(name)))).toEqual([])
    for (const { out } of [first, whole]) expect(out).toContain('Example:\n  heartland answer northeast')
  })

  it('of a command that is gone names the one that serves its purpose', async () => {
    const { code, err } = await heartland('loops northeast')
    expect([code, err]).toEqual([2, expect.stringContaining('`heartland trace --help`')])
  })

  it('comes when nothing is asked', async () => {
    expect((await heartland('')).out).toBe((await heartland('--help')).out)
  })

  it.each(names)('of %s has an example that fits the terminal', async command => {
    const { code, out, err } = await heartland(`${command} --help`)
    expect([code, err]).toEqual([0, ''])
    const examples = out.slice(out.search(/Examples?:\n/))
    expect(examples).toMatch(new RegExp(`^Examples?:\\n {2}heartland ${command}\\b`))
    expect(out.includes('--json')).toBe(!withoutJson.includes(command))
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('is not lost on the version', async () => {
    expect(await heartland('--version')).toEqual({ code: 0, out: `${settings.version}\n`, err: '' })
  })
})
