/** Control for one assumption: slider, evidence grade, and the prior distribution on the scale of the slider. */

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
import { shownDigits, stepOf } from './steps.ts'

/** From the 2 to the 98 % point: nothing is drawn beyond. */
const boundsOf = (prior: Prior): readonly [number, number] => [priorQuantile(prior, 0.02), priorQuantile(prior, 0.98)]

const width = 300
const height = 40
const base = 36

/** Density of a prior up to a factor: a normal on each side of the central value, which need not meet there. */
const density = ({ low, central, high }: Prior, value: number): number => {
  const side = value < central ? central - low : high - central
  const score = (1.2816 * (value - central)) / side
  return side === 0 ? 0 : Math.exp((-score * score) / 2) / side
}

/** The prior as a curve over its slider. */
const priorCurve = (prior: Prior): string => {
  const [low, high] = boundsOf(prior)
  const parts = 60
  const values = Array.from({ length: parts + 1 }, (_, part) => low + ((high - low) * part) / parts)
  const most = Math.max(...values.map(value => density(prior, value)))
  return values
    .map((value, at) => {
      const x = ((value - low) / (high - low)) * width
      return `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(base - (density(prior, value) / most) * (base - 6)).toFixed(1)}`
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
      <svg className="prior" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
        <path className="area" d={`${curve}L${width} ${base}L0 ${base}z`} />
        <path className="curve" d={curve} />
        <path className="axis" d={`M0 ${base}H${width}`} />
      </svg>
      {value === undefined ? null : <p className="note">{words.assumption(gradeNames[evidence])}</p>}
    </div>
  )
})
