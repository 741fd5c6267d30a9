/** Gains in the units of the page: in Chinese amounts per person are in yuan, in English in thousands. */

import type { Gain } from '../../../analysis/who/who.ts'
import { useLanguage } from '../../shell/use.ts'

/** What an amount in thousands is multiplied by. */
export const useYuanScale = (): number => (useLanguage() === 'zh' ? 1000 : 1)

export const scaledGain = ({ central, low, high }: Gain, scale: number) => ({
  value: central * scale,
  low: low === null ? null : low * scale,
  high: high === null ? null : high * scale,
})
