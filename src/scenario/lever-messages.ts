/** Messages on the setting of a lever, by code and in both languages. */

import texts from '../texts/lever.ts'
import { messageTable } from '../language/messages.ts'

export const leverMessages = messageTable('lever', texts)
