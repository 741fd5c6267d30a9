/** Slider with the current or standard value marked on it, limits below it, and a value that can be typed. */

import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isTaken } from '../shell/keys.ts'
import { TermMark } from '../shell/terms.tsx'
import { useTexts } from '../shell/use.ts'
import { typeset } from '../../language/typeset.ts'
import { whatIfWords } from '../words/what-if.ts'
import { Button } from './button.tsx'
import { onGrid, stepDigits, stepOf } from './steps.ts'

export interface SliderProps {
  readonly name: string
  readonly bounds: readonly [number, number]
  /** The value that holds unless it is moved. */
  readonly standard: number
  readonly value: number
  /** Differs from the standard. */
  readonly moved: boolean
  /** A number in the lever's own unit as readers see it, with its unit or without. */
  readonly show: (value: number, unit: boolean) => string
  readonly standardText: string
  /** Beside the label: a letter, a grade. */
  readonly mark?: ReactNode
  /** Divisor of typed text: readers may count in other units. */
  readonly scale?: number
  readonly resetText: string
  /** A button that stands beside the value once it is moved; without it the standard value below is the button. */
  readonly resetShort?: string
  /** While the hand moves; undefined is the standard. */
  readonly preview: (value: number) => void
  /** Called once the hand has stopped. */
  readonly commit: (value: number | undefined) => void
}

const style = (values: Readonly<Record<string, number>>): CSSProperties => values as CSSProperties

export const Slider = (props: SliderProps) => {
  const { name, bounds, standard, value, moved, show, standardText, mark, scale = 1, preview, commit } = props
  const { words, language, numbers } = useTexts(whatIfWords)
  const said = (label: string): string => typeset(label, language)
  const id = useId()
  const [low, high] = bounds
  const step = stepOf(bounds)
  /** The value under the hand: nothing else is rendered while it moves. */
  const [held, setHeld] = useState<number | undefined>(undefined)
  const [typing, setTyping] = useState(false)
  /** The typed text is out of bounds. */
  const [refused, setRefused] = useState(false)
  const shown = held ?? value
  const place = (one: number): number => ((Math.min(high, Math.max(low, one)) - low) / (high - low)) * 100
  const clamp = (one: number): number => Math.min(high, Math.max(low, one))
  const move = (to: number): void => {
    const next = clamp(onGrid(to, step))
    setHeld(next)
    preview(next)
  }
  const latest = useRef({ held, commit, standard })
  latest.current = { held, commit, standard }
  const release = (): void => {
    const { held: last, commit: done, standard: own } = latest.current
    if (last === undefined) return
    setHeld(undefined)
    done(last === own ? undefined : last)
  }
  /** The browser took the finger for scrolling: the value stays as it was. */
  const revert = (): void => {
    if (latest.current.held === undefined) return
    latest.current = { ...latest.current, held: undefined }
    setHeld(undefined)
    commit(moved ? value : undefined)
  }
  // Keys commit a moment after the last one, so that a run of them is one step for undo.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const byKey = (to: number): void => {
    move(to)
    clearTimeout(timer.current)
    timer.current = setTimeout(release, 350)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    const many = event.shiftKey ? 10 : 1
    const actions: Readonly<Record<string, () => void>> = {
      ArrowRight: () => byKey(shown + many * step),
      ArrowLeft: () => byKey(shown - many * step),
      PageUp: () => byKey(shown + 10 * step),
      PageDown: () => byKey(shown - 10 * step),
      Home: () => byKey(low),
      End: () => byKey(high),
      ArrowDown: () => focusNext(event.currentTarget, 1),
      ArrowUp: () => focusNext(event.currentTarget, -1),
    }
    const action = actions[event.key] ?? (event.key === '0' && !isTaken(event.nativeEvent) ? back : undefined)
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  const back = (): void => {
    clearTimeout(timer.current)
    setHeld(undefined)
    commit(undefined)
  }
  const closeField = (): void => {
    setTyping(false)
    setRefused(false)
  }
  const start = place(standard)
  const now = place(shown)
  const text = show(shown, true)
  return (
    <>
      <div className="top">
        <label htmlFor={id}>{name}</label>
        <TermMark text={name} />
        <span className="id">{mark}</span>
        {typing ? (
          <input
            className="typed"
            type="text"
            inputMode="decimal"
            aria-label={words.value(name)}
            aria-invalid={refused}
            aria-describedby={refused ? `${id}-bounds` : undefined}
            defaultValue={numbers
              .plain(shown * scale, stepDigits(step * scale))
              .replaceAll(',', '')
              .replace('−', '-')}
            ref={element => element?.select()}
            onKeyDown={event => {
              if (event.key === 'Escape') {
                // The key closes the field only, not the sheet that the slider may stand in.
                event.preventDefault()
                closeField()
              }
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
            onBlur={event => {
              const typed = event.currentTarget.value.replace('−', '-').replaceAll(',', '').trim()
              const next = Number(typed) / scale
              const dust = 1e-9 * (high - low)
              if (typed !== '' && !(next >= low - dust && next <= high + dust)) {
                setRefused(true)
                return
              }
              closeField()
              if (typed !== '' && next !== value) commit(next === standard ? undefined : clamp(next))
            }}
          />
        ) : (
          <Button className="output" aria-label={said(`${words.edit(name)}: ${text}`)} onClick={() => setTyping(true)}>
            {text}
          </Button>
        )}
        {props.resetShort === undefined ? null : (
          <Button
            className={moved ? 'link reset' : 'link reset gone'}
            aria-label={said(`${props.resetText}: ${name}`)}
            onClick={back}
          >
            {props.resetShort}
          </Button>
        )}
        <span className="steps">
          <button
            type="button"
            aria-label={words.less(name)}
            disabled={shown <= low}
            onClick={() => byKey(shown - step)}
          >
            −
          </button>
          <button
            type="button"
            aria-label={words.more(name)}
            disabled={shown >= high}
            onClick={() => byKey(shown + step)}
          >
            +
          </button>
        </span>
      </div>
      {refused ? (
        <p className="refused" id={`${id}-bounds`} role="alert">
          {words.outOfBounds(show(low, false), show(high, true))}
        </p>
      ) : null}
      <div className="sl" style={style({ '--d': start, '--a': Math.min(start, now), '--b': Math.max(start, now) })}>
        <span className="def" />
        <input
          type="range"
          id={id}
          min={low}
          max={high}
          step="any"
          value={shown}
          aria-valuetext={text}
          onChange={event => move(Number(event.target.value))}
          onPointerUp={release}
          onPointerCancel={revert}
          onLostPointerCapture={release}
          onBlur={release}
          onKeyDown={key}
        />
        <div className="bounds">
          <span className={start < 18 ? 'gone' : ''}>{show(low, false)}</span>
          <span
            className="dl"
            style={
              start < 16
                ? { left: 0, translate: '0 0' }
                : start > 84
                  ? { left: 'auto', right: 0, translate: '0 0' }
                  : undefined
            }
          >
            {moved && props.resetShort === undefined ? (
              <Button
                className="back"
                title={props.resetText}
                aria-label={said(`${standardText}; ${props.resetText}: ${name}`)}
                onClick={back}
              >
                {standardText}
              </Button>
            ) : (
              standardText
            )}
          </span>
          <span className={start > 82 ? 'gone' : ''}>{show(high, false)}</span>
        </div>
      </div>
    </>
  )
}

/** The next slider of the same list. */
const focusNext = (from: HTMLInputElement, by: 1 | -1): void => {
  const all = [...(from.closest('.levers')?.querySelectorAll<HTMLInputElement>('input[type=range]') ?? [])].filter(
    one => one.offsetParent !== null,
  )
  all[all.indexOf(from) + by]?.focus()
}
