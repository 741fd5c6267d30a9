/** The classes and criteria as they are defined, with thresholds that the reader can move. */

import { classOrder, criteria, standardThresholds, type Thresholds } from '../../../model/criteria.ts'
import { Folded } from '../../charts/folded.tsx'
import { Button } from '../../controls/button.tsx'
import { MeasureThreshold } from '../../controls/threshold.tsx'
import { useTexts } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { answerWords } from '../../words/answer.ts'
import { classMeanings, classTitles } from '../../words/terms/classes.ts'

export const ThresholdPanel = ({
  thresholds,
  move,
  progress,
}: {
  readonly thresholds: Thresholds
  readonly move: (thresholds: Thresholds) => void
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
            {measures.map(measure => (
              <MeasureThreshold
                key={measure.id}
                measure={measure}
                value={thresholds[measure.id]}
                move={value => move({ ...thresholds, [measure.id]: value ?? standardThresholds[measure.id] })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <Button onClick={() => move(standardThresholds)}>{words.resetAll}</Button>
    </Folded>
  )
}
