/** The policy packages: name and a short description. */

import type { Both } from '../../language/messages.ts'

export interface PackageWords {
  readonly name: string
  readonly gloss: string
  /** Within a sentence. */
  readonly inText: string
}

export const packageWords: Both<Readonly<Record<string, PackageWords>>> = {
  en: {
    A: { name: 'Current policy', gloss: 'policies in force continue', inText: 'current policy' },
    B: {
      name: 'As announced',
      gloss: 'investment, robots, culture, technicians',
      inText: 'the announced programme',
    },
    C: {
      name: 'Household-led',
      gloss: 'unemployment benefit, pensions, vouchers, health',
      inText: 'the household-led package',
    },
    D: { name: 'Demography', gloss: 'children, childcare, return of young people', inText: 'the demography package' },
    E: { name: 'Reform', gloss: 'ownership, restructuring, business environment', inText: 'the reform package' },
    F: { name: 'Opening to the north', gloss: 'ports, new markets, tax relief', inText: 'opening to the north' },
    G: { name: 'Everything affordable', gloss: 'a part of all the others', inText: '“Everything affordable”' },
    H: { name: 'Debt clean-up first', gloss: 'LGFV debt repaid from the budget', inText: 'the debt clean-up package' },
  },
  zh: {
    A: { name: '维持现行政策', gloss: '现行政策不变', inText: '维持现行政策' },
    B: { name: '已公布方案', gloss: '投资、机器人、文化、技工', inText: '“已公布方案”' },
    C: { name: '居民优先', gloss: '失业保险、养老金、消费券、医疗', inText: '“居民优先”' },
    D: { name: '人口', gloss: '生育、托育、青年回流', inText: '“人口”' },
    E: { name: '改革', gloss: '所有制、重组、营商环境', inText: '“改革”' },
    F: { name: '向北开放', gloss: '口岸、新市场、减税', inText: '“向北开放”' },
    G: { name: '综合方案', gloss: '其他方案各取一部分', inText: '“综合方案”' },
    H: { name: '化债优先', gloss: '财政偿还城投债务', inText: '“化债优先”' },
  },
}
