/** The classes and criteria as they are defined, with thresholds that the reader can move. */

import { classOrder, criteria, standardThresholds, type Thresholds } from '../../../model/criteria.ts'
import type { Measure } from '../../../model/measures.ts'
import { Slider } from '../../controls/slider.tsx'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import { classMeanings, classTitles } from '../../words/terms/classes.ts'

/** As far beyond the lenient and the strict threshold as they are apart. */
const boundsOf = ({ threshold: { lenient, strict } }: Measure): readonly [number, number] => {
  const reach = Math.abs(strict - lenient)
  const ends = [Math.min(lenient, strict) - reach, Math.max(lenient, strict) + reach]
  const digits = Math.max(0, 2 - Math.floor(Math.log10(reach)))
  const [low, high] = ends.map(end => Number(end.toFixed(digits)))
  return [low, high]
}

const MeasureThreshold = ({
  measure,
  value,
  move,
}: {
  readonly measure: Measure
  readonly value: number
  readonly move: (value: number | undefined) => void
}) => {
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const { names, threshold, shown, better, margin } = measure
  const unit = shown.unit[language]
  const space = language === 'zh' ? '' : ' '
  const show = (one: number, withUnit: boolean): string =>
    `${numbers.plain(one * shown.scale, shown.digits)}${withUnit ? `${space}${unit}` : ''}`
  const title = names[language].charAt(0).toUpperCase() + names[language].slice(1)
  const sign = better === 'higher' ? '≥' : '≤'
  return (
    <div className={`lev${value === threshold.standard ? ' same' : ''}`}>
      <Slider
        name={title}
        mark={sign}
        bounds={boundsOf(measure)}
        standard={threshold.standard}
        value={value}
        moved={value !== threshold.standard}
        show={show}
        standardText={show(threshold.standard, false)}
        scale={shown.scale}
        resetText={words.toStandard}
        preview={() => {}}
        commit={move}
      />
      <small className="note">{words.margin(show(margin, false))}</small>
    </div>
  )
}

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
  const words = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  return (
    <details className="tbl thresholds">
      <summary>{words.thresholdsTitle}</summary>
      <p className="note">{words.thresholdsNote}</p>
      {progress === undefined ? null : (
        <p className="note" role="status" aria-busy="true">
          {words.thresholdsBusy(numbers.percent(progress, 0))}
        </p>
      )}
      <dl className="criteria">
        {classOrder.map(one => (
          <div key={one}>
            <dt>{classTitles[language][one]}</dt>
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
      <button type="button" className="btn" onClick={() => move(standardThresholds)}>
        {words.resetAll}
      </button>
    </details>
  )
}
