/** Why files that somebody brought cannot be read at all, by code and in both languages. */

import texts from '../../texts/brought.ts'
import { messageTable } from '../../language/messages.ts'
import { ReportedError } from '../../language/reported-error.ts'

export const unreadable = messageTable('brought', texts)

/** Thrown for files that cannot be read at all; faults of what is in them are problems of the region. */
export class BroughtError extends ReportedError {}
