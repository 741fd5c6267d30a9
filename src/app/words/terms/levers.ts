/** Levers by their names in the model, with a short label; themes, payers and ways of financing. */

import type { Both, Language } from '../language.ts'
import { chineseNames } from './names.ts'

/** Short labels in English; in Chinese levers go by their names in names.ts. */
const shortNames: Readonly<Record<string, string>> = {
  publicInvestment: 'Public investment, extra',
  investmentQuality: 'Share of projects that pay',
  robotSubsidy: 'Subsidy on robots',
  directedInvestment: 'Directed investment of state firms',
  mixedOwnershipPace: 'Pace of mixed ownership',
  restructuring: 'Release of redundant labour',
  businessReform: 'Reform of the business climate',
  taxReliefShare: 'Tax relief for private firms',
  benefitCoverage: 'Unemployed who receive benefit',
  benefitReplacement: 'Unemployment benefit',
  residentTopUp: 'Top-up of the resident pension',
  directPayment: 'Direct payment to residents',
  voucherProgramme: 'Consumption vouchers',
  healthReimbursement: 'Health cost reimbursed, extra',
  pensionIndexationExtra: 'Rise of employee pensions, extra',
  retirementAge: 'Retirement age by 2040, beyond the law',
  retirementSpeed: 'Speed of the retirement reform',
  poolingExtra: 'National pooling of the pension gap, extra',
  childAllowance: 'Child allowance',
  childAllowanceYears: 'Ages covered by the allowance',
  childcarePlaces: 'Childcare places under three',
  arrivalGrant: 'Grant to young arrivals',
  registrationOpenness: 'Openness of registration',
  vocationalProgramme: 'Technician programme',
  publicEmploymentGrowth: 'Growth of public employment',
  mortgageRule: 'Mortgage rule that counts homes',
  mortgageRateChange: 'Change of the mortgage rate',
  downPayment: 'Down payment',
  homePurchaseProgramme: 'State purchase of unsold homes',
  propertyTaxRate: 'Property tax on second homes',
  swapPace: 'Vehicle debt swapped into bonds',
  rateRelief: 'Relief on the rate of vehicle debt',
  vehicleHaircut: 'Haircut on vehicle debt',
  borrowingCap: 'Cap on the growth of vehicle debt',
  extraTransfers: 'Central transfers, extra',
  cleanUpProgramme: 'Vehicle debt paid back from the budget',
  portProgramme: 'Go north: ports, export credit',
  exportDiversification: 'New export markets',
  cultureProgramme: 'Culture and tourism',
  airAbatement: 'Abatement of air pollution',
  farmModernisation: 'Farm modernisation',
  chipRestriction: 'Chip and technology controls',
  tradeTariff: 'Tariff on exports to the world',
}

/** A lever by its short label; `doc` is the model's sentence, for a lever that has none yet. */
export const leverName = (name: string, doc: string, language: Language): string =>
  (language === 'zh' ? chineseNames[name] : shortNames[name]) ?? doc

export const themeNames: Both<Readonly<Record<string, string>>> = {
  en: {
    Investment: 'Investment',
    'Ownership and business': 'State firms and business',
    Households: 'Benefits and payments',
    Pensions: 'Pensions and retirement',
    People: 'Families and the young',
    Housing: 'Housing',
    Debt: 'Debts and banks',
    'Trade, culture, air': 'Trade, culture, air',
    'External restrictions': 'From outside: a scenario, no policy',
  },
  zh: {
    Investment: '投资',
    'Ownership and business': '国企与营商',
    Households: '补助与发放',
    Pensions: '养老与退休',
    People: '家庭与青年',
    Housing: '住房',
    Debt: '债务与银行',
    'Trade, culture, air': '贸易、文化、空气',
    'External restrictions': '外部环境：情景，而非政策',
  },
}

export const payerNames: Both<Readonly<Record<string, string>>> = {
  en: {
    none: 'nobody',
    province: 'province',
    centre: 'centre',
    banks: 'banks',
    'pension fund': 'pension fund',
    'owners of second homes': 'owners of second homes',
    outside: 'outside',
    'financing vehicles': 'financing vehicles',
    developers: 'developers',
    'other purchases': 'other purchases',
  },
  zh: {
    none: '无人承担',
    province: '省级',
    centre: '中央',
    banks: '银行',
    'pension fund': '养老基金',
    'owners of second homes': '二套房业主',
    outside: '外部',
    'financing vehicles': '融资平台',
    developers: '开发商',
    'other purchases': '压减其他采购',
  },
}

export const financingNames: Both<Readonly<Record<string, string>>> = {
  en: {
    financedByCentre: 'Centre',
    financedByBonds: 'Bonds',
    financedByVehicles: 'Vehicles',
    financedByLand: 'Land',
    financedByCuts: 'Cuts',
  },
  zh: {
    financedByCentre: '中央',
    financedByBonds: '政府债',
    financedByVehicles: '融资平台',
    financedByLand: '土地',
    financedByCuts: '压减支出',
  },
}
