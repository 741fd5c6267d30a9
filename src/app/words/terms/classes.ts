/** The classes of simulations and the criteria on which they are based. */

import type { FutureClass } from '../../../model/criteria.ts'
import type { Both } from '../language.ts'

export const classTitles: Both<Readonly<Record<FutureClass, string>>> = {
  en: {
    revived: 'Revived',
    stabilised: 'Stabilised',
    managedDecline: 'Managed decline',
    none: 'No clear recovery',
    distress: 'Distress',
  },
  zh: { revived: '振兴', stabilised: '企稳', managedDecline: '有序收缩', none: '复苏乏力', distress: '困境' },
}

export const classMeanings: Both<Readonly<Record<FutureClass, string>>> = {
  en: {
    revived: 'C1, C2 and C3 are met, and at least six of all eight criteria',
    stabilised:
      'not revived, but C2 and at least four criteria are met, and output never falls by more than 2 % within four quarters',
    managedDecline: 'C2 and C3 are met, C1 is not',
    none: 'none of the other classes: growth is paid for by rising debt or by others',
    distress: 'neither C2 nor C3 is met',
  },
  zh: {
    revived: 'C1、C2、C3均达标，且八项标准中至少六项达标',
    stabilised: '未达到振兴，但C2和至少四项标准达标，且产出在任何四个季度内跌幅不超过2%',
    managedDecline: 'C2与C3达标，C1未达标',
    none: '不属于其他任何一类：增长依靠举债或外部支撑',
    distress: 'C2与C3均未达标',
  },
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
      threshold:
        'growth per person at least 0.35 percentage points above the nation, total growth at least 1.5 % a year, 2032–37',
    },
    C2: {
      name: 'Debt',
      threshold: 'debt ratio at the end of 2037 not above that of 2032; interest at most 12 % of fiscal resources',
    },
    C3: {
      name: 'Pensions',
      threshold:
        'own coverage falls by at most 1 percentage point a year; reserve of at least 2.5 months; gap met by budgets at most 1.5 % of GDP above 2025',
    },
    C4: {
      name: 'Jobs',
      threshold:
        'unemployment at most 5.5 %; employment rate of ages 20–59 falls by at most 0.2 percentage points, 2033–37',
    },
    C5: { name: 'Young people', threshold: 'net migration of ages 20–39 at least −0.3 % of the age group a year' },
    C6: {
      name: 'Households',
      threshold:
        'consumption share at least 3 percentage points above 2023; retail sales per person up 5 points relative to Beijing and 7.5 relative to the south-east',
    },
    C7: {
      name: 'Resilience',
      threshold:
        'output falls in two consecutive quarters of 2036–37 in at most 15 % of simulations; met by all simulations or by none',
    },
    C8: {
      name: 'Air and grain',
      threshold: 'fine dust (PM2.5) at most 30 µg/m³; primary output not below 2023',
    },
  },
  zh: {
    C1: { name: '增长', threshold: '2032—37年人均增速至少高于全国0.35个百分点，总量年均增长至少1.5%' },
    C2: { name: '债务', threshold: '2037年末债务率不高于2032年末；利息支出不超过可用财力的12%' },
    C3: {
      name: '养老金',
      threshold:
        '缴费对支出的覆盖率年降幅不超过1个百分点；结余不少于2.5个月；财政弥补的缺口占地区生产总值比重较2025年升幅不超过1.5个百分点',
    },
    C4: { name: '就业', threshold: '2033—37年失业率不超过5.5%；20—59岁就业率降幅不超过0.2个百分点' },
    C5: { name: '青年', threshold: '20—39岁净迁移率不低于每年−0.3%' },
    C6: {
      name: '居民',
      threshold:
        '居民消费占比较2023年提高至少3个百分点；人均社会消费品零售额相对北京提高5个、相对东南沿海提高7.5个百分点',
    },
    C7: { name: '韧性', threshold: '2036—37年产出连续两个季度下降的模拟不超过15%；对全部模拟统一判定' },
    C8: { name: '空气与粮食', threshold: '细颗粒物（PM2.5）不超过30微克/立方米；第一产业产出不低于2023年' },
  },
}
