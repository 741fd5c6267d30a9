/** Blocks of the record on weak growth soon: chances beside base rates, and the worth of such chances on past starts. */

import type { BackTest } from '../analysis/hindcast/back-test.ts'
import type { WeakGrowth } from '../analysis/hindcast/near-risk.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { number } from '../analysis/words/numbers.ts'
import { type Both, bothTexts } from '../language/messages.ts'
import texts from '../texts/record.ts'
import { areaName, percentIn } from './core/names.ts'
import { type Block, type Column, joined, marks, note, section, text } from './core/report.ts'

const say = bothTexts(texts)

/** The event that is scored: 'growth below 2 % in one of two years'. */
const eventOf = ({ below, years }: WeakGrowth): Both<string> => say.weakGrowth({ below: number(100 * below, 0), years })

/** Chances of weak growth from the start on, each beside its base rate, and the worth of such chances before. */
export const riskBlocks = (open: OpenRegion, { record: { risk } }: BackTest): Block[] => {
  const [first] = risk?.scores ?? []
  const mine = (risk?.now ?? []).filter(({ area }) => open.region.areas.includes(area))
  if (risk === null || first === undefined || mine.length === 0) return []
  const { below, years, cases, brier, base, heldOut } = first
  const scored = { cases, brier: number(brier, 3), base: number(base, 3) }
  const column = (id: string, head: Both<string>, digits: number, scale = 1): Column => ({
    id,
    head,
    as: 'number',
    digits,
    scale,
  })
  const claim =
    brier < base
      ? say.riskNow({
          event: eventOf({ below, years }),
          first: risk.firstYear,
          last: risk.firstYear + years - 1,
          list: joined(
            mine.map(({ area, chance, base: rate }) =>
              say.riskOf({ area: areaName(open.region, area), chance: percentIn(chance, 0), base: percentIn(rate, 0) }),
            ),
            marks.clauses,
          ),
        })
      : say.riskNone({ event: eventOf({ below, years }) })
  return [
    section(
      say.riskTitle,
      text(claim),
      text(
        say.riskScore({
          ...scored,
          held: heldOut === null ? '' : number(heldOut.brier, 3),
          heldBase: heldOut === null ? '' : number(heldOut.base, 3),
          heldCases: heldOut?.cases ?? 0,
        }),
      ),
      {
        kind: 'table',
        id: 'risk',
        expert: true,
        columns: [
          { id: 'event', head: say.riskEvent, as: 'text' },
          column('cases', say.points, 0),
          column('came', say.riskCame, 0),
          column('brier', say.riskBrier, 3),
          column('base', say.riskBase, 3),
        ],
        rows: risk.scores.map(one => [eventOf(one), one.cases, one.came, one.brier, one.base]),
      },
      {
        kind: 'table',
        id: 'reliability',
        expert: true,
        title: say.riskReliability({ event: eventOf({ below, years }) }),
        columns: [
          column('said', say.riskSaid, 0, 100),
          column('happened', say.riskShare, 0, 100),
          column('cases', say.points, 0),
        ],
        rows: first.reliability.map(({ said, came, cases: some }) => [said, came, some]),
      },
      note(say.riskNote),
    ),
  ]
}
