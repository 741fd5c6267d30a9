/** For tests of the house: what the files of src import and export; types, lazy `import()` and tests included. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

const source = fileURLToPath(new URL('../../src', import.meta.url))

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

/** Texts of the files of src, by their paths below it. */
export const sourceTexts = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(source, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [relative(source, file), readFileSync(file, 'utf8')]),
  )

type Graph = ReadonlyMap<string, readonly string[]>

/** Files and those that they import. */
export const graphOf = (texts: ReadonlyMap<string, string>): Graph =>
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

/** Without the files that cannot lie on a circle, because they import nothing, or only such files. */
const withoutEnds = (graph: Graph): Graph => {
  const inner = [...graph].map(([file, files]) => [file, files.filter(other => graph.has(other))] as const)
  const left = new Map(inner.filter(([, files]) => files.length > 0))
  return left.size === graph.size ? graph : withoutEnds(left)
}

export const shortestCircle = (graph: Graph): readonly string[] =>
  [...withoutEnds(graph).keys()]
    .map(file => circleThrough(graph, file))
    .filter(circle => circle !== undefined)
    .reduce((shortest, circle) => (shortest.length === 0 || circle.length < shortest.length ? circle : shortest), [])

/** Names that several files export, with these files; what a file passes on from another is not its own. */
export const doubledNames = (texts: ReadonlyMap<string, string>): string[] => {
  const files = new Map<string, Set<string>>()
  for (const [file, text] of texts) {
    const { staticExports } = parseSync(file, text).module
    for (const { exportName, moduleRequest } of staticExports.flatMap(({ entries }) => entries)) {
      if (moduleRequest !== null || exportName.kind !== 'Name' || exportName.name === null) continue
      files.set(exportName.name, (files.get(exportName.name) ?? new Set()).add(file))
    }
  }
  return [...files].filter(([, those]) => those.size > 1).map(([name, those]) => `${name}: ${[...those].join(', ')}`)
}
