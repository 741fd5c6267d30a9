/** The report on two versions of the model, its figures or a scenario, for the command line and the page of capsules. */

import { changeKinds, countsOf, type VersionChange } from '../analysis/files/versions/changes.ts'
import {
  changeSize,
  effectRows,
  type OutcomeChange,
  type VersionComparison,
} from '../analysis/files/versions/compare.ts'
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

/** Names of the declarations that changed together; some of many. */
const labelOf = (changes: readonly VersionChange[]): Both<string> => {
  const names = [...new Map(changes.map(one => [one.name, nameOf(one)])).values()]
  const some = joined(names.slice(0, 3), marks.clauses)
  return names.length <= 3 ? some : both(language => `${some[language]} … (${names.length})`)
}

const effectsSection = (found: VersionComparison): Block => {
  const { headlines, outcomes, year } = found
  const heads = headlines.map(({ outcome, unit }) => {
    const variable = addressedVariable(outcome.replace(/@.*$/, ''))
    const { doc = variable } = outcomes.find(one => one.outcome === variable) ?? {}
    const head = catalogued(variable)?.names ?? nameOf({ name: variable, doc })
    return { outcome, head, shown: shownOf({ variable, unit }) }
  })
  const cells = (values: readonly number[] | null, signed = true): Cell[] =>
    heads.map(({ shown }, at) =>
      values === null
        ? say.notAlone().text
        : {
            value: values[at]!,
            unit: signed ? changeUnitOf(shown) : { en: shown.en.unit, zh: shown.zh.unit },
            scale: showOf(shown).scale,
            signed,
          },
    )
  const { rows, rest } = effectRows(found)
  const all = (read: (one: VersionComparison['headlines'][number]) => number, signed?: boolean): Cell[] =>
    cells(headlines.map(read), signed)
  const units = heads.map(({ head, shown }) => joined([head, changeUnitOf(shown)], marks.parts))
  return section(
    say.effects({ year }),
    note(say.effectsNote()),
    note(say.units({ list: joined(units, marks.clauses) })),
    {
      kind: 'table',
      id: 'effects',
      columns: [
        { id: 'difference', head: say.difference().text, as: 'text' },
        ...heads.map(({ outcome, head }): Column => ({ id: outcome, head, as: 'number' })),
      ],
      rows: [
        [say.before().text, ...all(({ before }) => before, false)],
        ...rows.map(({ changes, alone }) => [labelOf(changes), ...cells(alone)]),
        ...(rest.number === 0 ? [] : [[say.others({ number: rest.number }).text, ...cells(rest.alone)]]),
        [say.sum().text, ...all(({ sum }) => sum)],
        [say.remainder().text, ...all(({ remainder }) => remainder)],
        [say.together().text, ...all(({ before, after }) => after - before)],
        [say.after().text, ...all(({ after }) => after, false)],
      ],
    },
  )
}

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
