/** Remarks that a reader must know of the run behind a result; every command that shows one makes them. */

import type { RunInput } from '../../engine/run.ts'
import { fitSentence } from '../../analysis/region/fitted-model.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { accountsHold, auditOf, type WorstAudit } from '../../analysis/runs/accounts-hold.ts'
import { outsideSaid } from '../../questions/core/conditions.ts'
import { messages as questionMessages } from '../../texts/question.ts'
import { note, type Session } from './session.ts'

/** Says where accounts do not close; the command then fails, whatever it shows. */
export const noteAudit = (session: Session, audit: WorstAudit): void => {
  if (accountsHold(audit)) return
  note(session, `heartland: ${questionMessages.accountsOpen({ where: audit.where }).text.en}`)
  session.exitCode = 1
}

/**
 * Says that parameters were fitted with another model, or to figures that have changed, and under which external
 * conditions other than the region's own a result holds.
 */
export const noteFit = (session: Session, open: Pick<OpenRegion, 'region' | 'under'>): void => {
  const { region } = open
  if (region.parameters?.stale !== undefined) note(session, `heartland: ${fitSentence(region)}`)
  for (const { text } of outsideSaid(open)) note(session, `heartland: ${text.en}`)
}

interface Announced {
  readonly open: OpenRegion
  readonly scenario: Pick<RunInput, 'policy' | 'assumptions'>
  readonly notes: readonly string[]
}

type RunAudited = (open: OpenRegion, scenario: Announced['scenario']) => WorstAudit

/** Remarks on a choice, on the fit behind it, and on the accounts of its central run. */
export const announce = (session: Session, { open, scenario, notes }: Announced, audit: RunAudited = auditOf): void => {
  for (const text of notes) note(session, text)
  noteFit(session, open)
  noteAudit(session, audit(open, scenario))
}
