/** The texts of the Data view: figures with their sources, and a region of the user’s own. */

import type { EntryKind } from '../../analysis/pack.ts'
import { dictionary } from './language.ts'

export const dataWords = dictionary({
  over: { en: 'Every figure with its source, year and grade of evidence', zh: '每个数字都注明来源、年份和证据等级' },
  title: { en: 'Data and sources', zh: '数据与来源' },
  lead: {
    en: (official: string, assumed: string, figures: string) =>
      `Of ${figures} initial values and exogenous paths, ${official} are official statistics and ${assumed} are assumptions.`,
    zh: (official: string, assumed: string, figures: string) =>
      `在${figures}个初始数据和外生路径中，${official}为官方统计，${assumed}为假设值。`,
  },
  listTitle: { en: 'Figures', zh: '数据' },
  listNote: {
    en: 'Expand a row to see its years, notes and source.',
    zh: '展开一行可查看各年数值、说明和来源。来源和个别说明照录原文（多为英文）。',
  },
  find: { en: 'Search for a figure, a source or a region', zh: '查找数据、来源或地区' },
  kind: { en: 'Kind', zh: '类别' },
  kinds: {
    en: { figure: 'Initial values', path: 'Exogenous paths', series: 'Historical series', parameter: 'Parameters' },
    zh: { figure: '初始数据', path: '外生路径', series: '历史序列', parameter: '参数' },
  } satisfies Record<'en' | 'zh', Record<EntryKind, string>>,
  grade: { en: 'Evidence', zh: '证据等级' },
  area: { en: 'Region', zh: '地区' },
  allAreas: { en: 'All', zh: '全部' },
  everywhere: { en: 'all regions', zh: '各地通用' },
  count: {
    en: (shown: string, all: string) => `${shown} of ${all} figures`,
    zh: (shown: string, all: string) => `${shown}项（共${all}项）`,
  },
  nothing: { en: 'No figure matches your search.', zh: '没有符合条件的数据。' },
  clear: { en: 'Show all', zh: '显示全部' },
  more: { en: (count: string) => `Show ${count} more`, zh: (count: string) => `再显示${count}条` },
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

  ownTitle: { en: 'Your own region', zh: '自建地区' },
  ownNote: {
    en: 'Your data stay in this browser and are not sent anywhere.',
    zh: '数据仅保存在此浏览器中，不会上传。',
  },
  ownHow: {
    en: 'Download the template, enter your figures and open the file here. A folder or a zip archive of tables works too. Missing or misspelt entries are reported with their sheet and row.',
    zh: '下载模板，填入数据，再在此打开；也可打开表格文件夹或压缩包。缺失或有误之处会按工作表和行号逐条列出。',
  },
  template: { en: 'Template (Excel)', zh: '模板（Excel）' },
  templateBlank: { en: 'Empty template', zh: '空白模板' },
  templateName: { en: 'my-region.xlsx', zh: '我的地区.xlsx' },
  chooseFile: { en: 'Choose a workbook or zip', zh: '选择工作簿或压缩包' },
  chooseFolder: { en: 'Choose a folder', zh: '选择文件夹' },
  drop: { en: 'or drop it here', zh: '或拖放到此处' },
  reading: { en: (name: string) => `Reading ${name} …`, zh: (name: string) => `正在读取${name}…` },
  cancelReading: { en: 'Cancel', zh: '取消' },
  tooLong: {
    en: (seconds: number) =>
      `reading it and running it once takes more than ${seconds} seconds. Keep only the tables of the region in the file, and close other programs.`,
    zh: (seconds: number) => `读取和试运行超过${seconds}秒，已停止。请只保留该地区的表，并关闭其他占用资源的程序。`,
  },
  faults: {
    en: (count: number) => `Your own region: ${count} ${count === 1 ? 'problem' : 'problems'} to fix`,
    zh: (count: number) => `自建地区：有${count}个问题需要处理`,
  },
  faultsNote: {
    en: (name: string) => `${name} was read but has not been used. Your saved scenarios and regions have not changed.`,
    zh: (name: string) => `已读取${name}，但尚未采用。您保存的情景和地区均未改变。`,
  },
  where: { en: 'Where', zh: '位置' },
  row: { en: 'Row', zh: '行' },
  field: { en: 'Column', zh: '列' },
  wrong: { en: 'Problem', zh: '问题' },
  fix: { en: 'Fix', zh: '处理办法' },
  repair: { en: 'Apply fix', zh: '应用修改' },
  repairCell: {
    en: (column: string, from: string, to: string) => `${column}: ${from === '' ? 'empty' : from} → ${to}`,
    zh: (column: string, from: string, to: string) => `${column}：${from === '' ? '空' : from} → ${to}`,
  },
  repairJoin: { en: '; ', zh: '；' },
  repairRow: { en: (row: number) => `delete row ${row}`, zh: (row: number) => `删除第${row}行` },
  repairOf: {
    en: (what: string, row: number) => `Row ${row}, ${what}`,
    zh: (what: string, row: number) => `第${row}行，${what}`,
  },
  repairAll: {
    en: (count: number) => `Apply all ${count} unambiguous fixes`,
    zh: (count: number) => `应用全部${count}处可确定的修改`,
  },
  repaired: {
    en: (count: number) =>
      `${count === 1 ? '1 change was' : `${count} changes were`} made on this page. Your file has not been changed.`,
    zh: (count: number) => `已在本页修改${count}处，您的文件未作改动。`,
  },
  repairUndo: { en: 'Undo the last change', zh: '撤销上一步修改' },
  repairFile: { en: 'corrected-region.zip', zh: '修改后的地区.zip' },
  repairSave: { en: 'Save the corrected tables (zip)', zh: '保存修改后的表格（压缩包）' },
  saveFaults: { en: 'Save the list of problems', zh: '保存问题清单' },
  faultsFile: { en: 'problems.csv', zh: '问题清单.csv' },
  again: { en: 'Choose another file', zh: '另选文件' },
  moreFaults: {
    en: (count: number) => `${count} more in the list`,
    zh: (count: number) => `清单中另有${count}条`,
  },
  ready: { en: (name: string) => `${name} is ready to use`, zh: (name: string) => `${name}已可使用` },
  readyNote: {
    en: (figures: string, series: string) =>
      `${figures} figures and ${series} values of historical series were read without changes.`,
    zh: (figures: string, series: string) => `已读取${figures}个数据和${series}个历史序列数值，均未作改动。`,
  },
  doubts: { en: 'Values to check', zh: '建议复核的数值' },
  doubt: {
    en: (name: string, value: string, times: string, above: boolean, perHead: boolean) =>
      `${name}: ${value}. ${perHead ? 'Per person, this' : 'This'} is ${above ? `${times} times` : `1/${times} of`} the average of the known regions.`,
    zh: (name: string, value: string, times: string, above: boolean, perHead: boolean) =>
      `${name}：${value}。${perHead ? '按人均计，' : ''}${above ? `为已知地区平均值的${times}倍` : `仅为已知地区平均值的1/${times}`}。`,
  },
  unread: { en: (names: string) => `Files not read: ${names}.`, zh: (names: string) => `未读取的文件：${names}。` },
  use: { en: 'Use this region', zh: '使用此地区' },
  discard: { en: 'Do not use it', zh: '不使用' },
  using: { en: (name: string) => `${name} is open`, zh: (name: string) => `已打开${name}` },
  notKept: {
    en: 'The browser cannot store this region: it will be lost when this page is closed.',
    zh: '浏览器未能保存该地区：关闭本页后即丢失。',
  },
  kept: { en: 'Regions saved in this browser', zh: '此浏览器中保存的地区' },
  open: { en: 'Open', zh: '打开' },
  remove: { en: 'Delete', zh: '删除' },
  removed: { en: (name: string) => `${name} deleted`, zh: (name: string) => `已删除${name}` },
  undo: { en: 'Undo', zh: '撤销' },
  saveZip: { en: 'Save as zip', zh: '存为压缩包' },
  broken: {
    en: (why: string) => `The file could not be read: ${why}`,
    zh: (why: string) => `无法读取文件：${why}`,
  },
})
