/** What to do about the problems of a region's files, by code and in both languages. */

import texts from '../texts/fix.ts'
import { messageTable } from '../language/messages.ts'

export const fix = messageTable('fix', texts)
