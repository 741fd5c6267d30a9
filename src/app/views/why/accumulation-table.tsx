/** A stock as its value at the start and the flows since then, each with its share; the years are in the table. */

import { HeadedTable } from '../../charts/table.tsx'
import { Heads } from '../../shell/heads.tsx'
import { ChartFigure } from '../../charts/figure.tsx'
import { Section } from '../../shell/head.tsx'
import { useTexts } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { useAnswer } from '../../state/question.ts'
import { equationInWords, variableName } from '../../../model/names/variables.ts'
import { whyWords } from '../../words/why.ts'
import type { TreeQuestion } from './cause-tree.tsx'
import { useCauseValue } from './cause-words.tsx'

/** Smaller flows are told together. */
const mostShown = 8

export const AccumulationTable = ({
  question: { region, policy, assumptions, quantity, step },
  when,
}: {
  readonly question: TreeQuestion
  readonly when: string
}) => {
  const { words, language, numbers } = useTexts(whyWords)
  const valueOf = useCauseValue()
  const { name, closing, labels } = quantity
  const { data } = useAnswer('accumulation', region, { policy, assumptions, asked: { name, closing, labels, step } })
  if (data === undefined || data === null) return null
  const { years, start, end, flows, isRatio } = data
  const unit = { unit: data.unit, name: data.stock }
  const show = (value: number): string => valueOf(value, unit).text
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${show(value)}`
  const change = end - start
  const nameOf = (flow: (typeof flows)[number]): string =>
    flow.name === undefined
      ? flow.text === ''
        ? variableName(data.stock, flow.doc, language)
        : equationInWords([{ role: '', text: flow.text }], language)
      : variableName(flow.name, flow.doc, language)
  const shown = flows.slice(0, mostShown)
  const rest = flows.slice(mostShown)
  const most = Math.max(...flows.map(({ total }) => Math.abs(total)))
  const row = (label: string, total: number, before: number) => (
    <tr key={label}>
      <th scope="row">
        <Terms text={label} />
      </th>
      <td aria-hidden="true">
        <i
          className={total > 0 ? 'in' : 'out'}
          style={{ '--p': (100 * Math.abs(total)) / most } as React.CSSProperties}
        />
      </td>
      <td>{signed(total)}</td>
      <td>{change === 0 ? '–' : numbers.percent(total / change, 0)}</td>
      <td>{signed(total - before)}</td>
    </tr>
  )
  const sum = (pick: (flow: (typeof flows)[number]) => number): number =>
    rest.reduce((all, flow) => all + pick(flow), 0)
  return (
    <Section title={words.accumulation} note={words.accumulationNote(years[0], when)}>
      <ChartFigure
        title={words.accumulationSentence(show(start), show(end), valueOf(end, unit).unit, years[0], when)}
        unit={isRatio ? words.accumulationRatio : undefined}
        className="accum"
        table={() => ({
          head: [words.flow, ...years.map(String), words.total],
          unit: valueOf(end, unit).unit,
          rows: flows.map(flow => [nameOf(flow), ...flow.byYear.map(signed), signed(flow.total)]),
        })}
      >
        <HeadedTable
          scrolled={words.accumulation}
          head={
            <>
              <th scope="col">{words.flow}</th>
              <td />
              <Heads of={[words.total, words.shareOfChange, words.versus]} />
            </>
          }
        >
          {shown.map(flow => row(nameOf(flow), flow.total, flow.totalBefore))}
          {rest.length === 0
            ? null
            : row(
                words.otherFlows(rest.length),
                sum(({ total }) => total),
                sum(({ totalBefore }) => totalBefore),
              )}
        </HeadedTable>
      </ChartFigure>
    </Section>
  )
}
