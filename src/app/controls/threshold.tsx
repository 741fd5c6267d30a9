/** The thresholds of the measures of a criterion, which the reader can move. */

import { standardThresholds, type Thresholds } from '../../model/criteria.ts'
import type { Measure } from '../../model/measures.ts'
import { useTexts } from '../shell/use.ts'
import { moveThresholds } from '../state/moved-thresholds.ts'
import { answerWords } from '../words/answer.ts'
import { Slider } from './slider.tsx'
import { raised } from '../../language/typeset.ts'

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
  const { words, language, numbers } = useTexts(answerWords)
  const { names, threshold, shown, better, margin } = measure
  const plain = (one: number): string => numbers.plain(one * shown.scale, shown.digits)
  const show = (one: number, withUnit: boolean): string =>
    withUnit ? `${plain(one)}${language === 'zh' ? '' : ' '}${shown.unit[language]}` : plain(one)
  const sign = better === 'higher' ? '≥' : '≤'
  return (
    <div className={`lev${value === threshold.standard ? ' same' : ''}`}>
      <Slider
        name={raised(names[language])}
        mark={sign}
        bounds={boundsOf(measure)}
        standard={threshold.standard}
        value={value}
        moved={value !== threshold.standard}
        show={show}
        standardText={plain(threshold.standard)}
        scale={shown.scale}
        resetText={words.toStandard}
        preview={() => {}}
        commit={move}
      />
      <small className="note">{words.margin(plain(margin))}</small>
    </div>
  )
}

export const MeasureThresholds = ({
  measures,
  thresholds,
}: {
  readonly measures: readonly Measure[]
  readonly thresholds: Thresholds
}) =>
  measures.map(measure => (
    <MeasureThreshold
      key={measure.id}
      measure={measure}
      value={thresholds[measure.id]}
      move={value => moveThresholds({ ...thresholds, [measure.id]: value ?? standardThresholds[measure.id] })}
    />
  ))
