/** Levers by their names in the model, with a short label; themes, payers and ways of financing. */

import { addressedLabels, addressedVariable } from '../../language/address.ts'
import type { Both, Language } from '../../language/messages.ts'
import englishNames from '../../texts/names.en.ts'
import { chineseName } from './names.ts'
import { labelName } from './parameters.ts'
import { type UnitWords, unitWords } from './units.ts'

/** A lever by its short label and that of its address; `doc` is the model's sentence, for a lever that has none yet. */
export const leverName = (address: string, doc: string, language: Language): string => {
  const name = addressedVariable(address)
  const text = language === 'zh' ? chineseName(name) : englishNames[name]
  if (text === undefined) return doc
  const labels = addressedLabels(address).map(label => labelName(label, language))
  return [text, ...labels].join(language === 'zh' ? '：' : ': ')
}

const ofOutput = [
  'publicInvestment',
  'directedInvestment',
  'taxReliefShare',
  'voucherProgramme',
  'vocationalProgramme',
  'extraTransfers',
  'cleanUpProgramme',
  'portProgramme',
  'exportDiversification',
  'cultureProgramme',
  'airAbatement',
  'farmModernisation',
]

/** What a lever in per cent is per cent of. */
export const percentOf: Both<Readonly<Record<string, string>>> = {
  en: {
    ...Object.fromEntries(ofOutput.map(name => [name, 'GDP'])),
    robotSubsidy: 'cost',
    benefitCoverage: 'the unemployed',
    benefitReplacement: 'the wage',
    healthReimbursement: 'health costs',
    poolingExtra: 'the gap',
    childcarePlaces: 'children under three',
    downPayment: 'the price',
    vehicleHaircut: 'the debt',
    quotaUnused: 'the quota',
    tradeTariff: 'value',
  },
  zh: {
    ...Object.fromEntries(ofOutput.map(name => [name, '地区生产总值'])),
    robotSubsidy: '购置成本',
    benefitCoverage: '失业人员',
    benefitReplacement: '工资',
    healthReimbursement: '医疗费用',
    poolingExtra: '缺口',
    childcarePlaces: '三岁以下儿童',
    downPayment: '房价',
    vehicleHaircut: '债务',
    quotaUnused: '限额',
    tradeTariff: '货值',
  },
}

/** Levers in per cent a year that say by how much a rate changes. */
const changesOfRates = new Set(['mortgageRateChange', 'rateRelief'])
const points: Both<UnitWords> = {
  en: { scale: 1, text: '\u00a0percentage points' },
  zh: { scale: 1, text: '个百分点' },
}

export const leverUnit = (name: string, unit: string, language: Language): UnitWords =>
  changesOfRates.has(name) ? points[language] : unitWords(unit, language)

export const themeNames: Both<Readonly<Record<string, string>>> = {
  en: {
    Investment: 'Investment',
    'Ownership and business': 'State-owned firms and business',
    Households: 'Benefits and payments',
    Pensions: 'Pensions and retirement',
    People: 'Families and young people',
    Housing: 'Housing',
    Debt: 'Debt and banks',
    'Trade, culture, air': 'Trade, culture, air',
    'External restrictions': 'Technology and trade restrictions',
    Industries: 'Where investment goes, by industry',
  },
  zh: {
    Investment: '投资',
    'Ownership and business': '国企与营商环境',
    Households: '补助与补贴',
    Pensions: '养老保险与退休',
    People: '家庭与青年',
    Housing: '住房',
    Debt: '债务与银行',
    'Trade, culture, air': '贸易、文化、空气',
    'External restrictions': '技术与贸易限制',
    Industries: '投资投向（分行业）',
  },
}

const payerNames: Both<Readonly<Record<string, string>>> = {
  en: {
    none: 'nobody',
    province: 'provincial governments',
    centre: 'central government',
    banks: 'banks',
    'pension fund': 'pension fund',
    'owners of second homes': 'owners of second homes',
    outside: 'rest of the world',
    'financing vehicles': 'LGFVs',
    developers: 'developers',
    'other purchases': 'other purchases',
  },
  zh: {
    none: '无人承担',
    province: '全省（含市县）',
    centre: '中央',
    banks: '银行',
    'pension fund': '养老保险基金',
    'owners of second homes': '二套房业主',
    outside: '域外',
    'financing vehicles': '城投平台',
    developers: '开发商',
    'other purchases': '压减其他采购',
  },
}

/** Whoever bears a cost; more than one for levers that 'province and centre' share. */
export const payerName = (payer: string, language: Language): string =>
  payer
    .split(' and ')
    .map(one => payerNames[language][one] ?? one)
    .join(language === 'zh' ? '、' : ' and ')

export const financingNames: Both<Readonly<Record<string, string>>> = {
  en: {
    financedByCentre: 'Central government',
    financedByBonds: 'Bonds',
    financedByVehicles: 'LGFVs',
    financedByLand: 'Land sales',
    financedByCuts: 'Spending cuts',
  },
  zh: {
    financedByCentre: '中央',
    financedByBonds: '政府债券',
    financedByVehicles: '城投平台',
    financedByLand: '土地出让',
    financedByCuts: '压减支出',
  },
}
