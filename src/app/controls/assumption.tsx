/** Control for one assumption: slider, evidence grade, and the middle of its prior distribution on the scale of the slider. */

import { memo, useMemo } from 'react'
import { priorQuantile } from '../../engine/distributions.ts'
import type { Prior } from '../../language/declare.ts'
import { EvidenceDot } from '../charts/evidence.tsx'
import { useTexts, useWords } from '../shell/use.ts'
import { answerWords } from '../words/answer.ts'
import { parameterName } from '../../model/names/parameters.ts'
import { unitWords } from '../../model/names/units.ts'
import { whatIfWords } from '../words/what-if.ts'
import type { ParameterAbout } from '../worker/answers/about.ts'
import { Slider } from './slider.tsx'
import { shownDigits, stepOf } from './steps.ts'

/** From the 2 to the 98 % point: nothing is drawn beyond. */
const boundsOf = (prior: Prior): readonly [number, number] => [priorQuantile(prior, 0.02), priorQuantile(prior, 0.98)]

const width = 300

/** Between which values a share of the draws lies, along the slider: as two places of it. */
const middleOf = (prior: Prior, share: number): readonly [number, number] => {
  const [low, high] = boundsOf(prior)
  const place = (u: number): number => ((priorQuantile(prior, u) - low) / (high - low)) * width
  return [place(0.5 - share / 2), place(0.5 + share / 2)]
}

export interface AssumptionProps {
  readonly parameter: ParameterAbout
  readonly value: number | undefined
  readonly preview: (name: string, value: number | undefined) => void
  readonly commit: (name: string, value: number | undefined) => void
}

export const Assumption = memo(({ parameter, value, preview, commit }: AssumptionProps) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const { gradeNames } = useWords(answerWords)
  const { name, doc, prior, unit, evidence } = parameter
  const bounds = useMemo(() => boundsOf(prior), [prior])
  const middles = useMemo(() => [0.8, 0.5].map(share => middleOf(prior, share)), [prior])
  const { scale, text } = unitWords(unit, language)
  const digits = shownDigits(stepOf(bounds) * scale, prior.central * scale)
  const show = (number: number, withUnit: boolean): string =>
    `${numbers.plain(number * scale, digits)}${withUnit ? text : ''}`
  return (
    <div className={`lev assume${value === undefined ? ' standard' : ''}`}>
      <Slider
        name={parameterName(name, doc, language)}
        mark={<EvidenceDot grade={evidence} />}
        bounds={bounds}
        standard={prior.central}
        value={value ?? prior.central}
        moved={value !== undefined}
        show={show}
        scale={scale}
        standardText={words.standard(show(prior.central, false))}
        resetText={words.backStandard}
        preview={next => preview(name, next)}
        commit={next => commit(name, next)}
      />
      <svg className="prior" viewBox={`0 0 ${width} 10`} aria-hidden="true" preserveAspectRatio="none">
        <path className="axis" d={`M0 5H${width}`} />
        {middles.map(([from, to]) => (
          <rect key={from} x={from} width={to - from} y="1" height="8" />
        ))}
      </svg>
      {value === undefined ? null : <p className="note">{words.assumption(gradeNames[evidence])}</p>}
    </div>
  )
})
