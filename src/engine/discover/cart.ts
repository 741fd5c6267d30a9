/**
 * Divides cases by inputs into groups in which an event is frequent or rare: a classification tree with Gini impurity
 * (Breiman, Friedman, Olshen and Stone 1984, "Classification and Regression Trees").
 */

import type { Cases } from './prim.ts'

export interface TreeNode {
  readonly cases: number
  /** Share of its cases in which the event comes. */
  readonly share: number
  /** Undefined for a leaf. */
  readonly split?: {
    readonly input: number
    /** Cases up to this value go below, the others above. */
    readonly at: number
    readonly below: TreeNode
    readonly above: TreeNode
  }
}

export interface TreeSettings {
  /** Splits one after the other: 3. */
  readonly depth?: number
  /** Share of all cases that a leaf has at least: 0.05. */
  readonly leastLeaf?: number
}

interface Split {
  readonly input: number
  readonly at: number
  readonly gain: number
}

const impurity = (events: number, cases: number): number => (2 * events * (cases - events)) / cases

/** The split that lowers the impurity most; undefined where none does. */
const bestSplit = ({ columns, events }: Cases, rows: readonly number[], least: number): Split | undefined => {
  const all = rows.filter(row => events[row]).length
  const before = impurity(all, rows.length)
  let best: Split | undefined
  columns.forEach((column, input) => {
    const order = rows.toSorted((a, b) => column[a] - column[b])
    let below = 0
    for (let at = 1; at < order.length; at++) {
      if (events[order[at - 1]]) below++
      const [low, high] = [column[order[at - 1]], column[order[at]]]
      if (low === high || at < least || order.length - at < least) continue
      const gain = before - impurity(below, at) - impurity(all - below, order.length - at)
      if (gain > (best?.gain ?? 1e-9)) best = { input, at: (low + high) / 2, gain }
    }
  })
  return best
}

export const growTree = (cases: Cases, { depth = 3, leastLeaf = 0.05 }: TreeSettings = {}): TreeNode => {
  const least = Math.max(1, Math.ceil(leastLeaf * cases.events.length))
  const grow = (rows: readonly number[], left: number): TreeNode => {
    const node = { cases: rows.length, share: rows.filter(row => cases.events[row]).length / rows.length }
    const split = left === 0 ? undefined : bestSplit(cases, rows, least)
    if (split === undefined) return node
    const { input, at } = split
    const column = cases.columns[input]
    const below = grow(
      rows.filter(row => column[row] <= at),
      left - 1,
    )
    const above = grow(
      rows.filter(row => column[row] > at),
      left - 1,
    )
    return { ...node, split: { input, at, below, above } }
  }
  return grow(
    cases.events.map((_, row) => row),
    depth,
  )
}
