/**
 * The books: the transaction-flow matrix and the balance sheet of every step, and the identities A1-A25.
 * The cells restate the flows of the sectors; nothing computes from them: they are the test.
 */

import { sector } from '../language/declare.ts'
import { closingBalances } from './accounts/balance-sheet.ts'
import { identities } from './accounts/identities.ts'
import { transactionFlows } from './accounts/transaction-flows.ts'

export const accounts = sector('Accounts', {
  over: ['area'], doc: 'Sections 2.1-2.4 and 24 of the specification.',
}, transactionFlows, closingBalances, identities)
