/** Sentences on the conditions under which a policy fails, by code and in both languages. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'

interface Side {
  readonly what: Both<string>
  readonly value: string
}

/** A number with its unit as Chinese writes it, without a space. */
const closed = (value: string | number): string => String(value).replace(' %', '%')

export const discoverMessages = messageTable('discover', {
  below: ({ what, value }: Side) => ({ en: `${what.en} is below ${value}`, zh: `${what.zh}低于${closed(value)}` }),
  above: ({ what, value }: Side) => ({ en: `${what.en} is above ${value}`, zh: `${what.zh}高于${closed(value)}` }),
  between: ({ what, low, high }: { readonly what: Both<string> } & Of<'low' | 'high'>) => ({
    en: `${what.en} lies between ${low} and ${high}`,
    zh: `${what.zh}介于${closed(low)}与${closed(high)}之间`,
  }),
  meanOf: ({ what, from, to }: { readonly what: Both<string> } & Of<'from' | 'to'>) => ({
    en: `${what.en} (mean ${from}–${to})`,
    zh: `${what.zh}（${from}—${to}年平均）`,
  }),
  growthOf: ({ what, from, to }: { readonly what: Both<string> } & Of<'from' | 'to'>) => ({
    en: `yearly growth of ${what.en} (${from}–${to})`,
    zh: `${what.zh}年均增速（${from}—${to}年）`,
  }),
  box: ({
    conditions,
    coverage,
    density,
  }: { readonly conditions: ReadonlyArray<Both<string>> } & Of<'coverage' | 'density'>) => ({
    en: `Fails when ${conditions.map(({ en }) => en).join(' and ')}: ${coverage} % of the failures; ${density} % of such simulations fail.`,
    zh: `当${conditions.map(({ zh }) => zh).join('，且')}时失败：占全部失败模拟的${coverage}%；此类模拟有${density}%失败。`,
  }),
  noBox: () => ({
    en: 'No condition on the uncertain inputs separates the simulations that fail from the others.',
    zh: '没有任何不确定因素的取值能把失败的模拟与其他模拟区分开。',
  }),
  neverFails: ({ members }: Of<'members'>) => ({
    en: `The policy fails in none of the ${members} simulations.`,
    zh: `在 ${members} 次模拟中，该政策没有一次失败。`,
  }),
  alwaysFails: ({ members }: Of<'members'>) => ({
    en: `The policy fails in all ${members} simulations, so no condition can separate them.`,
    zh: `在全部 ${members} 次模拟中，该政策都失败：没有条件可以区分。`,
  }),
  noEvent: () => ({
    en: 'failure has not been defined: add --fails "regionDebtToGdp@2035 >= 1"',
    zh: '未说明何为失败：请加上 --fails "regionDebtToGdp@2035 >= 1"',
  }),

  // The page.
  title: ({
    region,
    name,
    fails,
  }: { readonly region: Both<string>; readonly fails: readonly string[] } & Of<'name'>) => ({
    en: `${region.en}, ${name}: when ${fails.join(' or ')}`,
    zh: `${region.zh}，${name}：何时出现${fails.join('或')}`,
  }),
  counted: ({ failures, members, inputs }: Of<'failures' | 'members' | 'inputs'>) => ({
    en: `${failures} of ${members} simulations fail, ${inputs} inputs`,
    zh: `${members}次模拟中${failures}次失败，${inputs}项不确定因素`,
  }),
  left: () => ({
    en: 'Each sentence after the first covers only the simulations that the earlier ones do not.',
    zh: '第二句起，各句只针对前面各句未涵盖的模拟。',
  }),
  tradeOff: () => ({ en: 'Trade-off of the first box', zh: '第一个条件的取舍' }),
  coverage: () => ({ en: 'Coverage, %', zh: '覆盖率%' }),
  density: () => ({ en: 'density, %', zh: '失败密度%' }),
  mass: () => ({ en: 'simulations, %', zh: '占模拟%' }),
  inputs: () => ({ en: 'inputs', zh: '因素数' }),
  tree: () => ({ en: 'The same conditions as a classification tree', zh: '用分类树表示' }),
  leaf: ({ share, cases }: Of<'share' | 'cases'>) => ({
    en: `${share} % of ${cases} simulations fail`,
    zh: `${cases}次模拟中${share}%失败`,
  }),
  by: ({ leaf, what }: { readonly leaf: Both<string>; readonly what: Both<string> }) => ({
    en: `${leaf.en}; by ${what.en}:`,
    zh: `${leaf.zh}；按${what.zh}划分：`,
  }),
  upTo: ({ value }: Of<'value'>) => ({ en: `up to ${value}`, zh: `不高于${value}` }),
  over: ({ value }: Of<'value'>) => ({ en: `above ${value}`, zh: `高于${value}` }),
})
