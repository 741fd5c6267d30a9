/**
 * The votes behind a verdict: the packages of the design in many settings, which differ in what nobody knows or decides
 * (the fitted parameters, the regime of central transfers, the draws, and one assumption of structure at a time). They
 * take about 70,000 runs, so they are made by a command and kept with the places that ship.
 */

import type { RunMany } from '../../engine/run/many.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { compared, design } from '../../model/design.ts'
import { type Regime, regimes } from '../../model/regimes.ts'
import {
  claims,
  type StandingClaim,
  structureMembers,
  type VoteMeasure,
  votingMembers,
  votingSeeds,
} from '../../model/standing.ts'
import { changeIndicators } from '../../outcomes/catalogue.ts'
import { hashOf } from '../../regions/hash.ts'
import { parseParameterFile } from '../../regions/parameter-file.ts'
import { PackError, type PackProblem } from '../../regions/problems.ts'
import { readRows } from '../../regions/rows.ts'
import { messages as fix } from '../../texts/fix.ts'
import { costingOf } from '../policies/costs.ts'
import { changesOf, outcomePlace } from '../policies/changes.ts'
import { type Package, packagesFrom } from '../policies/packages.ts'
import { madeWith } from '../region/fingerprint.ts'
import { openUnder } from '../region/open-under.ts'
import { baselineCalled } from '../region/outside.ts'
import { parameterVariants } from '../region/parameter-variants.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { Future } from '../runs/future.ts'
import { classesAt, foldJudged } from '../runs/fold.ts'
import type { KeptPart, MembersJob } from '../runs/members.ts'
import { bandOf } from '../runs/quantiles.ts'
import { lastYear } from '../words/outcomes.ts'

/** An assumption of structure with the bounds that vote, or a pair of named baselines of what comes from outside. */
interface Structure {
  readonly kind: 'parameter' | 'baseline'
  readonly name: string
  readonly bounds: readonly [low: string, high: string]
}

/** The list of structures beside the regions that ship; a region elsewhere has none. */
const structuresFile = 'structures.csv'

const kinds: ReadonlyArray<Structure['kind']> = ['parameter', 'baseline']

/** Throws a PackError where the table has faults. */
const structuresIn = (text: string, region: string): Structure[] => {
  const problems: PackProblem[] = []
  const table = { file: structuresFile, text, sources: {}, problems }
  const structures = readRows(table, ['kind', 'name', 'low', 'high'], { optional: ['note'] }).map((row): Structure => {
    const { kind: word = '', name = '', low = '', high = '' } = row.fields
    const kind = kinds.find(one => one === word)
    if (kind === undefined) row.unknownName('kind', word, kinds, fix.knownNames({ names: kinds.join(', ') }))
    return { kind: kind ?? 'parameter', name, bounds: [low, high] }
  })
  if (problems.length > 0) throw new PackError(region, problems)
  return structures
}

/** A setting that votes. */
interface Setting {
  /** 'all formula 1', 'ownershipGap 0.05'. */
  readonly name: string
  readonly open: OpenRegion
  readonly seed: number
  readonly members: number
  readonly assumptions: Assumptions
}

/** The assumptions without those of a regime of transfers. */
const withoutRegime = (assumptions: Assumptions): Assumptions => {
  const found = regimes.find(({ assumptions: own }) => {
    const all = Object.entries(own)
    return all.length > 0 && all.every(([name, value]) => assumptions[name] === value)
  })
  return Object.fromEntries(Object.entries(assumptions).filter(([name]) => found?.assumptions[name] === undefined))
}

const structureSettings = (open: OpenRegion, rest: Assumptions): Setting[] => {
  const text = open.files?.read(structuresFile)
  if (text === undefined) return []
  return structuresIn(text, open.region.id).flatMap(({ kind, name, bounds }) =>
    bounds.map((bound): Setting => {
      const of = { name: `${name} ${bound}`, seed: votingSeeds[0], members: structureMembers }
      return kind === 'parameter'
        ? { ...of, open, assumptions: { ...rest, [name]: Number(bound) } }
        : { ...of, open: openUnder(open, baselineCalled(open.region, bound)), assumptions: rest }
    }),
  )
}

/** `reduced`: without structures, and with one seed of each regime and set of parameters. */
const settingsOf = (open: OpenRegion, assumptions: Assumptions, reduced: boolean): Setting[] => {
  const rest = withoutRegime(assumptions)
  const own = (regime: Regime): Assumptions => ({ ...rest, ...regime.assumptions })
  const core = parameterVariants(open).flatMap(variant =>
    (reduced ? votingSeeds.slice(0, 1) : votingSeeds).flatMap(seed =>
      regimes.map(
        (regime): Setting => ({
          name: `${variant.id} ${regime.id} ${seed}`,
          open: variant.open,
          seed,
          members: reduced ? structureMembers : votingMembers,
          assumptions: own(regime),
        }),
      ),
    ),
  )
  return reduced ? core : [...core, ...structureSettings(open, rest)]
}

/** One setting: of each measure the values by package, current policy first; of people current policy alone. */
export interface SettingVote {
  readonly name: string
  readonly values: Readonly<Partial<Record<VoteMeasure, readonly number[]>>>
}

export interface Votes {
  readonly region: string
  /** Hashes of the model and the figures, and of all else that decides votes: design, settings, fits. */
  readonly model: string
  readonly data: string
  readonly asked: string
  /** Made with fewer settings than those of places that ship. */
  readonly reduced: boolean
  readonly packages: readonly string[]
  readonly settings: readonly SettingVote[]
  /** The same areas run within their nation, unfitted, one setting a regime: told beside the votes, for they do not vote. */
  readonly within?: Pick<Votes, 'region' | 'data' | 'settings'>
}

const medianOf = (values: readonly number[]): number => bandOf(values).median

/** Indicators of which a claim is made. */
const claimed = changeIndicators.filter(({ indicator }) =>
  Object.values<StandingClaim>(claims).some(({ measure }) => measure === indicator),
)

/** A setting speaks by its simulations: futures[package][simulation]. */
const voteOf = (name: string, futures: ReadonlyArray<readonly Future[]>): SettingVote => {
  const growth = (id: string, some = futures): number[] => {
    const place = outcomePlace(id, lastYear)
    return some.map(list => medianOf(list.map(({ outcomes: own }) => own[place])))
  }
  const changes = futures.map(list => changesOf(list, futures[0]))
  const verdicts = futures.map(list => foldJudged(list.map(({ judgement }) => classesAt(judgement))))
  return {
    name,
    values: {
      weight: growth('weight'),
      // Of people that of current policy alone is read.
      people: growth('peopleWeight', futures.slice(0, 1)),
      ...Object.fromEntries(claimed.map(({ indicator }) => [indicator, changes.map(own => own[indicator].median)])),
      revived: verdicts.map(({ probability }) => probability.revived),
      criteria: verdicts.map(({ meanScore }) => meanScore),
    },
  }
}

/** Current policy, then the design, each direction at the budget. */
export const designPackages = (
  open: OpenRegion,
  assumptions: Assumptions,
  run?: RunMany,
  share?: number,
): { readonly packages: Package[]; readonly costing: ReturnType<typeof costingOf> } => {
  const costing = costingOf(open, assumptions, run, share)
  return { packages: packagesFrom(open, compared, costing, run), costing }
}

/** Tells whether votes that were kept are those that would be made today. */
const askedHash = (open: OpenRegion, settings: readonly Setting[]): string =>
  hashOf([
    JSON.stringify([
      open.region.parameters?.set,
      design.map(({ id, levers, reforms, financing }) => [id, levers, reforms, financing]),
      settings.map(({ name, members, assumptions }) => [name, members, assumptions]),
      parameterVariants(open).map(variant => [variant.id, variant.open.region.parameters?.ranges]),
    ]),
  ])

const votesHead = (open: OpenRegion, settings: readonly Setting[], reduced: boolean) => ({
  region: open.region.id,
  ...madeWith(open),
  asked: askedHash(open, settings),
  reduced,
  packages: compared.map(({ id }) => id),
})

/** Settings whose ensembles are asked for together: orders of all of them at once take much memory. */
const together = 12

/** `run` runs ensembles, so many runs in all, on the threads of its door. */
export const makeVotes = async (
  open: OpenRegion,
  packages: readonly Pick<Package, 'policy'>[],
  assumptions: Assumptions,
  run: (jobs: readonly MembersJob[], runs: number) => Promise<KeptPart[][]>,
  reduced: boolean,
): Promise<Votes> => {
  const settings = settingsOf(open, assumptions, reduced)
  const policies = packages.map(({ policy }) => policy)
  const found: SettingVote[] = []
  for (let from = 0; from < settings.length; from += together) {
    const some = settings.slice(from, from + together)
    const jobs = some.map(
      ({ open: own, seed, members, assumptions: assumed }): MembersJob => ({
        open: own,
        task: { settings: { seed, members }, policies, assumptions: assumed, auditEvery: 0 },
        kept: 'region',
      }),
    )
    const runs = some.reduce((sum, { members }) => sum + members * policies.length, 0)
    const parts = await run(jobs, runs)
    for (const [at, { name }] of some.entries())
      found.push(
        voteOf(
          name,
          policies.map((_, policy) => parts[at].flatMap(({ futures }) => futures[policy])),
        ),
      )
  }
  return { ...votesHead(open, settings, reduced), settings: found }
}

export const votesFile = (region: string): string => `${region}/votes.json`

/** Digits that are kept after the point, as whole numbers: the file is small, and a change can be read. */
export const digitsOf = (measure: string): number =>
  measure === 'weight' || measure === 'people' ? 5 : measure === 'criteria' ? 2 : 4

/** None where the file was edited: votes can be made anew. */
const parseVotes = (text: string): Votes | undefined => {
  const parsed = parseParameterFile<Votes & { readonly digest: string }>(text)
  if ('message' in parsed) return undefined
  const { settings, within, ...head } = parsed.record
  const read = (kept: Votes['settings']): SettingVote[] =>
    kept.map(({ name, values }) => ({
      name,
      values: Object.fromEntries(
        Object.entries(values).map(([measure, list]) => [measure, list.map(value => value / 10 ** digitsOf(measure))]),
      ),
    }))
  return {
    ...head,
    settings: read(settings),
    ...(within === undefined ? {} : { within: { ...within, settings: read(within.settings) } }),
  }
}

/**
 * The votes that were kept of a region as it was opened, under whatever regime of transfers, since all of them vote;
 * undefined where there are none, or they are of another model or other figures.
 */
export const keptVotes = (open: OpenRegion, assumptions: Assumptions): Votes | undefined => {
  const text = open.files?.read(votesFile(open.region.id))
  if (text === undefined || open.under !== undefined || Object.keys(withoutRegime(assumptions)).length > 0)
    return undefined
  const votes = parseVotes(text)
  const { model, data } = madeWith(open)
  return votes?.model === model && votes.data === data ? votes : undefined
}

/** The `asked` of votes made today, for the test that says when those that are kept are stale. */
export const askedToday = (open: OpenRegion): string => askedHash(open, settingsOf(open, {}, false))
