/** What is wrong with a scenario as it is written: words, files and links, by code and in both languages. */

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

export const scenarioMessages = messageTable('scenario', {
  emptyFile: ({ file }: Of<'file'>) => ({
    en: `${file} is empty; save the scenario again`,
    zh: `${file} 为空；请重新保存情景`,
  }),
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
  laterWithoutStart: ({ whole, text }: Of<'whole' | 'text'>) => ({
    en: `'${whole}': '${text}' after the comma has no start; write a decimal point for a part of a number, and lever=8@2026,12@2030 for 8 from 2026 and 12 from 2030`,
    zh: `“${whole}”：逗号后的“${text}”没有起始时间；小数请用小数点，2026 年起 8、2030 年起 12 则写作 lever=8@2026,12@2030`,
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
  assumptionDivides: ({ name, equation }: Of<'name' | 'equation'>) => ({
    en: `'${name}' cannot be 0: the equation of '${equation}' divides by it; give a small value above 0`,
    zh: `“${name}”不能为 0：“${equation}”的方程以其为除数；请取大于 0 的较小数值`,
  }),
  partsOfWhole: ({ name, labels, sum }: Of<'name' | 'labels' | 'sum'>) => ({
    en: `'${name}' holds the parts of a whole (${labels}), which add up to ${sum}; set them so that they add up to 1`,
    zh: `“${name}”为整体的各部分（${labels}），合计为 ${sum}；请使其合计为 1`,
  }),
  leverNotParameter: ({ name }: Of<'name'>) => ({
    en: `'${name}' is not a parameter but a lever: use --set`,
    zh: `“${name}”不是参数，而是政策工具；请用 --set`,
  }),
  linkNotFinite: ({ what, value }: Of<'what' | 'value'>) => ({
    en: `${what} is ${value}: a link holds finite numbers only.`,
    zh: `${what} 为 ${value}：链接只能保存有限的数字。`,
  }),
  linkNewer: ({ version, known }: Of<'version' | 'known'>) => ({
    en: `This link was written by a newer version of the program (format ${version}; this version reads ${known}). Update the program, or ask for the scenario as a file.`,
    zh: `此链接由较新版本的程序生成（格式 ${version}，本程序支持 ${known}）。请更新程序，或改用情景文件。`,
  }),
  linkDamaged: ({ faults, found }: { readonly faults: Both<string>; readonly found: Both<string> }) => ({
    en: `This link is damaged. ${faults.en} ${found.en}. Correct these parts, or ask for the link again and copy all of it.`,
    zh: `此链接已损坏。${faults.zh}${found.zh}。请改正上述各处，或重新索取并完整复制。`,
  }),
  linkKey: (link: { readonly key: string; readonly meant: string | undefined; readonly known: readonly string[] }) => ({
    en: `There is no key '${link.key}'${link.meant === undefined ? ` (keys: ${link.known.join(', ')}).` : `; did you mean '${link.meant}'?`}`,
    zh: `没有“${link.key}”这一项${link.meant === undefined ? `（可用：${link.known.join('、')}）。` : `；是否应为“${link.meant}”？`}`,
  }),
  linkValue: ({ key, value }: Of<'key' | 'value'>) => ({
    en: `The value '${value}' of '${key}' cannot be read.`,
    zh: `“${key}”的取值“${value}”无法读取。`,
  }),
  linkView: ({ view, known }: Of<'view' | 'known'>) => ({
    en: `There is no view '${view}' (views: ${known}).`,
    zh: `没有“${view}”这一页（可用：${known}）。`,
  }),
  linkKeyMissing: ({ key }: Of<'key'>) => ({
    en: `The part '${key}=…' is missing.`,
    zh: `缺少“${key}=…”。`,
  }),
  linkCut: () => ({ en: 'The end of the link is missing.', zh: '链接的末尾缺失。' }),
  linkAltered: () => ({
    en: 'A character was altered in transit: the checksum does not match.',
    zh: '链接在传送途中有字符被改动，校验码不符。',
  }),
  scenarioDeep: ({ file }: Of<'file'>) => ({
    en: `${file} is nested too deeply to be a scenario`,
    zh: `${file} 嵌套过深，不是情景文件`,
  }),
  scenarioControls: ({ file }: Of<'file'>) => ({
    en: `${file}: the name contains control characters; remove them`,
    zh: `${file} 的名称含有控制字符；请删去`,
  }),
  keyTwice: ({ file, key }: Of<'file' | 'key'>) => ({
    en: `${file} has the key '${key}' twice in one object; keep one of them`,
    zh: `${file} 的同一对象中“${key}”出现两次；请只保留一个`,
  }),
  scenarioKey: ({
    place,
    key,
    meant,
    known,
  }: {
    readonly place: string
    readonly key: string
    readonly meant: string | undefined
    readonly known: string
  }) => ({
    en: `${place === '' ? 'the scenario' : place}: unknown key '${key}'; ${meant === undefined ? `available: ${known}` : `did you mean '${meant}'?`}`,
    zh: `${place === '' ? '情景' : place}：未知的项目“${key}”；${meant === undefined ? `可用 ${known}` : `是否应为“${meant}”？`}`,
  }),
  unusableKey: ({ place, key }: Of<'place' | 'key'>) => ({
    en: `${place}: nothing is called '${key}'; leave it out`,
    zh: `${place}：没有名为“${key}”的项目；请删去`,
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
