/** The regimes of central transfers: what the future of transfers may be, each as a set of assumptions. */

export interface Regime {
  readonly id: 'freeze' | 'formula' | 'constantShare'
  readonly name: string
  readonly nameZh: string
  /** What the regime means, in a sentence. */
  readonly doc: string
  readonly docZh: string
  /** Values of parameters in every simulation, in place of their central or sampled values. */
  readonly assumptions: Readonly<Record<string, number>>
}

export const regimes: readonly Regime[] = [
  {
    id: 'freeze',
    name: 'Nominal freeze',
    nameZh: '总额冻结',
    doc:
      'The national pool of transfers keeps its nominal amount from 2026 on; the share of each province follows the ' +
      'formula.',
    docZh: '2026年起全国转移支付总额不再增长，各省份额按公式分配。',
    assumptions: { poolElasticity: 0 },
  },
  {
    id: 'formula',
    name: 'Formula',
    nameZh: '按公式分配',
    doc:
      'The national pool grows a little slower than national output, as in 2012 to 2025, and the share of each ' +
      'province follows its need less its capacity.',
    docZh: '全国转移支付总额的增长略低于全国产出（与2012至2025年一致），各省份额随标准支出需求与财政能力之差变动。',
    assumptions: {},
  },
  {
    id: 'constantShare',
    name: 'Constant share of output',
    nameZh: '占地区生产总值比例不变',
    doc: 'Transfers keep the share of the output of each province that they had at the start.',
    docZh: '各省转移支付占本地区生产总值的比例保持在起始水平。',
    assumptions: { outputShareWeight: 1 },
  },
]

/** The regime that holds unless another one is asked for. */
export const standardRegime: Regime['id'] = 'formula'
