/** Feedback loops in Chinese, by their ids; in English they go by their names in the model. */

import type { Language } from '../language.ts'

export const loopsInChinese: Readonly<Record<string, { readonly name: string; readonly doc: string }>> = {
  R1: {
    name: '土地财政陷阱',
    doc: '房价上涨带来更多开工和土地收入，地方建设增加；就业与信心上升，住房需求随之上升。下跌时同理。',
  },
  R2: { name: '青年外流', doc: '工资低使人外流；购房者减少，建设与就业减少，工资更低。' },
  R3: { name: '预防性储蓄', doc: '失业使人多储蓄；少花的钱又减少就业。' },
  R4: { name: '养老挤压', doc: '补贴养老金挤占建设；就业减少使缴费减少，补贴更多。' },
  R5: { name: '债务与利息', doc: '债务利息扩大赤字，赤字又靠举债。' },
  R6: { name: '基础设施', doc: '公共资本降低单位成本；销售增加带来税收，有了库款便多建设。' },
  R7: { name: '自动化与出口', doc: '人工贵则多用机器人；单位成本下降，出口与就业上升，人工更贵。' },
  R7b: { name: '自动化与就业', doc: '机器人替代人工；就业减少使工资少涨，机器人不再划算。' },
  R8: { name: '文化与旅游', doc: '文化吸引游客；游客的花费有一部分再投入文化。' },
  R9: {
    name: '土地、城投与银行',
    doc: '土地收入减少，能支撑的城投债务随之减少；未获续贷的债务部分违约，债权人转趋谨慎，对开发商的信贷也收缩，土地出让进一步减少。',
  },
  B1: { name: '需求外溢', doc: '产能用得越满，需求中流向域外的越多。' },
  B2: { name: '工资与价格', doc: '人手紧使工资与单位成本上升；出口下降，就业随之下降。' },
  B3: { name: '中央转移', doc: '中央弥补部分收入缺口，从而稳住支出与收入本身。' },
  B4: { name: '产能', doc: '产能用满带来投资，投资增加产能。' },
  B5: { name: '债务刹车', doc: '债务超过起点便压缩支出计划，减少举债需要。' },
  B6: { name: '财富目标', doc: '超过目标的存款被花掉。' },
  B7: { name: '分红', doc: '企业用不上的现金被分掉。' },
}

export const loopName = (id: string, name: string, language: Language): string =>
  language === 'zh' ? (loopsInChinese[id]?.name ?? name) : name

export const loopDoc = (id: string, doc: string, language: Language): string =>
  language === 'zh' ? (loopsInChinese[id]?.doc ?? doc) : doc
