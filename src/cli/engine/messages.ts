/** What is wrong with what a program asks of the engine, by code and in both languages. */

import texts from '../../texts/stream.ts'
import { messageTable } from '../../language/messages.ts'

export const streamMessages = messageTable('stream', texts)
