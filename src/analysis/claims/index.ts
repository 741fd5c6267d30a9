/** Reads the claims of a region from its folder and tests them. */

import { analysisMessages } from '../messages.ts'
import { UsageError } from '../../language/reported-error.ts'
import type { ReadText } from '../../regions/types.ts'
import type { OpenRegion } from '../simulation.ts'
import { type ClaimResult, judgeClaims } from './judge.ts'
import { type Ledger, parseLedger } from './ledger.ts'

/** `claims.json` in the folder of the region; a UsageError when it has none or when it is wrong. */
export const ledgerOf = (read: ReadText, { region }: OpenRegion): Ledger => {
  const file = `${region.id}/claims.json`
  const text = read(file)
  if (text === undefined) {
    throw new UsageError(
      analysisMessages.noLedger({
        region: { en: region.names.en, zh: region.names.zh ?? region.names.en },
        file: 'claims.json',
      }),
    )
  }
  return parseLedger(text, file, new Set(Object.keys(region.sources)))
}

export const claimsOf = (read: ReadText, open: OpenRegion): ClaimResult[] => judgeClaims(open, ledgerOf(read, open))
