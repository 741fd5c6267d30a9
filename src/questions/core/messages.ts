/** What is wrong with the inputs of a question, or with the runs behind its answer. */

import texts from '../../texts/question.ts'
import { messageTable } from '../../language/messages.ts'

export const questionMessages = messageTable('question', texts)
