/** The classes of a future and the criteria they are made of. */

import type { FutureClass } from '../../../model/criteria.ts'
import type { Both } from '../language.ts'

export const classNames: Both<Readonly<Record<FutureClass, string>>> = {
  en: {
    revived: 'Revived',
    stabilised: 'Stabilised',
    managedDecline: 'Managed decline',
    none: 'Muddling through',
    distress: 'Distress',
  },
  zh: { revived: '复兴', stabilised: '企稳', managedDecline: '有序收缩', none: '勉力维持', distress: '困境' },
}

/** Colours are classes of the style sheets. */
export const classStyles: Readonly<Record<FutureClass, string>> = {
  revived: 'revived',
  stabilised: 'stabilised',
  managedDecline: 'decline',
  none: 'none',
  distress: 'distress',
}

export interface CriterionWords {
  readonly name: string
  readonly threshold: string
}

export const criterionWords: Both<Readonly<Record<string, CriterionWords>>> = {
  en: {
    C1: {
      name: 'Growth',
      threshold: 'per head at least 0.35 points above the nation, in total at least 1.5 % a year, 2032–37',
    },
    C2: {
      name: 'Debt',
      threshold: 'ratio at the end of 2037 not above that of 2032; interest at most 12 % of resources',
    },
    C3: {
      name: 'Pensions',
      threshold:
        'own coverage falls by at most 1 point a year; reserve of 2.5 months; supported gap at most 1.5 points of GDP above 2025',
    },
    C4: {
      name: 'Jobs',
      threshold:
        'unemployment at most 5.5 %; employment rate of ages 20–59 not falling by more than 0.2 points, 2033–37',
    },
    C5: { name: 'Young people', threshold: 'net migration of ages 20–39 at least −0.3 % a year' },
    C6: {
      name: 'Households',
      threshold:
        'consumption share up 3 points on 2023; retail per person up 5 points against Beijing and 7.5 against the south-east',
    },
    C7: {
      name: 'Resilience',
      threshold:
        'at most 15 % of futures with two falling quarters in a row, 2036–37; it is met by all futures or by none',
    },
    C8: { name: 'Air and grain', threshold: 'fine dust at most 30 µg/m³; primary output not below 2023' },
  },
  zh: {
    C1: { name: '增长', threshold: '2032—37 年人均增速至少高于全国 0.35 个百分点，总量年均至少 1.5%' },
    C2: { name: '债务', threshold: '2037 年末债务率不高于 2032 年；利息不超过可用财力的 12%' },
    C3: {
      name: '养老金',
      threshold:
        '自身收支覆盖率年降幅不超过 1 个百分点；结余不少于 2.5 个月；财政补足的缺口比 2025 年至多多 1.5% 的地区生产总值',
    },
    C4: { name: '就业', threshold: '2033—37 年失业率不超过 5.5%；20—59 岁就业率降幅不超过 0.2 个百分点' },
    C5: { name: '青年', threshold: '20—39 岁净迁移率不低于每年 −0.3%' },
    C6: {
      name: '居民',
      threshold: '消费占比比 2023 年高 3 个百分点；人均零售额相对北京升 5 个、相对东南沿海升 7.5 个百分点',
    },
    C7: { name: '韧性', threshold: '2036—37 年出现连续两个季度下降的未来不超过 15%；对所有未来一并判定' },
    C8: { name: '空气与粮食', threshold: '细颗粒物不超过 30 微克/立方米；第一产业产出不低于 2023 年' },
  },
}
