/** Texts of the figures by industry. */

import { dictionary } from './language.ts'

export const industriesWords = dictionary({
  title: { en: 'Output and jobs by industry', zh: '分行业产出与就业' },
  output: { en: 'Output of each industry', zh: '各行业产出' },
  outputUnit: {
    en: (year: number) => `${year}, change in value added against current policy, %`,
    zh: (year: number) => `${year}年，增加值相对现行政策的变动，%`,
  },
  jobs: { en: 'Jobs in each industry', zh: '各行业就业' },
  jobsUnit: {
    en: (year: number) => `${year}, change against current policy, thousand`,
    zh: (year: number) => `${year}年，相对现行政策的变动，万人`,
  },
  source: {
    en: 'Central projection. Demand by buyer in the proportions of the input-output tables of 2017; an industry’s productivity moves as that of all.',
    zh: '基准情景。各类需求按2017年投入产出表的比例分到行业；各行业生产率同步变动。',
  },
  none: {
    en: 'This region has no input-output table, so there are no figures by industry. The guide to regions says how to add one.',
    zh: '该地区没有投入产出表，因此没有分行业数据。补充方法见地区指南。',
  },
  first: { en: 'Calculating the industries …', zh: '正在计算各行业……' },
  industry: { en: 'Industry', zh: '行业' },
  now: { en: 'under the policy', zh: '该政策下' },
  before: { en: 'current policy', zh: '现行政策' },
  change: { en: 'change', zh: '变动' },
  why: { en: (name: string) => `Why: ${name}`, zh: (name: string) => `原因：${name}` },
})
