/** How settings, assumptions and external paths are written, for messages about those that are written otherwise. */

import type { Both } from '../language/messages.ts'

export const settingForm: Both<string> = {
  en: 'write lever=value, lever=value@start, lever=value@start:ramp or lever=value@start:ramp:end',
  zh: '写法为 lever=值、lever=值@起始、lever=值@起始:过渡年数 或 lever=值@起始:过渡年数:结束',
}
export const assumptionForm: Both<string> = {
  en: 'write parameter=value or parameter[label]=value',
  zh: '写法为 parameter=值 或 parameter[标签]=值',
}
export const pathForm: Both<string> = {
  en: 'write path=value@year, path=value@year,value@year (linear in between) or path=value@year..year; += adds to the path, *= multiplies it, == leaves no uncertainty about it',
  zh: '写法为 path=值@年、path=值@年,值@年（其间线性变化）或 path=值@年..年；+= 表示在原路径上增减，*= 表示乘以倍数，== 表示给定而不留不确定性',
}
/** What to do about a value: about the sign of one in per cent, else about the form. */
export const unlessPercent = (text: string | number, form: Both<string>, percent: Both<string>): Both<string> =>
  /[%％]\s*$/.test(String(text)) ? percent : form
export const leverPercent: Both<string> = {
  en: 'leave out the % sign: the value is in the unit of the lever (`heartland list levers`)',
  zh: '请去掉百分号：数值以政策工具的单位计（见 heartland list levers）',
}
export const parameterPercent: Both<string> = {
  en: 'leave out the % sign: the value is in the unit of the parameter (`heartland list parameters`), and shares are fractions of one',
  zh: '请去掉百分号：数值以参数的单位计（见 heartland list parameters），比例写作小数',
}
export const pathPercent: Both<string> = {
  en: 'leave out the % sign: growth and rates are in % a year, everything else in the unit of the path (`heartland list paths`)',
  zh: '请去掉百分号：增速和利率以每年百分之几计，其余以路径的单位计（见 heartland list paths）',
}
