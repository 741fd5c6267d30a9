/** What is wrong with the setting of a path from outside, by code and in both languages. */

import { messageTable, type Of } from '../language/messages.ts'
import { pathForm, pathPercent, unlessPercent } from './written-forms.ts'

export const pathMessages = messageTable('path', {
  setsNone: ({ text }: Of<'text'>) => ({
    en: `'${text}' does not set an external path; ${pathForm.en}`,
    zh: `“${text}”未设定外部条件路径；${pathForm.zh}`,
  }),
  notNumber: ({ whole, text }: Of<'whole' | 'text'>) => ({
    en: `'${whole}': '${text}' is not a number; ${unlessPercent(text, pathForm, pathPercent).en}`,
    zh: `“${whole}”：“${text}”不是数字；${unlessPercent(text, pathForm, pathPercent).zh}`,
  }),
  outOfBounds: ({ name, value, least, most, unit }: Of<'name' | 'value' | 'least' | 'most' | 'unit'>) => ({
    en: `${name}: ${value} is out of bounds; give a value from ${least} to ${most}${unit === '' ? ', as a factor' : ` (${unit})`}`,
    zh: `${name}：${value} 超出范围；请取 ${least} 至 ${most}${unit === '' ? '（倍数）' : `（${unit}）`}`,
  }),
  tooLow: ({ name, value, year, least, unit }: Of<'name' | 'value' | 'year' | 'least' | 'unit'>) => ({
    en: `${name}: the change takes the path to ${value} in ${year}, and it cannot be below ${least} (${unit}); make the change smaller`,
    zh: `${name}：调整后路径在 ${year} 年为 ${value}，而该路径不可能低于 ${least}（${unit}）；请减小调整幅度`,
  }),
  tooHigh: ({ name, value, year, most, unit }: Of<'name' | 'value' | 'year' | 'most' | 'unit'>) => ({
    en: `${name}: the change takes the path to ${value} in ${year}, and it cannot be above ${most} (${unit}); make the change smaller`,
    zh: `${name}：调整后路径在 ${year} 年为 ${value}，而该路径不可能高于 ${most}（${unit}）；请减小调整幅度`,
  }),
  notInRun: ({ name, from, first, last }: Of<'name' | 'from' | 'first' | 'last'>) => ({
    en: `${name}: ${from} is not in the run; give a year from ${first} to ${last}`,
    zh: `${name}：${from} 不在模拟期内；请填 ${first} 至 ${last} 之间的年份`,
  }),
  wrongYears: ({ name, from, to }: Of<'name' | 'from' | 'to'>) => ({
    en: `${name}: ${from}..${to} is not a range of years; give whole years, the earlier one first`,
    zh: `${name}：${from}..${to} 不是年份区间；请填写整年，起始年在前`,
  }),
  overlap: ({ name }: Of<'name'>) => ({
    en: `${name}: two values apply at the same time; end the years of one before the other begins`,
    zh: `${name}：两个数值的时间重叠；请使前一个在后一个开始前结束`,
  }),
  switchedOff: ({ name, by }: Of<'name' | 'by'>) => ({
    en: `${name}: it has no effect while ${by} is 0; set that too, such as --assume ${by}=1`,
    zh: `${name}：${by} 为 0 时没有任何影响；请同时设定，例如 --assume ${by}=1`,
  }),
  onlyReported: ({ name, outcomes }: Of<'name' | 'outcomes'>) => ({
    en: `${name}: nothing but ${outcomes} depends on it`,
    zh: `${name}：除 ${outcomes} 外，没有变量取决于该路径`,
  }),
  notByArea: ({ name, area }: Of<'name' | 'area'>) => ({
    en: `${name} is the same for all areas; leave out [${area}]`,
    zh: `${name} 对各地区相同；请去掉 [${area}]`,
  }),
})
