/** Messages on the written form of a scenario: words, files and links, by code and in both languages. */

import texts from '../texts/scenario.ts'
import { type Both, messageTable, type Of } from '../language/messages.ts'
import { assumptionForm, leverPercent, parameterPercent, settingForm, unlessPercent } from './written-forms.ts'

const parts = {
  value: { en: 'the value', zh: '数值' },
  start: { en: 'the start', zh: '起始时间' },
  ramp: { en: 'the ramp', zh: '过渡年数' },
  end: { en: 'the end', zh: '结束时间' },
} satisfies Record<string, Both<string>>
export type SettingPart = keyof typeof parts

const types: Readonly<Record<string, Both<string>>> = {
  number: { en: 'a number', zh: '数字' },
  string: { en: 'a text', zh: '文本' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
}
const typeName = (type: string | number): Both<string> => types[type] ?? { en: `${type}`, zh: `${type}` }

export const scenarioMessages = messageTable('scenario', texts, {
  notNumber: ({
    whole,
    part,
    text,
  }: {
    readonly whole: string
    readonly part: SettingPart
    readonly text: string
  }) => ({
    en: `'${whole}': ${(parts[part] ?? parts.value).en} '${text}' is not a number; ${unlessPercent(text, settingForm, leverPercent).en}`,
    zh: `“${whole}”：${(parts[part] ?? parts.value).zh}“${text}”不是数字；${unlessPercent(text, settingForm, leverPercent).zh}`,
  }),
  setsNoLever: ({ text }: Of<'text'>) => ({
    en: `'${text}' sets no lever; ${settingForm.en}`,
    zh: `“${text}”未设定政策工具；${settingForm.zh}`,
  }),
  tooManyTimes: ({ text, count }: Of<'text' | 'count'>) => ({
    en: `'${text}' has ${count} times; ${settingForm.en}`,
    zh: `“${text}”有 ${count} 个时间；${settingForm.zh}`,
  }),
  setsNoParameter: ({ text }: Of<'text'>) => ({
    en: `'${text}' sets no parameter; ${assumptionForm.en}`,
    zh: `“${text}”未设定参数；${assumptionForm.zh}`,
  }),
  assumptionNotNumber: ({ whole, text }: Of<'whole' | 'text'>) => ({
    en: `'${whole}': the value '${text}' is not a number; ${unlessPercent(text, assumptionForm, parameterPercent).en}`,
    zh: `“${whole}”：数值“${text}”不是数字；${unlessPercent(text, assumptionForm, parameterPercent).zh}`,
  }),
  assumptionRange: ({
    name,
    value,
    low,
    high,
    unit,
    least,
    most,
  }: Of<'name' | 'value' | 'low' | 'high' | 'unit' | 'least' | 'most'>) => ({
    en: `'${name}' cannot be ${value}: ${low === high ? `it is ${low}` : `it is estimated at ${low} to ${high}`} (${unit}); give a value from ${least} to ${most}`,
    zh: `“${name}”不能为 ${value}：${low === high ? `其值为 ${low}` : `估计在 ${low} 与 ${high} 之间`}（${unit}）；请取 ${least} 至 ${most}`,
  }),
  scenarioMissing: ({ place, type }: Of<'place' | 'type'>) => ({
    en: `${place} is missing; give ${typeName(type).en}`,
    zh: `缺少 ${place}；请填写${typeName(type).zh}`,
  }),
  scenarioType: ({ place, found, type, example }: Of<'place' | 'found' | 'type' | 'example'>) => ({
    en: `${place === '' ? 'the file holds' : `${place} is`} ${found}; give ${typeName(type).en}${example === '' ? '' : `, such as ${example}`}`,
    zh: `${place === '' ? '文件内容' : place} 为 ${found}；请填写${typeName(type).zh}${example === '' ? '' : `，如 ${example}`}`,
  }),
})
