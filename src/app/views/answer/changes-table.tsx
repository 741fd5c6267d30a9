/** What each package changes: paired differences to current policy, with their bands and the chance of being better. */

import { type ChangeIndicator, changeIndicators } from '../../../analysis/changes.ts'
import { indicatorOf } from '../../../analysis/outcomes.ts'
import type { Answer, PlaybookAnswer } from '../../../analysis/verdict.ts'
import { windowFrom, windowTo } from '../../../model/measures.ts'
import { Section } from '../../shell/head.tsx'
import { useLanguage, useNumbers, useTerms, useWords } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { playbookWords } from '../../words/terms/playbooks.ts'

/** From this chance on a change is told apart from none. */
const clear = 0.9

const ChangeCell = ({
  playbook,
  indicator: { indicator, as, digits },
}: {
  readonly playbook: PlaybookAnswer
  readonly indicator: ChangeIndicator
}) => {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const { low, median, high, chanceBetter } = playbook.changes[indicator]
  const factor = as === 'percent' ? 100 : indicatorOf(indicator).shown.scale
  const show = (value: number): string => numbers.signed(value * factor, digits)
  const word = chanceBetter >= clear ? 'gain' : chanceBetter <= 1 - clear ? 'loss' : 'open'
  return (
    <td className={word}>
      <b>{show(median)}</b>
      <small>{words.range(show(low), show(high))}</small>
      <small>{words.better(numbers.percent(chanceBetter, 0))}</small>
    </td>
  )
}

export const ChangesTable = ({ answer }: { readonly answer: Answer }) => {
  const words = useWords(answerWords)
  const language = useLanguage()
  const indicators = useTerms(indicatorWords)
  const packages = answer.playbooks.slice(1)
  return (
    <Section title={words.changesTitle} note={words.changesNote(windowFrom, windowTo)}>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.changesTitle}>
        <table className="changes">
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              {packages.map(({ id }) => (
                <th key={id} scope="col">
                  {id} {playbookWords[language][id].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changeIndicators.map(one => (
              <tr key={one.indicator}>
                <th scope="row">
                  {indicators[one.indicator].title}
                  <small>
                    {one.as === 'percent' ? words.asPercent : words.asPoints}
                    {one.better === 'lower' ? words.lowerBetter : ''}
                  </small>
                </th>
                {packages.map(playbook => (
                  <ChangeCell key={playbook.id} playbook={playbook} indicator={one} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
