/** Uncertain parameters and labels of dimensions; in English a parameter goes by its sentence in the model. */

import { addressedLabels, addressedVariable } from '../../language/address.ts'
import type { Language } from '../../language/messages.ts'
import { chineseName } from './names.ts'

const labels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    female: 'women',
    male: 'men',
    young: 'under 40',
    middle: '40–59',
    old: '60 and over',
    state: 'state firms',
    private: 'private firms',
    consumption: 'consumption',
    investment: 'investment of firms',
    robots: 'robots and digital equipment',
    building: 'building',
    purchases: 'public purchases',
    abroad: 'sales abroad and defence',
    nation: 'sales to the rest of the country',
    visitors: 'sales to visitors',
    withinYear: 'within a year',
    twoToThree: '2–3 years',
    fourToFive: '4–5 years',
    sixToTen: '6–10 years',
    beyondTen: 'more than 10 years',
    farming: 'farming',
    oil: 'oil and gas',
    public: 'public services',
    mining: 'coal and ores',
    food: 'food',
    chemicals: 'refining, chemicals, medicine',
    metals: 'metals',
    machinery: 'machinery and electronics',
    vehicles: 'vehicles, ships, aircraft',
    otherIndustry: 'light goods, materials, power',
    construction: 'construction',
    trade: 'trade, transport, hotels',
    services: 'other services',
    cars: 'cars to Russia',
    russia: 'other sales to Russia',
    world: 'sales to the rest of the world',
    defence: 'defence procurement',
  },
  zh: {
    female: '女',
    male: '男',
    young: '40岁以下',
    middle: '40—59岁',
    old: '60岁及以上',
    state: '国企',
    private: '民企',
    consumption: '消费',
    investment: '企业投资',
    robots: '机器人与数字设备',
    building: '建设',
    purchases: '政府采购',
    abroad: '对国外销售与军品',
    nation: '对国内其他地区销售',
    visitors: '对游客销售',
    withinYear: '一年以内',
    twoToThree: '2—3年',
    fourToFive: '4—5年',
    sixToTen: '6—10年',
    beyondTen: '10年以上',
    farming: '农林牧渔',
    oil: '油气',
    public: '公共服务',
    mining: '煤炭与矿石采选',
    food: '食品制造',
    chemicals: '石化、化工与医药',
    metals: '冶金与金属',
    machinery: '机械与电子',
    vehicles: '汽车、船舶与航空',
    otherIndustry: '轻工、建材与电力',
    construction: '建筑业',
    trade: '商贸、运输与住宿餐饮',
    services: '其他服务业',
    cars: '对俄整车出口',
    russia: '对俄其他销售',
    world: '对世界其他地区销售',
    defence: '军品采购',
  },
}

/** A label of a row of numbers ('state', 'young') as readers see it. */
export const labelName = (label: string, language: Language): string => labels[language][label] ?? label

/** `address` is 'name' or 'name[label]'. */
export const parameterName = (address: string, doc: string, language: Language): string => {
  const text = language === 'zh' ? (chineseName(addressedVariable(address)) ?? doc) : doc
  const [label] = addressedLabels(address)
  if (label === undefined) return text
  const shown = labelName(label, language)
  return language === 'zh' ? `${text}（${shown}）` : `${text}: ${shown}`
}
