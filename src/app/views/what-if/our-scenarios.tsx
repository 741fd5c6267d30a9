/** The scenarios that a server keeps for a team: list, open, save with name, owner and notes, and the history of each. */

import { useEffect, useState } from 'react'
import { linkOf } from '../../../scenario/link.ts'
import { Button } from '../../controls/button.tsx'
import { scenarioOf } from '../../share/link.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { useDraftName } from '../../shell/draft-name.ts'
import {
  ourHistory,
  listOurs,
  type OurScenario,
  OurRefusal,
  saveNew,
  saveVersion,
  type ToSave,
  useRemembered,
} from '../../state/our-scenarios.ts'
import { useStore } from '../../state/store.ts'
import { tagOf } from '../../../language/typeset.ts'
import ourWords from '../../../texts/app/our-scenarios.ts'
import { whatIfWords } from '../../words/what-if.ts'

/** As a link is opened: checked, with what is open kept first, and with a notice where model or data have changed. */
const openOurs = ({ id, version, name, notes, scenario }: OurScenario): void => {
  const { draft, language } = useStore.getState()
  useRemembered.setState({ opened: { id, version, name, notes } })
  const { seed, members } = draft
  globalThis.location.hash = linkOf({
    scenario: { seed, members, ...scenario },
    view: 'what-if',
    language,
    overlays: [],
  }).text
}

const dayOf = (changed: string, language: 'en' | 'zh'): string =>
  new Date(changed).toLocaleDateString(tagOf(language), { year: 'numeric', month: 'long', day: 'numeric' })

const Entry = ({
  one,
  open,
  refused,
}: {
  readonly one: OurScenario
  /** Opens it, or another of its versions. */
  readonly open: (which: OurScenario) => void
  readonly refused: (problem: unknown) => void
}) => {
  const { words, language } = useTexts(ourWords)
  const whatIf = useWords(whatIfWords)
  const [versions, setVersions] = useState<readonly OurScenario[]>()
  return (
    <li>
      <b>{one.name}</b>
      <span className="note">{words.by(one.owner, dayOf(one.changed, language), one.version)}</span>
      {one.notes === '' ? null : <span>{one.notes}</span>}
      <span className="btns">
        <Button aria-label={words.open(one.name)} onClick={() => open(one)}>
          {whatIf.openShort}
        </Button>
        {one.version === 1 ? null : (
          <Button
            aria-label={words.history(one.name)}
            aria-expanded={versions !== undefined}
            onClick={() => {
              if (versions === undefined) void ourHistory(one.id).then(setVersions, refused)
              else setVersions(undefined)
            }}
          >
            {words.historyShort}
          </Button>
        )}
      </span>
      {versions === undefined ? null : (
        <ul className="versions">
          {versions.toReversed().map(which => (
            <li key={which.version}>
              <b>{which.name}</b>
              <span className="note">{words.by(which.owner, dayOf(which.changed, language), which.version)}</span>
              {which.notes === '' ? null : <span>{which.notes}</span>}
              <Button onClick={() => open(which)}>{words.openVersion(which.version)}</Button>
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
      className="share ours"
      onSubmit={event => {
        event.preventDefault()
        useRemembered.setState({ token })
        tried()
      }}
    >
      <section>
        <h3>{words.title}</h3>
        <p className="note">{words.tokenAbout}</p>
        <label>
          <span className="note">{words.token}</span>
          <input type="password" value={token} onChange={event => setToken(event.target.value)} />
        </label>
        <button type="submit" className="btn main">
          {words.sendToken}
        </button>
      </section>
    </form>
  )
}

export default function OurScenarios({ close }: { readonly close: () => void }) {
  const { words, language } = useTexts(ourWords)
  const whatIf = useWords(whatIfWords)
  const draft = useStore(state => state.draft)
  const { notify } = useStore.getState()
  const { owner, opened } = useRemembered()
  const shown = useDraftName()
  const [name, setName] = useState(shown)
  const [notes, setNotes] = useState(opened?.notes ?? '')
  const [list, setList] = useState<readonly OurScenario[]>()
  const [refusal, setRefusal] = useState<OurRefusal>()
  const [saving, setSaving] = useState(false)
  const refused = (problem: unknown): void => {
    if (!(problem instanceof OurRefusal)) throw problem
    setRefusal(problem)
  }
  const read = (): void => {
    setRefusal(undefined)
    listOurs().then(setList, refused)
  }
  useEffect(read, [])
  /** `which` may be an old version; a change is made to the one that is there now. */
  const open = (now: OurScenario) => (which: OurScenario) => {
    close()
    openOurs({ ...which, version: now.version })
    notify(words.opened(which.name, which.version))
  }
  const given = (): ToSave => {
    return { owner, notes, scenario: { ...scenarioOf(draft), name: name.trim() === '' ? shown : name.trim() } }
  }
  const save = (send: (given: ToSave) => Promise<OurScenario>): void => {
    setRefusal(undefined)
    setSaving(true)
    send(given())
      .then(one => {
        useRemembered.setState({ opened: one })
        if (one.name !== shown) useStore.getState().change({ ...draft, name: one.name })
        notify(words.saved(one.name, one.version))
        close()
      })
      .catch((problem: unknown) => {
        setSaving(false)
        refused(problem)
        // The list then shows what somebody else has saved.
        if (problem instanceof OurRefusal && problem.status === 412) listOurs().then(setList, refused)
      })
  }
  if (refusal?.status === 401) return <TokenField tried={read} />
  const isConflict = refusal?.status === 412
  const theirs = list?.find(({ id }) => id === opened?.id)
  return (
    <div className="share ours">
      <section>
        <h3>{words.saveTitle}</h3>
        <label>
          <span className="note">{whatIf.nameLabel}</span>
          <input value={name} maxLength={200} onChange={event => setName(event.target.value)} />
        </label>
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
          <p role="alert" className="refusal">
            {isConflict ? words.conflict : refusal.status === 0 ? words.unreachable : refusal.text[language]}
          </p>
        )}
        <div className="btns">
          {isConflict && theirs !== undefined ? (
            <Button onClick={() => open(theirs)(theirs)}>{words.openTheirs}</Button>
          ) : opened === undefined || theirs === undefined ? null : (
            <Button main disabled={saving} onClick={() => save(one => saveVersion(opened.id, opened.version, one))}>
              {words.saveVersion(opened.name, opened.version + 1)}
            </Button>
          )}
          <Button main={theirs === undefined} disabled={saving} onClick={() => save(saveNew)}>
            {words.saveNew}
          </Button>
        </div>
      </section>
      <section>
        <h3>{words.title}</h3>
        <p className="note">{words.about}</p>
        {list === undefined && refusal === undefined ? <p className="note">{words.loading}</p> : null}
        {list === undefined && refusal !== undefined ? <Button onClick={read}>{words.again}</Button> : null}
        {list?.length === 0 ? <p className="note">{words.empty}</p> : null}
        {list === undefined || list.length === 0 ? null : (
          <ul className="ours-list">
            {list.map(one => (
              <Entry key={one.id} one={one} open={open(one)} refused={refused} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
