/** Says whether the accounts behind the results balance: above a view that must not be used, and in the footer. */

import { accountsHold } from '../../analysis/runs/accounts-hold.ts'
import { useAccounts } from '../state/accounts.ts'
import { accountsTold } from '../words/accounts.ts'
import { useLanguage } from './use.ts'

/** Above the results; nothing where the accounts balance. */
export const AccountsNote = () => {
  const language = useLanguage()
  const audit = useAccounts()
  if (audit === undefined || accountsHold(audit)) return null
  const { strong, rest } = accountsTold(audit, language)
  return (
    <div className="state err" role="alert">
      <p>
        <b>{strong}</b> {rest}
      </p>
    </div>
  )
}

export const AccountsMark = () => {
  const language = useLanguage()
  const audit = useAccounts()
  if (audit === undefined) return null
  const { strong, rest } = accountsTold(audit, language)
  return (
    <span className={accountsHold(audit) ? 'ok' : 'open-accounts'}>
      <b>{strong}</b> {rest}
    </span>
  )
}
