/** Results built into the app for its initial region and settings. */

import type { WasmRegion } from '../../analysis/region/wasm-region.ts'
import {
  cellMembers,
  cellRuns,
  cellsOf,
  financedTask,
  regimeIn,
  type ParametersId,
  type RobustnessCell,
} from '../../analysis/answer/robustness.ts'
import type { MembersTask } from '../../analysis/runs/members.ts'
import type { Answer } from '../../analysis/answer/verdict.ts'
import type { Report } from '../../questions/core/report.ts'
import type { Widening } from '../../analysis/runs/widening.ts'
import { declaredPackages } from '../../model/packages.ts'
import { answerCharts } from '../../outcomes/catalogue.ts'
import { emptyDraft } from '../state/scenario.ts'
import { type About, about } from './answers/about.ts'
import { chances, type ChancesPart } from './answers/chances.ts'
import { futures } from './answers/futures.ts'
import { plan } from './answers/plan.ts'
import { form, questionReport } from './answers/question.ts'
import { type Verdicts, verdicts } from './answers/verdicts.ts'
import { wideningFor } from './widening.ts'
import { noTask } from '../../threads/task.ts'

export interface FirstResults {
  readonly about: About
  readonly verdicts: Verdicts
  /** Value for money as it is opened. */
  readonly value: Report
  /** The error of the model that its simulations carry, with all its figures. */
  readonly widening: Widening | undefined
}

/** Six figures are more than a page shows, and less than half as long as all of them: the first visit waits for these results. */
const rounded = <Results>(results: Results): Results =>
  JSON.parse(
    JSON.stringify(results, (_, part: unknown) =>
      typeof part === 'number' && !Number.isInteger(part) ? Number(part.toPrecision(6)) : part,
    ),
  )

/**
 * Of the packages without their reforms the page says how often they revive the region: no outcomes, and no levers; of
 * the combinations of conditions, which packages are best.
 */
const asShown = (answer: Answer): Answer => ({
  ...answer,
  robustness: answer.robustness && {
    ...answer.robustness,
    combinations: answer.robustness.combinations.map(one => ({ ...one, scores: {} })),
  },
  packages: answer.packages.map(({ withoutFreeLevers: bare, ...one }) => ({
    ...one,
    withoutFreeLevers: bare === null ? null : { ...bare, outcomes: {}, levers: [] },
  })),
})

/** A region with other parameters than its own, for the robustness of the ranking. */
export interface OtherParameters {
  readonly id: ParametersId
  readonly open: WasmRegion
}

/** All simulations of policies, judged. */
const judged = async (open: WasmRegion, task: MembersTask): Promise<ChancesPart> =>
  chances(open, { ...task, range: [0, task.first ?? task.settings.members], paths: [], auditEvery: 0 }, noTask)

export const firstResults = async (
  open: WasmRegion,
  others: readonly OtherParameters[] = [],
): Promise<FirstResults> => {
  const { seed, members, assumptions } = emptyDraft(open.region.id)
  const settings = { seed, members }
  const { policies, financed } = plan(open, { assumptions })
  const part = await futures(
    open,
    { settings, policies, assumptions, range: [0, members], paths: answerCharts },
    noTask,
  )
  const packages = policies.slice(0, declaredPackages.length)
  const inCell = { seed, members: Math.min(cellMembers, members) }
  const { regime, rest } = regimeIn(assumptions)
  const cells = [await judged(open, { settings: inCell, ...cellRuns(packages, rest, regime) })]
  const financedParts = [await judged(open, financedTask(financed, settings, assumptions))]
  const otherCells: RobustnessCell[] = []
  for (const other of others) {
    const { judgements } = await judged(other.open, { settings: inCell, ...cellRuns(packages, rest) })
    otherCells.push(...cellsOf(other.id, packages.length, judgements))
  }
  const found = verdicts(open, {
    parts: [part],
    cells,
    otherCells,
    financedParts,
    paths: answerCharts,
    seed,
    members,
    assumptions,
  })
  const bands = Object.fromEntries(
    Object.entries(found.bands).map(([id, paths]) => [
      id,
      Object.fromEntries(
        Object.entries(paths).map(([name, { p10, p50, p90 }]) => [
          name,
          { p10: Array.from(p10), p50: Array.from(p50), p90: Array.from(p90) },
        ]),
      ),
    ]),
  )
  return {
    // Policies are entered into links and runs, so what can be set keeps all its figures.
    about: about(open),
    verdicts: rounded({ answer: asShown(found.answer), bands, influential: found.influential }),
    widening: await wideningFor(open, { settings, assumptions }),
    value: rounded(
      await questionReport(
        open,
        {
          question: 'value',
          scenario: { name: 'baseline', policy: {}, assumptions },
          given: Object.fromEntries(
            (await form(open, { question: 'value' })).list.map(one => [one.name, one.standard]),
          ),
        },
        noTask,
      ),
    ),
  }
}
