/** What is wrong with a question asked of a model and a region, by code and in both languages. */

import texts from '../../texts/analysis.ts'
import { messageTable } from '../../language/messages.ts'

export const analysisMessages = messageTable('analysis', texts)
