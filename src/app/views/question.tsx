/** The view of any declared question: its controls, and its report as charts, tables and sentences. */

import { useState } from 'react'
import type { OutsidePaths } from '../../engine/outside.ts'
import type { Policy } from '../../engine/scenario.ts'
import {
  type Block,
  type Cell,
  type OfOutcome,
  factsIn,
  isFigure,
  isGraded,
  isSpread,
  type Section as SectionBlock,
  type Table,
  marksOf,
  tableOf,
  toldIn,
} from '../../questions/core/report.ts'
import { ChartFigure, ChartMenu, Folded, HeldUnder } from '../charts/figure.tsx'
import { GainRows } from '../charts/gain-rows.tsx'
import { type TableData, HeadedTable } from '../charts/table.tsx'
import { markOf } from '../charts/mark.ts'
import { Button } from '../controls/button.tsx'
import { NothingChanged, useInHand } from '../controls/package-choice.tsx'
import { ProblemNote, Section, Working } from '../shell/head.tsx'
import { Skeleton } from '../shell/skeleton.tsx'
import { fileTypes, saveFile } from '../share/save.ts'
import { WordButton } from '../share/word-button.tsx'
import { Quoted } from '../shell/quoted.tsx'
import { askCause, askOutcome } from '../shell/router.ts'
import { Terms } from '../shell/terms.tsx'
import { useNarrow, useWords } from '../shell/use.ts'
import { useStore } from '../state/store.ts'
import { type Question, useAnswer, useQuestion } from '../state/question.ts'
import { useAbout } from '../state/about.ts'
import { useShownPlace, useShownYear } from '../state/head.ts'
import { workers } from '../worker/workers.ts'
import { type DeclaredName, questionEntries, type QuestionEntry } from '../../questions/index.ts'
import type { Form, PageReport, ReportInput } from '../worker/answers/question.ts'
import { reportInput } from '../worker/report-input.ts'
import { shellWords } from '../words/shell.ts'
import { packageWords } from '../../model/names/packages.ts'
import { Controls } from './controls.tsx'
import { DrawingFigure } from './drawing.tsx'
import { Facts } from './facts.tsx'
import { raised } from '../../language/typeset.ts'
import { useWriting } from './writing.ts'

const numberIn = (cell: Cell): number | undefined =>
  typeof cell === 'number' ? cell : cell !== null && isFigure(cell) ? cell.value : undefined

/** The outcome that a figure is, and the way to its causes: those of other packages, or over several years, have no tree. */
const originOf = (cell: Cell): { readonly of?: OfOutcome | undefined; readonly open?: (() => void) | undefined } => {
  if (!isFigure(cell) && !isSpread(cell)) return {}
  const { cause, of } = cell
  if (cause !== undefined) return { of, open: () => askCause(cause) }
  const isOpen = of !== undefined && of.scenario === undefined && typeof of.when === 'number' && of.outcome !== 'share'
  return { of, open: isOpen ? () => askOutcome(of) : undefined }
}

/** A few values that are much larger than the others stand at the edge: the others would be lost on their axis. */
const axisEnd = (values: readonly number[]): number | undefined => {
  const sizes = values.map(Math.abs).toSorted((a, b) => a - b)
  const usual = 3 * (sizes[Math.floor(0.7 * sizes.length)] ?? 0)
  return usual > 0 && (sizes.at(-1) ?? 0) > 2 * usual ? usual : undefined
}

const Chart = ({
  table: { columns, rows, title: own },
  at,
  title: given,
}: {
  readonly table: Table
  readonly at: number
  /** Of its section, where the table has none that tells it apart. */
  readonly title: string
}) => {
  const { said, written, cell, tabled, own: inLanguage, causeWord } = useWriting()
  const title = own === undefined ? given : raised(said(own))
  const column = columns[at]
  const names = columns.findIndex(({ as }) => as === 'text')
  const scale = inLanguage(column.scale) ?? 1
  const shown = columns.flatMap((one, place) => (one.as === 'chart' ? [] : [{ ...one, place }]))
  const kept = rows.map(row => shown.map(({ place }) => row[place]))
  const data = (): TableData => tabled(shown, kept)
  const second = columns.findIndex(({ as }, place) => as === 'text' && place > names)
  const marks = rows.flatMap(row => {
    const one = row[at]
    const value = isSpread(one) ? one : { mean: numberIn(one), low: null, high: null }
    if (value.mean === undefined) return []
    const name = cell(row[names], {})
    const { open } = originOf(one)
    return [
      {
        id: name,
        name,
        note:
          names > 0
            ? `${said(columns[0].head)} ${cell(row[0], columns[0])}`
            : second < 0
              ? undefined
              : cell(row[second], columns[second]),
        value: scale * value.mean,
        low: value.low === null ? null : scale * value.low,
        high: value.high === null ? null : scale * value.high,
        ask: open === undefined ? undefined : { label: causeWord(name), run: open },
      },
    ]
  })
  const show = (value: number): string => written(value / scale, column)
  return (
    <ChartFigure
      level={2}
      title={title}
      unit={
        column.unit === undefined
          ? said(column.head)
          : said({ en: `${column.unit.en}, ${column.head.en}`, zh: `${column.unit.zh}，${column.head.zh}` })
      }
      table={data}
    >
      <GainRows
        rows={marks}
        marks={marks.some(({ low }) => low !== null) ? 'dots' : 'bars'}
        better={column.better}
        limit={axisEnd(marks.map(({ value }) => value))}
        sentence={`${title}: ${marks.map(({ name, value }) => `${name} ${show(value)}`).join('; ')}`}
        show={show}
        firstWidth={640}
        widest={1100}
      />
    </ChartFigure>
  )
}

const Bars = ({ table, bars }: { readonly table: Table; readonly bars: NonNullable<Table['bars']>[number] }) => {
  const { said, cell, own } = useWriting()
  const parts = bars.columns.map(id => table.columns.findIndex(one => one.id === id))
  const rows = table.rows.slice(0, table.total ? -1 : undefined).map(row => ({
    id: cell(row[0], {}),
    name: cell(row[0], {}),
    ...(parts.length < 2
      ? {}
      : { note: parts.map(at => `${said(table.columns[at].head)} ${cell(row[at], table.columns[at])}`).join(', ') }),
    value: parts.reduce((sum, at) => sum + (row[at] as number) * (own(table.columns[at].scale) ?? 1), 0),
    low: null,
    high: null,
  }))
  const show = (value: number): string => cell({ value, digits: own(table.columns[parts[0]].digits) ?? 1 }, {})
  const title = said(bars.title)
  return (
    <ChartFigure level={2} title={title} unit={said(bars.unit)}>
      <GainRows
        rows={rows}
        marks="bars"
        tone="ink"
        sentence={`${title}: ${rows.map(({ name, value }) => `${name} ${show(value)}`).join(', ')}`}
        show={show}
        firstWidth={520}
      />
    </ChartFigure>
  )
}

const isShaded = (block: Block): boolean => block.kind === 'table' && block.rows.flat().some(isGraded)

/** Columns that are drawn above their table. */
const chartsOf = ({ columns }: Table): number[] =>
  columns.flatMap(({ as, drawn }, at) => (as === 'chart' || drawn ? [at] : []))

/** A figure that opens its causes. */
const Caused = ({
  open,
  label,
  children,
}: {
  readonly open: (() => void) | undefined
  readonly label: string
  readonly children: string
}) =>
  open === undefined ? (
    children
  ) : (
    <Button className="figure-link" title={label} onClick={open}>
      {children}
    </Button>
  )
/** A longer text of a table is a sentence, which may break. */
const longestName = 40

/** Of a long table so many rows are shown at first. */
const firstRows = 100

/** A text of a cell: an address as a link, and a quotation with its language. */
const CellText = ({ text }: { readonly text: string }) =>
  /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? (
    <a href={text} target="_blank" rel="noreferrer noopener">
      {new URL(text).hostname}
    </a>
  ) : (
    <Quoted text={text} />
  )

const ReportTable = ({
  table,
  within,
}: {
  readonly table: Table
  /** The title of its section, with its place there, which tells tables of one page apart. */
  readonly within?: string | undefined
}) => {
  const { said, cell, tabled, language, causeWord } = useWriting()
  // A head that a terminal leaves empty is read aloud on a page.
  const itemWord = { en: 'Item', zh: '项目' }[language]
  const marked = marksOf(table)
  const { columns, rows, title } = table
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, firstRows)
  const name = said(title ?? columns[0].head)
  const charts = chartsOf(table)
  if (charts.length > 0) return charts.map(at => <Chart key={at} table={table} at={at} title={within ?? name} />)
  const written = rows.map(row => row.map((one, at) => cell(one, columns[at])))
  const data = (): TableData => tabled(columns, rows)
  const hasSentences = columns.map((_, at) => written.some(row => row[at].length > longestName))
  const classOf = (one: Cell, at: number): string | undefined =>
    isGraded(one)
      ? `heat ${one.level ?? ''}`
      : hasSentences[at]
        ? 'long'
        : columns[at].as === 'text'
          ? 'text'
          : toldIn(one)
  const drawn = (
    <>
      <HeadedTable
        scrolled={within ?? name}
        className={isShaded(table) ? 'score-t heat-t' : 'score-t effects'}
        heads={columns.map(({ head, full }) => said(full ?? head) || itemWord)}
        texts={columns.map(({ as }) => as === 'text')}
      >
        {shown.map(([, ...rest], at) => (
          <tr key={`${written[at][0]}${at}`}>
            <th scope="row">
              <Terms text={written[at][0]} />
            </th>
            {rest.map((one, place) => {
              const { of, open } = originOf(one)
              return (
                <td key={place} className={classOf(one, place + 1)} {...markOf(of)}>
                  {open === undefined && (typeof one === 'string' || columns[place + 1].as === 'text') ? (
                    <CellText text={written[at][place + 1]} />
                  ) : (
                    <Caused open={open} label={causeWord(written[at][0])}>
                      {written[at][place + 1]}
                    </Caused>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </HeadedTable>
      {marked === undefined ? null : <p className="src">{said(marked)}</p>}
      <div className="below">
        {shown.length === rows.length ? null : (
          <Button onClick={() => setAll(true)}>
            {{ en: `Show all ${rows.length} rows`, zh: `显示全部${rows.length}行` }[language]}
          </Button>
        )}
        <ChartMenu title={name} table={data} />
      </div>
    </>
  )
  return within === undefined ? <Section title={name}>{drawn}</Section> : drawn
}

/** Drawings of the blocks of a section, side by side where there are several. */
const drawingsOf = (blocks: readonly Block[], title = ''): React.ReactNode[] =>
  blocks.flatMap(block =>
    block.kind === 'series' && block.drawing !== undefined
      ? [<DrawingFigure key={block.id} drawing={block.drawing} years={block.years} lines={block.lines} />]
      : block.kind === 'table'
        ? [
            ...(block.bars ?? []).map((bars, at) => <Bars key={`${block.id}${at}`} table={block} bars={bars} />),
            ...chartsOf(block).map(at => <Chart key={`${block.id}-${at}`} table={block} at={at} title={title} />),
          ]
        : [],
  )

/** On a page what is drawn or shaded stands above plain tables, and what many simulations show above the rest. */
const drawnFirst = (blocks: readonly Block[]): Block[] => {
  const rank = (block: Block): number =>
    block.kind !== 'section' ? 0 : -drawingsOf(block.blocks).length - (block.blocks.some(isShaded) ? 2.5 : 0)
  return blocks.toSorted((one, other) => rank(one) - rank(other))
}

/** Tables for experts are behind a line that opens them; their drawings stand with the others. */
const isFolded = (block: Block): boolean =>
  block.expert === true && drawingsOf(block.kind === 'section' ? block.blocks : [block]).length === 0

const SectionPart = ({ block: { title, blocks } }: { readonly block: SectionBlock }) => {
  const { said } = useWriting()
  const drawings = drawingsOf(blocks, said(title))
  const rest = blocks
    .filter(
      block =>
        (block.kind !== 'series' || block.drawing === undefined) &&
        !(block.kind === 'table' && chartsOf(block).length > 0),
    )
    .map((block, at) => <BlockPart key={at} block={block} within={`${said(title)}${at === 0 ? '' : ` ${at + 1}`}`} />)
  // A drawing that stands alone has the title of its section.
  if (drawings.length === 1 && rest.length < 2)
    return (
      <section className="sec">
        {drawings}
        {rest}
      </section>
    )
  // Sentences stand beside a drawing.
  const isBeside = drawings.length === 1 && blocks.every(({ kind }) => !['table', 'section'].includes(kind))
  return (
    <Section title={said(title)}>
      {drawings.length === 0 ? null : (
        <div className="debt-fans">
          {drawings}
          {isBeside ? <div>{rest}</div> : null}
        </div>
      )}
      {isBeside ? null : rest}
    </Section>
  )
}

const BlockPart = ({ block, within }: { readonly block: Block; readonly within?: string }) => {
  const { said } = useWriting()
  if (block.kind === 'section') return <SectionPart block={block} />
  if (block.kind === 'table') return <ReportTable table={block} within={within} />
  if (block.kind === 'series')
    return block.drawing === undefined ? (
      <ReportTable table={tableOf(block)} within={within} />
    ) : (
      <DrawingFigure drawing={block.drawing} years={block.years} lines={block.lines} />
    )
  if (block.kind === 'text' || block.kind === 'note')
    return <p className={block.kind === 'text' ? 'sure' : 'src'}>{said(block.message)}</p>
  return (
    <ul className="src sources">
      {block.list.map(({ text, address }) => (
        <li key={`${text}${address}`}>
          {address === undefined ? (
            <Quoted text={text} />
          ) : (
            <a href={address}>
              <Quoted text={text} />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Puts the conditions that a question was answered under into the scenario on screen. */
const TakeConditions = ({ outside }: { readonly outside: OutsidePaths }) => {
  const shell = useWords(shellWords)
  return (
    <p className="btns">
      <Button
        main
        onClick={() => {
          const { draft, change, notify, undo } = useStore.getState()
          change({ ...draft, outside })
          notify(shell.keptInScenario, { label: shell.undo, run: undo })
        }}
      >
        {shell.keepInScenario}
      </Button>
    </p>
  )
}

const KeepButton = ({ kept: { file, record } }: { readonly kept: NonNullable<PageReport['kept']> }) => {
  const { said } = useWriting()
  return (
    <>
      {' '}
      <Button className="link" onClick={() => saveFile(file, record, fileTypes.json)}>
        {said({ en: `Save ${file}`, zh: `保存 ${file}` })}
      </Button>
    </>
  )
}

const noForm: Form = { about: 'region', soon: undefined, list: [] }

export const QuestionView = ({
  question,
  within,
  policy: own,
  beside,
  take,
  controls,
  bare = false,
  children,
}: {
  readonly question: DeclaredName
  /** Inputs that the view around it has set; that one has the heading and the choice of package as well. */
  readonly within?: Readonly<Record<string, unknown>>
  /** The policy that the view around it asks about; that of the scenario on screen where absent. */
  readonly policy?: Policy
  /** Buttons for the report. */
  readonly beside?: (report: PageReport) => React.ReactNode
  /** Buttons for the policy that is found. */
  readonly take?: (found: Policy, given: Readonly<Record<string, unknown>>) => React.ReactNode
  /** Further controls; all of them then stand below the finding and its picture, beside the tables that they change. */
  readonly controls?: React.ReactNode
  /** Nothing is chosen. */
  readonly bare?: boolean
  /** Below the report, and not before it is there: nothing moves down when it comes. */
  readonly children?: React.ReactNode
}) => {
  const shell = useWords(shellWords)
  const { said, held } = useWriting()
  const draft = useStore(state => state.draft)
  const kept = useStore(state => state.kept)
  const { title, ofPolicy }: QuestionEntry = questionEntries[question]
  const { region, assumptions, outside } = draft
  const inHand = useInHand()
  const policy = own ?? draft.policy
  const asks = useStore(state => state.asks)
  const { data: form = noForm } = useAnswer('form', region, { question })
  const { list, soon } = form
  const head: Readonly<Record<string, string>> = { area: useShownPlace() ?? '', year: String(useShownYear(useAbout())) }
  const isNothing = Object.keys(policy).length === 0
  const standing = own === undefined ? inHand?.package : undefined
  const named = standing === undefined ? draft.name || 'scenario' : packageWords.en[standing]!.name
  const scenario = { name: isNothing ? 'baseline' : named, policy, assumptions }
  const isEmpty = ofPolicy === true && isNothing
  const policies = Object.fromEntries(kept.map(one => [one.id, one]))
  const input = reportInput(question, { form, head, asks, scenario, policies, within })
  const { given } = input
  const asked = (one: ReportInput, by: 'run' | 'pool', wanted: boolean): Question<PageReport> => ({
    key: [region, 'report', one, outside],
    ask: ({ signal, progress: told }) =>
      workers()[by].ask('report', { region, outside }, one, { signal, progress: told }),
    wanted: wanted && form !== noForm && inHand !== undefined && !isEmpty,
  })
  const whole = useQuestion(asked(input, 'pool', true))
  const isEarly = soon !== undefined && !whole.done
  const early = useQuestion(asked({ ...input, given: { ...given, ...soon } }, 'run', isEarly))
  const problem = whole.problem ?? early.problem
  // A question that cannot be answered leaves the report before it on the page.
  const [shown, setShown] = useState<PageReport | undefined>(undefined)
  const now = whole.done || soon === undefined ? whole.data : (early.data ?? whole.data)
  const data = isEmpty ? undefined : (now ?? shown)
  if (!isEmpty && now !== undefined && now !== shown) setShown(now)
  const { blocks = [] } = data ?? {}
  const firstOther = blocks.findIndex(({ kind }) => kind !== 'text')
  const findings = blocks.slice(0, firstOther < 0 ? blocks.length : firstOther).filter(block => block.kind === 'text')
  const facts = blocks.flatMap(factsIn)
  // Facts stand under the picture that they are about.
  const pictured =
    facts.length === 0 ? [] : blocks.filter(block => block.kind === 'series' && block.drawing !== undefined)
  const others = blocks.slice(findings.length).filter(block => factsIn(block).length === 0 && !pictured.includes(block))
  const drawings = data?.drawings ?? []
  const brief = useNarrow(700) ? data?.brief : undefined
  const saying = findings.map(({ message }, at) => (
    <p key={at} className={at === 0 && data?.lead === undefined && brief === undefined ? 'say' : 'sure'}>
      {said(message)}
    </p>
  ))
  const conditions = data?.conditions === undefined ? null : <p className="src">{held(data.conditions)}</p>
  const choices = bare ? null : (
    <Controls
      question={question}
      form={{ ...form, list: list.filter(({ name: one }) => !Object.hasOwn({ ...head, ...within }, one)) }}
    >
      {controls}
    </Controls>
  )
  return (
    <HeldUnder value={{ conditions: data?.conditions }}>
      {within === undefined ? (
        <>
          <p className="over">
            <span className="title">{data === undefined ? '\u00a0' : said(data.title)}</span>
          </p>
          <h1>{said(title)}</h1>
        </>
      ) : null}
      <Working done={isEmpty || whole.done || problem !== undefined} progress={whole.progress} label={shell.loading} />
      {isEmpty ? (
        <NothingChanged />
      ) : data === undefined && problem === undefined ? (
        // Controls come with the first report, so that nothing moves when they do.
        <Skeleton height={within === undefined || controls !== undefined ? 900 : 200} text={shell.loading} />
      ) : controls === undefined ? (
        choices
      ) : null}
      {problem === undefined || isEmpty ? null : <ProblemNote text={problem} />}
      {data?.lead === undefined ? null : <p className="say">{said(data.lead)}</p>}
      {controls === undefined ? conditions : null}
      {brief === undefined ? saying : <p className="say">{said(brief)}</p>}
      {drawings.length === 0 ? null : (
        <div className={drawings.length === 1 ? 'sec' : 'sec debt-fans'}>
          {drawings.map((drawing, at) => (
            <DrawingFigure key={at} drawing={drawing} years={drawing.years} />
          ))}
        </div>
      )}
      {pictured.map((block, at) => (
        <BlockPart key={at} block={block} />
      ))}
      <Facts facts={facts} />
      {brief === undefined ? null : <Section title={shell.inFull}>{saying}</Section>}
      {data === undefined ? null : beside?.(data)}
      {controls === undefined || data === undefined ? null : (
        <>
          {choices}
          {conditions}
        </>
      )}
      {drawnFirst(others.filter(block => !isFolded(block))).map((block, at) => (
        <BlockPart key={at} block={block} />
      ))}
      {others.some(isFolded) ? (
        <Folded summary={shell.forExperts}>
          {others.filter(isFolded).map((block, at) => (
            <BlockPart key={at} block={block} />
          ))}
        </Folded>
      ) : null}
      {data?.found === undefined ? null : take?.(data.found, given)}
      {data?.outside === undefined ? null : <TakeConditions outside={data.outside} />}
      {data === undefined || within !== undefined ? null : (
        <p className="src">
          <WordButton report={data} />
          {data.kept === undefined ? null : <KeepButton kept={data.kept} />}
        </p>
      )}
      {data === undefined ? null : children}
    </HeldUnder>
  )
}
