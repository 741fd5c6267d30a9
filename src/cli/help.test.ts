import { describe, expect, it } from 'vitest'
import { heartland } from './fixture.ts'

const commands = ['answer', 'run', 'compare', 'trace', 'list', 'check', 'claims', 'export']

describe('help', () => {
  it('of the program names every command and ends with 0', async () => {
    const { code, out } = await heartland('--help')
    expect(code).toBe(0)
    for (const command of commands) expect(out).toContain(`  ${command} `)
    expect(out).toContain('Example:\n  heartland answer northeast')
  })

  it('comes when nothing is asked', async () => {
    expect((await heartland('')).out).toBe((await heartland('--help')).out)
  })

  it.each(commands)('of %s has an example that fits the terminal', async command => {
    const { code, out, err } = await heartland(`${command} --help`)
    expect([code, err]).toEqual([0, ''])
    const examples = out.slice(out.indexOf('Examples:\n'))
    expect(examples).toMatch(new RegExp(`^Examples:\\n {2}heartland ${command} `))
    expect(out).toContain('--json'.repeat(command === 'export' ? 0 : 1))
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('is not lost on the version', async () => {
    expect(await heartland('--version')).toEqual({ code: 0, out: '0.1.0\n', err: '' })
  })
})
