/** The recipes of CONTRIBUTING.md for a variable, a lever and a question, as a newcomer would follow them. */

import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Edit {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** The blocks of a recipe: each a piece of a file, of which lines with a `+` are new and those with a `-` go. */
const editsOf = (recipe: string): Edit[] => {
  const [, text = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split(`## ${recipe}\n`)
  const [section] = text.split('\n## ')
  return [...section.matchAll(/^ {3}```diff (\S+)\n(.*?)^ {3}```$/gms)].map(([, file, block]) => {
    // Each line begins with the indentation of the list and the sign of the change.
    const lines = block.split('\n').slice(0, -1)
    const kept = (sign: string): string =>
      lines
        .filter(line => line[3] !== sign)
        .map(line => `${line.slice(4)}\n`)
        .join('')
    return { file, before: kept('+'), after: kept('-') }
  })
}

const variable = editsOf('Add a variable')
const lever = editsOf('Add a lever')
const question = editsOf('Add a question')

/** The files that the recipes touch, as they are then. */
const applied = (): Map<string, string> => {
  const texts = new Map<string, string>()
  for (const { file, before, after } of [...variable, ...lever, ...question]) {
    if (before === '') {
      texts.set(file, after)
      continue
    }
    const parts = (texts.get(file) ?? readFileSync(join(root, file), 'utf8')).split(before)
    expect(parts.length, `${file} holds once: ${before}`).toBe(2)
    texts.set(file, parts.join(after))
  }
  return texts
}

describe('the recipes of CONTRIBUTING.md', () => {
  it('edit one file for a variable beside its Chinese name, and declare a lever once', () => {
    expect(variable.map(({ file }) => file)).toEqual(['src/model/labour.ts', 'texts/names.csv'])
    expect(lever.map(({ file }) => file)).toEqual([
      'src/model/levers.ts',
      'src/model/government/spending.ts',
      'texts/names.csv',
    ])
    expect(question.map(({ file }) => file)).toEqual([
      'src/questions/peak.ts',
      'texts/questions.csv',
      'src/questions/index.ts',
    ])
    expect(applied().size).toBe(7)
  })
})

describe('the recipes of CONTRIBUTING.md, followed on a copy of the project,', { tags: ['thorough'] }, () => {
  let copy = ''

  /** A program of the project, run in the copy; what it says when it fails. */
  const run = (...words: string[]): string => {
    try {
      return execFileSync(process.execPath, words, { cwd: copy, encoding: 'utf8', stdio: 'pipe' })
    } catch (problem) {
      const { stdout, stderr } = problem as { stdout: string; stderr: string }
      throw new Error(`${words.join(' ')}\n${stdout}\n${stderr}`, { cause: problem })
    }
  }
  const bin = (path: string): string => join('node_modules', path)

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'heartland-newcomer-'))
    const left = ['node_modules', '.git', 'dist'].map(name => join(root, name))
    cpSync(root, copy, { recursive: true, filter: file => !left.includes(file) })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    for (const [file, text] of applied()) writeFileSync(join(copy, file), text)
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('leave a project whose types, layout and region pass their checks', () => {
    run('tools/texts.ts')
    run('tools/theory/theory.ts')
    run(bin('typescript/bin/tsc'))
    run(bin('@biomejs/biome/bin/biome'), 'format', 'src/model')
    expect(run('src/cli/main.ts', 'check', 'northeast')).toContain('checks passed')
  }, 120_000)

  it('make the variable and the lever known everywhere', () => {
    expect(run('src/cli/main.ts', 'list', 'outcomes', '--json')).toContain('"publicWagePremium"')
    expect(run('src/cli/main.ts', 'list', 'levers', '--json')).toContain('"elderCareProgramme"')
    const spent = (value: number): { readonly outlay: number; readonly output: number } => {
      const policy = `elderCareProgramme=${value}`
      const variables = 'elderCareProgrammeOutlay,regionOutput'
      const table = run('src/cli/main.ts', 'export', 'northeast', '--set', policy, '--variables', variables)
      const atStart = (name: string): number => {
        const rows = table.split('\n').filter(row => row.startsWith(`2026.5,${name},`))
        return rows.reduce((sum, row) => sum + Number(row.split(',')[3]), 0)
      }
      return { outlay: atStart('elderCareProgrammeOutlay'), output: atStart('regionOutput') }
    }
    const without = spent(0)
    const withCare = spent(1)
    expect(without.outlay).toBe(0)
    expect(withCare.outlay).toBeGreaterThan(0)
    expect(withCare.output).toBeGreaterThan(without.output)
  }, 120_000)

  it('make the question known at every door', () => {
    const main = 'src/cli/main.ts'
    expect(run(main, '--help')).toContain('peak')
    expect(JSON.parse(run(main, 'peak', 'CN-LN', '--years', '2030', '--json')).years).toHaveLength(1)
    expect(run(main, 'peak', 'CN-LN', '--lang', 'zh')).toContain('历年债务')
    const script = `
      import { Client } from '@modelcontextprotocol/sdk/client/index.js'
      import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
      import { mcpServer } from './src/cli/services/mcp/server.ts'
      import { serveFolder } from './src/cli/commands/serve.ts'
      import { standardLimits } from './src/cli/services/api/open-api.ts'
      import { ask, openRegion } from './src/library/node.ts'
      import { questionEntries, questionNames } from './src/questions/index.ts'
      import { questionsPage } from './tools/questions/guide.ts'
      const client = new Client({ name: 'test', version: '1' })
      const [here, there] = InMemoryTransport.createLinkedPair()
      await Promise.all([client.connect(here), mcpServer().connect(there)])
      const { tools } = await client.listTools()
      const api = { version: '1', token: undefined, store: undefined, limits: standardLimits(1), log: console.error }
      const serving = await serveFolder('.', { port: 0, api })
      const described = await (await fetch(new URL('/v1/openapi.json', serving.address))).json()
      await serving.close()
      const { record } = await ask('peak', await openRegion('CN-LN'), { years: [2030] })
      console.log(JSON.stringify({
        tool: tools.some(({ name }) => name === 'peak'),
        address: '/v1/peak' in described.paths,
        library: record.years.length === 1,
        app: questionNames.includes('peak') && questionEntries.peak.title.zh === '债务峰值',
        guide: (await questionsPage()).includes('## Peak of debt: \`peak\`'),
      }))
      process.exit(0)`
    writeFileSync(join(copy, 'doors.ts'), script)
    const found = JSON.parse(run('doors.ts').trim().split('\n').at(-1)!)
    expect(found).toEqual({ tool: true, address: true, library: true, app: true, guide: true })
  }, 120_000)

  it('pass the tests of what they touch', () => {
    run(
      bin('vitest/vitest.mjs'),
      'run',
      '--project=code',
      'src/model/names',
      'tools/theory/theory.test.ts',
      'tools/house/house.test.ts',
      'src/model/literals.test.ts',
      'src/model/reference.test.ts',
    )
  }, 300_000)
})
