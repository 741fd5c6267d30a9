/** What is wrong with a question asked of a model and a region, by code and in both languages. */

import { type Both, type Message, messageTable, type Of } from '../language/messages.ts'

export const analysisMessages = messageTable('analysis', {
  noEquation: ({ address, kind, known }: Of<'address' | 'kind' | 'known'>) => ({
    en: `'${address}' (${kind}) has no equation that could be replaced; ${known === '' ? 'set its value as a figure, a path, a lever or an assumption' : `its parts are ${known}`}`,
    zh: `“${address}”（${kind}）没有可以替换的方程；${known === '' ? '其数值须以数据、路径、政策工具或假设的方式设定' : `它的部分有：${known}`}`,
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
