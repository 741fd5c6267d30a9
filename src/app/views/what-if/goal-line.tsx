/** The target line on the main chart while "What would it take?" is open. */

import type { ReactNode } from 'react'
import { indicatorOf, type OutcomeId, indicatorWords } from '../../../outcomes/catalogue.ts'
import type { Frame, Scales } from '../../charts/geometry.ts'
import { TargetLine } from '../../charts/target-line.tsx'
import { useWords, useTexts } from '../../shell/use.ts'
import { useGoal } from '../../state/goal.ts'
import goalWords from '../../../texts/app/goal.ts'

/** What the chart draws over itself; nothing where it has no target. */
export const useTargetLine = (id: OutcomeId): ((scales: Scales, frame: Frame) => ReactNode) | undefined => {
  const { words, language, numbers } = useTexts(goalWords)
  const title = useWords(indicatorWords)[id]
  const { open, target } = useGoal()
  if (!open || target?.id !== id) return undefined
  const indicator = indicatorOf(id)
  const scale = indicator.shown[language].scale
  const digits = indicator.shown[language].changeDigits
  const value = target.bound * scale
  const sign = target.atLeast ? '≥' : '≤'
  return (scales, frame) => (
    <TargetLine
      value={value}
      year={target.year}
      step={10 ** -digits}
      label={words.line(title.title, target.year)}
      text={`${sign} ${numbers.plain(value, digits)}`}
      scales={scales}
      frame={frame}
      move={next => useGoal.setState({ target: { ...target, bound: Number(((next || 0) / scale).toPrecision(9)) } })}
    />
  )
}
