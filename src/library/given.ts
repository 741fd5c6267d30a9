/** Refuses what a program without types may give: a misspelt option, or a setting of another form, would say nothing. */

import { oneOf } from '../language/usage.ts'

const known = {
  openRegion: ['paths', 'equations', 'packs', 'files'],
  ask: ['language', 'progress'],
  ensemble: ['policy', 'set', 'assume', 'regime', 'financing', 'simulations', 'seed', 'bands', 'keep', 'progress'],
} as const

export const checkOptions = (question: keyof typeof known, options: object): void => {
  for (const name of Object.keys(options)) oneOf<string>('option', name, known[question])
}
