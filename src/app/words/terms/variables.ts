/** Names of variables and equations as readers see them: in Chinese where they have a name there, else from the model. */

import type { Both, Language } from '../language.ts'
import { leverNames } from './levers.ts'
import { parameterName } from './parameters.ts'
import { chineseVariables } from './variables-chinese.ts'

/** Labels of dimensions as readers see them; areas have their names from the region. */
export const labelNames: Both<Readonly<Record<string, string>>> = {
  en: { young: 'under 40', middle: '40–59', old: '60 and over', state: 'state firms', private: 'private firms' },
  zh: { young: '39 岁及以下', middle: '40–59 岁', old: '60 岁及以上', state: '国有企业', private: '民营企业' },
}

/** The name itself, or that of what it is the start of, the step before or the base year of (house rule on suffixes). */
const inChinese = (name: string): string | undefined => {
  const named = parameterName(name, '', 'zh')
  const own = chineseVariables[name] ?? leverNames.zh[name] ?? (named === '' ? undefined : named)
  if (own !== undefined) return own
  const [, stem = '', suffix = ''] = /^(\w+?)(Start|Before|BaseYear)$/.exec(name) ?? []
  const known = chineseVariables[stem] ?? (stem === '' ? undefined : chineseVariables[`${stem}Now`])
  if (known === undefined) return undefined
  return suffix === 'Start' ? `起点${known}` : suffix === 'Before' ? `上期${known}` : `基年${known}`
}

/** A variable by its sentence in the model, or by its name in Chinese where it has one. */
export const variableName = (name: string, doc: string, language: Language): string =>
  language === 'zh' ? (inChinese(name) ?? doc) : doc

/** 'publicInvestmentReal' -> 'public investment real'. */
export const spelt = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()

/** Words of the equation language in Chinese. */
const keywords: Readonly<Record<string, string>> = {
  closing: '期末',
  inflow: '流入',
  outflow: '流出',
  initial: '初值',
  next: '下期',
  growth: '增长',
  time: '时间',
  timeStep: '步长',
  startTime: '起点',
  if: '若',
  and: '且',
  or: '或',
  change: '变动',
}

/** An equation with its names spelt out, or in Chinese where they are known. */
export const equationInWords = (text: string, language: Language): string =>
  text
    .replaceAll(/\{[^}]*\}/g, '')
    // Guards against dividing by nothing say nothing to a reader.
    .replaceAll(/max\(([^(),]+), *1e-9\)/g, '$1')
    .replaceAll(/\bsum\(([^(),]+)(?:, *[a-z, ]+)?\)/g, 'Σ $1')
    .replaceAll(/\b[a-z][A-Za-z0-9]*\b/g, name =>
      language === 'zh' ? (keywords[name] ?? inChinese(name) ?? spelt(name)) : spelt(name),
    )
    .replaceAll('*', ' × ')
    .replaceAll(/\s*\/\s*/g, ' / ')
