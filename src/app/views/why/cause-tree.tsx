/** The tree of causes: a grid of rows that expand one level at a time, by mouse or keyboard. */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SetInputs } from '../../../engine/scenario.ts'
import type { Quantity } from '../../../analysis/explain/quantity.ts'
import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { EvidenceDot, EvidenceKey } from '../../charts/evidence.tsx'
import { withSign } from '../../../analysis/words/numbers.ts'
import type { OfOutcome } from '../../../questions/core/report.ts'
import { markOf } from '../../charts/mark.ts'
import { Button } from '../../controls/button.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { listed } from '../../../language/typeset.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { equationInWords } from '../../../model/names/variables.ts'
import { whyWords } from '../../words/why.ts'
import { workers } from '../../worker/workers.ts'
import { useStore } from '../../state/store.ts'
import { isCancelled } from '../../../threads/task.ts'
import { gradeOf, symbolOf, useCauseValue, useRowName } from './cause-words.tsx'

export interface TreeQuestion extends SetInputs {
  readonly region: string
  readonly quantity: Quantity
  readonly step: number
}

/** A row, where it stands in the tree, and what is under it once it was opened. */
interface Node {
  readonly row: CauseRow
  readonly path: string
  readonly level: number
  readonly hot: boolean
  readonly children: readonly Node[] | undefined
}

const openLevels = 3

const addressOf = ({ name, closing, labels, step }: CauseRow): string =>
  `${name}${closing ? "'" : ''}[${Object.values(labels).join(',')}]${step}`

/** The one that explains most of the row above, where the equation can tell. */
const hottest = (rows: readonly CauseRow[]): CauseRow | undefined => {
  const moved = rows.filter(({ effect }) => effect !== undefined && effect !== 0)
  return moved.toSorted((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))[0]
}

const childrenOf = (rows: readonly CauseRow[], path: string, level: number): Node[] => {
  const hot = hottest(rows)
  return rows.map(row => ({
    row,
    path: `${path}/${addressOf(row)}`,
    level,
    hot: row === hot,
    children: undefined,
  }))
}

const withChildren = (node: Node, path: string, children: readonly Node[] | undefined): Node =>
  node.path === path
    ? { ...node, children }
    : path.startsWith(`${node.path}/`)
      ? { ...node, children: node.children?.map(child => withChildren(child, path, children)) }
      : node

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)]

const ask = (
  { region, policy, assumptions }: TreeQuestion,
  { name, closing, labels, step }: Quantity & { readonly step: number },
) =>
  workers().run.ask(
    'causes',
    { region, outside: useStore.getState().draft.outside },
    { policy, assumptions, asked: { name, closing, labels, step } },
  )

export const CauseTree = ({
  question,
  picked,
  pick,
  when,
  of,
  loaded,
}: {
  readonly question: TreeQuestion
  readonly picked: CauseRow | undefined
  /** A row whose evidence is wanted, and where it stands. */
  readonly pick: (row: CauseRow, place: HTMLElement) => void
  readonly when: string
  /** The outcome that it is, if it is one. */
  readonly of: OfOutcome | undefined
  /** The row that is explained. */
  readonly loaded: (row: CauseRow) => void
}) => {
  const words = useWords(whyWords)
  const [root, setRoot] = useState<Node | undefined>(undefined)
  const [focus, setFocus] = useState('')
  const grid = useRef<HTMLTableElement>(null)
  const key = JSON.stringify(question)
  const told = useRef(loaded)
  told.current = loaded

  useEffect(() => {
    let wanted = true
    const asked = JSON.parse(key) as TreeQuestion
    const load = async (): Promise<Node> => {
      const { row, causes } = await ask(asked, { ...asked.quantity, step: asked.step })
      const path = addressOf(row)
      let node: Node = { row, path, level: 0, hot: false, children: childrenOf(causes, path, 1) }
      // The way that explains most is open for some levels: a reader sees at once how the tree goes on.
      let hot = node.children?.find(child => child.hot)
      while (hot !== undefined && hot.level <= openLevels && hot.row.opens) {
        const under = await ask(asked, hot.row)
        const children = childrenOf(under.causes, hot.path, hot.level + 1)
        node = withChildren(node, hot.path, children)
        hot = children.find(child => child.hot)
      }
      return node
    }
    load().then(
      node => {
        if (!wanted) return
        setRoot(node)
        told.current(node.row)
        setFocus(node.path)
      },
      (problem: unknown) => {
        if (!isCancelled(problem)) setRoot(undefined)
      },
    )
    return () => {
      wanted = false
    }
  }, [key])

  if (root === undefined) return <Skeleton height={760} text={words.computing} />
  const rows = flat(root)

  const open = (node: Node): void => {
    if (!node.row.opens || node.children !== undefined) return
    void ask(question, node.row).then(({ causes }) =>
      setRoot(now =>
        now === undefined ? now : withChildren(now, node.path, childrenOf(causes, node.path, node.level + 1)),
      ),
    )
  }
  const close = (node: Node): void =>
    setRoot(now => (now === undefined ? now : withChildren(now, node.path, undefined)))
  const go = (node: Node | undefined): void => {
    if (node === undefined) return
    setFocus(node.path)
    grid.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(node.path)}"]`)?.focus()
  }
  const keys = (event: KeyboardEvent): void => {
    const at = rows.findIndex(({ path }) => path === focus)
    const node = rows[at]
    if (node === undefined || !(event.target instanceof HTMLElement) || event.target.tagName === 'BUTTON') return
    const done = (): void => event.preventDefault()
    if (event.key === 'ArrowDown') go(rows[at + 1])
    else if (event.key === 'ArrowUp') go(rows[at - 1])
    else if (event.key === 'Home') go(rows[0])
    else if (event.key === 'End') go(rows.at(-1))
    else if (event.key === 'ArrowRight') {
      if (node.children === undefined) open(node)
      else go(node.children[0])
    } else if (event.key === 'ArrowLeft') {
      if (node.children !== undefined && node.level > 0) close(node)
      else go(rows.slice(0, at).findLast(({ level }) => level < node.level))
    } else if (event.key === 'Enter' || event.key === ' ') pick(node.row, event.target)
    else return
    done()
  }
  return (
    <>
      <div className="scroll tall" tabIndex={0} role="region" aria-label={words.tree}>
        <table className="tree" role="treegrid" aria-label={words.tree} ref={grid} onKeyDown={keys}>
          <thead>
            <tr role="row">
              <th scope="col">{words.quantity}</th>
              <th scope="col">{words.value}</th>
              <th scope="col" className="hide">
                {words.unit}
              </th>
              <th scope="col">
                <Terms text={words.versus} />
              </th>
              <th scope="col">
                <span className="vh">{words.evidence}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(node => (
              <TreeRow
                key={node.path}
                node={node}
                of={node === root ? of : undefined}
                siblings={rows.filter(
                  ({ path, level }) =>
                    level === node.level && path.startsWith(node.path.slice(0, node.path.lastIndexOf('/') + 1)),
                )}
                isFocus={node.path === focus}
                isPicked={picked !== undefined && addressOf(picked) === addressOf(node.row)}
                toggle={() => (node.children === undefined ? open(node) : close(node))}
                pick={place => pick(node.row, place)}
                focus={() => setFocus(node.path)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="src">{words.treeSource(when)}</p>
      <EvidenceKey />
    </>
  )
}

const TreeRow = ({
  node,
  of,
  siblings,
  isFocus,
  isPicked,
  toggle,
  pick,
  focus,
}: {
  readonly node: Node
  readonly of: OfOutcome | undefined
  readonly siblings: readonly Node[]
  readonly isFocus: boolean
  readonly isPicked: boolean
  readonly toggle: () => void
  readonly pick: (place: HTMLElement) => void
  readonly focus: () => void
}) => {
  const { row, level, hot, children } = node
  const { words, language } = useTexts(whyWords)
  const nameOf = useRowName()
  const valueOf = useCauseValue()
  const name = nameOf(row)
  const shown = valueOf(row.value, row)
  const change = row.before === undefined ? undefined : row.value - row.before
  const moved =
    change === undefined
      ? ''
      : change === 0
        ? '0'
        : Number.isFinite(change)
          ? withSign(valueOf(change, row).text, change)
          : ''
  const marks = [
    ...(row.kind in words.kinds ? [words.kinds[row.kind]] : []),
    ...(row.closing ? [words.closing] : []),
    ...(row.together === undefined ? [] : [row.together === 'sum' ? words.sum : words.mean]),
  ]
  const equation = equationInWords(row.texts, language)
  return (
    <tr
      role="row"
      aria-level={level + 1}
      aria-setsize={siblings.length}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-expanded={row.opens ? children !== undefined : undefined}
      aria-selected={isPicked}
      className={hot ? 'hot' : ''}
      data-path={node.path}
      tabIndex={isFocus ? 0 : -1}
      onFocus={focus}
    >
      <td role="gridcell" style={{ '--n': level } as React.CSSProperties}>
        <div className="q">
          {row.opens ? (
            <button
              type="button"
              tabIndex={-1}
              aria-label={children === undefined ? words.open(name) : words.close(name)}
              onClick={toggle}
            >
              {children === undefined ? '▸' : '▾'}
            </button>
          ) : (
            <span />
          )}
          <b>
            {name}
            {marks.length === 0 ? null : <span className="mark"> · {listed(marks, language)}</span>}
          </b>
          {equation === '' || row.kind === 'parameter' ? null : <span className="eq">{equation}</span>}
          {row.symbol === undefined ? null : <span className="sym">{symbolOf(row.symbol)}</span>}
        </div>
      </td>
      <td role="gridcell" {...markOf(of)}>
        {shown.text}
        <small className="in-narrow">{shown.unit}</small>
      </td>
      <td role="gridcell" className="hide">
        {shown.unit}
      </td>
      <td role="gridcell" className="d" {...markOf(of && { ...of, change: 'difference' })}>
        {moved}
      </td>
      <td role="gridcell">
        <Button
          tabIndex={-1}
          className="evb"
          aria-label={words.evidenceFor(name)}
          aria-pressed={isPicked}
          onClick={event => pick(event.currentTarget)}
        >
          <EvidenceDot grade={gradeOf(row)} />
        </Button>
      </td>
    </tr>
  )
}
