import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { heartland } from './fixture.ts'

const names = Object.keys(commands)

/** They write a file, or serve until they are stopped. */
const withoutJson = ['export', 'template', 'import', 'serve', 'report', 'build-file', 'derive', 'engine']

describe('help', () => {
  it('of the program names every command and ends with 0', async () => {
    const { code, out } = await heartland('--help')
    expect(code).toBe(0)
    for (const [name, { arguments: words }] of Object.entries(commands))
      expect(out).toContain(`\n  ${[name, '[options]', ...words.map(([term]) => term)].join(' ')} `)
    expect(out).toContain('Example:\n  heartland answer northeast')
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
    expect(await heartland('--version')).toEqual({ code: 0, out: '0.1.0\n', err: '' })
  })
})
