/** Words of Share: links and what is wrong with them, files of charts and numbers, the report, the embedded chart. */

import type { Readable } from '../../analysis/link/types.ts'
import { dictionary } from './language.ts'

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const readEn = ({ region, seed, levers, assumptions }: Readable): string => {
  const parts = [
    ...(region ? ['region'] : []),
    ...(seed ? ['seed'] : []),
    ...(levers > 0 ? [several(levers, 'lever')] : []),
    ...(assumptions > 0 ? [several(assumptions, 'assumption')] : []),
  ]
  if (parts.length === 0) return 'Nothing of it could be read.'
  const list = [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(part => part !== '').join(' and ')
  const verb = parts.length === 1 && !list.endsWith('s') ? 'was' : 'were'
  return `${list.replace(/^./, letter => letter.toUpperCase())} ${verb} read.`
}

const readZh = ({ region, seed, levers, assumptions }: Readable): string => {
  const parts = [
    ...(region ? ['地区'] : []),
    ...(seed ? ['种子'] : []),
    ...(levers > 0 ? [`${levers} 项政策`] : []),
    ...(assumptions > 0 ? [`${assumptions} 项假设`] : []),
  ]
  return parts.length === 0 ? '未能读出任何内容。' : `已读出${parts.join('、')}。`
}

export const shareWords = dictionary({
  damagedTitle: { en: 'This link is damaged', zh: '链接不完整' },
  damaged: {
    en: (read: Readable) => `${readEn(read)} It was cut off or altered on its way. What you had is still here.`,
    zh: (read: Readable) => `${readZh(read)}链接在传送途中被截断或改动。您原有的方案仍在。`,
  },
  openRead: { en: 'Open what was read', zh: '打开已读出的部分' },
  leave: { en: 'Leave it', zh: '不打开' },
  newerTitle: { en: 'This link is newer than this page', zh: '链接的版本比本页新' },
  newer: {
    en: 'It was made with a later version. Load the page anew while you are online, then open the link again. What you had is still here.',
    zh: '链接由更新的版本生成。请联网重新载入本页，再打开链接。您原有的方案仍在。',
  },
  changedTitle: {
    en: (changed: readonly string[]) =>
      changed.length === 2
        ? 'Model and data have changed since'
        : changed[0] === 'data'
          ? 'The data have changed since'
          : changed[0] === 'model'
            ? 'The model has changed since'
            : 'Not all of this link could be taken',
    zh: (changed: readonly string[]) =>
      changed.length === 2
        ? '模型和数据此后已有变动'
        : changed[0] === 'data'
          ? '数据此后已有变动'
          : changed[0] === 'model'
            ? '模型此后已有变动'
            : '链接中有内容未能采用',
  },
  changedModel: {
    en: (then: string, now: string) => `The link was made with model ${then}; this is ${now}.`,
    zh: (then: string, now: string) => `链接用模型 ${then} 生成，现为 ${now}。`,
  },
  changedData: {
    en: (then: string, now: string) => `The link was made with data ${then}; these are ${now}.`,
    zh: (then: string, now: string) => `链接用数据 ${then} 生成，现为 ${now}。`,
  },
  changedSo: {
    en: 'It is open, and its numbers differ from those of whoever made it.',
    zh: '方案已打开，但数值与生成链接时不同。',
  },
  verdict: { en: { before: 'Then', now: 'Now' }, zh: { before: '当时', now: '现在' } },
  verdictComes: { en: 'being computed …', zh: '计算中…' },
  leftOut: {
    en: (names: string) => `Left out, because this model has no such lever or bound: ${names}.`,
    zh: (names: string) => `以下内容本模型没有或超出上下限，未予采用：${names}。`,
  },
  regionTitle: {
    en: (id: string) => `The region ${id} is not in this browser`,
    zh: (id: string) => `此浏览器中没有地区 ${id}`,
  },
  region: {
    en: 'Whoever made the link brought this region along. Ask for its workbook or folder, import it under Data, and open the link again. What you had is still here.',
    zh: '该地区由链接作者自行导入。请索取其工作簿或文件夹，在“数据”中导入后再打开链接。您原有的方案仍在。',
  },
  toData: { en: 'Go to Data', zh: '转到“数据”' },
  understood: { en: 'Close', zh: '关闭' },

  linkTitle: { en: 'Link', zh: '链接' },
  linkHolds: {
    en: (levers: number, assumptions: number, overlays: number, verdict: boolean) =>
      `Holds model, data, seed, ${several(levers, 'lever')}, ${several(assumptions, 'assumption')}${overlays === 0 ? '' : ` and ${several(overlays, 'scenario')} laid over`}. It opens to the same bits.${verdict ? ' It also says what became of the futures, in case the model changes.' : ''}`,
    zh: (levers: number, assumptions: number, overlays: number, verdict: boolean) =>
      `包含模型、数据、种子、${levers} 项政策、${assumptions} 项假设${overlays === 0 ? '' : `和 ${overlays} 个叠加方案`}，打开后逐位相同。${verdict ? '并记下各种未来的结局，以备模型日后变动。' : ''}`,
  },
  linkLeft: {
    en: (names: string) => `Too long for a link, and left out: ${names}.`,
    zh: (names: string) => `链接过长，未包含：${names}。`,
  },
  copyLink: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Link copied', zh: '链接已复制' },
  copiedEmbed: { en: 'Embed code copied', zh: '嵌入代码已复制' },
  copyFailed: {
    en: 'The browser did not let the page copy. Select the text and copy it.',
    zh: '浏览器不允许复制。请选中文本自行复制。',
  },
  chartTitle: { en: 'Chart', zh: '图表' },
  chartChoose: { en: 'Which chart', zh: '选择图表' },
  noChart: { en: 'This view has no chart.', zh: '此视图没有图表。' },
  dataTitle: { en: 'Data of the run', zh: '运行数据' },
  dataHolds: {
    en: 'All outcomes, quarter by quarter, at full precision; with units, sources, grades and assumptions (Parquet and Excel).',
    zh: '逐季度的全部结果，保留全部精度；Parquet 与 Excel 另含单位、来源、证据等级和假设。',
  },
  reportTitle: { en: 'Report', zh: '报告' },
  reportHolds: {
    en: 'This view on paper or as PDF: tables open, the whole scenario and all assumptions behind it.',
    zh: '把此视图打印或存为 PDF：展开数据表，附完整方案与全部假设。',
  },
  print: { en: 'Print or save as PDF', zh: '打印或存为 PDF' },
  embedTitle: { en: 'Embed', zh: '嵌入' },
  embedHolds: {
    en: 'The main chart of What if with this scenario, for another page.',
    zh: '把“试算”的主图连同此方案嵌入其他网页。',
  },
  copyEmbed: { en: 'Copy HTML', zh: '复制 HTML' },
  openFull: { en: 'Open in Heartland', zh: '在 Heartland 中打开' },
  working: { en: 'Working …', zh: '处理中…' },
  saved: { en: (name: string) => `Saved: ${name}`, zh: (name: string) => `已保存：${name}` },
  failed: {
    en: (why: string) => `This could not be written: ${why}`,
    zh: (why: string) => `无法写出：${why}`,
  },

  reportScenario: { en: 'The scenario', zh: '方案' },
  reportPolicy: { en: 'Policy', zh: '政策' },
  reportNoPolicy: { en: 'No lever differs from what is in force.', zh: '没有政策偏离现行值。' },
  reportAssumptions: { en: 'Assumptions that are mine', zh: '我的假设' },
  reportNoAssumptions: { en: 'All assumptions are the standard ones.', zh: '全部采用标准假设。' },
  reportAll: { en: 'All uncertain parameters', zh: '全部不确定参数' },
  reportHead: {
    en: {
      lever: 'Lever',
      value: 'Value',
      inForce: 'In force',
      schedule: 'From, ramp, to',
      payer: 'Payer',
      parameter: 'Parameter',
      mine: 'Taken',
      standard: 'Standard',
      range: '10–90 % range',
      grade: 'Grade',
    },
    zh: {
      lever: '政策',
      value: '取值',
      inForce: '现行',
      schedule: '起始、渐进、结束',
      payer: '出资方',
      parameter: '参数',
      mine: '采用',
      standard: '标准',
      range: '10–90 % 区间',
      grade: '等级',
    },
  },
  always: { en: 'no end', zh: '不结束' },
  years: { en: (years: string) => `${years} years`, zh: (years: string) => `${years} 年` },
})
