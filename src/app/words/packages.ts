/** The texts of the search for the best packages in Answer. */

import texts from '../../texts/app/packages.ts'
import { windowFrom, windowTo } from '../../model/measures.ts'
import { dictionary } from './language.ts'
import { numbersIn } from '../../analysis/words/numbers.ts'

const years = { en: numbersIn('en').years(windowFrom, windowTo), zh: numbersIn('zh').years(windowFrom, windowTo) }

export const packagesWords = dictionary(texts, {
  measures: {
    en: {
      revival: 'Chance of revival',
      outputPerHead: `GDP per person, ${years.en}`,
      consumption: `Household consumption per person, ${years.en}`,
      residents: `Residents, ${windowTo}`,
      debt: `Total local debt, ${windowTo}`,
      debtHeld: `Share of simulations with debt no higher than GDP in ${windowTo}`,
      debtRegret: `90 % regret of debt, ${windowTo}`,
      unemployment: `90 % regret of unemployment, ${years.en}`,
      cost: 'Gross cost, present value',
    },
    zh: {
      revival: '振兴概率',
      outputPerHead: `人均地区生产总值，${years.zh}年`,
      consumption: `人均居民消费，${years.zh}年`,
      residents: `常住人口，${windowTo}年`,
      debt: `全口径债务，${windowTo}年`,
      debtHeld: `${windowTo}年债务不超过地区生产总值的模拟比例`,
      debtRegret: `债务率与最优方案的差距（90%分位），${windowTo}年`,
      unemployment: `失业率与最优方案的差距（90%分位），${years.zh}年`,
      cost: '总成本（现值）',
    },
  },
})
