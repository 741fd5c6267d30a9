/** The problems of a field of a JSON file, by code and in both languages. */

import texts from '../texts/field.ts'
import { messageTable } from '../language/messages.ts'

export const fieldFault = messageTable('field', texts)
