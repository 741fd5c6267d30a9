/** The sheet of the Share menu: link, results, report and embedding. */

import { inMarkup, typeset } from '../../language/typeset.ts'
import { version } from '../../../package.json'
import { mostLetters } from '../../scenario/link.ts'
import type { FileFormat } from '../../analysis/files/export/formats.ts'
import { Button } from '../controls/button.tsx'
import { useTexts, useWords } from '../shell/use.ts'
import { useDraftName } from '../shell/draft-name.ts'
import { useAbout } from '../state/about.ts'
import { isOwnLever } from '../../scenario/scenario.ts'
import { useStore } from '../state/store.ts'
import { shareWords } from '../words/share.ts'
import { workers } from '../worker/workers.ts'
import { readableTables } from './readable-tables.ts'
import { fileTypes, saveFile } from './save.ts'
import { scenarioOf } from './link.ts'
import { copy, fileName, useLink, useWork } from './sharing.ts'
import type { ExportTable } from '../../analysis/files/export/tables.ts'
import { indicatorOf, chartIds, indicatorWords } from '../../outcomes/catalogue.ts'
import { shownYears } from '../charts/path-points.ts'
import { runSettled, scenarioKey, useLive } from '../state/live.ts'
import type { Draft } from '../state/scenario.ts'
import type { Language } from '../../language/messages.ts'
import { wordsIn } from '../words/language.ts'
import { shellWords } from '../words/shell.ts'
import type { About } from '../worker/answers/about.ts'

const formats: ReadonlyArray<readonly [FileFormat, string]> = [
  ['csv', 'CSV'],
  ['parquet', 'Parquet'],
  ['xlsx', 'Excel'],
]

const LinkPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const view = useStore(state => state.view)
  const { address, left, overlays, draft } = useLink(view)
  return (
    <section>
      <h3>{words.linkTitle}</h3>
      <p className="note">
        {words.linkHolds(
          Object.keys(draft.policy).filter(isOwnLever).length,
          Object.keys(draft.assumptions).length,
          Object.keys(draft.outside).length,
          overlays,
        )}
        {left.length === 0 ? null : ` ${words.linkLeft(left.join(', '))}`}
      </p>
      <code tabIndex={0}>{address.length > mostLetters ? `${address.slice(0, mostLetters)}…` : address}</code>
      <Button main onClick={() => void copy(address, words.copied, words.copyFailed).then(close)}>
        {words.copyLink}
      </Button>
    </section>
  )
}

const CitePart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const about = useAbout()
  const { address } = useLink(useStore(state => state.view))
  if (about === undefined) return null
  const citation = words.citation(version, about.model.slice(0, 6), about.data.slice(0, 6))
  return (
    <section>
      <h3>{words.citeTitle}</h3>
      <p className="note">{words.citeHolds}</p>
      <code tabIndex={0}>{citation}</code>
      <Button onClick={() => void copy(`${citation} ${address}`, words.copiedCitation, words.copyFailed).then(close)}>
        {words.copyCitation}
      </Button>
    </section>
  )
}

type Results = Pick<ReturnType<typeof useLive.getState>, 'lines' | 'bands'>

/** Lines and bands of a scenario, once all its simulations are in them. */
const settledResults = (draft: Draft): Promise<Results> => {
  const key = scenarioKey(draft)
  const done = (live: ReturnType<typeof useLive.getState>): boolean =>
    live.key === key && live.bands?.key === key && live.bands.members === live.bands.whole && !live.bands.built
  if (done(useLive.getState())) return Promise.resolve(useLive.getState())
  const { promise, resolve, reject } = Promise.withResolvers<Results>()
  const leave = useLive.subscribe(live => {
    if (live.problem !== undefined) reject(new Error(live.problem))
    else if (done(live)) resolve(live)
    else return
    leave()
  })
  runSettled(draft, [])
  return promise
}

/** The first sheet of a workbook: a row a year, current policy, the package and its bands. In the language and the units of the page, rounded nowhere. */
const resultSheet = ({ lines, bands }: Results, about: About, name: string, language: Language): ExportTable => {
  const words = wordsIn(shareWords, language)
  const { doNothing } = wordsIn(shellWords, language)
  const columns = chartIds.flatMap(id => {
    const { title, unit } = wordsIn(indicatorWords, language)[id]!
    const years = (values: ArrayLike<number> | undefined): ReadonlyMap<number, number> =>
      values === undefined ? new Map() : shownYears(indicatorOf(id), values, about, language)
    const own = bands?.policy.bands[id]
    const change = bands?.policy.changes[id]
    return (
      [
        [doNothing, lines?.['base']?.[id]],
        [name, lines?.['pol']?.[id]],
        [words.bandLow(name), own?.p10],
        [words.bandHigh(name), own?.p90],
        [words.changeLow(name), change?.p10],
        [words.changeHigh(name), change?.p90],
      ] as const
    ).map(([of, values]) => ({ name: typeset(`${title} (${unit}): ${of}`, language), of: years(values) }))
  })
  const years = Array.from({ length: about.end - about.start }, (_, at) => about.start + at)
  return {
    name: words.resultSheet,
    columns: [
      { name: words.year, kind: 'number' },
      ...columns.map(({ name: head }) => ({ name: head, kind: 'number' as const })),
    ],
    rows: years.map(year => [year, ...columns.map(({ of }) => of.get(year))]),
  }
}

/** The name of the file. */
const saveCapsule = async (draft: Draft): Promise<string> => {
  const bytes = await workers().run.ask('capsule', draft, { scenario: scenarioOf(draft) })
  const file = `${fileName(`${draft.region} ${draft.name}`)}.capsule`
  saveFile(file, bytes, fileTypes.capsule)
  return file
}

const DataPart = ({ close }: { readonly close: () => void }) => {
  const { words, language } = useTexts(shareWords)
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const { address } = useLink('what-if')
  const scenarioName = useDraftName()
  const { busy, run } = useWork(close)
  const save = (format: FileFormat) => async (): Promise<string> => {
    const { region, name } = draft
    const scenario = { ...scenarioOf(draft), name: scenarioName }
    const [tables, { fileContent }, first] = await Promise.all([
      workers().run.ask('tables', draft, { scenario, link: address, language: format === 'xlsx' ? language : 'en' }),
      import('../../analysis/files/export/formats.ts'),
      format === 'xlsx' && about !== undefined ? settledResults(draft) : undefined,
    ])
    const sheet = first === undefined || about === undefined ? [] : [resultSheet(first, about, scenarioName, language)]
    const file = `${fileName(`${region} ${name}`)}.${format}`
    const others = format === 'xlsx' ? readableTables(tables, language, about) : tables
    saveFile(file, await fileContent([...sheet, ...others], format), fileTypes[format])
    return file
  }
  return (
    <section>
      <h3>{words.dataTitle}</h3>
      <p className="note">{words.dataHolds}</p>
      <div className="btns">
        {formats.map(([format, label]) => (
          <Button key={format} disabled={busy} onClick={() => run(save(format))}>
            {label}
          </Button>
        ))}
        <Button disabled={busy} onClick={() => run(() => saveCapsule(draft))}>
          {words.capsule}
        </Button>
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
      <Button
        onClick={() => {
          close()
          // After the sheet has gone from the page.
          setTimeout(() => globalThis.print(), 50)
        }}
      >
        {words.print}
      </Button>
    </section>
  )
}

/** Height that an embedded chart needs at its narrowest, in pixels. */
const embedHeight = 860

const EmbedPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const { address } = useLink('embed')
  const html = `<iframe src="${inMarkup(address)}" width="100%" height="${embedHeight}" style="border:0" title="Heartland" loading="lazy"></iframe>`
  return (
    <section>
      <h3>{words.embedTitle}</h3>
      <p className="note">{words.embedHolds}</p>
      <Button onClick={() => void copy(html, words.copiedEmbed, words.copyFailed).then(close)}>
        {words.copyEmbed}
      </Button>
    </section>
  )
}

export default function ShareSheet({ close }: { readonly close: () => void }) {
  return (
    <div className="share">
      <LinkPart close={close} />
      <CitePart close={close} />
      <DataPart close={close} />
      <ReportPart close={close} />
      <EmbedPart close={close} />
    </div>
  )
}
