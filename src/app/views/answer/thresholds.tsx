/** The classes and criteria as they are defined, with thresholds that the reader can move. */

import { classOrder, criteria, standardThresholds, type Thresholds } from '../../../model/criteria.ts'
import { Folded } from '../../charts/folded.tsx'
import { Button } from '../../controls/button.tsx'
import { MeasureThresholds } from '../../controls/threshold.tsx'
import { useTexts } from '../../shell/use.ts'
import { moveThresholds } from '../../state/moved-thresholds.ts'
import { Terms } from '../../shell/terms.tsx'
import { answerWords } from '../../words/answer.ts'
import { classMeanings, classTitles } from '../../words/classes.ts'

export const ThresholdPanel = ({
  thresholds,
  progress,
}: {
  readonly thresholds: Thresholds
  /** Share of the simulations that are read again; undefined when nothing is. */
  readonly progress: number | undefined
}) => {
  const { words, language, numbers } = useTexts(answerWords)
  return (
    <Folded className="tbl thresholds" summary={words.thresholdsTitle}>
      <p className="note">{words.thresholdsNote}</p>
      {progress === undefined ? null : (
        <p className="note" role="status" aria-busy="true">
          {words.thresholdsBusy(numbers.percent(progress, 0))}
        </p>
      )}
      <dl className="criteria">
        {classOrder.map(one => (
          <div key={one}>
            <dt>
              <Terms text={classTitles[language][one]} />
            </dt>
            <dd>{classMeanings[language][one]}</dd>
          </div>
        ))}
      </dl>
      <div className="tsets">
        {criteria.map(({ id, names, measures }) => (
          <fieldset key={id}>
            <legend>
              {id} {names[language]}
            </legend>
            <MeasureThresholds measures={measures} thresholds={thresholds} />
          </fieldset>
        ))}
      </div>
      <Button onClick={() => moveThresholds(standardThresholds)}>{words.resetAll}</Button>
    </Folded>
  )
}
