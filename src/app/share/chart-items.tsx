/** Menu of a chart or table: picture, data, link, and a sentence with its uncertainty. */

import type { TableData } from '../charts/table.tsx'
import { Button } from '../controls/button.tsx'
import type { Both } from '../../language/messages.ts'
import { inMarkup, nameIn } from '../../language/typeset.ts'
import { useDraftName } from '../shell/draft-name.ts'
import { useTexts } from '../shell/use.ts'
import { useAbout } from '../state/about.ts'
import type { Draft, Kept } from '../state/scenario.ts'
import { useStore } from '../state/store.ts'
import { wordsIn } from '../words/language.ts'
import { shareWords } from '../words/share.ts'
import { tableWords } from '../words/tables.ts'
import { workers } from '../worker/workers.ts'
import { chartPng, chartSvg, figureTexts, figureTitle, mainSvg, withFont } from './chart-file.ts'
import { readableTables } from './readable-tables.ts'
import { fileTypes, saveFile } from './save.ts'
import { scenarioOf } from './link.ts'
import { copy, fileName, useImprint, useLink, useWork } from './sharing.ts'

/** The conditions of the figures in a chart or table: those that a report states, or those of a scenario. */
export interface Held {
  readonly conditions?: Both<string> | undefined
  readonly scenario?: Draft
  /** Drawn over it. */
  readonly overlays?: readonly Kept[]
  /** Its central run, without simulations. */
  readonly central?: true
}

export default function ChartItems({
  figure,
  table,
  held,
  close,
}: {
  readonly figure: HTMLElement
  readonly table: (() => TableData) | undefined
  readonly held: Held | undefined
  readonly close: () => void
}) {
  const { words, language } = useTexts(shareWords)
  const imprint = useImprint()
  const view = useStore(state => state.view)
  const draft = useStore(state => state.draft)
  const { address } = useLink(view)
  const { busy, run } = useWork(close)
  const about = useAbout()
  const scenarioName = useDraftName()
  const { conditions, scenario, central, overlays = [] }: Held = held ?? { scenario: draft }
  const inputs = central === true ? {} : { simulations: draft.members, seed: draft.seed }
  const under = async (): Promise<string> => {
    if (scenario === undefined) return conditions?.[language] ?? ''
    const told = async (one: Draft): Promise<string> =>
      (await workers().run.ask('heldUnder', one, { scenario: one, inputs }))[language]
    const [own, ...others] = await Promise.all([scenario, ...overlays].map(told))
    const differing = overlays.flatMap(({ name }, at) => (others[at] === own ? [] : [`${name}: ${others[at]}`]))
    return [own, ...differing].join(language === 'zh' ? '；' : '; ')
  }
  const title = figureTitle(figure)
  const sentence = figure.querySelector('.chart[aria-label], svg[role=img]')?.getAttribute('aria-label') ?? title
  const picture = (kind: 'svg' | 'png') => async (): Promise<string> => {
    const name = `${fileName(title)}.${kind}`
    const svg = await withFont(chartSvg(figure, [await under(), imprint, address]))
    saveFile(name, kind === 'svg' ? svg : await chartPng(svg), fileTypes[kind])
    return name
  }
  const data = (kind: 'csv' | 'xlsx') => async (): Promise<string> => {
    const { unit, key, source } = figureTexts(figure)
    const [{ beside, csvText, xlsxBytes }, holding, tables] = await Promise.all([
      import('../../analysis/files/export/formats.ts'),
      under(),
      kind === 'xlsx' ? workers().run.ask('tables', draft, { scenario: scenarioOf(draft), link: address }) : [],
    ])
    const given = readableTables(
      tables.filter(one => ['policy', 'assumptions', 'sources'].includes(one.name)),
      language,
    )
    const texts = {
      name: words.aboutSheet,
      columns: [{ name: title, kind: 'text' as const }],
      rows: [unit, sentence, key, source, holding, imprint, address].filter(text => text !== '').map(text => [text]),
    }
    const own = { name: words.dataSheet, ...table!().sheet() }
    const heads = wordsIn(tableWords, language).values
    const holds = Object.entries({
      region: about && nameIn(about.names, language),
      scenario: scenario === draft ? scenarioName : scenario?.name,
      conditions: holding,
    }).flatMap(([head, text]) => (text ? [[heads[head] ?? head, text]] : []))
    const name = `${fileName(title)}.${kind}`
    const content = kind === 'csv' ? csvText(beside(own, holds)) : await xlsxBytes([own, texts, ...given])
    saveFile(name, content, fileTypes[kind])
    return name
  }
  /** A picture for another page, or the table where there is none; it needs no script. */
  const html = async (): Promise<string> => {
    const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
      `<tr>${row.map((cell, at) => `<${at === 0 ? 'th' : tag}>${inMarkup(cell)}</${at === 0 ? 'th' : tag}>`).join('')}</tr>`
    const { head, rows } = table?.() ?? { head: [], rows: [] }
    const content =
      mainSvg(figure) === undefined
        ? `<table><caption>${inMarkup(title)}</caption>${cells(head, 'th')}${rows.map(row => cells(row, 'td')).join('')}</table>`
        : chartSvg(figure, [imprint])
    const told = [await under(), imprint].filter(text => text !== '').join(' · ')
    return `<figure style="margin:0">${content}<figcaption>${inMarkup(told)} · <a href="${inMarkup(address)}">${inMarkup(words.openFull)}</a></figcaption></figure>`
  }
  const item = (label: string, act: () => void) => (
    <Button key={label} disabled={busy} onClick={act}>
      {label}
    </Button>
  )
  return (
    <div className="take-items">
      {mainSvg(figure) === undefined
        ? null
        : (['png', 'svg'] as const).map(kind => item(kind.toUpperCase(), () => run(picture(kind))))}
      {table === undefined
        ? null
        : (['csv', 'xlsx'] as const).map(kind => item(kind === 'csv' ? 'CSV' : 'Excel', () => run(data(kind))))}
      {item(words.copyLink, () => void copy(address, words.copied, words.copyFailed).then(close))}
      {item(
        words.copyPicture,
        () =>
          void html()
            .then(text => copy(text, words.copiedEmbed, words.copyFailed))
            .then(close),
      )}
      {item(
        words.copySentence,
        () => void copy(`${sentence} (${imprint})`, words.copiedSentence, words.copyFailed).then(close),
      )}
    </div>
  )
}
