/** Lays out the declarations of a sector file: one line where it fits, else the equation's text on lines of its own. */

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync, type ESTree } from 'vite'
import { joined, laidOut } from '../../src/language/layout.ts'
import { parse } from '../../src/language/parse.ts'

const width = 120

type Node = ESTree.Expression | ESTree.SpreadElement | ESTree.ObjectProperty

/** Calls whose last argument is laid out, with their number of arguments. */
const argumentsOf: Readonly<Record<string, number>> = { part: 1, sector: 3 }

/** Kinds declared as unit, sentence, notes; in all others something stands before the sentence. */
const withoutText: ReadonlySet<string> = new Set(['datum', 'exogenous'])

/** Entries whose value is a word or a sentence for readers, even where it could be read as an equation. */
const notes: ReadonlySet<string> = new Set([
  'argument',
  'doc',
  'evidence',
  'id',
  'note',
  'payer',
  'redundant',
  'source',
  'symbol',
  'theme',
  'title',
  'type',
  'unit',
])

/** A sector file that cannot be laid out as it stands. */
class LayoutProblem extends Error {}

const quoted = (text: string): string => {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  return mark + text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(mark, `\\${mark}`) + mark
}

/** The text of a string literal, of a template without expressions, or of several of these added up. */
const textOf = (node: Node): string | undefined => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type === 'TemplateLiteral') {
    const [quasi] = node.quasis
    return node.expressions.length === 0 && quasi !== undefined ? joined(quasi.value.cooked ?? '') : undefined
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined
  const left = textOf(node.left)
  const right = textOf(node.right)
  return left === undefined || right === undefined ? undefined : left + right
}

const isEquation = (text: string): boolean => {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}

/** A sentence cut into pieces of at most `most` characters, each but the last ending in its blank. */
const sentencePieces = (text: string, most: number): string[] => {
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const at = rest.lastIndexOf(' ', most - 1)
    if (at < 0) break
    pieces.push(rest.slice(0, at + 1))
    rest = rest.slice(at + 1)
  }
  return [...pieces, rest]
}

const pad = (indent: number): string => ' '.repeat(indent)

class SectorFile {
  private readonly source: string
  private readonly comments: ReturnType<typeof parseSync>['comments']
  private readonly program: ESTree.Program

  constructor(file: string, source: string) {
    const parsed = parseSync(file, source)
    const [error] = parsed.errors
    if (error !== undefined) throw new LayoutProblem(`${file} is not TypeScript: ${error.message}`)
    this.source = source
    this.comments = parsed.comments
    this.program = parsed.program
  }

  /** The whole file with its sectors and parts of sectors laid out; everything else stays as it is. */
  laidOut(): string {
    let { source } = this
    for (const call of this.sectors().toReversed()) {
      const column = call.start - (this.source.lastIndexOf('\n', call.start) + 1)
      source = source.slice(0, call.start) + this.sector(call, column) + source.slice(call.end)
    }
    return source
  }

  private sectors(): ESTree.CallExpression[] {
    return this.program.body.flatMap(statement => {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      if (declaration?.type !== 'VariableDeclaration') return []
      return declaration.declarations.flatMap(({ init }) =>
        init?.type === 'CallExpression' &&
        init.arguments.length === argumentsOf[this.slice(init.callee)] &&
        init.arguments.at(-1)?.type === 'ObjectExpression'
          ? [init]
          : [],
      )
    })
  }

  private slice({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.source.slice(start, end)
  }

  private sector(call: ESTree.CallExpression, column: number): string {
    const declarations = call.arguments.at(-1) as ESTree.ObjectExpression
    return `${this.head(call, column)}\n${this.declarations(declarations).join('\n')}\n})`
  }

  private head(call: ESTree.CallExpression, column: number): string {
    const [title, settings] = call.arguments as Node[]
    if (title === undefined || settings === undefined) return `${this.slice(call.callee)}({`
    const head = `sector(${this.flat(title)}, `
    const whole = `${head}${this.flat(settings)}, {`
    return column + whole.length <= width ? whole : this.broken(settings, 0, head, ', {').join('\n')
  }

  private declarations(node: ESTree.ObjectExpression): string[] {
    const comments = this.comments.filter(({ start, end }) => start > node.start && end < node.end)
    const inside = comments.find(({ start }) => node.properties.some(one => one.start < start && start < one.end))
    if (inside !== undefined) {
      throw new LayoutProblem(`The comment '${inside.value.trim()}' stands inside a declaration; put it above.`)
    }
    const parts = [...node.properties, ...comments].toSorted((a, b) => a.start - b.start)
    const lines: string[] = []
    let last = node.start + 1
    for (const part of parts) {
      const gap = this.source.slice(last, part.start)
      if (lines.length > 0 && gap.split('\n').length > 2) lines.push('')
      if (part.type === 'Property' || part.type === 'SpreadElement') lines.push(...this.lines(part, 2, '', ','))
      else if (lines.length > 0 && !gap.includes('\n')) lines.push(`${lines.pop() ?? ''} ${this.slice(part)}`)
      else lines.push(`  ${this.slice(part)}`)
      last = part.end
    }
    return lines
  }

  private flat(node: Node): string {
    const text = textOf(node)
    if (text !== undefined) return quoted(text)
    switch (node.type) {
      case 'ObjectExpression':
        return node.properties.length === 0 ? '{}' : `{ ${node.properties.map(one => this.flat(one)).join(', ')} }`
      case 'Property':
        return node.shorthand ? this.slice(node.key) : `${this.slice(node.key)}: ${this.flat(node.value as Node)}`
      case 'SpreadElement':
        return `...${this.flat(node.argument)}`
      case 'ArrayExpression':
        return `[${node.elements.map(one => (one === null ? '' : this.flat(one))).join(', ')}]`
      case 'CallExpression':
        return `${this.slice(node.callee)}(${node.arguments.map(one => this.flat(one)).join(', ')})`
      default:
        return this.slice(node)
    }
  }

  /** The lines of a node between what stands before it on its first line and after it on its last. */
  private lines(node: Node, indent: number, before: string, after: string): string[] {
    const one = pad(indent) + before + this.flat(node) + after
    return one.length <= width ? [one] : this.broken(node, indent, before, after)
  }

  private broken(node: Node, indent: number, before: string, after: string): string[] {
    const text = textOf(node)
    if (text !== undefined) return this.text(text, indent, before, after)
    switch (node.type) {
      case 'ObjectExpression':
        return [`${pad(indent)}${before}{`, ...this.entries(node, indent + 2), `${pad(indent)}}${after}`]
      case 'ArrayExpression':
        return [`${pad(indent)}${before}[`, ...this.elements(node, indent + 2), `${pad(indent)}]${after}`]
      case 'Property':
        return this.lines(node.value as Node, indent, `${before}${this.slice(node.key)}: `, after)
      case 'SpreadElement':
        return this.lines(node.argument, indent, `${before}...`, after)
      case 'CallExpression':
        return this.call(node, indent, before, after)
      default:
        return [pad(indent) + before + this.flat(node) + after]
    }
  }

  private text(text: string, indent: number, before: string, after: string): string[] {
    if (isEquation(text)) {
      const own = pad(indent + 2) + quoted(text) + after
      if (before.endsWith(': ') && own.length <= width) return [pad(indent) + before.trimEnd(), own]
      return this.template(text, indent, before, after)
    }
    const pieces = sentencePieces(text, width - indent - 6)
    const first = before === '' ? [] : [pad(indent) + before.trimEnd()]
    return [
      ...first,
      ...pieces.map((piece, at) => {
        const inside = before === '' && at === 0 ? indent : indent + 2
        return pad(inside) + quoted(piece) + (at < pieces.length - 1 ? ' +' : after)
      }),
    ]
  }

  private template(text: string, indent: number, before: string, after: string): string[] {
    const lines = laidOut(text, width - indent - 2 - 2).map(line => pad(indent + 2) + line)
    return [`${pad(indent)}${before}\``, ...lines.slice(0, -1), `${lines.at(-1) ?? ''}\`${after}`]
  }

  /** Equation texts stand on lines of their own; what is short beside them shares lines. */
  private entries(node: ESTree.ObjectExpression, indent: number): string[] {
    const lines: string[] = []
    let open = false
    for (const entry of node.properties) {
      const flat = `${this.flat(entry)},`
      const value = entry.type === 'Property' && !notes.has(this.slice(entry.key)) ? entry.value : undefined
      const text = value === undefined ? undefined : textOf(value as Node)
      const alone =
        entry.type === 'SpreadElement' ||
        value?.type === 'ObjectExpression' ||
        value?.type === 'CallExpression' ||
        (text !== undefined && isEquation(text)) ||
        indent + flat.length > width
      const line = lines.at(-1)
      if (!alone && open && line !== undefined && line.length + 1 + flat.length <= width) {
        lines[lines.length - 1] = `${line} ${flat}`
      } else lines.push(...this.lines(entry, indent, '', ','))
      open = !alone
    }
    return lines
  }

  private elements(node: ESTree.ArrayExpression, indent: number): string[] {
    const lines: string[] = []
    for (const element of node.elements) {
      const flat = element === null ? ',' : `${this.flat(element)},`
      const line = lines.at(-1)
      if (line !== undefined && line.length + 1 + flat.length <= width) lines[lines.length - 1] = `${line} ${flat}`
      else lines.push(pad(indent) + flat)
    }
    return lines
  }

  /**
   * A call that does not fit: name, unit and a short value on the first line, a text on lines of its own, the sentence
   * and the notes below it.
   */
  private call(node: ESTree.CallExpression, indent: number, before: string, after: string): string[] {
    const callee = this.slice(node.callee)
    const [first, ...others] = node.arguments
    if (first === undefined) return [`${pad(indent)}${before}${callee}()${after}`]
    if (others.length === 0) return this.lines(first, indent, `${before}${callee}(`, `)${after}`)
    let line = `${pad(indent)}${before}${callee}(${this.flat(first)},`
    const lines: string[] = []
    let rest = others
    const [second] = others
    if (second !== undefined && !withoutText.has(callee)) {
      const text = textOf(second)
      const end = others.length === 1 ? `)${after}` : ','
      const flat = `${this.flat(second)}${end}`
      if (text === undefined && line.length + 1 + flat.length <= width) line = `${line} ${flat}`
      else if (text !== undefined && indent + 2 + flat.length <= width) {
        lines.push(line)
        line = pad(indent + 2) + flat
      } else {
        const head = `${line.trimStart()} `
        const made =
          text === undefined ? this.broken(second, indent, head, end) : this.template(text, indent, head, end)
        lines.push(...made.slice(0, -1))
        line = made.at(-1) ?? ''
      }
      rest = others.slice(1)
      const closing = rest.map(one => this.flat(one)).join(', ')
      if (line.startsWith(`${pad(indent)}}`) && rest.length > 0) {
        const whole = `${line} ${closing})${after}`
        if (whole.length <= width) return [...lines, whole]
        const [sentence, more] = rest
        const head = sentence === undefined ? '' : `${line.trimStart()} ${this.flat(sentence)}, `
        if (more?.type === 'ObjectExpression' && rest.length === 2 && indent + head.length < width) {
          return [...lines, ...this.broken(more, indent, head, `)${after}`)]
        }
      }
    }
    lines.push(line)
    if (rest.length === 0) return lines
    const whole = `${pad(indent + 2)}${rest.map(one => this.flat(one)).join(', ')})${after}`
    if (whole.length <= width) return [...lines, whole]
    const last = rest.length - 1
    return [...lines, ...rest.flatMap((one, at) => this.lines(one, indent + 2, '', at < last ? ',' : `)${after}`))]
  }
}

/** The text of a sector file, laid out. Idempotent; the declarations it makes are the same. */
export const layOutSectors = (file: string, source: string): string => new SectorFile(file, source).laidOut()

export const modelFolder: string = fileURLToPath(new URL('../../src/model/', import.meta.url))

/** Paths of the files of the model other than tests; files without a sector or a part of one stay as they are. */
export const sectorFiles = (): string[] =>
  readdirSync(modelFolder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => modelFolder + name)
