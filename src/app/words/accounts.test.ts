/** Tests that the page says when accounts do not balance and when a fit belongs to another model, as commands do. */

import { expect, test } from 'vitest'
import { accountsHold, auditOf, worstAudit } from '../../analysis/runs/accounts-hold.ts'
import { linkRegion } from '../../analysis/region/simulation.ts'
import { openOnWasm } from '../../analysis/region/wasm-region.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { model } from '../../model/index.ts'
import { withUnpaidGift } from '../../model/unpaid-gift-fixture.ts'
import { accountsTold, fitTold } from './accounts.ts'

const { region } = openRegion('CN-HL')
const open = openOnWasm(region, undefined, linkRegion(region, withUnpaidGift(model)))

test('accounts that do not balance are told, with the account, in both languages', () => {
  const good = auditOf(open, { policy: {}, assumptions: {} })
  const bad = auditOf(open, { policy: { unpaidGift: { value: 1, start: 2026, ramp: 0 } }, assumptions: {} })
  expect([good, bad].map(accountsHold)).toEqual([true, false])
  expect(accountsTold(good, 'en')).toMatchObject({ strong: 'Accounts balance' })
  expect(accountsTold(bad, 'en')).toMatchObject({ strong: 'Accounts do not balance' })
  expect(accountsTold(bad, 'en').rest).toContain(bad.where)
  expect(accountsTold(bad, 'zh').rest).toContain('请勿使用')
  // An ensemble that balances does not hide it, and neither does a residual that is no number.
  expect(worstAudit([good, bad, undefined, good])).toBe(bad)
  const none = { largestResidual: Number.NaN, where: 'output' }
  expect(worstAudit([bad, none, good])).toBe(none)
  expect(accountsHold(none)).toBe(false)
  expect(accountsTold(none, 'en').rest).not.toContain('NaN')
})

test('a fit of another model is told', () => {
  const fit = { lastYear: 2024, stale: false }
  expect(fitTold({ fit: { ...fit, stale: true } }, 'en')).toContain('an earlier version of the model or the data')
  expect(fitTold({ fit }, 'en')).not.toContain('earlier version')
  expect(fitTold({ fit: undefined }, 'en')).toContain('not been calibrated')
})
