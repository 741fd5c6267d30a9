/** What the engine reports to those who run it, by code and in both languages. */

import texts from '../texts/engine.ts'
import { messageTable } from '../language/messages.ts'

export const engineMessages = messageTable('engine', texts)
