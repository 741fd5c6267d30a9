/** The texts of external conditions in What if: baselines, stress tests, paths and their handles. */

import texts from '../../texts/app/conditions.ts'
import { dictionary } from './language.ts'

export const conditionsWords = dictionary(texts, {
  limited: {
    en: {
      switched: (names: readonly string[]) => `Has no effect while this assumption is 0: ${names.join('; ')}.`,
      reported: (names: readonly string[]) => `Moves only these figures: ${names.join('; ')}.`,
    },
    zh: {
      switched: (names: readonly string[]) => `下列假设为0时，该路径没有影响：${names.join('；')}。`,
      reported: (names: readonly string[]) => `该路径只影响下列数值：${names.join('；')}。`,
    },
  },
  years: {
    en: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
    zh: (from: number, to: number) => (from === to ? `${from}年` : `${from}—${to}年`),
  },
})
