/** Rules of the house that no linter knows: see ARCHITECTURE.md. The arrows between folders are in oxlint.config.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { doubledNames, graphOf, shortestCircle, sourceTexts } from './modules-fixture.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const filesOf = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
    : []

describe('the house', () => {
  it.each(['regions', 'golden'])('%s/ holds data, no code', folder => {
    const code = filesOf(folder).filter(file => /^\.[cm]?[jt]sx?$/.test(extname(file)))
    expect(code, 'code that reads data belongs in src/regions').toEqual([])
  })

  it('has every folder of src/ in the table of arrows', () => {
    const config = readFileSync(join(root, 'oxlint.config.ts'), 'utf8')
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
    const missing = folders.map(({ name }) => name).filter(name => !new RegExp(`^  ${name}: \\{`, 'm').test(config))
    expect(missing, 'say in oxlint.config.ts what the folder may import').toEqual([])
  })

  it('uses the names of the glossary in the model', () => {
    const model = filesOf('src/model')
      .map(file => readFileSync(file, 'utf8'))
      .join('\n')
    const named = readFileSync(join(root, 'GLOSSARY.md'), 'utf8')
      .split('\n')
      .map(line => line.split('|'))
      .filter(cells => cells.length === 7)
    const names = named.flatMap(cells => [...cells[3].matchAll(/`(\w+)`/g)].map(match => match[1]))
    const missing = names.filter(name => !new RegExp(`\\b${name}\\b`).test(model))
    expect(names.length).toBeGreaterThan(30)
    expect(missing, 'correct GLOSSARY.md: one spelling of a name everywhere').toEqual([])
  })

  it('has a lock file without the address of a registry', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
    // A link to a folder of the project is no address.
    expect(lock.replaceAll('"resolved": "bin"', '')).not.toContain('"resolved"')
  })

  it('has no circle of imports', () => {
    const graph = graphOf(sourceTexts())
    expect([...graph.values()].flat().length).toBeGreaterThan(1000)
    expect(shortestCircle(graph).join(' → '), 'move what both sides need into a file of its own').toBe('')
  })

  it('finds the shortest circle, through types and lazy imports', () => {
    const circle = (texts: Readonly<Record<string, string>>) => shortestCircle(graphOf(new Map(Object.entries(texts))))
    const long = {
      'a.ts': "import './b.ts'",
      'b.ts': "export * from './c.ts'",
      'c.ts': "import type { A } from './a.ts'",
    }
    expect(circle(long)).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts'])
    expect(circle({ ...long, 'b.ts': "import './c.ts'; const a = import('./a.ts')" })).toEqual(['a.ts', 'b.ts', 'a.ts'])
    expect(circle({ 'a.ts': "type B = import('./b.ts').B", 'b.ts': "import './a.ts'" })).toEqual([
      'a.ts',
      'b.ts',
      'a.ts',
    ])
    expect(circle({ ...long, 'c.ts': '' })).toEqual([])
  })

  it('has no file of more than 600 lines, apart from tables', () => {
    const tables = [
      /^src\/app\/words\/.*\.ts$/,
      /^src\/outcomes\/declared\.ts$/,
      // Made of texts/.
      /^src\/texts\//,
    ]
    const long = ['src', 'tools', 'bench', 'examples', 'bin']
      .flatMap(filesOf)
      .filter(file => /\.(?:[cm]?[jt]sx?|css)$/.test(file))
      .map(file => ({
        file: relative(root, file).replaceAll('\\', '/'),
        lines: readFileSync(file, 'utf8').split('\n').length - 1,
      }))
      .filter(({ file, lines }) => lines > 600 && !tables.some(table => table.test(file)))
      .map(({ file, lines }) => `${file}: ${lines} lines`)
    expect(long, 'one concept, one file: give each concept in it a file of its own').toEqual([])
  })

  it('tests all in continuous integration, by a command that the README names, and less of it in `npm test`', () => {
    const text = (file: string): string => readFileSync(join(root, file), 'utf8')
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
    expect(scripts['test']).toBe(`${scripts['test:all']} -- --tags-filter=!thorough`)
    expect(text('.ci/run').match(/^npm .*$/gm)).toEqual(['npm run test:all'])
    for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/guide/zh.md'])
      for (const command of ['npm test', 'npm run test:all']) expect(text(file), file).toContain(command)
  })

  it('has a README of two screens', () => {
    const lines = readFileSync(join(root, 'README.md'), 'utf8').split('\n').length - 1
    expect(lines, 'put the rest into docs/guide').toBeLessThanOrEqual(65)
  })

  it('exports a name from one file only', () => {
    const program = [...sourceTexts()].filter(
      ([file]) => !/(?:\.test|\.d|fixture)\.ts$|^(?:library|texts)\//.test(file),
    )
    // Tables of texts have their messages under one name, commands define themselves, questions have the names of their commands, blocks of reports those of the field, and
    // the package has names for those who do not see the rest.
    const own = /^(?:define|\w+: .*\bquestions\/(?:core\/report|[a-z-]+)\.ts)/
    const doubled = doubledNames(new Map(program)).filter(line => !own.test(line))
    expect(doubled, 'one name, one meaning: rename one of them').toEqual([])
  })
})
