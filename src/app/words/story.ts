/** The texts of the story on the first screen. */

import { dictionary } from './language.ts'

interface DebtNumbers {
  readonly from: string
  readonly first: number
  readonly to: string
  readonly last: number
  readonly low: string
  readonly high: string
  readonly interest: string
  /** '2033–37' */
  readonly years: string
  readonly met: string
}

interface RecipeNumbers {
  readonly name: string
  readonly what: string
  readonly years: string
  readonly output: string
  readonly debt: string
  readonly revived: string
  readonly before: string
}

export const storyWords = dictionary({
  begin: { en: 'The findings in five steps', zh: '五步看懂结论' },
  step: {
    en: (at: number, all: number) => `Step ${at} of ${all}`,
    zh: (at: number, all: number) => `第${at}步，共${all}步`,
  },
  back: { en: 'Back', zh: '上一步' },
  next: { en: 'Next', zh: '下一步' },
  end: { en: 'Finish', zh: '结束' },
  skip: { en: 'Skip', zh: '跳过' },
  seeChart: { en: 'See the chart', zh: '查看图表' },
  seeWhy: { en: 'See what drives debt', zh: '查看债务成因' },
  openPackage: {
    en: (name: string) => `Open “${name}” in What if`,
    zh: (name: string) => `在“政策测算”中打开“${name}”`,
  },
  ageing: { en: 'The region ages', zh: '人口老龄化' },
  ageingText: {
    en: (f: { from: string; first: number; to: string; last: number; support: string }) =>
      `Under current policy, residents aged 65 and over rise from ${f.from} of the population in ${f.first} to ${f.to} in ${f.last}. There are then ${f.support} contributors for each pensioner.`,
    zh: (f: { from: string; first: number; to: string; last: number; support: string }) =>
      `维持现行政策，65岁及以上人口占比由${f.first}年的${f.from}升至${f.last}年的${f.to}，届时每名领取养老金者对应${f.support}名缴费者。`,
  },
  debt: { en: 'Debt keeps rising', zh: '债务持续上升' },
  debtText: {
    en: (f: DebtNumbers) =>
      `Total local debt goes from ${f.from} of GDP in ${f.first} to ${f.to} in ${f.last} (80 % of simulations: ${f.low} to ${f.high}), and interest takes ${f.interest} of revenue in ${f.years}. Public finances meet their criterion in ${f.met} of 100 simulations.`,
    zh: (f: DebtNumbers) =>
      `全口径债务占地区生产总值的比重由${f.first}年的${f.from}变为${f.last}年的${f.to}（80%的模拟：${f.low}至${f.high}），${f.years}年付息占收入的${f.interest}。每100次模拟中，财政达标${f.met}次。`,
  },
  recipe: { en: 'The usual recipe adds output and debt', zh: '常规做法：产出增加，债务也增加' },
  recipeText: {
    en: (f: RecipeNumbers) =>
      `“${f.name}” (${f.what}) changes GDP per person in ${f.years} by ${f.output} and debt by ${f.debt} of GDP. The region is revived in ${f.revived} of 100 simulations, against ${f.before} under current policy.`,
    zh: (f: RecipeNumbers) =>
      `“${f.name}”（${f.what}）使${f.years}年人均地区生产总值变动${f.output}，债务率变动${f.debt}。每100次模拟中有${f.revived}次实现振兴，维持现行政策时为${f.before}次。`,
  },
  missing: { en: 'The missing half: households and children', zh: '缺失的一半：居民与生育' },
  missingText: {
    en: (f: { households: string; consumption: string; announced: string; children: string; births: string }) =>
      `“${f.households}” raises household consumption per person most, by ${f.consumption}; the announced programme changes it by ${f.announced}. “${f.children}” raises births most, by ${f.births}.`,
    zh: (f: { households: string; consumption: string; announced: string; children: string; births: string }) =>
      `“${f.households}”对人均居民消费的提升最大，为${f.consumption}；已公布方案为${f.announced}。“${f.children}”对出生人口的提升最大，为${f.births}。`,
  },
  takes: { en: 'What it would take', zh: '振兴还缺什么' },
  takesText: {
    en: (f: { name: string; revived: string; criterion: string; ifMet: string }) =>
      `“${f.name}”, the best package, revives the region in ${f.revived} of 100 simulations. If ${f.criterion} were always met as well, it would be ${f.ifMet} of 100.`,
    zh: (f: { name: string; revived: string; criterion: string; ifMet: string }) =>
      `效果最好的“${f.name}”在每100次模拟中有${f.revived}次实现振兴；若${f.criterion}也始终达标，则为${f.ifMet}次。`,
  },
})
