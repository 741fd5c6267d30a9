/** The report on two versions of the model, its figures or a scenario, for the command line and the page of capsules. */

import { changeKinds, countsOf } from '../analysis/files/versions/changes.ts'
import type { OutcomeChange, VersionComparison } from '../analysis/files/versions/compare.ts'
import type { Split, SplitChange } from '../analysis/files/versions/split.ts'
import { addressedVariable } from '../language/address.ts'
import type { Both } from '../language/messages.ts'
import { variableName } from '../model/names/variables.ts'
import { catalogued } from '../outcomes/catalogue.ts'
import { messages as say } from '../texts/version.ts'
import { changeUnitOf, percentSign, shownOf, showOf, unitOf } from './core/names.ts'
import {
  type Block,
  both,
  type Cell,
  type Column,
  expert,
  joined,
  marks,
  note,
  type Report,
  section,
  text,
} from './core/report.ts'

/** Outcomes on the first screen; the others follow for experts. */
const firstOutcomes = 25

/** A text longer than this is cut in a table, never in the JSON. */
const longest = 300

const nameOf = ({ name, doc }: { readonly name: string; readonly doc: string }): Both<string> =>
  both(language => variableName(name, doc === '' ? name : doc, language))

/** Results before and after, and the share of each part in the change; `named` is the head of each column. */
export const splitTable = (
  { headlines, parts, inseparable }: Split,
  named: (
    headline: SplitChange,
    place: number,
  ) => { readonly head: Both<string>; readonly shown: ReturnType<typeof shownOf> },
  ends = { before: say.before().text, after: say.after().text },
): Block[] => {
  const heads = headlines.map((one, place) => ({ id: one.outcome, ...named(one, place) }))
  const row = (head: Both<string>, read: (one: SplitChange) => number, signed = true): Cell[] => [
    head,
    ...heads.map(({ shown }, at) => ({
      value: read(headlines[at]!),
      unit: signed ? changeUnitOf(shown) : { en: shown.en.unit, zh: shown.zh.unit },
      scale: showOf(shown).scale,
      signed,
    })),
  ]
  return [
    note(
      say.units({
        list: joined(
          heads.map(({ head, shown }) => joined([head, changeUnitOf(shown)], marks.parts)),
          marks.clauses,
        ),
      }),
    ),
    {
      kind: 'table',
      id: 'split',
      columns: [
        { id: 'part', head: say.part().text, as: 'text' },
        ...heads.map(({ id, head }): Column => ({ id, head, as: 'number' })),
      ],
      rows: [
        row(ends.before, ({ before }) => before, false),
        ...parts.map(({ part, changes }, at) => row(say.parts({ part, changes }).text, ({ shares }) => shares[at]![1])),
        ...(inseparable.length === 0 ? [] : [row(say.apart().text, ({ apart }) => apart)]),
        row(say.together().text, ({ before, after }) => after - before),
        row(ends.after, ({ after }) => after, false),
      ],
    },
    ...(inseparable.length === 0
      ? []
      : [note(say.inseparable({ number: inseparable.length, all: 2 ** parts.length, why: inseparable[0]!.why }))]),
  ]
}

const effectsSection = (found: VersionComparison): Block =>
  section(
    say.effects({ year: found.year }),
    note(say.effectsNote()),
    ...splitTable(found, ({ outcome, unit }) => {
      const variable = addressedVariable(outcome.replace(/@.*$/, ''))
      const { doc = variable } = found.outcomes.find(one => one.outcome === variable) ?? {}
      return {
        head: catalogued(variable)?.names ?? nameOf({ name: variable, doc }),
        shown: shownOf({ variable, unit }),
      }
    }),
  )

/** Changes are large from the first size on, and moderate from the second. */
const [large, moderate] = [0.05, 0.01]

const changeSize = ({ size }: Pick<OutcomeChange, 'size'>): 'large' | 'moderate' | 'small' | 'none' =>
  size >= large ? 'large' : size >= moderate ? 'moderate' : size > 0 ? 'small' : 'none'

const levels = { large: 'high', moderate: 'moderate', small: 'low', none: null } as const

const outcomeTable = (id: string, outcomes: readonly OutcomeChange[]): Block => ({
  kind: 'table',
  id,
  columns: [
    { id: 'outcome', head: say.outcome().text, as: 'text' },
    ...(['before', 'after'] as const).map((one): Column => ({ id: one, head: say[one]().text, as: 'number' })),
    { id: 'change', head: say.size().text, as: 'text' },
  ],
  rows: outcomes.map((one): Cell[] => {
    const { outcome, doc, before, after, unit } = one
    const { scale, words } = unitOf(unit)
    const name = nameOf({ name: outcome, doc })
    const size = changeSize(one)
    return [
      words.en === '' ? name : joined([name, words], marks.parts),
      { value: before, unit: words, scale },
      { value: after, unit: words, scale },
      {
        level: levels[size],
        word: say.sizes({ size }).text,
        value: before === 0 ? null : (after - before) / Math.abs(before),
        unit: percentSign,
        scale: 100,
        digits: 2,
        signed: true,
      },
    ]
  }),
})

const cut = (given: string | undefined): Both<string> =>
  given === undefined
    ? say.absent().text
    : both(() => (given.length > longest ? `${given.slice(0, longest)} …` : given))

export const versionsReport = (found: VersionComparison, first: Both<string>, second: Both<string>): Report => {
  const { changes, outcomes, year, gone, added } = found
  const moved = outcomes.filter(({ size }) => size > 0)
  const title = say.compared({ first, second })
  if (changes.length === 0 && moved.length === 0) return { title, blocks: [text(say.none())] }
  return {
    title,
    blocks: [
      text(changes.length === 0 ? say.none() : say.changed(countsOf(changes))),
      ...(changes.length === 0 ? [] : [effectsSection(found)]),
      section(
        say.outcomes({ year }),
        outcomeTable('outcomes', moved.slice(0, firstOutcomes)),
        note(say.more({ number: Math.max(0, moved.length - firstOutcomes), same: outcomes.length - moved.length })),
        ...(gone.length === 0 ? [] : [note(say.onlyFirst({ names: gone }))]),
        ...(added.length === 0 ? [] : [note(say.onlySecond({ names: added }))]),
      ),
      ...(moved.length <= firstOutcomes
        ? []
        : [expert(section(say.otherOutcomes(), outcomeTable('others', moved.slice(firstOutcomes))))]),
      ...changeKinds.flatMap((kind): Block[] => {
        const own = changes.filter(one => one.kind === kind)
        if (own.length === 0) return []
        return [
          section(say.kinds({ kind }), {
            kind: 'table',
            id: kind,
            columns: [
              { id: 'difference', head: say.difference().text, as: 'text' },
              { id: 'name', head: say.name().text, as: 'text' },
              ...(['before', 'after'] as const).map((one): Column => ({ id: one, head: say[one]().text, as: 'text' })),
            ],
            rows: own.map(one => [nameOf(one), one.name, cut(one.before), cut(one.after)]),
          }),
        ]
      }),
    ],
  }
}
