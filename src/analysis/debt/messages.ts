/** What the report on debt leaves out or assumes, by code and in both languages. */

import texts from '../../texts/debt.ts'
import { messageTable } from '../../language/messages.ts'

export const debtMessages = messageTable('debt', texts)
