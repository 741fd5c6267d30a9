/** A forecast round: the forecast of today against an earlier one, the revision by its causes, and what came of earlier ones. */

import * as z from 'zod'
import { messages as say } from '../texts/round.ts'
import { publishedSeries } from '../analysis/hindcast/forward.ts'
import { versionOf, versionOfCapsule } from '../analysis/files/versions/changes.ts'
import type { Round } from '../analysis/files/versions/capsule.ts'
import { type KeptRound, packRound, readRounds, roundScores } from '../analysis/files/versions/round.ts'
import { splitBetween } from '../analysis/files/versions/split.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { openerOnWasm } from '../analysis/region/wasm-region.ts'
import { type Message, UsageError } from '../language/messages.ts'
import { catalogue, comparedAs, inRegion } from '../outcomes/catalogue.ts'
import { startNamed } from '../regions/at-start.ts'
import { comparedColumns, comparedNote, rowOf } from './actuals.ts'
import { outcomeTitle, placeName, policyName, shownOf } from './core/names.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import { heldBlocks } from './judgement.ts'
import { type Block, type Cell, type Column, note, section, text } from './core/report.ts'
import { splitTable } from './versions-report.ts'

const headlines = catalogue.filter(({ headline }) => headline === true)
type Headline = (typeof headlines)[number]
const addressOf = ({ variables: [name], reading }: Headline, year: number): string =>
  `${name}@${year}${reading === 'end' ? 'Q4' : ''}`

const words = (heads: Readonly<Record<string, Message>>): Column[] =>
  Object.entries(heads).map(([id, { text: head }]) => ({ id, head, as: 'text' }))

const tableIn = (title: Message | undefined, id: string, columns: readonly Column[], rows: readonly Cell[][]) =>
  rows.length === 0
    ? undefined
    : ({ kind: 'table', id, columns, rows, wide: true, ...(title === undefined ? {} : { title }) } as const)

/** Names of rounds stand in the names of files. */
const word = z.string().regex(/^[^\\/:*?"<>|\n]{1,60}$/)

/** Its letter is that of the years shown. */
const { short: _short, ...splitYear } = take.year(2030, {
  en: 'the year whose revision is split',
  zh: '分解预测修订的年份',
})

export const round = question({
  inputs: {
    name: {
      type: word.optional(),
      help: {
        en: 'name under which the round is kept; without one nothing is kept',
        zh: '保存本轮预测所用的名称；不给名称则不保存',
      },
      placeholder: 'name',
      label: { en: 'Name of this round', zh: '本轮名称' },
    },
    date: {
      type: z.iso.date().optional(),
      help: { en: 'date of the round, such as 2027-03-01', zh: '本轮日期，如 2027-03-01' },
      placeholder: 'date',
      label: { en: 'Date', zh: '日期' },
      today: true as const,
    },
    rounds: {
      type: z.union([z.string(), z.array(z.record(z.string(), z.unknown()))]).optional(),
      help: {
        en: 'earlier rounds: records of this question as JSON; on the command line a folder, in which a named round is kept, or a file',
        zh: '先前各轮：本问题结果的 JSON；在命令行中为文件夹（具名轮次保存于此）或文件',
      },
      placeholder: 'folder',
      label: { en: 'Earlier rounds', zh: '先前各轮' },
      page: '[]',
      file: 'folder' as const,
    },
    against: {
      type: z.string().optional(),
      help: { en: 'name of the round to compare with (default: the last)', zh: '用于比较的轮次名称（默认为最近一轮）' },
      placeholder: 'name',
    },
    year: splitYear,
    years: take.years([2026, 2027, 2028, 2030, 2035, 2040]),
  },
  keeps: ({ inputs: { name, date } }) => (name === undefined ? undefined : `${date} ${name}.json`),
  find: async ({ open, scenario, inputs: { name, date, rounds: given, against } }, runs) => {
    const all = await readRounds(given ?? [])
    // Opened in another year it is the same region.
    const { id } = startNamed(open.region.id)
    const regionOf = ({ capsule }: KeptRound): string => startNamed(capsule.region.id).id
    const rounds = all.filter(one => regionOf(one) === id)
    const others = [...new Set(all.map(regionOf).filter(one => one !== id))]
    if (rounds.length === 0 && others.length > 0 && name === undefined)
      throw new UsageError(say.otherRegion({ region: id, others }))
    if (name !== undefined && date === undefined) throw new UsageError(say.noDate())
    if (name !== undefined && rounds.some(one => one.name === name)) throw new UsageError(say.twice({ name }))
    const before = against === undefined ? rounds.at(-1) : rounds.find(one => one.name === against)
    if (against !== undefined && before === undefined)
      throw new UsageError(
        rounds.length === 0
          ? say.noRounds({ name: against })
          : say.unknownRound({ name: against, known: rounds.map(one => one.name) }),
      )
    const now = versionOf('', open, scenario)
    const from = Math.max(now.figures.start, before?.capsule.figures.start ?? 0)
    const years = Array.from({ length: open.simulator.horizon.end - from }, (_, ahead) => from + ahead)
    const split = await splitBetween(
      {
        before: before === undefined ? now : versionOfCapsule(before.name, before.capsule),
        after: now,
        open: openerOnWasm(),
        pause: async (done, of) => {
          if (done === 0) runs.begin(of)
          else await runs.advance(1)
        },
      },
      headlines.flatMap(one => years.map(year => addressOf(one, year))),
    )
    const published = publishedSeries(open, await runs.past.read(), scenario)
    const own: Round = {
      name: name ?? '',
      date: name === undefined ? '' : date!,
      outcomes: Object.fromEntries(split.headlines.map(({ outcome, after }) => [outcome, after])),
      forecasts: published.forecasts,
    }
    const { ends: _ends, ...revision } = split
    return {
      own,
      before,
      rounds,
      others,
      years,
      revision,
      scores: roundScores(rounds, published),
      ...(name === undefined ? {} : { capsule: await packRound(open, scenario, own) }),
    }
  },
  record: ({ open }, { own, before, rounds, others, revision, scores, capsule }) => ({
    ...own,
    region: startNamed(open.region.id).id,
    ...madeWith(open),
    against: before?.name ?? null,
    parts: revision.parts,
    revision: revision.headlines,
    inseparable: revision.inseparable,
    rounds: rounds.map(({ capsule: { made, scenario }, forecasts: _forecasts, ...one }) => ({
      ...one,
      ...made,
      scenario: scenario.name,
    })),
    others,
    scores,
    ...(capsule === undefined ? {} : { capsule }),
  }),
  report: ({ open, inputs }, { own, before, rounds, others, years, revision, scores }) => {
    const region = placeName(open.region)
    const shown = inputs.years.filter(year => years.includes(year))
    const at = new Map(revision.headlines.map(one => [one.outcome, one]))
    const moved = revision.headlines.some(({ before: was, after }) => was !== after)
    const named = headlines.map(one => inRegion(one, open.region))
    const lines = named.map((one): Block => {
      const of = (which: 'before' | 'after') => years.map(year => at.get(addressOf(one, year))![which])
      const { digits, scale, unit } = comparedAs(one)
      const parts = [
        ...(before === undefined ? [] : [{ id: 'before', names: say.before().text, values: of('before') }]),
        { id: 'after', names: say.now().text, values: of('after') },
      ]
      return {
        kind: 'series',
        id: one.id,
        title: outcomeTitle(one),
        head: say.round().text,
        years,
        shown,
        lines: parts.map(part => ({ ...part, digits, scale })),
        drawing: { title: one.names, unit, digits, scale, as: 'lines', parts },
      }
    })
    const { start } = open.region
    const { start: started } = before?.capsule.figures ?? open.region
    const ofSplit = Math.max(inputs.year, years[0]!)
    const held = heldBlocks(open)
    const within = scores.filter(({ miss, usual }) => usual !== null && Math.abs(miss) <= usual).length
    const next = own.forecasts.flatMap(({ years: [first], ...one }) =>
      first === undefined ? [] : [rowOf(open, one, [first.value], { year: [first.year], more: [first.usual] })],
    )
    const came = scores.map(one => [
      one.round,
      ...rowOf(open, one, [one.forecast, one.came], { year: [one.year], more: [one.miss, one.usual] }),
    ])
    const split = splitTable(
      { ...revision, headlines: named.map(one => at.get(addressOf(one, ofSplit))!) },
      ({ unit }, place) => ({
        head: named[place]!.names,
        shown: shownOf({ variable: named[place]!.variables[0]!, unit }),
      }),
      { before: say.before().text, after: say.now().text },
    )
    const blocks: ReadonlyArray<Block | undefined> = [
      text(before === undefined ? say.first() : say.against({ name: before.name, date: before.date })),
      before === undefined || moved ? undefined : text(say.same()),
      ...lines,
      started === start ? undefined : note(say.prices({ first: String(started - 1), second: String(start - 1) })),
      moved ? section(say.splitTitle({ year: ofSplit }), ...split) : undefined,
      section(say.judgementTitle(), ...(held.length === 0 ? [text(say.judgement())] : held)),
      tableIn(say.watchTitle(), 'watch', comparedColumns('forecast', 'usual'), next),
      next.length === 0 && scores.length === 0 ? undefined : comparedNote,
      rounds.length === 0
        ? undefined
        : section(
            say.recordTitle(),
            text(scores.length === 0 ? say.noRecord() : say.recordText({ number: scores.length, within })),
          ),
      tableIn(
        undefined,
        'record',
        [...words({ round: say.round() }), ...comparedColumns('forecast', 'figure', 'miss', 'usual')],
        came,
      ),
      tableIn(
        say.roundsTitle(),
        'rounds',
        [
          ...words({ round: say.round(), date: say.date(), scenario: say.scenario() }),
          ...named.map((one): Column => ({ id: one.id, head: one.names, as: 'number', ...comparedAs(one) })),
          ...words({ model: say.model(), data: say.data() }),
        ],
        rounds.map(({ name, date, outcomes, capsule: { scenario, made } }) => [
          name,
          date,
          policyName(scenario),
          ...named.map(one => outcomes[addressOf(one, ofSplit)] ?? null),
          made.model,
          made.data,
        ]),
      ),
      others.length === 0 ? undefined : note(say.leftAside({ others })),
    ]
    return {
      title: own.name === '' ? say.title({ region }) : say.named({ region, name: own.name, date: own.date }),
      blocks: blocks.filter(one => one !== undefined),
    }
  },
})
