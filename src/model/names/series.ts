/**
 * Series of regions that the model has no sentence on (texts/series.csv); in Chinese where their name differs from
 * that of the variable.
 */

import type { Language } from '../../language/messages.ts'
import englishSeries from '../../texts/series.en.ts'
import chineseSeries from '../../texts/series.zh.ts'
import { chineseName } from './names.ts'
import { labelName } from './parameters.ts'
import { variableName } from './variables.ts'

/** 'robotStock' -> 'robot stock': names that nobody has described yet. */
const spelt = (name: string): string => name.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()

/** A figure, path or series in words; `doc` is the model's sentence, where it has one. */
export const figureName = (name: string, doc: string | undefined, language: Language): string =>
  (language === 'zh' ? (chineseSeries[name] ?? chineseName(name)) : englishSeries[name]) ??
  doc ??
  englishSeries[name] ??
  spelt(name)

/** A figure, path, series or label in Chinese with the labels of its row ('firm=state'); '' where it has no name. */
export const figureInChinese = (name: string, labels: string): string => {
  const shown = labelName(name, 'zh')
  const text = chineseSeries[name] ?? (variableName(name, '', 'zh') || (shown === name ? '' : shown))
  const own = labels.split(';').flatMap(part => part.split('=')[1]?.trim() ?? [])
  return own.length === 0 ? text : `${text}（${own.map(label => labelName(label, 'zh')).join('，')}）`
}
