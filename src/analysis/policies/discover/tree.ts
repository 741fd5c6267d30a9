/** The classification tree of failures in words, for the page and the command line. */

import type { TreeNode } from '../../../engine/discover/cart.ts'
import type { Both } from '../../../language/messages.ts'
import { number } from '../../words/numbers.ts'
import { type Discovery, valueOfInput } from './discover.ts'
import { messages as discoverMessages } from '../../../texts/discover.ts'

export interface TreeLine {
  readonly text: Both<string>
  readonly children: readonly TreeLine[]
}

/** Each split with its two sides below it, each side with what it holds. */
export const treeOf = ({ tree, treeInputs }: Pick<Discovery, 'tree' | 'treeInputs'>): TreeLine => {
  const lineOf = (node: TreeNode): TreeLine => {
    const { text } = discoverMessages.leaf({ share: number(100 * node.share, 0), cases: node.cases })
    if (node.split === undefined) return { text, children: [] }
    const { input, at, below, above } = node.split
    const { words } = treeInputs[input]
    const value = valueOfInput(treeInputs[input], at)
    const side = (message: { readonly text: Both<string> }, child: TreeNode): TreeLine => ({
      text: message.text,
      children: [lineOf(child)],
    })
    return {
      text: discoverMessages.by({ leaf: text, what: words }).text,
      children: [side(discoverMessages.upTo({ value }), below), side(discoverMessages.over({ value }), above)],
    }
  }
  return lineOf(tree)
}
