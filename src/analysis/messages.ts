/** What is wrong with a question asked of a model and a region, by code and in both languages. */

import { type Both, type Message, messageTable, type Of } from '../language/messages.ts'
import { assumptionForm, leverPercent, parameterPercent, settingForm, unlessPercent } from './written-forms.ts'

/** Kinds of words that people write. */
const kinds = {
  benchmarks: { en: 'set of benchmarks', zh: '基准界限' },
  area: { en: 'area', zh: '地区' },
  baseline: { en: 'baseline of external conditions', zh: '外部条件基准' },
  claim: { en: 'claim', zh: '论断' },
  design: { en: 'design', zh: '抽样设计' },
  dimension: { en: 'dimension', zh: '维度' },
  format: { en: 'format', zh: '格式' },
  horizon: { en: 'horizon', zh: '预测年限' },
  label: { en: 'label', zh: '标签' },
  language: { en: 'language', zh: '语言' },
  lever: { en: 'lever', zh: '政策工具' },
  list: { en: 'list', zh: '列表' },
  matrix: { en: 'matrix', zh: '核算表' },
  method: { en: 'method', zh: '方法' },
  option: { en: 'option', zh: '选项' },
  outcome: { en: 'outcome', zh: '结果变量' },
  parameter: { en: 'parameter', zh: '参数' },
  part: { en: 'part', zh: '部分' },
  path: { en: 'external path', zh: '外部条件路径' },
  package: { en: 'package', zh: '方案' },
  measure: { en: 'measure of a criterion', zh: '达标指标' },
  regime: { en: 'regime of transfers', zh: '转移支付情形' },
  region: { en: 'region', zh: '地区' },
  series: { en: 'series', zh: '序列' },
  set: { en: 'set of parameters', zh: '参数组' },
  source: { en: 'source', zh: '来源' },
  variable: { en: 'variable', zh: '变量' },
  verdict: { en: 'verdict', zh: '结论' },
  view: { en: 'view', zh: '视图' },
} satisfies Record<string, Both<string>>

export type WordKind = keyof typeof kinds

interface Unknown {
  readonly kind: WordKind
  readonly word: string
  /** What the word would have been part of, such as the variable of a label. */
  readonly of: string
  /** What was probably meant, else where to look. */
  readonly meant: string | undefined
  readonly known: string
  readonly command: string
}

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

export const usage = messageTable('usage', {
  noEquation: ({ address, kind, known }: Of<'address' | 'kind' | 'known'>) => ({
    en: `'${address}' (${kind}) has no equation that could be replaced; ${known === '' ? 'set its value as a figure, a path, a lever or an assumption' : `its parts are ${known}`}`,
    zh: `“${address}”（${kind}）没有可以替换的方程；${known === '' ? '其数值须以数据、路径、政策工具或假设的方式设定' : `它的部分有：${known}`}`,
  }),
  unknown: ({ kind, word, of, meant, known, command }: Unknown) => {
    const what = kinds[kind] ?? kinds.variable
    return {
      en: `unknown ${what.en}${of === '' ? '' : ` of ${of}`} '${word}'; ${
        meant !== undefined
          ? `did you mean '${meant}'?`
          : command !== ''
            ? `\`${command}\` lists them`
            : `available: ${known || 'none'}`
      }`,
      zh: `未知的${what.zh}“${word}”${of === '' ? '' : `（${of}）`}；${
        meant !== undefined
          ? `是否应为“${meant}”？`
          : command !== ''
            ? `用 ${command} 查看全部`
            : `可用 ${known || '无'}`
      }`,
    }
  },
  wholeNumber: ({ option, text, least, most }: Of<'option' | 'text' | 'least' | 'most'>) => ({
    en: `${option} ${text}: give a whole number from ${least} to ${most}`,
    zh: `${option} ${text}：请给出 ${least} 至 ${most} 之间的整数`,
  }),
  emptyFile: ({ file }: Of<'file'>) => ({
    en: `${file} is empty; save the scenario again`,
    zh: `${file} 为空；请重新保存情景`,
  }),
  notJson: ({ file, why }: Of<'file' | 'why'>) => ({
    en: `${file} is not JSON: ${why}`,
    zh: `${file} 不是有效的 JSON：${why}`,
  }),
  /** Another message, after the file, claim or run that it is about. */
  within: ({ where, text }: { readonly where: string; readonly text: Both<string> }) => ({
    en: `${where}: ${text.en}`,
    zh: `${where}：${text.zh}`,
  }),

  // Policies and assumptions.
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
  packagesOutside: ({ packageStart, start, last }: Of<'packageStart' | 'start' | 'last'>) => ({
    en: `packages start in ${packageStart}, but the region runs from ${start} to ${last}; use another region`,
    zh: `方案始于 ${packageStart} 年，而该地区的模拟期为 ${start} 至 ${last} 年；请换一个地区`,
  }),

  // Outcomes, changes and accounts.
  noVerdict: ({ text }: Of<'text'>) => ({
    en: `'${text}': criteria cannot be assessed for this region, because its runs do not cover 2025 to 2040`,
    zh: `“${text}”：该地区没有评判结论，评判需要 2025 至 2040 年的模拟`,
  }),
  growthFromSecondYear: ({ text, start, first }: Of<'text' | 'start' | 'first'>) => ({
    en: `'${text}': growth is measured from the previous year, and the run starts in ${start}; name a time from ${first} on`,
    zh: `“${text}”：增长是与上年相比，而模拟始于 ${start} 年；请填写 ${first} 年及以后的时间`,
  }),
  meanOfYear: ({ outcome, end }: Of<'outcome' | 'end'>) => ({
    en: `${outcome} is the mean of all quarters; tables by year show the end of the year, which is ${end}`,
    zh: `${outcome} 为各季度均值；分年表显示年末值，即 ${end}`,
  }),
  meansOfYears: ({ names, end }: Of<'names' | 'end'>) => ({
    en: `${names}: an address with the year alone is the mean of all quarters; tables by year show the end of the year, such as ${end}`,
    zh: `${names}：只写年份的数值为各季度均值；分年表显示年末值，如 ${end}`,
  }),
  noTheme: ({ theme, known }: Of<'theme' | 'known'>) => ({
    en: `the split has no theme '${theme}'; ${known === '' ? 'each lever already stands by itself' : `themes are ${known}`}`,
    zh: `分解中没有主题“${theme}”；${known === '' ? '各政策工具已单独列出' : `可用 ${known}`}`,
  }),
  allForm: ({ series }: Of<'series'>) => ({
    en: `'${series}': write all(name), all(name[label]) or all(closing(name))`,
    zh: `“${series}”：写法为 all(变量)、all(变量[标签]) 或 all(closing(变量))`,
  }),
  notStock: ({ series, name }: Of<'series' | 'name'>) => ({
    en: `'${series}': ${name} is not a stock, so it has no closing value; write all(${name})`,
    zh: `“${series}”：${name} 不是存量，没有期末值；请写 all(${name})`,
  }),
  noValueWith: ({ series, name, labels, example }: Of<'series' | 'name' | 'labels' | 'example'>) => ({
    en: `'${series}': ${name} has no value with ${labels}; it has ${example} …`,
    zh: `“${series}”：${name} 没有 ${labels} 的数值；可用 ${example} 等`,
  }),
  quarters: ({ word, count }: Of<'word' | 'count'>) => ({
    en: `'${word}': a year has ${count} quarters; write 2035Q4`,
    zh: `“${word}”：一年有 ${count} 个季度；写法如 2035Q4`,
  }),
  quarterOutside: ({ word, first, last }: Of<'word' | 'first' | 'last'>) => ({
    en: `'${word}' is not a quarter of the run; give one from ${first} to ${last}`,
    zh: `“${word}”不是模拟期内的季度；请取 ${first} 至 ${last}`,
  }),
  correlated: () => ({
    en: 'a sensitivity analysis assumes independent parameters; leave out the correlations',
    zh: '敏感性分析假定参数相互独立；请去掉相关系数',
  }),

  // Links and scenario files.
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

  // Claims and their tests.
  noLedger: ({ region, file }: { readonly region: Both<string>; readonly file: string }) => ({
    en: `there are no claims about ${region.en}: its folder has no ${file}; the Northeast has one (northeast)`,
    zh: `没有关于${region.zh}的论断：其文件夹中没有 ${file}；东北三省（northeast）有`,
  }),
  claimTwice: ({ id }: Of<'id'>) => ({
    en: `${id} is given twice; give each claim its own number`,
    zh: `${id} 出现两次；请为每条论断编不同的号`,
  }),
  claimSource: ({
    id,
    source,
    meant,
  }: {
    readonly id: string
    readonly source: string
    readonly meant: string | undefined
  }) => ({
    en: `${id}: unknown source '${source}'; ${meant === undefined ? 'add it to sources.csv' : `did you mean '${meant}'?`}`,
    zh: `${id}：未知的来源“${source}”；${meant === undefined ? '请在 sources.csv 中补上' : `是否应为“${meant}”？`}`,
  }),
  claimCheck: ({ id, says }: { readonly id: string; readonly says: Both<string> }) => ({
    en: `${id}: '${says.en}' needs either a formula or, as untestable, the reason why there is none`,
    zh: `${id}：“${says.zh}”需要公式，或在 untestable 中写明为何没有`,
  }),
  claimOpen: ({ id }: Of<'id'>) => ({
    en: `${id}: it is open, but no reason is given; give it as because`,
    zh: `${id}：结论为未定，但未写明原因；请填写 because`,
  }),
  formulaSyntax: ({ text, why, position }: Of<'text' | 'position'> & { readonly why: Message }) => ({
    en: `'${text}': ${why.text.en} (character ${position})`,
    zh: `“${text}”：${why.text.zh}（第 ${position} 个字符）`,
  }),
  formulaFunction: ({ name, known }: Of<'name' | 'known'>) => ({
    en: `unknown function '${name}' in a test; available: ${known}`,
    zh: `检验公式没有函数“${name}”；可用 ${known}`,
  }),
  formulaYears: ({ name }: Of<'name'>) => ({
    en: `${name} takes one name with a range of years, such as ${name}(share65[LN, 2010..2020])`,
    zh: `${name} 需要一个带年份区间的名称，如 ${name}(share65[LN, 2010..2020])`,
  }),
  formulaFact: ({ name, meant }: { readonly name: string; readonly meant: string | undefined }) => ({
    en: `'${name}' is not a fact of this claim; ${meant === undefined ? 'declare it in facts, or index it with place and year' : `did you mean '${meant}'?`}`,
    zh: `“${name}”不是该论断的事实；${meant === undefined ? '请在 facts 中说明，或注明地区和年份' : `是否应为“${meant}”？`}`,
  }),
  formulaRange: ({ name, known }: Of<'name' | 'known'>) => ({
    en: `${name}: a range of years is allowed in ${known} only`,
    zh: `${name}：年份区间只能用于 ${known}`,
  }),
  formulaPlace: ({ label, known, runs }: Of<'label' | 'known' | 'runs'>) => ({
    en: `there is no place '${label}'; available: ${known}; runs: ${runs}`,
    zh: `没有地区“${label}”；可用 ${known}，以及模拟 ${runs}`,
  }),
  formulaFigure: ({ name, area }: Of<'name' | 'area'>) => ({
    en: `there is no starting figure '${name}' of ${area}; give a year to read a series`,
    zh: `${area} 没有初始数字“${name}”；读取序列请注明年份`,
  }),
  formulaAddsUp: ({ name, unit }: Of<'name' | 'unit'>) => ({
    en: `'${name}' is in '${unit}', which does not add up over areas; read it area by area`,
    zh: `“${name}”的单位为“${unit}”，不能跨地区加总；请分地区读取`,
  }),
  formulaNoYear: ({ name, area, year, known }: Of<'name' | 'area' | 'year' | 'known'>) => ({
    en: `${name} of ${area} has no value for ${year} and none for years on both sides of it; ${known === '' ? 'it has no values for this place' : `it has ${known}`}`,
    zh: `${area} 的 ${name} 没有 ${year} 年，前后也缺；${known === '' ? '该地区没有任何年份' : `现有 ${known}`}`,
  }),
  formulaNoNumber: () => ({ en: 'a test gives no number; it divides by zero', zh: '检验公式得不出数字：除数为零' }),
})
