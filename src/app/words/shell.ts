/** The texts around the views: header, menus, notices and footer. */

import type { ViewName } from '../state/view-names.ts'
import { dictionary } from './language.ts'

const views = {
  en: {
    answer: 'Answer',
    'what-if': 'What if',
    why: 'Why',
    who: 'Who gains',
    books: 'Accounts',
    record: 'Track record',
    data: 'Data',
    value: 'Value for money',
    debt: 'Debt',
    sectors: 'Sectors',
  },
  zh: {
    answer: '结论',
    'what-if': '政策测算',
    why: '成因',
    who: '得失',
    books: '账表',
    record: '历史检验',
    data: '数据',
    value: '资金效益',
    debt: '债务',
    sectors: '行业',
  },
} satisfies Record<'en' | 'zh', Record<ViewName, string>>

export const shellWords = dictionary({
  /** Heads the column of years of a table: 'Year (yearly mean)'. */
  yearHead: { en: (of: string) => `Year (${of})`, zh: (of: string) => `年份（${of}）` },
  /** Unit of a chart that draws quarters, and what the numbers at the ends of its lines are. */
  /** Of amounts in tables for other programs. */
  moneyUnits: {
    en: { year: 'bn ¤ a year', stock: 'bn ¤', person: 'thousand ¤ a year', people: 'million people' },
    zh: { year: '亿¤/年', stock: '亿¤', person: '¤/年', people: '万人' },
  },
  endsOfLines: {
    en: (unit: string, year: number, of: string) => `${unit}; label: ${of} ${year}`,
    zh: (unit: string, year: number, of: string) => `${unit}；线端标注：${year}年${of}`,
  },
  brand: { en: 'Heartland', zh: 'Heartland' },
  views,
  viewsLabel: { en: 'Views', zh: '视图' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
  otherLanguage: { en: '中文', zh: 'English' },
  region: { en: 'Region', zh: '地区' },
  residents: { en: (people: string) => `${people} people`, zh: (people: string) => people },
  scheme: { en: 'Colour scheme', zh: '配色' },
  schemes: {
    en: { system: 'Same as system', light: 'Light', dark: 'Dark' },
    zh: { system: '跟随系统', light: '浅色', dark: '深色' },
  },
  share: { en: 'Share', zh: '分享' },
  close: { en: 'Close', zh: '关闭' },
  undo: { en: 'Undo', zh: '撤销' },
  table: { en: 'Table', zh: '数据表' },
  meaningOf: { en: (term: string) => `What “${term}” means`, zh: (term: string) => `“${term}”的含义` },
  take: { en: 'Download', zh: '下载' },
  current: { en: 'Current', zh: '现行' },
  loading: { en: 'Loading …', zh: '正在载入…' },
  myPackage: { en: 'My package', zh: '我的方案' },
  changedFrom: { en: (name: string) => `${name}, changed`, zh: (name: string) => `${name}（已调整）` },
  regime: { en: 'Regime of central transfers', zh: '中央转移支付情形' },
  ownRegime: { en: 'My own', zh: '自定义' },
  doNothing: { en: 'Current policy', zh: '现行政策' },
  booksClose: {
    en: (residual: string) => `to within ${residual} of GDP`,
    zh: (residual: string) => `残差不超过地区生产总值的${residual}`,
  },
  booksCloseStrong: { en: 'Accounts balance', zh: '账目平衡' },
  booksOpenStrong: { en: 'Accounts do not balance', zh: '账目不平衡' },
  booksOpen: {
    en: (where: string, residual: string) => `(${where}: ${residual} of GDP). Do not use these results.`,
    zh: (where: string, residual: string) => `（${where}：地区生产总值的${residual}）。请勿使用这些结果。`,
  },
  model: { en: (hash: string) => `Model ${hash}`, zh: (hash: string) => `模型 ${hash}` },
  data: { en: (hash: string) => `Data ${hash}`, zh: (hash: string) => `数据 ${hash}` },
  seed: { en: (seed: number) => `Random seed ${seed}`, zh: (seed: number) => `随机种子${seed}` },
  runs: {
    en: (members: string, seed: number) =>
      `${members} simulations · random seed ${seed} · the same shocks for every package`,
    zh: (members: string, seed: number) => `${members}次模拟 · 随机种子${seed} · 各方案的随机冲击相同`,
  },
  unfitted: {
    en: 'The model has not been calibrated to historical data: compare packages, but do not rely on levels.',
    zh: '模型尚未用历史数据校准：宜比较方案之间的差异，不宜直接使用绝对水平。',
  },
  fitted: {
    en: (last: string) =>
      `Parameters are calibrated to data up to ${last}: compare packages rather than rely on levels.`,
    zh: (last: string) => `参数用截至${last}年的数据校准：宜比较方案之间的差异，不宜直接使用绝对水平。`,
  },
  fittedBefore: {
    en: (last: string) =>
      `Parameters are calibrated to data up to ${last}, with an earlier version of the model or the data: compare packages rather than rely on levels.`,
    zh: (last: string) =>
      `参数用截至${last}年的数据校准，但所用模型或数据为较早版本：宜比较方案之间的差异，不宜直接使用绝对水平。`,
  },
  keys: { en: 'Settings', zh: '设置' },
  keysTitle: { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  keysLetters: { en: 'Use single letters as shortcuts', zh: '启用单字母快捷键' },
  keyList: {
    en: [
      ['1 – 9, 0', 'open a view'],
      ['/', 'search for a lever'],
      ['← →', 'move a slider by one step, or a chart by one quarter'],
      ['Shift ← →', 'move by ten steps'],
      ['Home, End', 'go to the lower or upper limit'],
      ['0', 'reset to current policy'],
      ['↑ ↓', 'next lever, or next line of a chart'],
      ['Enter', 'see what drives a point of a chart'],
      ['T', 'show the table of a chart'],
      ['Z, Shift Z', 'undo, redo'],
      ['B', 'hold to show current policy only'],
      ['S', 'share'],
      ['Esc', 'close'],
      ['?', 'show this list'],
    ],
    zh: [
      ['1 – 9, 0', '切换视图'],
      ['/', '查找政策'],
      ['← →', '滑块移动一步，或图表移动一个季度'],
      ['Shift ← →', '移动十步'],
      ['Home, End', '下限、上限'],
      ['0', '恢复现行值'],
      ['↑ ↓', '下一项政策，或图表的下一条线'],
      ['Enter', '查看图表中某一点的成因'],
      ['T', '显示图表的数据表'],
      ['Z, Shift Z', '撤销、重做'],
      ['B', '按住时只显示现行政策'],
      ['S', '分享'],
      ['Esc', '关闭'],
      ['?', '显示本列表'],
    ],
  },
  accessTitle: { en: 'Accessibility statement', zh: '无障碍说明' },
  access: {
    en: [
      'Heartland is built to level AA of the Web Content Accessibility Guidelines 2.2. Automated checks (axe) find no violation in any view, in both languages and both colour schemes. Readers with disabilities have not tested it yet.',
      'Everything can be done with the keyboard alone, and every slider also has buttons and a field to type in. Each chart has a description, can be read with the arrow keys and has a table. Colour is never the only way in which information is shown, and nothing is animated if the system asks for reduced motion.',
      'Known limits: screen readers get maps and causal diagrams as tables only; sources and titles of studies are in their original language.',
      'If something cannot be used, report it in the repository of the project, with the view and the device.',
    ],
    zh: [
      'Heartland按《网页内容无障碍指南》（WCAG）2.2版AA级设计。自动检测（axe）在各视图、两种语言和两种配色下均未发现问题；尚未经残障人士实际测试。',
      '全部功能均可只用键盘完成，每个滑块另有按钮和输入框。每幅图均有文字说明和数据表，并可用方向键逐点读取。信息不单靠颜色表达；系统要求减少动态效果时，页面没有动画。',
      '已知不足：地图和成因图只能以数据表读取；数据来源和文献名称保留原文。',
      '如有无法使用之处，请在项目代码库中反馈，并注明所在视图和设备。',
    ],
  },
  chartKeys: {
    en: 'Left and right: quarter. Up and down: line. Enter: see what drives this value.',
    zh: '左右键：季度。上下键：线。回车键：查看成因。',
  },
  readerKeys: { en: 'Left and right: year. Up and down: line.', zh: '左右键：年份。上下键：线。' },
  readerKeysWhy: {
    en: 'Left and right: year. Up and down: line. Enter: see what drives this value.',
    zh: '左右键：年份。上下键：线。回车键：查看成因。',
  },
  failed: {
    en: (what: string) =>
      `The calculation failed: ${what.replace(/[.!?]?$/, found => found || '.')} Your scenario has not been lost.`,
    zh: (what: string) => `计算失败：${what.replace(/[。！？.!?]?$/, '。')}您的情景没有丢失。`,
  },
  storageFull: {
    en: 'The browser cannot store anything more. Scenarios will be lost when this page is closed; share a link to keep one.',
    zh: '浏览器存储空间已满，关闭页面后情景将丢失。可分享链接予以保存。',
  },
})
