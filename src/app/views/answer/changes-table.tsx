/** What each package changes: paired differences to current policy, with their bands and the chance of being better. */

import { scaleLinear } from 'd3-scale'
import { ChartMenu } from '../../charts/figure.tsx'
import { type ChangeIndicator, changeIndicators } from '../../../analysis/changes.ts'
import { indicatorOf } from '../../../analysis/outcomes.ts'
import type { Answer, PackageAnswer } from '../../../analysis/verdict.ts'
import { windowFrom, windowTo } from '../../../model/measures.ts'
import { HeadedTable } from '../../charts/table.tsx'
import { Section } from '../../shell/head.tsx'
import { Terms } from '../../shell/terms.tsx'
import { useTerms, useTexts } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { packageWords } from '../../words/terms/packages.ts'
import { PackageName } from './package-name.tsx'

/** From this chance on a change is told apart from none. */
const clear = 0.9

const ChangeCell = ({
  package: policyPackage,
  indicator: { indicator, as, digits },
  reach,
  name,
}: {
  readonly package: PackageAnswer
  readonly indicator: ChangeIndicator
  /** The furthest that any package goes either way: all bands of a row are on one scale. */
  readonly reach: readonly [number, number]
  /** Of the package: stands in the cell where a phone leaves no room for a head. */
  readonly name: string
}) => {
  const { words, numbers } = useTexts(answerWords)
  const { low, median, high, chanceBetter } = policyPackage.changes[indicator]
  const factor = as === 'percent' ? 100 : indicatorOf(indicator).shown.scale
  const show = (value: number): string => numbers.signed(value * factor, digits)
  const x = scaleLinear([...reach], [2, 98])
  const word = chanceBetter >= clear ? 'gain' : chanceBetter <= 1 - clear ? 'loss' : 'open'
  return (
    <td className={word} data-of={name}>
      <b>{show(median)}</b>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path className="nil" d={`M${x(0)} 0V10`} />
        <path className="span" d={`M${x(low)} 5H${Math.max(x(high), x(low) + 1)}`} />
        <path className="mid" d={`M${x(median)} 1V9`} />
      </svg>
      <small>{words.range(show(low), show(high))}</small>
      <span className="vh">{words.better(numbers.percent(chanceBetter, 0))}</span>
    </td>
  )
}

export const ChangesTable = ({ answer }: { readonly answer: Answer }) => {
  const { words, language, numbers } = useTexts(answerWords)
  const indicators = useTerms(indicatorWords)
  const packages = answer.packages.slice(1)
  const table = {
    head: [
      words.indicator,
      ...packages.flatMap(({ id }) => {
        const { name } = packageWords[language][id]
        return [name, ...[0.1, 0.9].map(share => `${name} ${numbers.percent(share, 0)}`)]
      }),
    ],
    rows: changeIndicators.map(({ indicator, as, digits }) => [
      `${indicators[indicator].title}, ${as === 'percent' ? words.asPercent : words.asPoints}`,
      ...packages.flatMap(({ changes }) => {
        const { low, median, high } = changes[indicator]
        const factor = as === 'percent' ? 100 : indicatorOf(indicator).shown.scale
        return [median, low, high].map(value => numbers.signed(value * factor, digits))
      }),
    ]),
  }
  return (
    <Section title={words.changesTitle} note={words.changesNote(windowFrom, windowTo)}>
      <HeadedTable
        scrolled={words.changesTitle}
        className="changes stacks"
        head={
          <>
            <th scope="col">{words.indicator}</th>
            {packages.map(policyPackage => (
              <th key={policyPackage.id} scope="col">
                <PackageName package={policyPackage} />
                <small>{packageWords[language][policyPackage.id].gloss}</small>
              </th>
            ))}
          </>
        }
      >
        {changeIndicators.map(one => (
          <tr key={one.indicator}>
            <th scope="row">
              <Terms text={indicators[one.indicator].title} />
              <small>
                {one.as === 'percent' ? words.asPercent : words.asPoints}
                {one.better === 'lower' ? words.lowerBetter : ''}
              </small>
            </th>
            {packages.map(policyPackage => (
              <ChangeCell
                key={policyPackage.id}
                package={policyPackage}
                name={packageWords[language][policyPackage.id].name}
                indicator={one}
                reach={[
                  Math.min(0, ...packages.map(({ changes }) => changes[one.indicator].low)),
                  Math.max(0, ...packages.map(({ changes }) => changes[one.indicator].high)),
                ]}
              />
            ))}
          </tr>
        ))}
      </HeadedTable>
      <ChartMenu title={words.changesTitle} table={() => table} />
    </Section>
  )
}
