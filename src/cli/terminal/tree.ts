/** Draws an indented tree with branches, for causal traces and nested lists. */
import type { Terminal } from './output.ts'
import { displayWidth, wrapText } from './width.ts'

export interface Branch {
  readonly label: string
  readonly children?: readonly Branch[]
}

export function tree(root: Branch, terminal: Terminal): string {
  const lines: string[] = []
  draw(root, '', '', lines, terminal)
  return lines.join('\n')
}

/** `first` stands before the label's first line, `rest` before what follows, its children included. */
function draw(branch: Branch, first: string, rest: string, lines: string[], terminal: Terminal): void {
  const paint = (lead: string): string => (lead === '' ? '' : terminal.colours.dim(lead))
  const children = branch.children ?? []
  // Lines after the first leave room for the stem of the children.
  const stem = rest + (children.length > 0 ? '│  ' : '   ')
  const room = Math.max(20, terminal.width - displayWidth(stem))
  wrapText(branch.label, room).forEach((line, at) => lines.push(paint(at === 0 ? first : stem) + line))
  children.forEach((child, at) => {
    const last = at === children.length - 1
    draw(child, rest + (last ? '└─ ' : '├─ '), rest + (last ? '   ' : '│  '), lines, terminal)
  })
}
