/** Remarks on how a claim was tested. */

import texts from '../../../texts/claim.ts'
import { messageTable } from '../../../language/messages.ts'

export const claimRemarks = messageTable('claim', texts)
