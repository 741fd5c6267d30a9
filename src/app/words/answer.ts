/** The texts of the Answer view. */

import texts from '../../texts/app/answer.ts'
import { evidenceNames } from '../../model/names/evidence.ts'
import { dictionary } from './language.ts'

export const answerWords = dictionary(texts, { gradeNames: evidenceNames })
