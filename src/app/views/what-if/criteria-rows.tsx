/** Reasons for the outcome: each measure of each criterion with its threshold, its simulations and its chance. */

import { scaleLinear } from 'd3-scale'
import type { Band } from '../../../analysis/words/numbers.ts'
import { criteria, standardThresholds } from '../../../model/criteria.ts'
import { type Measure, windowFrom, windowTo } from '../../../model/measures.ts'
import { Button } from '../../controls/button.tsx'
import { MeasureThresholds } from '../../controls/threshold.tsx'
import { useLanguage, useNumbers, useSaid, useTexts, useWords } from '../../shell/use.ts'
import type { BandState } from '../../state/live.ts'
import { moveThresholds } from '../../state/moved-thresholds.ts'
import { thresholdsOf } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import { answerWords } from '../../words/answer.ts'
import { criterionWords } from '../../words/classes.ts'
import { whatIfWords } from '../../words/what-if.ts'

const width = 200
const height = 30

const Strip = ({
  measure,
  threshold,
  own,
  nothing,
}: {
  readonly measure: Measure
  readonly threshold: number
  readonly own: Band | undefined
  readonly nothing: Band
}) => {
  const numbers = useNumbers()
  const language = useLanguage()
  const { names, shown, better } = measure
  const bands = own === undefined ? [nothing] : [own, nothing]
  const ends = [threshold, ...bands.flatMap(({ low, high }) => [low, high])]
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [6, width - 6])
  const show = (value: number): string => numbers.plain(value * shown.scale, shown.digits)
  const unit = `${language === 'zh' ? '' : ' '}${shown.unit[language]}`
  const said = `${names[language]}: ${bands.map(({ low, median, high }) => `${show(median)} (${show(low)}–${show(high)})`).join(' / ')}${unit}, ${better === 'higher' ? '≥' : '≤'} ${show(threshold)}`
  const met = x.range()[better === 'higher' ? 1 : 0]
  return (
    <div className="measure">
      <small>
        {names[language]} {better === 'higher' ? '≥' : '≤'} {show(threshold)}
        {unit}
      </small>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={useSaid(said)} preserveAspectRatio="none">
        <rect
          className="met"
          x={Math.min(x(threshold), met)}
          width={Math.abs(met - x(threshold))}
          y="0"
          height={height}
        />
        {bands.map((band, at) => {
          const kind = own !== undefined && at === 0 ? 'pol' : 'base'
          const y = bands.length === 1 ? 15 : at === 0 ? 9 : 21
          return (
            <g key={kind} className={kind}>
              <path className="span" d={`M${x(band.low)} ${y}H${x(band.high)}`} />
              <path className="mid" d={`M${x(band.median)} ${y - 4}v8`} />
            </g>
          )
        })}
        <path className="limit" d={`M${x(threshold)} 0V${height}`} />
      </svg>
    </div>
  )
}

export const CriteriaRows = ({
  bands: { policy, nothing },
  empty,
}: {
  readonly bands: BandState
  readonly empty: boolean
}) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const answer = useWords(answerWords)
  const moved = useStore(state => state.draft.thresholds)
  const thresholds = thresholdsOf({ thresholds: moved })
  return (
    <section className="sec crits">
      <div className="head">
        <h2>{words.criteriaTitle}</h2>
        <p>{words.criteriaNote(windowFrom, windowTo)}</p>
        {moved === undefined ? null : (
          <p role="status">
            {words.thresholdsMoved(Object.keys(moved).length)}{' '}
            <Button className="link" onClick={() => moveThresholds(standardThresholds)}>
              {answer.resetAll}
            </Button>
          </p>
        )}
      </div>
      <ol>
        {criteria.map(({ id, measures }) => (
          <li key={id}>
            <b>
              {id} {criterionWords[language][id].name}
            </b>
            <div>
              {measures.map(measure => (
                <Strip
                  key={measure.id}
                  measure={measure}
                  threshold={thresholds[measure.id]}
                  own={empty ? undefined : policy.measures[measure.id]}
                  nothing={nothing.measures[measure.id]}
                />
              ))}
              <details className="thresholds">
                <summary>{words.moveThreshold(criterionWords[language][id].name)}</summary>
                <MeasureThresholds measures={measures} thresholds={thresholds} />
              </details>
            </div>
            <span>{words.criterionMet(numbers.chance(policy.criteria[id]), numbers.chance(nothing.criteria[id]))}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
