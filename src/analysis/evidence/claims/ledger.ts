/** The list of claims about a region: each with its test, its evidence and the part of the model behind it. */

import { UsageError, type Message } from '../../../language/messages.ts'
import * as z from 'zod'
import { nearest } from '../../../language/errors.ts'
import { evidenceGrades } from '../../../language/declare.ts'
import { type FormName, issueMessage } from '../../../regions/schema-messages.ts'
import { messages as usage } from '../../../texts/usage.ts'
import { messages as analysisMessages } from '../../../texts/analysis.ts'
import { stage } from '../../../scenario/schema.ts'

export const claimVerdicts = ['holds', 'partly', 'contradicted', 'open'] as const
export type ClaimVerdict = (typeof claimVerdicts)[number]

/** A figure that stands in no series of the packs, with where it is from. */
const fact = z.strictObject({
  value: z.number(),
  unit: z.string().min(1),
  year: z.int().min(1900).max(2200),
  evidence: z.enum(evidenceGrades),
  source: z.string().min(1),
  note: z.string().exactOptional(),
})

const both = z.strictObject({
  en: z.string().min(1),
  zh: z.string().regex(/[\u4e00-\u9fff]/, 'chineseForm' satisfies FormName),
})

/** A part of the test. Without a formula it says why nothing can be computed. */
const check = z.strictObject({
  says: both,
  formula: z.string().min(1).exactOptional(),
  unit: z.string().min(1).exactOptional(),
  untestable: both.exactOptional(),
})

const evidence = z.strictObject({
  says: both,
  source: z.string().min(1),
  grade: z.enum(evidenceGrades),
})

/** A quantity that tells more without deciding. */
const shown = z.strictObject({ says: both, formula: z.string().min(1), unit: z.string().min(1) })

const claim = z.strictObject({
  id: z.string().regex(/^K[1-9]\d*$/, 'claimIdForm' satisfies FormName),
  claim: both,
  test: both,
  facts: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'nameForm' satisfies FormName), fact).default({}),
  checks: z.array(check).default([]),
  shows: z.array(shown).default([]),
  evidence: z.array(evidence).min(1),
  /** The verdict that was reached by reading; the computed one agrees, or `because` says why it does not. */
  read: z.enum(claimVerdicts),
  because: both.exactOptional(),
  /** Names of declarations of the model. */
  model: z.array(z.string().min(1)).min(1),
})

/** Runs besides the baseline that tests refer to: a package at the common cost, or levers. */
const run = z.union([z.strictObject({ package: z.string() }), z.strictObject({ levers: z.record(z.string(), stage) })])

const schema = z.strictObject({
  about: both,
  runs: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'nameForm' satisfies FormName), run).default({}),
  /** Their numbers in the order of the report, by paragraph; in their own order where it is not told. */
  reading: z.array(z.array(z.string())).exactOptional(),
  claims: z.array(claim).min(1),
})

export type Ledger = z.infer<typeof schema>
export type Claim = z.infer<typeof claim>
export type Fact = z.infer<typeof fact>
export type NamedRun = z.infer<typeof run>

const placeOf = (document: unknown, path: readonly PropertyKey[]): string => {
  const [list, index, ...rest] = path
  const claims = (document as { claims?: ReadonlyArray<{ id?: string } | undefined> }).claims
  if (list !== 'claims' || typeof index !== 'number') return path.map(String).join('.') || 'the ledger'
  return [claims?.[index]?.id ?? `claim ${index + 1}`, ...rest.map(String)].join('.')
}

/** Claims of a text, or every problem with it, each with the file, the claim and what to do. */
export const parseLedger = (text: string, file: string, sources: ReadonlySet<string>): Ledger => {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (problem) {
    throw new UsageError(usage.notJson({ file, why: (problem as Error).message }))
  }
  const result = schema.safeParse(document)
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      usage.within({ where: `${file}: ${placeOf(document, issue.path)}`, text: issueMessage(issue, document).text }),
    )
    throw new UsageError(...problems)
  }
  const ledger = result.data
  const problems: Message[] = []
  const seen = new Set<string>()
  for (const { id, facts, evidence: found, checks, read, because } of ledger.claims) {
    if (seen.has(id)) problems.push(analysisMessages.claimTwice({ id }))
    seen.add(id)
    for (const source of [...Object.values(facts).map(one => one.source), ...found.map(one => one.source)]) {
      if (sources.has(source)) continue
      const meant = nearest(source, sources)
      problems.push(analysisMessages.claimSource({ id, source, meant }))
    }
    for (const { says, formula, untestable } of checks) {
      if ((formula === undefined) === (untestable === undefined)) {
        problems.push(analysisMessages.claimCheck({ id, says }))
      }
    }
    if (read === 'open' && because === undefined) {
      problems.push(analysisMessages.claimOpen({ id }))
    }
  }
  const told = ledger.reading?.flat()
  if (told !== undefined && (told.length !== seen.size || told.some(id => !seen.delete(id))))
    problems.push(analysisMessages.claimReading())
  if (problems.length > 0)
    throw new UsageError(...problems.map(({ text: said }) => usage.within({ where: file, text: said })))
  return ledger
}
