/** Feedback loops in Chinese, by their ids; in English they go by their names in the model. */

import type { Language } from '../../language/messages.ts'

export const loopsInChinese: Readonly<Record<string, { readonly name: string; readonly doc: string }>> = {
  R1: {
    name: '土地财政陷阱',
    doc: '房价上涨带来更多开工和土地收入，地方建设增加；就业与信心上升，住房需求随之上升。下跌时同理。',
  },
  R2: { name: '青年外流', doc: '工资低导致人口外流；购房者减少，住房建设和就业随之减少，工资进一步走低。' },
  R3: { name: '预防性储蓄', doc: '失业上升使居民增加储蓄；消费减少又使就业下降。' },
  R4: { name: '养老挤压', doc: '财政补贴养老保险挤占建设支出；就业减少使缴费减少，所需补贴更多。' },
  R5: { name: '债务与利息', doc: '利息支出扩大赤字，弥补赤字又需举债。' },
  R6: { name: '基础设施', doc: '公共资本降低单位成本；销售增加带来税收，库款充裕后再增加建设。' },
  R7: {
    name: '自动化与出口',
    doc: '用工成本上升促使企业使用机器人；单位成本下降，出口与就业增加，用工成本进一步上升。',
  },
  R7b: { name: '自动化与就业', doc: '机器人替代人工；就业减少抑制工资上涨，使用机器人的收益随之下降。' },
  R8: { name: '文化与旅游', doc: '文化吸引游客；旅游消费的一部分再投入文化。' },
  R9: {
    name: '土地、城投与银行',
    doc: '土地收入减少，能支撑的城投债务随之减少；未获续贷的债务部分违约，债权人转趋谨慎，对开发商的信贷也收缩，土地出让进一步减少。',
  },
  B1: { name: '需求外溢', doc: '产能利用率越高，需求中流向域外的比例越大。' },
  B2: { name: '工资与价格', doc: '用工紧张使工资与单位成本上升；出口下降，就业随之减少。' },
  B3: { name: '中央转移', doc: '中央弥补部分收入缺口，从而稳定支出和收入。' },
  B4: { name: '产能', doc: '产能利用率上升带动投资，投资增加产能。' },
  B5: { name: '债务约束', doc: '债务超过起始水平后压缩支出计划，从而减少举债需求。' },
  B6: { name: '财富目标', doc: '超出目标水平的存款用于消费。' },
  B7: { name: '分红', doc: '企业多余的现金以红利形式分配。' },
}

export const loopName = (id: string, name: string, language: Language): string =>
  language === 'zh' ? (loopsInChinese[id]?.name ?? name) : name

export const loopDoc = (id: string, doc: string, language: Language): string =>
  language === 'zh' ? (loopsInChinese[id]?.doc ?? doc) : doc
