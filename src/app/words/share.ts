/** The texts of Share: links, files of charts and results, the report and the embedded chart. */

import type { Readable } from '../../scenario/link-types.ts'
import { dictionary } from './language.ts'

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const readEn = ({ region, seed, levers, assumptions }: Readable): string => {
  const parts = [
    ...(region ? ['region'] : []),
    ...(seed ? ['random seed'] : []),
    ...(levers > 0 ? [several(levers, 'lever')] : []),
    ...(assumptions > 0 ? [several(assumptions, 'assumption')] : []),
  ]
  if (parts.length === 0) return 'Nothing could be read.'
  const list = [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(part => part !== '').join(' and ')
  const verb = parts.length === 1 && !list.endsWith('s') ? 'was' : 'were'
  return `${list.replace(/^./, letter => letter.toUpperCase())} ${verb} read.`
}

const readZh = ({ region, seed, levers, assumptions }: Readable): string => {
  const parts = [
    ...(region ? ['地区'] : []),
    ...(seed ? ['随机种子'] : []),
    ...(levers > 0 ? [`${levers}项政策`] : []),
    ...(assumptions > 0 ? [`${assumptions}项假设`] : []),
  ]
  return parts.length === 0 ? '未能读出任何内容。' : `已读出${parts.join('、')}。`
}

export const shareWords = dictionary({
  damagedTitle: { en: 'This link is damaged', zh: '链接已损坏' },
  damaged: {
    en: (faults: string, read: Readable, usable: boolean) =>
      `${faults} ${readEn(read)} Nothing was opened, and your own scenario has not been changed. ${usable ? 'Open what could be read without these parts, correct them in the address, or ask for the link again and copy all of it.' : 'Correct the address, or ask for the link again and copy all of it.'}`,
    zh: (faults: string, read: Readable, usable: boolean) =>
      `${faults}${readZh(read)}链接未打开，您原有的情景未受影响。${usable ? '可打开已读出的部分（上述各处不予采用），也可在地址中改正，或重新索取链接并完整复制。' : '请在地址中改正，或重新索取链接并完整复制。'}`,
  },
  openRead: { en: 'Open what could be read', zh: '打开已读出的部分' },
  newerTitle: { en: 'This link needs a newer version of this page', zh: '此链接需要更新版本的页面' },
  newer: {
    en: 'It was created with a later version. Reload the page while you are online, then open the link again. Your own scenario has not been changed.',
    zh: '链接由更新的版本生成。请联网重新载入本页，再打开链接。您原有的情景未受影响。',
  },
  changedTitle: {
    en: (changed: readonly string[]) =>
      changed.length === 2
        ? 'The model and the data have changed since this link was created'
        : changed[0] === 'data'
          ? 'The data have changed since this link was created'
          : 'The model has changed since this link was created',
    zh: (changed: readonly string[]) =>
      changed.length === 2
        ? '链接生成后，模型和数据已有变动'
        : changed[0] === 'data'
          ? '链接生成后，数据已有变动'
          : '链接生成后，模型已有变动',
  },
  changedModel: {
    en: (then: string, now: string) => `The link was created with model ${then}; the current model is ${now}.`,
    zh: (then: string, now: string) => `链接用模型${then}生成，现为${now}。`,
  },
  changedData: {
    en: (then: string, now: string) => `The link was created with data ${then}; the current data are ${now}.`,
    zh: (then: string, now: string) => `链接用数据${then}生成，现为${now}。`,
  },
  changedSo: {
    en: 'The scenario is open; its results differ from those at the time the link was created.',
    zh: '情景已打开，但结果与链接生成时不同。',
  },
  verdict: { en: { before: 'Then', now: 'Now' }, zh: { before: '当时', now: '现在' } },
  verdictComes: { en: 'calculating …', zh: '计算中…' },
  regionTitle: {
    en: (id: string) => `The region ${id} is not saved in this browser`,
    zh: (id: string) => `此浏览器中没有地区${id}`,
  },
  region: {
    en: 'This region was added by the author of the link. Ask for its workbook or folder, import it under Data and open the link again. Your own scenario has not been changed.',
    zh: '该地区由链接作者自行导入。请索取其工作簿或文件夹，在“数据”中导入后再打开链接。您原有的情景未受影响。',
  },
  toData: { en: 'Go to Data', zh: '转到“数据”' },
  understood: { en: 'Close', zh: '关闭' },

  linkTitle: { en: 'Link', zh: '链接' },
  linkHolds: {
    en: (levers: number, assumptions: number, paths: number, overlays: number, verdict: boolean) =>
      `The link contains the model, the data, the random seed, ${several(levers, 'lever')}, ${several(assumptions, 'assumption')}${paths === 0 ? '' : `, ${several(paths, 'external path')}`}${overlays === 0 ? '' : ` and ${several(overlays, 'scenario')} for comparison`}. It opens with identical results.${verdict ? ' It also records the distribution of outcomes, in case the model changes.' : ''}`,
    zh: (levers: number, assumptions: number, paths: number, overlays: number, verdict: boolean) =>
      `链接包含模型、数据、随机种子、${levers}项政策、${assumptions}项假设${paths === 0 ? '' : `、${paths}项外部条件`}${overlays === 0 ? '' : `和${overlays}个对比情景`}，打开后结果完全一致。${verdict ? '链接还记录了模拟结果的分布，以备模型日后变动。' : ''}`,
  },
  linkLeft: {
    en: (names: string) => `Left out because the link would be too long: ${names}.`,
    zh: (names: string) => `链接过长，未包含：${names}。`,
  },
  copyLink: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Link copied', zh: '链接已复制' },
  copiedEmbed: { en: 'Embed code copied', zh: '嵌入代码已复制' },
  copyFailed: {
    en: 'The browser did not allow copying. Select the text and copy it yourself.',
    zh: '浏览器不允许自动复制，请选中文本自行复制。',
  },
  copySentence: { en: 'Copy sentence', zh: '复制文字说明' },
  copiedSentence: { en: 'Sentence copied', zh: '文字说明已复制' },
  dataTitle: { en: 'Results', zh: '结果数据' },
  dataHolds: {
    en: 'All outcomes by quarter at full precision. Parquet and Excel also contain units, sources, grades of evidence and assumptions. Excel opens with a sheet by year: current policy, the package and its bands. A capsule is the model with the scenario in one file, which any later version replays with identical results.',
    zh: '逐季度的全部结果，保留全部精度；Parquet和Excel另含单位、来源、证据等级和假设。Excel首页为分年结果：现行政策、所选方案及其区间。封装文件含模型与情景，任何后续版本均可重现完全一致的结果。',
  },
  capsule: { en: 'Capsule', zh: '封装文件' },
  dataSheet: { en: 'data', zh: '数据' },
  aboutSheet: { en: 'about', zh: '说明' },
  resultSheet: { en: 'By year', zh: '分年结果' },
  year: { en: 'Year', zh: '年份' },
  bandLow: {
    en: (name: string) => `${name}, 10 % of simulations lie below`,
    zh: (name: string) => `${name}，10%的模拟低于此值`,
  },
  bandHigh: {
    en: (name: string) => `${name}, 10 % of simulations lie above`,
    zh: (name: string) => `${name}，10%的模拟高于此值`,
  },
  changeLow: {
    en: (name: string) => `${name}, change from current policy, 10 % below`,
    zh: (name: string) => `${name}，与现行政策之差，10%低于此值`,
  },
  changeHigh: {
    en: (name: string) => `${name}, change from current policy, 10 % above`,
    zh: (name: string) => `${name}，与现行政策之差，10%高于此值`,
  },
  reportTitle: { en: 'Report', zh: '报告' },
  reportHolds: {
    en: 'This view on paper or as a PDF file, with all tables, the full scenario, and every parameter, figure and path with its source.',
    zh: '将此视图打印或存为PDF，附全部数据表、完整情景，以及全部参数、数据、外生路径及其来源。',
  },
  print: { en: 'Print or save as PDF', zh: '打印或存为PDF' },
  embedTitle: { en: 'Embed', zh: '嵌入' },
  embedHolds: {
    en: 'The main chart of What if with this scenario, for use in another web page.',
    zh: '将“政策测算”的主图连同此情景嵌入其他网页。',
  },
  copyPicture: { en: 'Embed: copy HTML', zh: '嵌入：复制HTML' },
  copyEmbed: { en: 'Copy HTML', zh: '复制HTML' },
  openFull: { en: 'Open in Heartland', zh: '在Heartland中打开' },
  working: { en: 'Preparing …', zh: '处理中…' },
  saved: { en: (name: string) => `Saved: ${name}`, zh: (name: string) => `已保存：${name}` },
  failed: {
    en: (why: string) => `The file could not be written: ${why}`,
    zh: (why: string) => `无法写入文件：${why}`,
  },

  reportScenario: { en: 'Scenario', zh: '情景' },
  reportPolicy: { en: 'Policy', zh: '政策' },
  reportNoPolicy: { en: 'All levers are at current policy.', zh: '所有政策均为现行值。' },
  reportAssumptions: { en: 'My assumptions', zh: '我的假设' },
  reportNoAssumptions: { en: 'All assumptions are at their standard values.', zh: '全部采用标准假设。' },
  reportAll: { en: 'All uncertain parameters', zh: '全部不确定参数' },
  reportMarks: {
    en: 'Sources: § is a section of the specification of the model (docs/theory/specification.md), S a study or table in its section 28; all others are in the list of sources of the report.',
    zh: '来源：§为模型规格书（docs/theory/specification.md）的章节，S为其第28节所列文献或数据表；其余见报告的来源清单。',
  },
  reportOutside: { en: 'External conditions', zh: '外部条件' },
  reportNoOutside: { en: 'All external paths are as in the region’s data.', zh: '全部外部路径与地区数据一致。' },
  reportPaths: { en: 'Exogenous paths', zh: '外生路径' },
  reportFigures: { en: 'Initial values', zh: '初始数据' },
  reportSources: { en: 'Sources', zh: '来源清单' },
  reportHead: {
    en: {
      lever: 'Lever',
      value: 'Value',
      inForce: 'Current policy',
      schedule: 'Start, phase-in, end',
      payer: 'Payer',
      parameter: 'Parameter',
      mine: 'Value used',
      standard: 'Standard value',
      range: '10–90 % range',
      grade: 'Evidence',
      source: 'Source',
      path: 'Path',
      figure: 'Figure',
      values: 'Values',
      mark: 'Name',
    },
    zh: {
      lever: '政策',
      value: '取值',
      inForce: '现行值',
      schedule: '开始、到位年数、截止',
      payer: '承担方',
      parameter: '参数',
      mine: '采用值',
      standard: '标准值',
      range: '10—90%区间',
      grade: '证据等级',
      source: '来源',
      path: '路径',
      figure: '指标',
      values: '数值',
      mark: '代号',
    },
  },
  reportThen: { en: '– then', zh: '——其后' },
  always: { en: 'no end', zh: '不设截止年份' },
  years: { en: (years: string) => `${years} ${years === '1' ? 'year' : 'years'}`, zh: (years: string) => `${years}年` },
})
