/** Words of the view Data: figures with their origin, and a region of one's own. */

import type { EntryKind } from '../../analysis/pack.ts'
import { dictionary } from './language.ts'

export const dataWords = dictionary({
  over: { en: 'Every figure with source, year and grade', zh: '每个数字都注明来源、年份和等级' },
  title: { en: 'What is it made of?', zh: '数据从何而来？' },
  lead: {
    en: (official: string, assumed: string, figures: string) =>
      `Of ${figures} starting figures and paths, ${official} are measured by an agency and ${assumed} are guesses.`,
    zh: (official: string, assumed: string, figures: string) =>
      `在 ${figures} 个初始数字和外部路径中，${official} 为机构实测，${assumed} 为猜测。`,
  },
  listTitle: { en: 'Figures', zh: '数字' },
  listNote: {
    en: 'Open a row for its years, its note and its source.',
    zh: '点开一行可见各年数值、说明和来源。来源和个别说明照录原文（多为英文）。',
  },
  find: { en: 'Find a figure, a source or a region', zh: '查找数字、来源或地区' },
  kind: { en: 'Kind', zh: '类别' },
  kinds: {
    en: { figure: 'Starting figures', path: 'Paths from outside', series: 'History', parameter: 'Parameters' },
    zh: { figure: '初始数字', path: '外部路径', series: '历史序列', parameter: '参数' },
  } satisfies Record<'en' | 'zh', Record<EntryKind, string>>,
  grade: { en: 'Grade', zh: '等级' },
  area: { en: 'Region', zh: '地区' },
  allAreas: { en: 'All', zh: '全部' },
  everywhere: { en: 'everywhere', zh: '各地通用' },
  count: {
    en: (shown: string, all: string) => `${shown} of ${all}`,
    zh: (shown: string, all: string) => `${shown} / ${all}`,
  },
  nothing: { en: 'No figure is like that.', zh: '没有符合条件的数字。' },
  clear: { en: 'Show all', zh: '显示全部' },
  more: { en: (count: string) => `Show ${count} more`, zh: (count: string) => `再显示 ${count} 条` },
  table: { en: 'a table by age', zh: '分年龄表' },
  source: { en: 'Source', zh: '来源（照录原文）' },
  noteLabel: { en: 'Note', zh: '说明' },
  nameInModel: { en: 'Name in the model', zh: '模型中的名称' },
  range: { en: 'Range', zh: '区间' },
  rangeText: {
    en: (low: string, high: string) => `${low} to ${high}`,
    zh: (low: string, high: string) => `${low}—${high}`,
  },
  value: { en: 'Value', zh: '数值' },
  year: { en: 'Year', zh: '年份' },
  years: { en: (from: string, to: string) => `${from}–${to}`, zh: (from: string, to: string) => `${from}—${to}` },

  ownTitle: { en: 'A region of your own', zh: '自己的地区' },
  ownNote: {
    en: 'It stays in this browser: nothing is sent anywhere.',
    zh: '仅保存在此浏览器中，不会上传。',
  },
  ownHow: {
    en: 'Take the template, put in your figures, bring it back. A folder or a zip of tables works too. All that is missing or misspelt is told with sheet and row.',
    zh: '下载模板，填入数字，再导入；也可导入表格文件夹或压缩包。缺失或写错之处会按工作表和行号逐条指出。',
  },
  template: { en: 'Template (Excel)', zh: '模板（Excel）' },
  templateBlank: { en: 'Empty template', zh: '空白模板' },
  templateName: { en: 'my-region.xlsx', zh: '我的地区.xlsx' },
  chooseFile: { en: 'Choose a workbook or zip', zh: '选择工作簿或压缩包' },
  chooseFolder: { en: 'Choose a folder', zh: '选择文件夹' },
  drop: { en: 'or drop it here', zh: '或拖放到此处' },
  reading: { en: (name: string) => `Reading ${name} …`, zh: (name: string) => `正在读取 ${name}…` },
  faults: {
    en: (count: number) =>
      count === 1 ? 'Your own region: 1 thing needs you' : `Your own region: ${count} things need you`,
    zh: (count: number) => `自己的地区：有 ${count} 处需要处理`,
  },
  faultsNote: {
    en: (name: string) =>
      `${name} was read and not taken. Nothing of yours is lost: scenarios and regions stay as they are.`,
    zh: (name: string) => `已读取 ${name}，但未采用。您的方案和地区均未改变。`,
  },
  where: { en: 'Where', zh: '位置' },
  row: { en: 'Row', zh: '行' },
  field: { en: 'Field', zh: '栏' },
  wrong: { en: 'What is wrong', zh: '问题' },
  cure: { en: 'What to do', zh: '如何处理' },
  repair: { en: 'Do this', zh: '照此修改' },
  repairCell: {
    en: (column: string, from: string, to: string) => `${column}: ${from === '' ? 'empty' : from} → ${to}`,
    zh: (column: string, from: string, to: string) => `${column}：${from === '' ? '空' : from} → ${to}`,
  },
  repairJoin: { en: '; ', zh: '；' },
  repairRow: { en: (row: number) => `take row ${row} out`, zh: (row: number) => `删去第 ${row} 行` },
  repairOf: {
    en: (what: string, row: number) => `Row ${row}, ${what}`,
    zh: (what: string, row: number) => `第 ${row} 行，${what}`,
  },
  repairAll: {
    en: (count: number) => `Do all ${count} with one obvious cure`,
    zh: (count: number) => `处理全部 ${count} 处可明确修正的问题`,
  },
  repaired: {
    en: (count: number) =>
      `${count === 1 ? '1 change' : `${count} changes`} made here, in this page. Your file is as it was.`,
    zh: (count: number) => `已在本页中修改 ${count} 处，您的文件未变。`,
  },
  repairUndo: { en: 'Undo the last', zh: '撤销上一步' },
  repairFile: { en: 'mended-region.zip', zh: '修改后的地区.zip' },
  repairSave: { en: 'Save what is mended (zip)', zh: '保存修改后的表格（压缩包）' },
  saveFaults: { en: 'Save the list', zh: '保存清单' },
  faultsFile: { en: 'faults.csv', zh: '问题清单.csv' },
  again: { en: 'Choose another file', zh: '另选文件' },
  moreFaults: {
    en: (count: number) => `and ${count} more in the list`,
    zh: (count: number) => `清单中另有 ${count} 条`,
  },
  ready: { en: (name: string) => `${name} is ready`, zh: (name: string) => `${name} 已可使用` },
  readyNote: {
    en: (figures: string, series: string) =>
      `${figures} figures and ${series} values of series, all taken as they are.`,
    zh: (figures: string, series: string) => `${figures} 个数字和 ${series} 个历史数值，均按原样采用。`,
  },
  doubts: { en: 'Worth a second look', zh: '值得复核' },
  doubt: {
    en: (name: string, value: string, times: string, above: boolean, perHead: boolean) =>
      `${name}: ${value}. ${perHead ? 'A head, ' : ''}${above ? `${times} times the highest` : `a ${times}th of the lowest`} of the known regions.`,
    zh: (name: string, value: string, times: string, above: boolean, perHead: boolean) =>
      `${name}：${value}。${perHead ? '按人均，' : ''}${above ? `为已知地区最高值的 ${times} 倍` : `仅为已知地区最低值的 1/${times}`}。`,
  },
  unread: { en: (names: string) => `Not read: ${names}.`, zh: (names: string) => `未读取：${names}。` },
  use: { en: 'Use this region', zh: '使用此地区' },
  discard: { en: 'Leave it', zh: '不使用' },
  using: { en: (name: string) => `${name} is open`, zh: (name: string) => `已打开 ${name}` },
  notKept: {
    en: 'The browser does not keep it: it lasts until this page is closed.',
    zh: '浏览器未能保存：仅在本页关闭前有效。',
  },
  kept: { en: 'Regions in this browser', zh: '此浏览器中的地区' },
  open: { en: 'Open', zh: '打开' },
  remove: { en: 'Remove', zh: '移除' },
  removed: { en: (name: string) => `${name} removed`, zh: (name: string) => `已移除 ${name}` },
  undo: { en: 'Undo', zh: '撤销' },
  saveZip: { en: 'Save as zip', zh: '存为压缩包' },
  taken: {
    en: (id: string) => `the id ${id} belongs to a region of the program`,
    zh: (id: string) => `编号 ${id} 属于程序自带的地区`,
  },
  takenCure: {
    en: 'Give yours another id and name in the sheet region (or in region.json, and to its folder)',
    zh: '请在工作表 region（或 region.json 及其文件夹）中换一个编号和名称',
  },
  broken: {
    en: (why: string) => `The file could not be read: ${why}`,
    zh: (why: string) => `无法读取文件：${why}`,
  },
})
