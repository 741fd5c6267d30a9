/** Messages on the inputs of a question, and on the runs behind its answer. */

import texts from '../../texts/question.ts'
import { messageTable } from '../../language/messages.ts'

export const questionMessages = messageTable('question', texts)
