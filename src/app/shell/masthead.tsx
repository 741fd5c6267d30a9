/** Header of every view: name, region, views, language, colour scheme, shortcuts and sharing. */

import { regionNames } from 'virtual:heartland/region-names'
import { lazy, useEffect, useRef, useState } from 'react'
import { useAbout } from '../state/about.ts'
import { useOwnRegions } from '../state/own-regions.ts'
import { emptyDraft } from '../state/scenario.ts'
import { speak } from '../state/speak.ts'
import type { Scheme } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { nameIn, tagOf } from '../../language/typeset.ts'
import { shellWords } from '../words/shell.ts'
import { usePageKeys } from './keys.ts'
import { HeadBar } from './head-bar.tsx'
import { MastheadFrame, PlaceLabel } from './masthead-frame.tsx'
import { Menu } from './menu.tsx'
import { addressOf, goTo } from './router.ts'
import { useTexts, useWords } from './use.ts'

/** With all that it says and writes, when it is first opened. */
const ShareSheet = lazy(() => import('../share/share-sheet.tsx'))

type Open = 'none' | 'region' | 'share' | 'keys'

const RegionMenu = ({ open, setOpen }: { readonly open: boolean; readonly setOpen: (open: boolean) => void }) => {
  const { words, language } = useTexts(shellWords)
  const region = useStore(state => state.draft.region)
  const about = useAbout()
  const own = useOwnRegions(state => state.regions)
  const all = [...regionNames, ...own]
  const known = all.find(({ id }) => id === region)
  const name = nameIn(about?.names ?? known?.names ?? { en: region }, language)
  const people = about?.areas.reduce((sum, { residents }) => sum + residents, 0)
  return (
    <Menu
      className="place"
      align="start"
      open={open}
      setOpen={setOpen}
      label={<PlaceLabel name={name} people={people} language={language} />}
    >
      <ul className="choices" aria-label={words.region}>
        {all.map(({ id, names }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === region}
              onClick={() => {
                setOpen(false)
                if (id !== region) useStore.getState().change(emptyDraft(id))
              }}
            >
              {nameIn(names, language)}
            </button>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

const Settings = () => {
  const words = useWords(shellWords)
  const scheme = useStore(state => state.scheme)
  const letterKeys = useStore(state => state.letterKeys)
  const { set } = useStore.getState()
  return (
    <>
      <fieldset className="seg">
        <legend>{words.scheme}</legend>
        {(['system', 'light', 'dark'] satisfies Scheme[]).map(one => (
          <button key={one} type="button" aria-pressed={scheme === one} onClick={() => set({ scheme: one })}>
            {words.schemes[one]}
          </button>
        ))}
      </fieldset>
      <b className="sheet-title">{words.keysTitle}</b>
      <dl className="keylist">
        {words.keyList.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={letterKeys} onChange={event => set({ letterKeys: event.target.checked })} />
        {words.keysLetters}
      </label>
      <details className="access">
        <summary>{words.accessTitle}</summary>
        {words.access.map(text => (
          <p key={text}>{text}</p>
        ))}
      </details>
    </>
  )
}

export const Masthead = () => {
  const { words, language } = useTexts(shellWords)
  const view = useStore(state => state.view)
  const [open, setOpen] = useState<Open>('none')
  const only = (one: Open) => (opens: boolean) => setOpen(opens ? one : 'none')
  usePageKeys({ share: () => setOpen('share'), list: () => setOpen('keys') })
  const other = language === 'en' ? 'zh' : 'en'
  const parts = useRef<HTMLElement>(null)
  // On a phone the parts of a place can be wider than the page: the current one comes into sight.
  useEffect(() => {
    const current = parts.current?.querySelector('[aria-current]')
    if (parts.current === null || current === null || current === undefined) return
    const [place, within] = [current.getBoundingClientRect(), parts.current.getBoundingClientRect()]
    parts.current.scrollLeft += place.left + place.width / 2 - (within.left + within.width / 2)
  }, [view, language])
  return (
    <MastheadFrame
      language={language}
      view={view}
      links={{ addressOf, go: goTo }}
      parts={parts}
      place={<RegionMenu open={open === 'region'} setOpen={only('region')} />}
      head={<HeadBar />}
      tools={
        <>
          <button type="button" lang={tagOf(other)} onClick={() => speak(other)}>
            {words.otherLanguage}
          </button>
          <Menu open={open === 'keys'} setOpen={only('keys')} label={words.keys}>
            <Settings />
          </Menu>
          <Menu open={open === 'share'} setOpen={only('share')} label={words.share}>
            <ShareSheet close={() => setOpen('none')} />
          </Menu>
        </>
      }
    />
  )
}
