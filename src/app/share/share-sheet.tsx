/** The sheet of the Share menu: link, chart, results, report and embedding. */

import { useEffect, useMemo, useState } from 'react'
import { linkOf, mostLetters } from '../../analysis/link/scenario-link.ts'
import type { Shares } from '../../model/criteria.ts'
import type { FileFormat } from '../../analysis/export/formats.ts'
import { useNumbers, useWords } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import { useEnding } from '../state/ending.ts'
import { useStore } from '../state/store.ts'
import { shareWords } from '../words/share.ts'
import { shellWords } from '../words/shell.ts'
import { workers } from '../worker/workers.ts'
import { chartPng, chartSvg, chartsInView, withFont } from './chart-file.ts'
import { linkedScenario } from './link.ts'
import { fileTypes, saveFile } from './save.ts'

const formats: ReadonlyArray<readonly [FileFormat, string]> = [
  ['csv', 'CSV'],
  ['parquet', 'Parquet'],
  ['xlsx', 'Excel'],
]

/** The page's own address without its scenario. */
const pageAddress = (): string => globalThis.location.href.replace(/#.*$/, '')

/** 'Debt, % of GDP' -> 'debt-of-gdp': what a file is called. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'heartland'

/** Runs what makes a file; problems are told, and the sheet stays. */
const useWork = (close: () => void) => {
  const words = useWords(shareWords)
  const [busy, setBusy] = useState(false)
  const run = (work: () => Promise<string>): void => {
    setBusy(true)
    work()
      .then(
        name => {
          useStore.getState().notify(words.saved(name))
          close()
        },
        (problem: unknown) =>
          useStore.getState().notify(words.failed(problem instanceof Error ? problem.message : String(problem))),
      )
      .finally(() => setBusy(false))
  }
  return { busy, run }
}

const useImprint = (): string => {
  const shell = useWords(shellWords)
  const numbers = useNumbers()
  const about = useAbout()
  const { members, seed } = useStore(state => state.draft)
  const parts = [
    'Heartland',
    ...(about === undefined ? [] : [shell.model(about.model.slice(0, 6)), shell.data(about.data.slice(0, 6))]),
    shell.runs(numbers.plain(members, 0), seed),
  ]
  return parts.join(' · ')
}

/** The link to this scenario with the overlays in view, and what did not fit in. */
const useLink = (view: string, ended?: Shares) => {
  const language = useStore(state => state.language)
  const draft = useStore(state => state.draft)
  const kept = useStore(state => state.kept)
  const chart = useStore(state => state.chart)
  const cursor = useStore(state => state.cursor)
  const about = useAbout()
  return useMemo(() => {
    const overlays = kept.filter(one => one.shown && one.region === draft.region)
    const { text, left } = linkOf(linkedScenario(view, language, draft, { chart, cursor, overlays, ended }))
    return { address: `${pageAddress()}${text}`, left, overlays: overlays.length - left.length, draft }
    // The hashes of model and data are known once the region is open.
    // oxlint-disable-next-line exhaustive-deps
  }, [view, language, draft, kept, chart, cursor, about, ended])
}

const copy = async (text: string, done: string, failed: string): Promise<void> => {
  const { notify } = useStore.getState()
  try {
    await navigator.clipboard.writeText(text)
    notify(done)
  } catch {
    notify(failed)
  }
}

const LinkPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const view = useStore(state => state.view)
  const ended = useEnding(useStore(state => state.draft))
  const { address, left, overlays, draft } = useLink(view, ended)
  return (
    <section>
      <h3>{words.linkTitle}</h3>
      <p className="note">
        {words.linkHolds(
          Object.keys(draft.policy).length,
          Object.keys(draft.assumptions).length,
          overlays,
          ended !== undefined,
        )}
        {left.length === 0 ? null : ` ${words.linkLeft(left.join(', '))}`}
      </p>
      <code tabIndex={0}>{address.length > mostLetters ? `${address.slice(0, mostLetters)}…` : address}</code>
      <button
        type="button"
        className="btn main"
        onClick={() => void copy(address, words.copied, words.copyFailed).then(close)}
      >
        {words.copyLink}
      </button>
    </section>
  )
}

const ChartPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const imprint = useImprint()
  const [charts, setCharts] = useState<ReturnType<typeof chartsInView>>([])
  const [at, setAt] = useState(0)
  const { busy, run } = useWork(close)
  useEffect(() => setCharts(chartsInView()), [])
  const chosen = charts[Math.min(at, charts.length - 1)]
  const save = (kind: 'svg' | 'png') => async (): Promise<string> => {
    if (chosen === undefined) throw new Error(words.noChart)
    const name = `${fileName(chosen.title)}.${kind}`
    const svg = await withFont(chartSvg(chosen.figure, imprint))
    saveFile(name, kind === 'svg' ? svg : await chartPng(svg), fileTypes[kind])
    return name
  }
  return (
    <section>
      <h3>{words.chartTitle}</h3>
      {chosen === undefined ? (
        <p className="note">{words.noChart}</p>
      ) : (
        <>
          <select aria-label={words.chartChoose} value={at} onChange={event => setAt(Number(event.target.value))}>
            {charts.map(({ title }, place) => (
              // Titles may repeat in a view: places do not.
              <option key={`${place} ${title}`} value={place}>
                {title}
              </option>
            ))}
          </select>
          <div className="btns">
            {(['svg', 'png'] as const).map(kind => (
              <button key={kind} type="button" className="btn" disabled={busy} onClick={() => run(save(kind))}>
                {kind.toUpperCase()}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

const DataPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const draft = useStore(state => state.draft)
  const { address } = useLink('what-if')
  const { busy, run } = useWork(close)
  const save = (format: FileFormat) => async (): Promise<string> => {
    const { region, name, policy, assumptions } = draft
    const scenario = { name, region, policy, assumptions }
    const [tables, { fileContent }] = await Promise.all([
      workers().run.ask('tables', region, { scenario, link: address }),
      import('../../analysis/export/formats.ts'),
    ])
    const file = `${fileName(`${region} ${name}`)}.${format}`
    saveFile(file, await fileContent(tables, format), fileTypes[format])
    return file
  }
  return (
    <section>
      <h3>{words.dataTitle}</h3>
      <p className="note">{words.dataHolds}</p>
      <div className="btns">
        {formats.map(([format, label]) => (
          <button key={format} type="button" className="btn" disabled={busy} onClick={() => run(save(format))}>
            {label}
          </button>
        ))}
        {busy ? (
          <span className="note" role="status">
            {words.working}
          </span>
        ) : null}
      </div>
    </section>
  )
}

const ReportPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  return (
    <section>
      <h3>{words.reportTitle}</h3>
      <p className="note">{words.reportHolds}</p>
      <button
        type="button"
        className="btn"
        onClick={() => {
          close()
          // After the sheet has gone from the page.
          setTimeout(() => globalThis.print(), 50)
        }}
      >
        {words.print}
      </button>
    </section>
  )
}

const EmbedPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const { address } = useLink('embed')
  const escaped = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const html = `<iframe src="${escaped}" width="100%" height="520" style="border:0" title="Heartland" loading="lazy"></iframe>`
  return (
    <section>
      <h3>{words.embedTitle}</h3>
      <p className="note">{words.embedHolds}</p>
      <button
        type="button"
        className="btn"
        onClick={() => void copy(html, words.copiedEmbed, words.copyFailed).then(close)}
      >
        {words.copyEmbed}
      </button>
    </section>
  )
}

export const ShareSheet = ({ close }: { readonly close: () => void }) => (
  <div className="share">
    <LinkPart close={close} />
    <ChartPart close={close} />
    <DataPart close={close} />
    <ReportPart close={close} />
    <EmbedPart close={close} />
  </div>
)
