/** Runs the tests of the claims and gives each its verdict. */

import { messages as usage } from '../../../texts/usage.ts'
import { UsageError, type Both, type Message } from '../../../language/messages.ts'
import { leversOf, type Policy } from '../../../engine/scenario.ts'
import type { Syntax } from '../../../language/parse.ts'
import type { Evidence } from '../../../language/declare.ts'
import { unknownMessage } from '../../../language/usage.ts'
import { costingOf } from '../../policies/costs.ts'
import { packageFor } from '../../policies/packages.ts'
import { checkScenario } from '../../../scenario/problems.ts'
import { rulesOf } from '../../../scenario/rules.ts'
import { type Reader, readRun } from '../../../engine/run/reader.ts'
import type { OpenRegion } from '../../region/simulation.ts'
import { evaluate, isComparison, parseFormula, runReadsOf } from './formula.ts'
import type { Claim, Ledger, NamedRun, ClaimVerdict } from './ledger.ts'

export interface CheckResult {
  readonly says: Both<string>
  readonly formula?: string
  readonly unit?: string
  /** Left and right side of the comparison. */
  readonly value?: number
  readonly asked?: number
  readonly operator?: string
  /** Undefined where nothing can be computed; `untestable` says why. */
  readonly passes?: boolean
  readonly untestable?: Both<string>
  /** True if it reads a run of the model, or published figures only. */
  readonly on?: 'data' | 'model'
}

export interface ClaimResult {
  readonly id: string
  readonly claim: Both<string>
  readonly test: Both<string>
  readonly checks: readonly CheckResult[]
  readonly shows: ReadonlyArray<{ readonly says: Both<string>; readonly value: number; readonly unit: string }>
  readonly evidence: ReadonlyArray<{
    readonly says: Both<string>
    readonly grade: Evidence
    readonly source: string
    readonly what: string
    readonly url: string
  }>
  /** Computed from the checks. */
  readonly verdict: ClaimVerdict
  /** Reached by reading. */
  readonly read: ClaimVerdict
  readonly agrees: boolean
  readonly because?: Both<string>
  readonly model: ReadonlyArray<{
    readonly name: string
    readonly kind: string
    readonly unit: string
    readonly doc: string
  }>
  readonly remarks: readonly Message[]
}

/** All parts true: holds. All false: contradicted. None computable: open. Anything between: partly. */
export const claimVerdict = (checks: readonly CheckResult[]): ClaimVerdict => {
  const computed = checks.filter(({ passes }) => passes !== undefined)
  if (computed.length === 0) return 'open'
  if (checks.every(({ passes }) => passes === true)) return 'holds'
  return checks.every(({ passes }) => passes === false) ? 'contradicted' : 'partly'
}

const policyOf = (open: OpenRegion, name: string, run: NamedRun): Policy => {
  if ('package' in run) return packageFor(open, costingOf(open), run.package).policy
  checkScenario(rulesOf(open), { policy: run.levers, assumptions: {} }, `run ${name}`)
  return run.levers
}

interface Parsed {
  readonly claim: Claim
  readonly checks: ReadonlyArray<{ readonly syntax: Syntax | undefined; readonly check: Claim['checks'][number] }>
  readonly shows: ReadonlyArray<{ readonly syntax: Syntax; readonly show: Claim['shows'][number] }>
}

const unknownIn = (id: string, name: string, { variables }: OpenRegion['linked']): UsageError => {
  const { text } = unknownMessage('variable', name, variables.keys(), { command: 'heartland list outcomes' })
  return new UsageError(usage.within({ where: id, text }))
}

/** A UsageError that says which claim it is about. */
const about = <T>(id: string, what: Both<string>, make: () => T): T => {
  try {
    return make()
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem
    const where = `${id}, '${what.en}'`
    throw new UsageError(...problem.messages.map(({ text }) => usage.within({ where, text })))
  }
}

const parsed = (claim: Claim): Parsed => ({
  claim,
  checks: claim.checks.map(check => ({
    check,
    syntax: check.formula === undefined ? undefined : about(claim.id, check.says, () => parseFormula(check.formula!)),
  })),
  shows: claim.shows.map(show => ({ show, syntax: about(claim.id, show.says, () => parseFormula(show.formula)) })),
})

/** One run for each name that a test reads, with what is read of it. */
const runsFor = (open: OpenRegion, ledger: Ledger, claims: readonly Parsed[]): Map<string, Reader> => {
  const { linked, simulator } = open
  const names = new Set(['baseline', ...Object.keys(ledger.runs)])
  const reads = new Map<string, Set<string>>()
  for (const { claim, checks, shows } of claims) {
    for (const { syntax } of [...checks, ...shows]) {
      if (syntax === undefined) continue
      for (const [run, variables] of runReadsOf(syntax, names)) {
        for (const variable of variables) {
          const [, name = variable] = /^closing\((\w+)\)$/.exec(variable) ?? []
          if (!linked.variables.has(name)) {
            throw unknownIn(claim.id, name, linked)
          }
          reads.set(run, (reads.get(run) ?? new Set()).add(variable))
        }
      }
    }
  }
  return new Map(
    [...reads].map(([name, record]) => {
      const policy = name === 'baseline' ? {} : policyOf(open, name, ledger.runs[name]!)
      return [name, readRun(simulator.run({ policy, record: [...record] }))]
    }),
  )
}

export const judgeClaims = (open: OpenRegion, ledger: Ledger): ClaimResult[] => {
  const { region, linked } = open
  const claims = ledger.claims.map(parsed)
  const runs = runsFor(open, ledger, claims)
  const ofModel = new Set(['baseline', 'standard', ...Object.keys(ledger.runs)])
  const levers = leversOf(linked)
  return claims.map(({ claim, checks, shows }) => {
    const { id, read, because } = claim
    const surroundings = { region, facts: claim.facts, runs, levers }
    const remarks = new Map<string, Message>()
    const valueOf = (says: Both<string>, syntax: Syntax): number =>
      about(id, says, () => {
        const { value, remarks: more } = evaluate(syntax, surroundings)
        for (const remark of more) remarks.set(remark.text.en, remark)
        return value
      })
    const results = checks.map(({ check, syntax }): CheckResult => {
      const { says, formula, unit, untestable } = check
      if (syntax === undefined || formula === undefined) return { says, untestable: untestable! }
      const on = runReadsOf(syntax, ofModel).size > 0 ? 'model' : 'data'
      const sides = isComparison(syntax)
        ? { value: valueOf(says, syntax.left), asked: valueOf(says, syntax.right), operator: syntax.operator }
        : {}
      const passes = valueOf(says, syntax) !== 0
      return { says, formula, ...(unit === undefined ? {} : { unit }), ...sides, passes, on }
    })
    const verdict = claimVerdict(results)
    return {
      id,
      claim: claim.claim,
      test: claim.test,
      checks: results,
      shows: shows.map(({ show, syntax }) => ({ says: show.says, value: valueOf(show.says, syntax), unit: show.unit })),
      evidence: claim.evidence.map(one => ({ ...one, ...region.sources[one.source]! })),
      verdict,
      read,
      agrees: verdict === read,
      ...(because === undefined ? {} : { because }),
      model: claim.model.map(name => {
        const variable = linked.variables.get(name)
        if (variable === undefined) {
          throw unknownIn(id, name, linked)
        }
        return { name, kind: variable.kind, unit: variable.unitText, doc: variable.doc }
      }),
      remarks: [...remarks.values()],
    }
  })
}
