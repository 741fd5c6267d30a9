/** Bar with the scenario's name, the starting package, undo, what is compared, and save; below it the saved scenarios. */

import { lazy, Suspense, useState } from 'react'
import { Button } from '../../controls/button.tsx'
import { useWords } from '../../shell/use.ts'
import { useLeversName } from '../../shell/draft-name.ts'
import { OwnMenu } from '../../shell/menu.tsx'
import { hasOurScenarios } from '../../state/our-scenarios.ts'
import { emptyDraft, type Kept, mostShown } from '../../state/scenario.ts'
import { useStore } from '../../state/store.ts'
import ourWords from '../../../texts/app/our-scenarios.ts'
import { shellWords } from '../../words/shell.ts'
import { whatIfWords } from '../../words/what-if.ts'

const OurScenarios = lazy(() => import('./our-scenarios.tsx'))

const LineMark = ({
  kind,
  colour,
}: {
  readonly kind: 'base' | 'pol' | 'over'
  readonly colour?: number | undefined
}) => (
  <svg viewBox="0 0 22 8" aria-hidden="true">
    <path className={`l ${kind === 'over' ? `pol over kept-${colour ?? 0}` : kind}`} d="M0 4H22" />
  </svg>
)

const KeptChip = ({ kept }: { readonly kept: Kept }) => {
  const words = useWords(whatIfWords)
  const shell = useWords(shellWords)
  const { show, forget, restore, rename, notify, change, undo } = useStore.getState()
  const { id, shown, colour, ...draft } = kept
  const { name } = draft
  /** Under the assumptions and conditions of the scenario in hand; the head opens it as it was saved. */
  const stack = (): void => {
    const { assumptions, outside } = useStore.getState().draft
    change({ ...draft, assumptions, outside })
    notify(words.loaded(name), { label: shell.undo, run: undo })
  }
  return (
    <span className="chips">
      <Button
        className="chip"
        aria-pressed={shown}
        onClick={() => {
          if (!show(id, !shown)) notify(words.full)
        }}
      >
        <LineMark kind="over" colour={colour} />
        {name}
      </Button>
      <OwnMenu className="chip-part" label="⋯" name={words.manage(name)}>
        {close => {
          const act = (run: () => void) => () => {
            close()
            run()
          }
          return (
            <div className="take-items">
              <label className="find">
                <span className="note">{words.nameLabel}</span>
                <input
                  defaultValue={name}
                  onKeyDown={event => {
                    if (event.key === 'Enter') close()
                  }}
                  onChange={event => {
                    if (event.target.value.trim() !== '') rename(id, event.target.value.trim())
                  }}
                />
              </label>
              <Button onClick={act(stack)}>{words.stack}</Button>
              <Button
                onClick={act(() => {
                  forget(id)
                  notify(words.forgotten(name), { label: shell.undo, run: () => restore(kept) })
                })}
              >
                {words.removeShort}
              </Button>
            </div>
          )
        }}
      </OwnMenu>
    </span>
  )
}

export const ScenarioBar = ({
  shows,
  setShows,
}: {
  readonly shows: { readonly base: boolean; readonly pol: boolean }
  readonly setShows: (shows: { readonly base: boolean; readonly pol: boolean }) => void
}) => {
  const words = useWords(whatIfWords)
  const shell = useWords(shellWords)
  const ours = useWords(ourWords)
  const draft = useStore(state => state.draft)
  const canUndo = useStore(state => state.past.length > 0)
  const canRedo = useStore(state => state.future.length > 0)
  const kept = useStore(state => state.kept)
  const { undo, redo, change, keep, notify } = useStore.getState()
  const name = useLeversName()
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const own = kept.filter(({ region }) => region === draft.region)
  const shown = own.filter(one => one.shown).length
  const rename = (): void => {
    if (typed !== undefined && typed.trim() !== name)
      change({ ...draft, name: [shell.myPackage, shell.doNothing].includes(typed.trim()) ? '' : typed.trim() })
    setTyped(undefined)
  }
  return (
    <div className="scen">
      <input
        className="title"
        aria-label={words.nameLabel}
        value={typed ?? name}
        size={Math.max(8, Math.min(40, (typed ?? name).length + 1))}
        onChange={event => setTyped(event.target.value)}
        onBlur={rename}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
      <Button disabled={!canUndo} onClick={undo}>
        {shell.undo}
      </Button>
      <OwnMenu className="btn" label={words.overlay}>
        {close => (
          <div className="take-items">
            <Button aria-pressed={shows.base} onClick={() => setShows({ ...shows, base: !shows.base })}>
              <LineMark kind="base" />
              {shell.doNothing}
            </Button>
            <Button aria-pressed={shows.pol} onClick={() => setShows({ ...shows, pol: !shows.pol })}>
              <LineMark kind="pol" />
              {name}
            </Button>
            <Button disabled={!canRedo} onClick={redo}>
              {words.redo}
            </Button>
            <Button
              onClick={() => {
                close()
                change({ ...emptyDraft(draft.region), seed: draft.seed, members: draft.members, package: 'A' })
                notify(words.wasReset, { label: shell.undo, run: undo })
              }}
            >
              {words.reset}
            </Button>
          </div>
        )}
      </OwnMenu>
      <Button
        main
        onClick={() => {
          const given = kept.some(one => one.name === name) ? `${name} ${own.length + 1}` : name
          keep(given)
          notify(words.kept(given))
        }}
      >
        {words.keep}
      </Button>
      {hasOurScenarios() ? (
        <OwnMenu className="btn" align="start" label={ours.title}>
          {close => (
            <Suspense fallback={<p className="note">{ours.loading}</p>}>
              <OurScenarios close={close} />
            </Suspense>
          )}
        </OwnMenu>
      ) : null}
      {own.map(one => (
        <KeptChip key={one.id} kept={one} />
      ))}
      {own.length === 0 ? null : <span className="note">{words.ofFive(Math.min(shown, mostShown))}</span>}
    </div>
  )
}
