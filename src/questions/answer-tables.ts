/** Columns and names that the tables of an answer share. */

import type { Verdict } from '../analysis/answer/standing.ts'
import type { PackageAnswer } from '../analysis/answer/verdict.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import { type ClaimId, claims } from '../model/standing.ts'
import texts from '../texts/standing-report.ts'
import { percentSign } from './core/names.ts'
import { type Block, type Column, section } from './core/report.ts'

const say = bothTexts(texts)

export const wholePercent = { unit: percentSign, scale: 100, digits: 0 } as const

export const textColumn = (id: string, head: Both<string>): Column => ({ id, head, as: 'text' })
export const figureColumn = (id: string, head: Both<string>, show: object = {}): Column => ({
  id,
  head,
  as: 'number',
  ...show,
})

/** A column for each package, by its name. */
export const acrossPackages = (packages: readonly PackageAnswer[], show: object = {}): Column[] =>
  packages.map(({ id, names }) => ({ id, head: names, as: 'number', ...show }))

/** The settings in which each claim holds. */
export const claimsSection = ({ settings, claims: held }: Verdict): Block =>
  section(say.claims, {
    kind: 'table',
    id: 'claims',
    columns: [textColumn('claim', say.claim), figureColumn('held', say.held({ settings }), { digits: 0 })],
    rows: (Object.keys(claims) as ClaimId[]).map(id => [say.meanings[id], held[id]]),
  })
