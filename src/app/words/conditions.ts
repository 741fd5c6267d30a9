/** The texts of external conditions in What if: baselines, stress tests, paths and their handles. */

import { dictionary } from './language.ts'

export const conditionsWords = dictionary({
  intro: {
    en: 'External conditions are not policy: they apply to current policy and to your scenario alike, so both lines change.',
    zh: '外部条件不是政策：对维持现行政策和您的情景同样适用，两条线都会变化。',
  },
  baseline: { en: 'Baseline', zh: '基准' },
  ownBaseline: { en: 'My own', zh: '自定义' },
  baselines: {
    en: {
      central: 'Central',
      low: 'Low',
      high: 'High',
      'as-reported': 'As reported by the government',
    } as Readonly<Record<string, string>>,
    zh: { central: '中性', low: '偏低', high: '偏高', 'as-reported': '官方目标口径' } as Readonly<
      Record<string, string>
    >,
  },
  reasons: { en: 'Sources of this baseline', zh: '该基准的来源' },
  stress: { en: 'Standard stress tests', zh: '标准压力测试' },
  stressNote: {
    en: 'Select a test to add it to the conditions; select it again to remove it.',
    zh: '点击即加入该项测试，再次点击则取消。',
  },
  stressPolicy: {
    en: 'The contingent-liabilities test also sets the levers through which the budget takes over the debts.',
    zh: '或有债务测试同时设定财政承接债务所用的政策工具。',
  },
  groups: {
    en: {
      growth: 'Growth and prices',
      interest: 'Interest rates',
      housing: 'Housing and land',
      transfers: 'Transfers and pooled pensions',
      lenders: 'Bonds and lenders',
      trade: 'Russia, oil and travel',
      people: 'Population',
      others: 'Other conditions',
    } as Readonly<Record<string, string>>,
    zh: {
      growth: '增长与物价',
      interest: '利率',
      housing: '住房与土地',
      transfers: '转移支付与养老金统筹',
      lenders: '债券与债权人',
      trade: '对俄贸易、石油与旅游',
      people: '人口',
      others: '其他条件',
    } as Readonly<Record<string, string>>,
  },
  unchanged: { en: 'as in the region’s data', zh: '与地区数据一致' },
  change: { en: 'Change this path', zh: '调整该路径' },
  changePath: {
    en: (name: string) => `Change this path: ${name}`,
    zh: (name: string) => `调整该路径：${name}`,
  },
  area: { en: 'Area', zh: '地区' },
  allAreas: { en: 'all areas', zh: '全部地区' },
  isSet: { en: 'changed', zh: '已调整' },
  ofArea: {
    en: (path: string, area: string) => `${path}, ${area}`,
    zh: (path: string, area: string) => `${area}：${path}`,
  },
  kind: { en: 'Type of change', zh: '调整方式' },
  kinds: {
    en: {
      set: 'Values',
      add: 'Difference from the baseline path',
      times: 'Multiple of the baseline path',
      given: 'Known values, without random deviation',
    },
    zh: { set: '数值', add: '与基准路径之差', times: '基准路径的倍数', given: '已知数值，不含随机扰动' },
  },
  handleHint: {
    en: 'Drag a point, or use the arrow keys. Between points the path is a straight line; the last value holds to the end.',
    zh: '拖动圆点或使用方向键。各点之间为直线，最后一个数值保持到期末。',
  },
  handle: {
    en: (name: string, year: number) => `${name}: value of ${year}`,
    zh: (name: string, year: number) => `${name}：${year}年的数值`,
  },
  from: { en: 'From', zh: '自' },
  to: { en: 'to', zh: '至' },
  value: { en: 'Value', zh: '数值' },
  toField: {
    en: (name: string) => `${name}: last year; leave empty for no end`,
    zh: (name: string) => `${name}：末年，留空表示持续`,
  },
  fromField: { en: (name: string) => `${name}: year`, zh: (name: string) => `${name}：年份` },
  valueField: { en: (name: string) => `${name}: value`, zh: (name: string) => `${name}：数值` },
  remove: { en: (year: number) => `Remove the value of ${year}`, zh: (year: number) => `删除${year}年的数值` },
  add: { en: 'Add a year', zh: '增加年份' },
  reset: { en: 'Reset to the baseline path', zh: '恢复基准路径' },
  sources: { en: 'Sources', zh: '来源' },
  limited: {
    en: {
      switched: (names: readonly string[]) => `Has no effect while this assumption is 0: ${names.join('; ')}.`,
      reported: (names: readonly string[]) => `Moves only these figures: ${names.join('; ')}.`,
    },
    zh: {
      switched: (names: readonly string[]) => `下列假设为0时，该路径没有影响：${names.join('；')}。`,
      reported: (names: readonly string[]) => `该路径只影响下列数值：${names.join('；')}。`,
    },
  },
  uncertain: {
    en: 'Simulations deviate from this path at random.',
    zh: '模拟结果在该路径上下随机波动。',
  },
  certain: { en: 'Simulations do not deviate from this path.', zh: '模拟不偏离该路径。' },
  years: {
    en: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
    zh: (from: number, to: number) => (from === to ? `${from}年` : `${from}—${to}年`),
  },
  chart: {
    en: (name: string, unit: string) => `${name}${unit}; dashed: the region’s data, solid: your values`,
    zh: (name: string, unit: string) => `${name}${unit}：虚线为地区数据，实线为设定值`,
  },
  inForce: {
    en: (count: number, baseline: string) =>
      `${baseline === '' ? '' : `External conditions: ${baseline}. `}${count === 1 ? 'One external path differs' : `${count} external paths differ`} from the region’s data, under current policy and every package alike.`,
    zh: (count: number, baseline: string) =>
      `${baseline === '' ? '' : `外部条件：${baseline}。`}${count}项外部路径不同于地区数据，对维持现行政策和各方案同样适用。`,
  },
  back: { en: 'Back to the central baseline', zh: '恢复中性基准' },
})
