/** Reads the claims of a region from its folder and tests them. */

import { messages as analysisMessages } from '../../../texts/analysis.ts'
import { type Both, UsageError } from '../../../language/messages.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { watched, type WorstAudit } from '../../runs/accounts-hold.ts'
import { type ClaimResult, judgeClaims } from './judge.ts'
import { type Ledger, parseLedger } from './ledger.ts'

const ledgerFile = 'claims.json'

/** `claims.json` in the folder of the region; a UsageError when it has none or when it is wrong. */
export const ledgerOf = ({ region, files }: OpenRegion): Ledger => {
  const file = `${region.id}/${ledgerFile}`
  const text = files?.read(file)
  if (text === undefined) {
    throw new UsageError(
      analysisMessages.noLedger({
        region: { en: region.names.en, zh: region.names.zh ?? region.names.en },
        file: ledgerFile,
      }),
    )
  }
  return parseLedger(text, file, new Set(Object.keys(region.sources)))
}

export interface ClaimsFound {
  /** The authors of the claims, and where they made them. */
  readonly about: Both<string>
  readonly results: readonly ClaimResult[]
  /** Their numbers in the order of the report, by paragraph. */
  readonly reading: ReadonlyArray<readonly string[]>
  /** Of all runs behind the results. */
  readonly audit: WorstAudit
}

/** Undefined where nothing was claimed of the region, unless claims are `needed`. */
export const claimsOf = (open: OpenRegion, needed = false): ClaimsFound | undefined => {
  if (!needed && open.files?.read(`${open.region.id}/${ledgerFile}`) === undefined) return undefined
  const ledger = ledgerOf(open)
  const audited = watched(open)
  const { about, reading = ledger.claims.map(({ id }) => [id]) } = ledger
  return { about, reading, results: judgeClaims(audited.open, ledger), audit: audited.audit() }
}
