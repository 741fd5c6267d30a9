/** One assumption: the same control in berry with a diamond, its grade, and the prior as a curve on the slider's scale. */

import { memo, useMemo } from 'react'
import { priorQuantile } from '../../engine/distributions.ts'
import type { Prior } from '../../language/declare.ts'
import { EvidenceDot } from '../charts/evidence.tsx'
import { useLanguage, useNumbers, useWords } from '../shell/use.ts'
import { answerWords } from '../words/answer.ts'
import { parameterName } from '../words/terms/parameters.ts'
import { unitWords } from '../words/terms/units.ts'
import { whatIfWords } from '../words/what-if.ts'
import type { ParameterAbout } from '../worker/answers/about.ts'
import { Slider } from './slider.tsx'
import { stepDigits, stepOf } from './steps.ts'

/** From the 1 to the 99 % point of the prior. */
export const boundsOf = (prior: Prior): readonly [number, number] => [
  priorQuantile(prior, 0.01),
  priorQuantile(prior, 0.99),
]

const width = 300
const height = 40
const base = 36

/** The density of a prior over its slider, from differences of its quantiles. */
export const priorCurve = (prior: Prior): string => {
  const [low, high] = boundsOf(prior)
  const points: Array<readonly [number, number]> = []
  const parts = 60
  for (let part = 0; part < parts; part++) {
    const from = priorQuantile(prior, 0.01 + (0.98 * part) / parts)
    const to = priorQuantile(prior, 0.01 + (0.98 * (part + 1)) / parts)
    if (to > from) points.push([(from + to) / 2, 1 / (to - from)])
  }
  const most = Math.max(...points.map(([, density]) => density))
  return points
    .map(([value, density], at) => {
      const x = ((value - low) / (high - low)) * width
      return `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(base - (density / most) * (base - 6)).toFixed(1)}`
    })
    .join('')
}

export interface AssumptionProps {
  readonly parameter: ParameterAbout
  readonly value: number | undefined
  readonly preview: (name: string, value: number | undefined) => void
  readonly commit: (name: string, value: number | undefined) => void
}

export const Assumption = memo(({ parameter, value, preview, commit }: AssumptionProps) => {
  const words = useWords(whatIfWords)
  const { gradeNames } = useWords(answerWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const { name, doc, prior, unit, evidence } = parameter
  const bounds = useMemo(() => boundsOf(prior), [prior])
  const curve = useMemo(() => priorCurve(prior), [prior])
  const { scale, text } = unitWords(unit, language)
  const digits = stepDigits(stepOf(bounds) * scale)
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
      <svg className="prior" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
        <path className="area" d={`${curve}L${width} ${base}L0 ${base}z`} />
        <path className="curve" d={curve} />
        <path className="axis" d={`M0 ${base}H${width}`} />
      </svg>
      {value === undefined ? null : <p className="note">{words.assumption(gradeNames[evidence])}</p>}
    </div>
  )
})
