/** The regimes of central transfers: what the future of transfers may be, each as a set of assumptions. */

import { type Both, bothTexts } from '../language/messages.ts'
import texts from '../texts/regimes.ts'

export interface Regime {
  readonly id: 'freeze' | 'formula' | 'constantShare'
  readonly names: Both<string>
  /** Meaning of the regime, in a sentence. */
  readonly doc: Both<string>
  /** Values of parameters in every simulation, in place of their central or sampled values. */
  readonly assumptions: Readonly<Record<string, number>>
}

const words = bothTexts(texts)

export const regimes: readonly Regime[] = [
  { id: 'freeze', ...words.freeze, assumptions: { poolElasticity: 0 } },
  { id: 'formula', ...words.formula, assumptions: {} },
  { id: 'constantShare', ...words.constantShare, assumptions: { outputShareWeight: 1 } },
]
