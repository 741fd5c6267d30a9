/** What value for money says of its question and its answer, by code and in both languages. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'

interface Named {
  readonly names: ReadonlyArray<Both<string>>
}

export const valueMessages = messageTable('value', {
  withTime: ({ text, name }: Of<'text' | 'name'>) => ({
    en: `--outcome ${text}: leave out the time and write ${name}; effects are shown after 1, 5 and 12 years`,
    zh: `--outcome ${text}：请去掉时间，写成 ${name}；结果给出第1、5、12年的效果`,
  }),
  severalAreas: ({ text, first }: Of<'text' | 'first'>) => ({
    en: `--outcome ${text} has a value for each area: name one, such as ${first}, or take a variable of the whole region (region…)`,
    zh: `--outcome ${text} 在各地区分别取值：请指定其中一个，如 ${first}，或使用全区变量（region…）`,
  }),
  noHorizon: ({ text, known }: Of<'text' | 'known'>) => ({
    en: `--after ${text}: effects are measured after ${known} years; give one of these`,
    zh: `--after ${text}：效果按第 ${known} 年衡量；请填其中之一`,
  }),
  noneLeft: ({ text, command }: Of<'text' | 'command'>) => ({
    en: `--with ${text}: none of these levers has an effect of its own within its bounds; \`${command}\` lists the levers`,
    zh: `--with ${text}：这些政策工具在取值范围内均无单独效果；用 ${command} 查看全部政策工具`,
  }),
  allFailed: () => ({
    en: 'fewer than two simulations ran to the end under every lever; check the assumptions',
    zh: '在各政策工具下都能完成的模拟不足两次；请检查假设',
  }),

  // The page.
  title: ({ region }: Record<'region', Both<string>>) => ({
    en: `${region.en}: value for money`,
    zh: `${region.zh}：资金效益`,
  }),
  measured: ({ outcome, unit, money, years }: Record<'outcome' | 'unit' | 'money' | 'years', Both<string>>) => ({
    en: `Change in ${outcome.en}, in ${unit.en}, per ${money.en} spent a year, in ${years.en}.`,
    zh: `每年每支出${money.zh}，${years.zh}年的${outcome.zh}变化（单位：${unit.zh}）。`,
  }),
  best: ({ names, year }: Named & Of<'year'>) => ({
    en: `Best value for money in ${year}${names.length === 1 ? '' : ', without a significant difference between them'}: ${names.map(({ en }) => en).join('; ')}.`,
    zh: `${year}年资金效益最高${names.length === 1 ? '' : '（彼此无显著差别）'}：${names.map(({ zh }) => zh).join('、')}。`,
  }),
  worse: ({ names, year }: Named & Of<'year'>) => ({
    en: `Opposite effect in ${year} in at least nine of ten simulations: ${names.map(({ en }) => en).join('; ')}.`,
    zh: `${year}年在至少九成模拟中效果相反：${names.map(({ zh }) => zh).join('、')}。`,
  }),
  unclear: ({ names, year }: Named & Of<'year'>) => ({
    en: `The direction of the effect in ${year} is uncertain, because the middle 80 % of simulations includes zero: ${names.map(({ en }) => en).join('; ')}.`,
    zh: `${year}年方向不确定（中间80%的模拟跨越零）：${names.map(({ zh }) => zh).join('、')}。`,
  }),
  measure: () => ({ en: 'Measure', zh: '措施' }),
  rank: () => ({ en: 'Rank', zh: '名次' }),
  band: ({ year }: Of<'year'>) => ({ en: `80 % of ${year}`, zh: `${year}年80%区间` }),
  netShare: () => ({ en: 'net cost, %', zh: '净成本占比%' }),
  perNet: () => ({ en: 'per net bn', zh: '按净成本' }),
  perGross: () => ({ en: 'per bn', zh: '按支出' }),
  published: () => ({ en: 'published', zh: '已发表估计' }),
  setting: () => ({ en: 'setting', zh: '设定' }),
  outlay: ({ year, money }: Of<'year'> & Record<'money', Both<string>>) => ({
    en: `${money.en} a year by ${year}`,
    zh: `年均支出，${money.zh}（至${year}年）`,
  }),
  payer: () => ({ en: 'usual payer', zh: '默认承担方' }),
  settings: () => ({ en: 'Settings, and published estimates', zh: '设定与已发表估计' }),
  reforms: () => ({
    en: 'Reforms: without direct cost, or with only the cost that follows from them',
    zh: '改革：无直接支出，或支出随改革而定',
  }),
  reformsRemark: ({ outcome, unit, year }: Record<'outcome' | 'unit', Both<string>> & Of<'year'>) => ({
    en: `Full change in ${outcome.en} at the setting, in ${unit.en}, and, where a reform has an outlay, the change in ${year} per billion. Reforms are assumed to work as planned, and their settings are not comparable with each other, so they are not ranked.`,
    zh: `在该设定下${outcome.zh}的全部变化（单位：${unit.zh}）；改革有支出的，另列${year}年每10亿支出的变化。改革假定按计划见效，各项设定不可比，故不排名。`,
  }),
  nothing: () => ({ en: 'no outlay', zh: '无支出' }),
  unclearNet: () => ({ en: 'uncertain', zh: '不确定' }),
  pays: () => ({ en: 'pays for itself', zh: '自我偿付' }),
  publishedIn: ({ range, year }: Of<'range' | 'year'>) => ({
    en: `${range} (year ${year})`,
    zh: `${range}（第${year}年）`,
  }),
  method: ({ year }: Of<'year'>) => ({
    en: `Each measure is simulated alone from the start of ${year} and paid by the central government, so that no other spending is displaced; a spending measure spends 1 % of output, or as much as its bounds allow. Its effect is the difference from the same simulation without it, divided by its gross outlay in that year or in an average year so far, whichever is larger. Measures with the same rank are statistically tied: the paired differences of all pairs are tested at 5 %, with Holm's correction. The chart shows the mean and the middle 80 % of simulations; these vary the parameters and shocks and do not include the error of the model.`,
    zh: `每项措施自${year}年初起单独实施并由中央出资，不挤占其他支出；支出类措施支出相当于产出的1%，或在取值范围内尽可能多。效果为同一次模拟中实施与不实施之差，除以当年总支出（若至今年均支出更高，则除以后者）。名次相同的措施无法区分：对所有两两配对差异按5%水平检验，并作霍尔姆校正。图中为模拟结果的中间80%及均值；参数与冲击随机抽取，不含模型误差。`,
  }),
  net: ({ year }: Of<'year'>) => ({
    en: `Net cost: what the budgets of the provinces and the central government lose, in per cent of the gross outlay up to ${year}; the last column is the effect in ${year} per billion of net cost. "Pays for itself": the budgets lose nothing in at least nine of ten simulations. "Uncertain": the middle 80 % of simulations includes zero, so net cost cannot be used as a divisor.`,
    zh: `净成本：各省与中央财政的净损失占至${year}年总支出的比重；末列为${year}年每10亿净成本的效果。“自我偿付”：至少九成模拟中财政无净损失。“不确定”：中间80%的模拟跨越零，不宜作除数。`,
  }),
  failed: ({ failed }: Of<'failed'>) => ({
    en: `${failed} simulations are not included, because one of their runs stopped.`,
    zh: `有 ${failed} 次模拟中途停止，未计入。`,
  }),
})
