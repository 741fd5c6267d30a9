/** Words of the shell: views, tools, notices, the imprint. */

import type { ViewName } from '../state/view-names.ts'
import { dictionary } from './language.ts'

const views = {
  en: {
    answer: 'Answer',
    'what-if': 'What if',
    why: 'Why',
    who: 'Who',
    books: 'Books',
    record: 'Record',
    data: 'Data',
  },
  zh: { answer: '结论', 'what-if': '试算', why: '原因', who: '得失', books: '账本', record: '往绩', data: '数据' },
} satisfies Record<'en' | 'zh', Record<ViewName, string>>

export const shellWords = dictionary({
  brand: { en: 'Heartland', zh: 'Heartland' },
  views,
  viewsLabel: { en: 'Views', zh: '视图' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
  otherLanguage: { en: '中文', zh: 'English' },
  region: { en: 'Region', zh: '地区' },
  residents: { en: (people: string) => `${people} people`, zh: (people: string) => people },
  scheme: { en: 'Colours', zh: '配色' },
  schemes: {
    en: { system: 'As the system', light: 'Light', dark: 'Dark' },
    zh: { system: '跟随系统', light: '浅色', dark: '深色' },
  },
  share: { en: 'Share', zh: '分享' },
  close: { en: 'Close', zh: '关闭' },
  undo: { en: 'Undo', zh: '撤销' },
  table: { en: 'Table', zh: '数据表' },
  loading: { en: 'Loading …', zh: '载入中…' },
  notBuilt: { en: 'This view is not built yet.', zh: '此视图尚未完成。' },
  myPackage: { en: 'My package', zh: '我的方案' },
  doNothing: { en: 'Do nothing', zh: '不作为' },
  booksClose: {
    en: (residual: string) => `to ${residual} of GDP`,
    zh: (residual: string) => `残差不超过地区生产总值的 ${residual}`,
  },
  booksCloseStrong: { en: 'Books close', zh: '账目平衡' },
  model: { en: (hash: string) => `Model ${hash}`, zh: (hash: string) => `模型 ${hash}` },
  data: { en: (hash: string) => `Data ${hash}`, zh: (hash: string) => `数据 ${hash}` },
  runs: {
    en: (members: string, seed: number) => `${members} futures · seed ${seed} · same shocks for every package`,
    zh: (members: string, seed: number) => `${members} 种未来 · 种子 ${seed} · 各方案遭遇相同冲击`,
  },
  unfitted: {
    en: 'Not calibrated on history: compare packages rather than trust a level.',
    zh: '未用历史数据校准：请比较方案之间的差别，不要轻信绝对水平。',
  },
  fitted: {
    en: (last: string) => `Parameters fitted to figures up to ${last}: compare packages rather than trust a level.`,
    zh: (last: string) => `参数已用截至 ${last} 年的数据拟合：请比较方案之间的差别，不要轻信绝对水平。`,
  },
  keys: { en: 'Keys', zh: '快捷键' },
  keysTitle: { en: 'Keyboard', zh: '键盘' },
  keysLetters: { en: 'Single letters as shortcuts', zh: '启用单字母快捷键' },
  keyList: {
    en: [
      ['1 – 7', 'views'],
      ['/', 'find a lever'],
      ['← →', 'a step of a slider, or the next quarter of a chart'],
      ['Shift ← →', 'ten steps'],
      ['Home, End', 'bounds'],
      ['0', 'back to what is in force'],
      ['↑ ↓', 'next lever, or next line of a chart'],
      ['Enter', 'why (in a chart)'],
      ['T', 'table of a chart'],
      ['Z, Shift Z', 'undo, redo'],
      ['B', 'hold: doing nothing alone'],
      ['S', 'share'],
      ['Esc', 'close'],
      ['?', 'this list'],
    ],
    zh: [
      ['1 – 7', '切换视图'],
      ['/', '查找政策'],
      ['← →', '滑块移动一步，或图表的下一季度'],
      ['Shift ← →', '移动十步'],
      ['Home, End', '上下限'],
      ['0', '恢复现行值'],
      ['↑ ↓', '下一项政策，或图表的下一条线'],
      ['Enter', '追问原因（图表中）'],
      ['T', '图表的数据表'],
      ['Z, Shift Z', '撤销，重做'],
      ['B', '按住：只看不作为'],
      ['S', '分享'],
      ['Esc', '关闭'],
      ['?', '本列表'],
    ],
  },
  chartKeys: {
    en: 'Left and right: quarter. Up and down: line. Enter: why.',
    zh: '左右：季度。上下：线。回车：追问原因。',
  },
  readerKeys: { en: 'Left and right: year. Up and down: line.', zh: '左右：年份。上下：线。' },
  readerKeysWhy: {
    en: 'Left and right: year. Up and down: line. Enter: why.',
    zh: '左右：年份。上下：线。回车：追问原因。',
  },
  failed: {
    en: (what: string) => `This could not be computed: ${what} Nothing of your scenario is lost.`,
    zh: (what: string) => `无法计算：${what} 您的方案没有丢失。`,
  },
  storageFull: {
    en: 'The browser keeps no more: scenarios last until this page is closed. Share a link to save one.',
    zh: '浏览器无法再保存：方案只保留到页面关闭为止。可分享链接以保存。',
  },
})
