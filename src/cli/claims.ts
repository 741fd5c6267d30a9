/** `heartland claims` tests claims made about a region, and prints each with its test, evidence and verdict. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import { claimsOf, ledgerOf } from '../analysis/claims/index.ts'
import type { CheckResult, ClaimResult } from '../analysis/claims/judge.ts'
import type { ClaimVerdict } from '../analysis/claims/ledger.ts'
import { unknownWord } from '../language/usage.ts'
import { number, quantity } from '../analysis/numbers.ts'
import { ownPacks, readFrom } from '../regions/read.ts'
import { firstRegion } from '../regions/first-region.ts'
import { noteAudit, noteFit, watched } from './announce.ts'
import { addPacks, type CommonOptions } from './common-options.ts'
import { openWith } from './opening.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'

interface ClaimsOptions extends CommonOptions {
  readonly region: string
  readonly verdict?: string
}

const verdictWords: Readonly<Record<ClaimVerdict, string>> = {
  holds: 'holds',
  partly: 'partly',
  contradicted: 'contradicted',
  open: 'open',
}

/** Units of tests as people read them; others as everywhere. */
const shown = (value: number, unit: string | undefined): string => {
  if (unit === undefined || unit === 'times') return number(value, 2)
  if (unit === 'share/year') return `${number(100 * value, 2)} points a year`
  if (unit === '1/year') return `${number(100 * value, 1)} % a year`
  if (unit === 'per thousand') return `${number(1000 * value, 2)} per thousand`
  return quantity(value, unit)
}

const operators: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'above',
  '<': 'below',
  '=': 'equal to',
  '!=': 'other than',
}

const found = ({ says, value, asked, operator, unit, passes, untestable }: CheckResult): string => {
  if (passes === undefined) return `not tested: ${says.en}: ${untestable?.en}`
  const sides =
    value === undefined || asked === undefined
      ? ''
      : `: ${shown(value, unit)} (threshold: ${operators[operator ?? '='] ?? operator} ${shown(asked, unit)})`
  return `${passes ? 'met' : 'not met'}: ${says.en}${sides}`
}

const summary = ({ checks, because }: ClaimResult): string =>
  checks.length === 0 ? (because?.en ?? '') : checks.map(found).join('; ')

const countOf = (results: readonly ClaimResult[]): string =>
  (Object.keys(verdictWords) as ClaimVerdict[])
    .map(verdict => `${verdictWords[verdict]} ${results.filter(result => result.verdict === verdict).length}`)
    .join(', ')

const overview = (about: string, results: readonly ClaimResult[], screen: Screen): string => {
  const rows = results.map(result => [result.id, result.claim.en, verdictWords[result.verdict], summary(result)])
  const columns = ['', 'Claim', 'Verdict', 'Result of the test'].map(header => ({ header, kind: 'text' as const }))
  return [
    screen.heading('Claims'),
    screen.paragraph(about),
    screen.table(columns, rows),
    screen.paragraph(`${results.length} claims: ${countOf(results)}.`),
    screen.aside(
      'Verdicts are calculated. A claim holds if all parts of its test are met, is contradicted if none is, stays open if no part can be calculated, and otherwise holds partly. `heartland claims K1` shows the evidence, the sources and the related equations of a claim. `heartland answer as-reported` shows the consequences if the ages reported were true.',
    ),
  ].join('\n\n')
}

const single = (result: ClaimResult, screen: Screen): string => {
  const { id, claim, test, checks, shows, evidence, verdict, read, agrees, because, model, remarks } = result
  const lines: [string, string][] = [
    ['test', test.en],
    ...checks.map((check): [string, string] => [check.on ?? '', found(check)]),
    ...shows.map(({ says, value, unit }): [string, string] => ['model', `${says.en}: ${shown(value, unit)}`]),
    ...remarks.map((remark): [string, string] => ['note', remark.text.en]),
    ...evidence.map(({ says, grade, what, url }): [string, string] => [
      grade,
      `${says}. ${what}${url === '' ? '' : `: ${url.split(' ; ')[0]}`}`,
    ]),
    ...model.map(({ name, kind, doc }): [string, string] => [kind, `${name}: ${doc}`]),
    ...(agrees ? [] : ([['reading', `verdict reached by reading: ${verdictWords[read]}`]] as [string, string][])),
    ...(because === undefined ? [] : ([['reason', because.en]] as [string, string][])),
  ]
  return [
    `${screen.heading(`${id}  ${verdictWords[verdict]}`)}`,
    screen.paragraph(claim.en),
    screen.entries(lines),
  ].join('\n')
}

const selected = (
  results: readonly ClaimResult[],
  ids: readonly string[],
  verdict: string | undefined,
): ClaimResult[] => {
  const known = results.map(({ id }) => id)
  for (const id of ids) {
    if (!known.includes(id.toUpperCase()))
      throw unknownWord('claim', id, known, { shown: [`${known[0]} … ${known.at(-1)}`] })
  }
  if (verdict !== undefined && !(verdict in verdictWords)) {
    throw unknownWord('verdict', verdict, Object.keys(verdictWords))
  }
  const wanted = new Set(ids.map(id => id.toUpperCase()))
  const left = results.filter(
    result => (wanted.size === 0 || wanted.has(result.id)) && (verdict === undefined || result.verdict === verdict),
  )
  if (left.length === 0) throw new UsageError(commandMessages.noClaims({ ids: ids.join(', '), verdict: verdict ?? '' }))
  return left
}

const claims = (session: Session, ids: readonly string[], options: ClaimsOptions): void => {
  const open = openWith(options.region, options)
  const read = readFrom(options.packs ?? ownPacks)
  const audited = watched(open)
  const results = selected(claimsOf(read, audited.open), ids, options.verdict)
  noteFit(session, open)
  noteAudit(session, audited.audit())
  const screen = screenOf(session.out)
  if (options.json === true) printJson(session, results)
  else if (ids.length === 0) print(session, overview(ledgerOf(read, open).about, results, screen))
  else print(session, results.map(result => single(result, screen)).join('\n\n'))
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-r, --region <region>', 'the region', firstRegion)
    .option('--verdict <verdict>', 'show only claims with this verdict: holds, partly, contradicted or open')
    .option('--json', 'print the results as JSON')
  addPacks(command).action((ids: string[], options: ClaimsOptions) => claims(session, ids, options))
}
