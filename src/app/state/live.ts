/**
 * Runs behind the What if view. During a drag every move asks for its lines, which are drawn as soon as they arrive;
 * bands and classes follow in stages, always from the same simulations, so that nothing flickers.
 */

import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { standardMembers } from '../../scenario/scenario.ts'
import type { PolicyCost } from '../../analysis/policies/costs.ts'
import { indicatorOf, chartIds, variableOf } from '../../outcomes/catalogue.ts'
import { shownValues } from './indicators.ts'
import type { OutsidePaths } from '../../engine/outside.ts'
import type { SetInputs } from '../../engine/scenario.ts'
import type { ChancesPart } from '../worker/answers/chances.ts'
import type { Lines } from '../worker/answers/lines.ts'
import type { PathBand, PolicySummary } from '../worker/answers/summary.ts'
import { latest } from '../worker/client.ts'
import { isCancelled } from '../../threads/task.ts'
import { workers } from '../worker/workers.ts'
import { knownAnswers } from './question.ts'
import { problemText } from '../words/problem.ts'
import { placeIn } from './head.ts'
import { aboutOf } from './about.ts'
import { useStore } from './store.ts'
import { noteEnsemble } from './accounts.ts'
import { worstAudit } from '../../analysis/runs/accounts-hold.ts'
import { canonical, type Draft, emptyDraft, type Kept } from './scenario.ts'

/** Values as charts draw them, by indicator. */
type Paths = Readonly<Record<string, ArrayLike<number>>>

/** By the id of the line: base, pol, with '-std' under the standard assumptions, and 'over-…' for kept scenarios. */
export type LinePaths = Readonly<Record<string, Paths>>

export interface BandState {
  readonly policy: PolicySummary
  readonly nothing: PolicySummary
  /** Futures that are in it. */
  readonly members: number
  /** All that were asked for. */
  readonly whole: number
  readonly key: string
  /** Of six figures, as the app is built with them: files wait for all. */
  readonly built?: true
}

interface Live {
  readonly region: string
  /** The area whose lines these are. */
  readonly area: string | undefined
  readonly lines: LinePaths | undefined
  /** The cost of the policy, of the lines that came last. */
  readonly cost: PolicyCost | undefined
  /** The scenario that the lines belong to. */
  readonly key: string
  readonly bands: BandState | undefined
  readonly dragging: boolean
  readonly problem: string | undefined
}

const nothingYet: Live = {
  region: '',
  area: undefined,
  lines: undefined,
  cost: undefined,
  key: '',
  bands: undefined,
  dragging: false,
  problem: undefined,
}

export const useLive = create<Live>()(() => nothingYet)

/** All but the cost, which changes with every move of a lever: components that do not show it need not be rendered then. */
export const useShownLive = (): Omit<Live, 'cost'> => useLive(useShallow(({ cost: _cost, ...shown }) => shown))

export const scenarioKey = (draft: Omit<Draft, 'name' | 'package'>): string => {
  const { region, policy, assumptions, outside, seed, members } = draft
  return canonical([region, policy, assumptions, outside, seed, members, placeIn(region)])
}

/** Charts on the page that draw lines as soon as they come. */
export type Mover = (lines: LinePaths) => void
const movers = new Set<Mover>()

export const registerMover = (mover: Mover): (() => void) => {
  movers.add(mover)
  return () => movers.delete(mover)
}

interface Wanted {
  readonly draft: Draft
  readonly overlays: readonly Kept[]
  readonly area: string | undefined
}

const wantedNow = (draft: Draft, overlays: readonly Kept[]): Wanted => ({
  draft,
  overlays,
  area: placeIn(draft.region),
})

interface RunOfLine extends SetInputs {
  readonly id: string
  readonly outside: OutsidePaths
}

const conditionsOf = ({ assumptions, outside }: Pick<Draft, 'assumptions' | 'outside'>): string =>
  canonical([assumptions, outside])

/** Four lines at most, two where the reader has no assumptions or external conditions of their own. */
const runsOf = ({ draft: { policy, assumptions, outside }, overlays }: Wanted): RunOfLine[] => {
  const mine = Object.keys(assumptions).length + Object.keys(outside).length > 0
  return [
    { id: 'base', policy: {}, assumptions, outside },
    { id: 'pol', policy, assumptions, outside },
    ...(mine
      ? [
          { id: 'base-std', policy: {}, assumptions: {}, outside: {} },
          { id: 'pol-std', policy, assumptions: {}, outside: {} },
        ]
      : []),
    ...overlays.map(({ id, policy: own, assumptions: assumed, outside: under }) => ({
      id: `over-${id}`,
      policy: own,
      assumptions: assumed,
      outside: under,
    })),
    // Current policy for saved scenarios with assumptions or external conditions of their own.
    ...overlays
      .filter(one => conditionsOf(one) !== conditionsOf({ assumptions, outside }))
      .map(one => ({ id: `base-over-${one.id}`, policy: {}, assumptions: one.assumptions, outside: one.outside })),
  ]
}

/** The line of current policy under the assumptions of another line. */
export const currentPolicyOf = (lines: LinePaths, line: string): string => {
  const own = line.endsWith('-std') ? 'base-std' : `base-${line}`
  return lines[own] === undefined ? 'base' : own
}

const recordOf = (area: string | undefined): string[] => [
  ...new Set(chartIds.map(id => variableOf(id, area === undefined ? 'region' : 'area'))),
]

/** `values` of areas stand side by side in each step. */
const pathsOf = (
  values: Lines['runs'][number],
  { length: steps }: ArrayLike<number>,
  { region, area }: { readonly region: string; readonly area: string | undefined },
  stepsPerYear: number,
): Paths => {
  const place = area === undefined ? 0 : aboutOf(region)!.areas.findIndex(({ id }) => id === area)
  return Object.fromEntries(
    chartIds.map(id => {
      const all = values[variableOf(id, area === undefined ? 'region' : 'area')]
      const own = Float64Array.from({ length: steps }, (_, step) => all[(all.length / steps) * step + place])
      return [id, shownValues(indicatorOf(id), own, stepsPerYear)]
    }),
  )
}

const linesIn = ({ times, runs }: Lines, wanted: Wanted): LinePaths => {
  const stepsPerYear = Math.round(1 / (times[1] - times[0]))
  const place = { region: wanted.draft.region, area: wanted.area }
  // What the app is built with has one run: every line is that of current policy.
  const ofLine = (at: number) => runs[Math.min(at, runs.length - 1)]
  return Object.fromEntries(runsOf(wanted).map(({ id }, at) => [id, pathsOf(ofLine(at), times, place, stepsPerYear)]))
}

const failed = (problem: unknown): void => {
  if (!isCancelled(problem)) useLive.setState({ problem: problemText(problem, useStore.getState().language) })
}

/** The region of the last question: that of the state follows only when its lines have come. */
let regionAsked = ''

const askLines = latest(
  async (wanted: Wanted) => {
    const answer = await workers().run.ask('lines', wanted.draft, {
      runs: runsOf(wanted).map(({ policy, assumptions, outside }) => ({ policy, assumptions, outside })),
      record: recordOf(wanted.area),
      cost: { of: 1, against: 0 },
    })
    return { lines: linesIn(answer, wanted), cost: answer.cost }
  },
  ({ lines, cost }, { draft, area }) => {
    // The reader has gone on to another region; its own lines follow.
    if (draft.region !== regionAsked) return
    const { dragging, region } = useLive.getState()
    const known = { lines, cost, area, key: scenarioKey(draft), problem: undefined }
    if (dragging && region === draft.region) {
      for (const move of movers) move(lines)
      // Text beside the levers: cheap to render.
      useLive.setState({ cost })
      // Kept for the next time that charts are rendered, without rendering them now.
      pending = known
    } else {
      pending = undefined
      useLive.setState({ ...known, region: draft.region })
    }
  },
  failed,
)

/** Lines that are drawn but not yet in the state. */
let pending: Partial<Live> | undefined

/** Simulations that are shown before the others: they come within a few frames. */
const firstShown = 64

/** The ensemble of current policy, which stays while levers move; others are compared with its simulations. */
interface Current {
  readonly summary: PolicySummary
  readonly parts: readonly ChancesPart[]
}

const currentKey = ({ region, assumptions, outside, seed, members }: Draft) =>
  [region, 'current policy', { assumptions, outside, seed, members, area: placeIn(region) }] as const

interface UnderWay {
  readonly key: string
  readonly control: AbortController
  /** The first simulations are on the page: the rest gives way to a newer scenario. */
  shown: boolean
}

const computeBands = async ({ draft, area }: Wanted, underWay: UnderWay): Promise<void> => {
  const { policy, assumptions, seed, members } = draft
  const { key, control } = underWay
  const { signal } = control
  const { pool } = workers()
  const known = knownAnswers.getQueryData<Current>(currentKey(draft))
  const isNothing = Object.keys(policy).length === 0
  const policies = [...(known === undefined ? [{}] : []), ...(isNothing ? [] : [policy])]
  const publish = (nothing: PolicySummary, own: PolicySummary, done: number): void =>
    useLive.setState({
      ...pending,
      bands: { nothing, policy: own, members: done, whole: members, key },
    })
  if (policies.length === 0 && known !== undefined) {
    publish(known.summary, known.summary, members)
    return
  }
  const show = async (parts: readonly ChancesPart[], to: number): Promise<PolicySummary> => {
    const current = known?.parts.filter(({ range }) => range[1] <= to)
    // The simulations of a policy are not needed after their last summary, so that their memory may go to the worker. Those of
    // current policy stay, because other policies are compared with them.
    const given = to === members && known !== undefined ? parts.flatMap(({ paths }) => paths) : []
    const transfer = given.map(({ buffer }) => buffer as ArrayBuffer)
    const input = { parts, current, paths: chartIds }
    const summaries = await pool.ask('summary', draft, input, { signal, transfer })
    const nothing = known?.summary ?? summaries[0]
    publish(nothing, isNothing ? nothing : summaries[summaries.length - 1], to)
    return nothing
  }
  // A page that shows none yet waits for all: bars that come and are mended at once are harder to read.
  const inStages = members > (useLive.getState().bands === undefined ? standardMembers : firstShown)
  let first: Promise<void> | undefined
  const come: ChancesPart[] = []
  const parts = await pool.parts(
    'chances',
    draft,
    { settings: { seed, members }, policies, assumptions, paths: chartIds, area, auditEvery: 16 },
    {
      signal,
      // The rest is simulated while the first ones are read.
      came: part => {
        come.push(part)
        const early = come.filter(({ range }) => range[1] <= firstShown)
        const enough = early.reduce((sum, { range: [from, to] }) => sum + to - from, 0) === firstShown
        if (first !== undefined || !inStages || !enough) return
        first = show(early, firstShown).then(() => {
          underWay.shown = true
          if (bandsWanted !== undefined) control.abort()
        })
        first.catch(() => {})
      },
    },
  )
  await first
  const nothing = await show(parts, members)
  if (known === undefined) {
    const own = parts.map(part => ({ ...part, paths: part.paths.slice(0, 1) }))
    knownAnswers.setQueryData<Current>(currentKey(draft), { summary: nothing, parts: own })
  }
  const audit = worstAudit(parts.map(one => one.audit))
  if (audit !== undefined) noteEnsemble(audit)
}

let bandsUnderWay: UnderWay | undefined
let bandsWanted: Wanted | undefined

const askBands = (wanted: Wanted): void => {
  const key = scenarioKey(wanted.draft)
  // One that was taken back answers nobody, though it is still on its way out.
  if (bandsUnderWay?.key === key && !bandsUnderWay.control.signal.aborted) {
    bandsWanted = undefined
    return
  }
  if (bandsUnderWay !== undefined) {
    bandsWanted = wanted
    if (bandsUnderWay.shown) bandsUnderWay.control.abort()
    return
  }
  const { bands } = useLive.getState()
  if (bands?.key === key && bands.members === bands.whole && !bands.built) return
  bandsUnderWay = { key, control: new AbortController(), shown: false }
  computeBands(wanted, bandsUnderWay)
    .catch(failed)
    .finally(() => {
      bandsUnderWay = undefined
      const next = bandsWanted
      bandsWanted = undefined
      if (next !== undefined) askBands(next)
    })
}

/** Milliseconds that a hand rests, over two frames, before simulations begin: lines come first on few processors too. */
const rest = 40
let resting: ReturnType<typeof setTimeout> | undefined

/** After files of a region were replaced: the next question starts anew. */
export const forgetRuns = (region: string): void => {
  if (regionAsked === region) regionAsked = ''
}

/** While a hand is on a slider: lines are drawn at once, the state follows with the bands when it rests. */
export const preview = (draft: Draft, overlays: readonly Kept[]): void => {
  if (!useLive.getState().dragging) useLive.setState({ dragging: true })
  const wanted = wantedNow(draft, overlays)
  askLines(wanted)
  clearTimeout(resting)
  resting = setTimeout(askBands, rest, wanted)
}

/** As soon as the hand has left the slider: workers simulate while the page is rendered, after which `runSettled` is called. */
export const startSettled = (draft: Draft, overlays: readonly Kept[]): void => {
  clearTimeout(resting)
  if (regionAsked === draft.region) askBands(wantedNow(draft, overlays))
}

/** Current policy as the app is built with it stands until the workers have simulated it, to the same figures. */
const showBuilt = async (wanted: Wanted): Promise<void> => {
  const key = scenarioKey(wanted.draft)
  if (key !== scenarioKey(emptyDraft()) || wanted.area !== undefined || wanted.overlays.length > 0) return
  const { firstRuns } = await import('virtual:heartland/first-runs')
  const { draft } = useStore.getState()
  if (regionAsked !== draft.region || scenarioKey(draft) !== key || useLive.getState().lines !== undefined) return
  const { lines, bands, members } = firstRuns
  const unchanged = ({ p10: { length } }: PathBand): PathBand => {
    const none = new Float64Array(length)
    return { p10: none, p90: none }
  }
  const changes = Object.fromEntries(Object.keys(bands).map(id => [id, unchanged(bands[id])]))
  const policy: PolicySummary = { members, bands, changes }
  useLive.setState({
    region: draft.region,
    area: wanted.area,
    lines: linesIn(lines, wanted),
    cost: lines.cost,
    key,
    bands: { policy, nothing: policy, members, whole: members, key, built: true },
  })
}

/** After the hand has left the slider, and for any other change of the scenario. */
export const runSettled = (draft: Draft, overlays: readonly Kept[]): void => {
  clearTimeout(resting)
  if (regionAsked !== draft.region) {
    regionAsked = draft.region
    bandsUnderWay?.control.abort()
    pending = undefined
    useLive.setState({ ...nothingYet })
  }
  useLive.setState({ ...pending, dragging: false })
  pending = undefined
  const wanted = wantedNow(draft, overlays)
  if (useLive.getState().lines === undefined) showBuilt(wanted).catch(failed)
  askLines(wanted)
  askBands(wanted)
}
