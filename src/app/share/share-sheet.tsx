/** The sheet of the Share menu: link, results, report and embedding. */

import { mostLetters } from '../../scenario/link.ts'
import type { FileFormat } from '../../analysis/files/export/formats.ts'
import { Button } from '../controls/button.tsx'
import { useScenarioName } from '../shell/draft-name.ts'
import { useTexts, useWords } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import { isOwnLever } from '../../scenario/financing.ts'
import { useEnding } from '../state/ending.ts'
import { useStore } from '../state/store.ts'
import { shareWords } from '../words/share.ts'
import { workers } from '../worker/workers.ts'
import { saveCapsule } from './capsule.ts'
import { readableTables } from './readable-tables.ts'
import { resultSheet, settledResults } from './result-sheet.ts'
import { fileTypes, saveFile } from './save.ts'
import { scenarioOf } from './link.ts'
import { copy, fileName, useLink, useWork } from './sharing.ts'
import { printWhole } from './whole-report.ts'

const formats: ReadonlyArray<readonly [FileFormat, string]> = [
  ['csv', 'CSV'],
  ['parquet', 'Parquet'],
  ['xlsx', 'Excel'],
]

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
          Object.keys(draft.policy).filter(isOwnLever).length,
          Object.keys(draft.assumptions).length,
          Object.keys(draft.outside).length,
          overlays,
          ended !== undefined,
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

const DataPart = ({ close }: { readonly close: () => void }) => {
  const { words, language } = useTexts(shareWords)
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const { address } = useLink('what-if')
  const scenarioName = useScenarioName()
  const { busy, run } = useWork(close)
  const save = (format: FileFormat) => async (): Promise<string> => {
    const { region, name } = draft
    const scenario = { ...scenarioOf(draft), name: scenarioName }
    const [tables, { fileContent }, first] = await Promise.all([
      workers().run.ask('tables', draft, { scenario, link: address }),
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
          setTimeout(printWhole, 50)
        }}
      >
        {words.print}
      </Button>
    </section>
  )
}

/** What an embedded chart needs at its narrowest, in pixels. */
const embedHeight = 860

const EmbedPart = ({ close }: { readonly close: () => void }) => {
  const words = useWords(shareWords)
  const { address } = useLink('embed')
  const escaped = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const html = `<iframe src="${escaped}" width="100%" height="${embedHeight}" style="border:0" title="Heartland" loading="lazy"></iframe>`
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
      <DataPart close={close} />
      <ReportPart close={close} />
      <EmbedPart close={close} />
    </div>
  )
}
