/** The scenarios that a server keeps for a team: list, open, save with name and notes, and the history of each. */

import { useEffect, useState } from 'react'
import { linkOf } from '../../../analysis/link/scenario-link.ts'
import { useLanguage, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import {
  historyOf,
  listOurs,
  type OurScenario,
  OurRefusal,
  saveNew,
  saveVersion,
  type ToSave,
  useRemembered,
} from '../../state/our-scenarios.ts'
import { useStore } from '../../state/store.ts'
import { tagOf } from '../../words/language.ts'
import { ourWords } from '../../words/our-scenarios.ts'
import { whatIfWords } from '../../words/what-if.ts'
import { useDraftName } from './draft-name.ts'

/** As a link is opened: checked, with what is in hand kept first, and with a notice where model or data have changed. */
const openOurs = ({
  id,
  version,
  name,
  notes,
  scenario: { model = '', data = '', ...scenario },
}: OurScenario): void => {
  const { draft, language } = useStore.getState()
  const { seed, members } = draft
  useRemembered.setState({ opened: { id, version, name, notes } })
  globalThis.location.hash = linkOf({
    scenario,
    model,
    data,
    seed,
    members,
    view: 'what-if',
    language,
    overlays: [],
  }).text
}

const day = (changed: string, language: 'en' | 'zh'): string =>
  new Date(changed).toLocaleDateString(tagOf(language), { year: 'numeric', month: 'long', day: 'numeric' })

const Entry = ({
  one,
  close,
  refused,
}: {
  readonly one: OurScenario
  readonly close: () => void
  readonly refused: (problem: unknown) => void
}) => {
  const words = useWords(ourWords)
  const whatIf = useWords(whatIfWords)
  const language = useLanguage()
  const [versions, setVersions] = useState<readonly OurScenario[]>()
  const open = (which: OurScenario) => (): void => {
    close()
    // The version that is there now is the one that a change is made to.
    openOurs({ ...which, version: one.version })
  }
  return (
    <li>
      <b>{one.name}</b>
      <span className="note">{words.by(one.owner, day(one.changed, language), one.version)}</span>
      {one.notes === '' ? null : <span className="note">{one.notes}</span>}
      <span className="btns">
        <button type="button" className="btn" aria-label={words.open(one.name)} onClick={open(one)}>
          {whatIf.openShort}
        </button>
        {one.version === 1 ? null : (
          <button
            type="button"
            className="btn"
            aria-label={words.history(one.name)}
            aria-expanded={versions !== undefined}
            onClick={() => {
              if (versions === undefined) void historyOf(one.id).then(setVersions, refused)
              else setVersions(undefined)
            }}
          >
            {words.historyShort}
          </button>
        )}
      </span>
      {versions === undefined ? null : (
        <ul className="versions">
          {versions.toReversed().map(which => (
            <li key={which.version}>
              <span className="note">{words.by(which.owner, day(which.changed, language), which.version)}</span>
              {which.notes === '' ? null : <span className="note">{which.notes}</span>}
              <button type="button" className="btn" onClick={open(which)}>
                {words.openVersion(which.version)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const TokenField = ({ tried }: { readonly tried: () => void }) => {
  const words = useWords(ourWords)
  const [token, setToken] = useState('')
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        useRemembered.setState({ token })
        tried()
      }}
    >
      <label>
        <span className="note">{words.token}</span>
        <input type="password" value={token} onChange={event => setToken(event.target.value)} />
      </label>
      <button type="submit" className="btn main">
        {words.sendToken}
      </button>
    </form>
  )
}

export default function OurScenarios({ close }: { readonly close: () => void }) {
  const words = useWords(ourWords)
  const language = useLanguage()
  const about = useAbout()
  const draft = useStore(state => state.draft)
  const name = useDraftName()
  const { owner, opened } = useRemembered()
  const [notes, setNotes] = useState(opened?.notes ?? '')
  const [list, setList] = useState<readonly OurScenario[]>()
  const [refusal, setRefusal] = useState<OurRefusal>()
  const refused = (problem: unknown): void => {
    if (!(problem instanceof OurRefusal)) throw problem
    setRefusal(problem)
  }
  const read = (): void => {
    setRefusal(undefined)
    listOurs().then(setList, refused)
  }
  useEffect(read, [])
  const given = (): ToSave => {
    const { region, policy, assumptions, outside } = draft
    const under = Object.keys(outside).length === 0 ? {} : { outside }
    const made = about === undefined ? {} : { model: about.model, data: about.data }
    return { owner, notes, scenario: { name, region, policy, assumptions, ...under, ...made } }
  }
  const save = (saving: Promise<OurScenario>): void =>
    void saving.then(one => {
      useRemembered.setState({ opened: one })
      useStore.getState().notify(words.saved(one.name, one.version))
      close()
    }, refused)
  const theirs = list?.find(({ id }) => id === opened?.id)
  if (refusal?.status === 401) return <TokenField tried={read} />
  return (
    <div className="share ours">
      <section>
        <h3>{words.saveTitle}</h3>
        <b>{name}</b>
        <label>
          <span className="note">{words.owner}</span>
          <input
            value={owner}
            maxLength={200}
            onChange={event => useRemembered.setState({ owner: event.target.value })}
          />
        </label>
        <label>
          <span className="note">{words.notes}</span>
          <textarea value={notes} maxLength={20_000} rows={2} onChange={event => setNotes(event.target.value)} />
        </label>
        {refusal === undefined ? null : (
          <p role="alert">
            {refusal.status === 412
              ? words.conflict
              : refusal.text[language] === ''
                ? words.unreachable
                : refusal.text[language]}
          </p>
        )}
        <div className="btns">
          {refusal?.status === 412 && opened !== undefined ? (
            <button
              type="button"
              className="btn"
              onClick={() =>
                void listOurs().then(now => {
                  const changed = now.find(({ id }) => id === opened.id)
                  close()
                  if (changed !== undefined) openOurs(changed)
                }, refused)
              }
            >
              {words.openTheirs}
            </button>
          ) : opened === undefined || (list !== undefined && theirs === undefined) ? null : (
            <button
              type="button"
              className="btn main"
              onClick={() => save(saveVersion(opened.id, opened.version, given()))}
            >
              {words.saveVersion(opened.name, opened.version + 1)}
            </button>
          )}
          <button type="button" className="btn" onClick={() => save(saveNew(given()))}>
            {words.saveNew}
          </button>
        </div>
      </section>
      <section>
        <h3>{words.title}</h3>
        <p className="note">{words.about}</p>
        {list === undefined ? (
          <p className="note">{refusal === undefined ? words.loading : null}</p>
        ) : list.length === 0 ? (
          <p className="note">{words.empty}</p>
        ) : (
          <ul className="ours-list">
            {list.map(one => (
              <Entry key={one.id} one={one} close={close} refused={refused} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
