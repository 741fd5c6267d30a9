/** Numbers of a simulation that analyses rank: an outcome at a time, or a word of the verdict. */

import { messages as say } from '../../texts/scalars.ts'
import { UsageError, type Both } from '../../language/messages.ts'
import { messages as analysisMessages } from '../../texts/analysis.ts'
import { type Shown, shownAs } from '../explain/shown.ts'
import { declaredOutcomes } from '../../engine/recording.ts'
import { parseOutcome } from '../../engine/outcome-address.ts'
import {
  classOrder,
  classWords,
  criteria,
  criterionIds,
  criterionText,
  type FutureClass,
} from '../../model/criteria.ts'
import { windowTo } from '../../model/measures.ts'
import { variableName } from '../../model/names/variables.ts'
import { unknownWord } from '../../language/usage.ts'
import { type OpenRegion, timeOf } from '../region/simulation.ts'
import { verdictSeries } from './fold.ts'
import type { TrialReading } from '../policies/goal/trials.ts'

/** 'debtToGdp[CN-LN]@2035' -> 'debtToGdp' */
const variableIn = (text: string): string => text.replace(/[[@].*$/, '').trim()

const verdictWords: readonly string[] = ['score', ...classOrder, ...criterionIds, 'recession']

/** The reading that is meant; complains of anything else. */
export const scalarReading = (open: OpenRegion, text: string): TrialReading => {
  if (verdictWords.includes(text)) {
    if (verdictSeries(open) !== undefined) return { verdict: text }
    throw new UsageError(analysisMessages.noVerdict({ text }))
  }
  const name = variableIn(text)
  if (!open.linked.variables.has(name)) {
    const known = [...verdictWords, ...declaredOutcomes(open.linked)]
    throw unknownWord('outcome', name, known, { shown: ['name@year', ...verdictWords] })
  }
  return { outcome: parseOutcome(open.linked, text, timeOf(open)) }
}

/** "Criteria met, of 8". */
export const scalarTitle = ({ linked }: OpenRegion, text: string): Both<string> => {
  if (text === 'score') return say.score({ count: criteria.length }).text
  if (classOrder.includes(text as FutureClass)) {
    const { names } = classWords[text as FutureClass]
    return say.inClass({ name: names }).text
  }
  if (text === 'recession') return say.recession({ from: windowTo - 1, to: windowTo }).text
  const criterion = criteria.find(({ id }) => id === text)
  if (criterion !== undefined)
    return {
      en: `${text} ${criterion.names.en}: ${criterionText(criterion, 'en')}`,
      zh: `${text} ${criterion.names.zh}：${criterionText(criterion, 'zh')}`,
    }
  const name = variableIn(text)
  const doc = linked.variables.get(name)?.doc ?? text
  return { en: doc, zh: variableName(name, doc, 'zh') }
}

/** Its scale, and the units of it and of its changes: of the verdict a share of the simulations, but for the score, which counts criteria. */
export const scalarShown = ({ linked }: OpenRegion, text: string): Both<Shown> => {
  const plain: Shown = { unit: '', changeUnit: '', scale: 1, digits: 2 }
  if (text === 'score') return { en: plain, zh: plain }
  const name = variableIn(text)
  const unit = linked.variables.get(name)?.unitText ?? 'share'
  return { en: shownAs(name, unit, 'en'), zh: shownAs(name, unit, 'zh') }
}
