/** Finds circles among all imports of src: types, lazy `import()` and tests included, which the linter leaves out. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'

const source = dirname(fileURLToPath(import.meta.url))

/** Addresses in all imports of a text: of values, of types, lazy ones and types written as `import('…').Name`. */
const importsOf = (file: string, text: string): string[] => {
  const { module, program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ]
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, source: from } = node as { readonly type?: string; readonly source?: { readonly value: string } }
    if (type === 'TSImportType' && from !== undefined) found.push(from.value)
    for (const part of Object.values(node)) visit(part)
  }
  if (text.includes('import(')) visit(program)
  return found
}

type Graph = ReadonlyMap<string, readonly string[]>

const graphOf = (texts: ReadonlyMap<string, string>): Graph =>
  new Map(
    [...texts].map(([file, text]) => {
      const files = importsOf(file, text).map(address => join(dirname(file), address))
      return [file, [...new Set(files)].filter(other => texts.has(other))]
    }),
  )

/** The shortest way from a file back to itself. */
const circleThrough = (graph: Graph, file: string): readonly string[] | undefined => {
  const cameFrom = new Map<string, string>()
  const ahead = [file]
  for (const one of ahead) {
    for (const next of graph.get(one) ?? []) {
      if (next === file) {
        const circle = [file]
        for (let step = one; step !== file; step = cameFrom.get(step)!) circle.push(step)
        return [...circle, file].reverse()
      }
      if (cameFrom.has(next)) continue
      cameFrom.set(next, one)
      ahead.push(next)
    }
  }
  return undefined
}

const shortestCircle = (graph: Graph): readonly string[] =>
  [...graph.keys()]
    .map(file => circleThrough(graph, file))
    .filter(circle => circle !== undefined)
    .reduce((shortest, circle) => (shortest.length === 0 || circle.length < shortest.length ? circle : shortest), [])

/** Takes the types of its messages from the pool, which runs it in tests: to be untied. */
const untied = ['cli/ensembles/pool.ts', 'cli/ensembles/handler.ts']

it('has no circle of imports', () => {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  const texts = new Map(files.map(file => [relative(source, file), readFileSync(file, 'utf8')]))
  const [pool, handler] = untied
  const graph = new Map(graphOf(texts))
  expect(graph.get(pool), 'then strike it from the list').toContain(handler)
  graph.set(
    pool,
    graph.get(pool)!.filter(file => file !== handler),
  )
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
  expect(circle({ 'a.ts': "type B = import('./b.ts').B", 'b.ts': "import './a.ts'" })).toEqual(['a.ts', 'b.ts', 'a.ts'])
  expect(circle({ ...long, 'c.ts': '' })).toEqual([])
})
