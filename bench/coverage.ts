/**
 * Counts the branches of the code promised to be tested (docs/promises.md) that the tests run. `npm run coverage` runs
 * the tests under V8's own count and then this; without `RECORD=1` it prints the branches that no test enters.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { recordMeasured } from '../tools/promises/measured-fixture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const counts = process.env['COVERAGE']
if (counts === undefined) throw new Error('COVERAGE names no folder of counts; use `npm run coverage`.')

/** The language, the engine, and all that reads what is brought: regions, links, files, results and stored state. */
const folders = ['src/language', 'src/engine', 'src/regions', 'src/scenario', 'src/cli/ensembles', 'src/app/state']
const files = ['src/analysis/files/versions/capsule-file.ts', 'src/cli/input/scenario-file.ts']

interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

interface Counted {
  readonly url: string
  readonly functions: ReadonlyArray<{ readonly ranges: readonly Range[] }>
}

const isCounted = (path: string): boolean =>
  path.endsWith('.ts') &&
  !/(\.test|fixture)\.ts$/.test(path) &&
  (files.includes(path) || folders.some(folder => path.startsWith(`${folder}/`)))

/** By file: which characters any process has run. Ranges lie in one another, the outer first. */
const runCharacters = (folder: string): Map<string, Uint8Array> => {
  const run = new Map<string, Uint8Array>()
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly result: readonly Counted[] }
    for (const { url, functions } of result) {
      if (!url.startsWith('file://')) continue
      const path = relative(root, fileURLToPath(url.split('?')[0]!))
      if (!isCounted(path)) continue
      const length = functions[0]?.ranges[0]?.endOffset ?? 0
      const here = new Uint8Array(length)
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges) here.fill(count > 0 ? 1 : 0, startOffset, endOffset)
      const all = run.get(path)
      if (all === undefined) run.set(path, here)
      else here.forEach((one, at) => (all[at]! |= one))
    }
  }
  return run
}

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'

/** Positions at which the branches of a node begin: after an if, a case, ?, &&, ||, ??, a default, or catch. */
const branchesAt = (node: Node): number[] => {
  const starts = (...parts: unknown[]): number[] => parts.filter(isNode).map(({ start }) => start)
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return starts(node['consequent'], node['alternate'])
    case 'LogicalExpression':
    case 'AssignmentPattern':
      return starts(node['right'])
    case 'SwitchCase':
      return starts((node['consequent'] as unknown[])[0])
    case 'CatchClause':
      return starts(node['body'])
    default:
      return []
  }
}

const branchesIn = (value: unknown): number[] => {
  if (Array.isArray(value)) return value.flatMap(branchesIn)
  if (!isNode(value)) return []
  return [...branchesAt(value), ...Object.values(value).flatMap(branchesIn)]
}

const run = runCharacters(counts)
let [all, entered] = [0, 0]
const missed: string[] = []
for (const [path, characters] of [...run].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
  const text = readFileSync(join(root, path), 'utf8')
  for (const start of branchesIn(parseSync(path, text).program)) {
    all++
    if (characters[start] === 1) entered++
    else
      missed.push(`${path}:${text.slice(0, start).split('\n').length}: ${text.slice(start, start + 60).split('\n')[0]}`)
  }
}
if (process.env['RECORD'] === undefined) console.log(missed.join('\n'))
const share = ((entered / all) * 100).toFixed(1)
recordMeasured(
  'coverage',
  `${share} % of ${all.toLocaleString('en')} branches in ${run.size} files of the language, the engine and of what reads files, links and stored state`,
)
