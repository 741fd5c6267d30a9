/** The texts of the Why view. */

import texts from '../../texts/app/why.ts'
import { kindWords } from '../../analysis/explain/messages.ts'
import { dictionary } from './language.ts'

export const whyWords = dictionary(texts, {
  kinds: kindWords,
})
