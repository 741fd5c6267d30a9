/** The eight playbooks: name and one line. */

import type { Both } from '../language.ts'

export interface PlaybookWords {
  readonly name: string
  readonly gloss: string
  /** Within a sentence. */
  readonly inText: string
}

export const playbookWords: Both<Readonly<Record<string, PlaybookWords>>> = {
  en: {
    A: { name: 'Do nothing', gloss: 'what is in force goes on', inText: 'doing nothing' },
    B: { name: 'As announced', gloss: 'investment, robots, culture, technicians', inText: 'the announced programme' },
    C: { name: 'Household-led', gloss: 'benefits, pensions, vouchers, health', inText: 'the household-led package' },
    D: { name: 'Demography', gloss: 'children, care, return of the young', inText: 'the demographic package' },
    E: { name: 'Reform', gloss: 'ownership, restructuring, business climate', inText: 'reform' },
    F: { name: 'Go north', gloss: 'ports, new markets, tax relief', inText: 'going north' },
    G: { name: 'Everything affordable', gloss: 'a little of all the others', inText: 'everything affordable' },
    H: { name: 'Clean-up first', gloss: 'debts and arrears before all else', inText: 'cleaning up first' },
  },
  zh: {
    A: { name: '不作为', gloss: '现行政策照旧', inText: '不作为' },
    B: { name: '按公布方案', gloss: '投资、机器人、文化、技工', inText: '按公布方案' },
    C: { name: '居民优先', gloss: '失业金、养老金、消费券、医疗', inText: '居民优先' },
    D: { name: '人口', gloss: '生育、托育、青年回流', inText: '人口方案' },
    E: { name: '改革', gloss: '所有制、重组、营商环境', inText: '改革' },
    F: { name: '向北开放', gloss: '口岸、新市场、减税', inText: '向北开放' },
    G: { name: '力所能及', gloss: '各方案各取一点', inText: '力所能及' },
    H: { name: '先清债', gloss: '先还债务与欠款', inText: '先清债' },
  },
}
