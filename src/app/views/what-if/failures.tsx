/** Under which conditions the open scenario misses its targets: sentences, their trade-off, and a tree. */

import type { Discovery } from '../../../analysis/policies/discover/discover.ts'
import { treeOf, type TreeLine } from '../../../analysis/policies/discover/tree.ts'
import { DataTable } from '../../charts/figure.tsx'
import { Folded } from '../../charts/folded.tsx'
import { Scrolled } from '../../charts/table.tsx'
import { useLanguage, useTexts } from '../../shell/use.ts'
import goalWords from '../../../texts/app/goal.ts'

const Branch = ({ line }: { readonly line: TreeLine }) => {
  const language = useLanguage()
  return (
    <li>
      {line.text[language]}
      {line.children.length === 0 ? null : (
        <ul>
          {line.children.map(child => (
            <Branch key={child.text.en} line={child} />
          ))}
        </ul>
      )}
    </li>
  )
}

export const Failures = ({ found }: { readonly found: Discovery }) => {
  const { words, language, numbers } = useTexts(goalWords)
  const { failures, members, inputs, messages, boxes, tradeOff, tree } = found
  const share = (value: number): string => numbers.percent(value, 0)
  const whole = (value: number): string => numbers.plain(value, 0)
  const steps = tradeOff
    .map((step, at) => ({ ...step, at }))
    .filter(({ at }) => at % 5 === 0 || at === tradeOff.length - 1)
  return (
    <div role="status">
      {boxes.length === 0 ? null : <p>{words.missedIn(whole(failures), whole(members), whole(inputs))}</p>}
      <ol className="failures">
        {messages.map(({ text }) => (
          <li key={text.en}>{text[language]}</li>
        ))}
      </ol>
      {boxes.length === 0 ? null : (
        <>
          <p className="note">{words.missedNote}</p>
          <Folded summary={words.tradeOff}>
            <Scrolled label={words.tradeOff}>
              <DataTable
                table={() => ({
                  head: [words.step, words.coverage, words.density, words.mass, words.inputs],
                  rows: steps.map(({ at, coverage, density, mass, inputs: used }) => [
                    whole(at),
                    share(coverage),
                    share(density),
                    share(mass),
                    whole(used),
                  ]),
                })}
              />
            </Scrolled>
          </Folded>
        </>
      )}
      {tree.split === undefined ? null : (
        <Folded summary={words.tree}>
          <ul className="tree">
            <Branch line={treeOf(found)} />
          </ul>
        </Folded>
      )}
    </div>
  )
}
