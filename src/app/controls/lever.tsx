/**
 * Control for one lever: slider, schedule once it is changed, cost and payer, and a note where it has little effect.
 */

import { memo, useState } from 'react'
import type { LeverSetting } from '../../engine/scenario.ts'
import { packageRamp, packageStart } from '../../model/packages.ts'
import { useLive } from '../state/live.ts'
import type { About, LeverAbout } from '../worker/answers/about.ts'
import type { LeverEffect } from '../worker/answers/effects.ts'
import { useLanguage, useNumbers, useWords } from '../shell/use.ts'
import { leverName, payerNames, percentOf } from '../words/terms/levers.ts'
import { unitWords } from '../words/terms/units.ts'
import { whatIfWords } from '../words/what-if.ts'
import { Schedule } from './schedule.tsx'
import { Slider } from './slider.tsx'
import { shownDigits, stepOf, tellingDigits } from './steps.ts'

export interface LeverProps {
  readonly lever: LeverAbout
  readonly setting: LeverSetting | undefined
  readonly about: About
  readonly effect: LeverEffect | undefined
  readonly preview: (name: string, setting: LeverSetting | undefined) => void
  readonly commit: (name: string, setting: LeverSetting | undefined) => void
}

/** Who bears it, where it costs nothing or is not moved. */
const Payer = ({ lever: { payer, free } }: Pick<LeverProps, 'lever'>) => {
  const words = useWords(whatIfWords)
  const name = payerNames[useLanguage()][payer] ?? payer
  if (payer === 'none') return <>{words.noOutlayNobody}</>
  return <>{free ? words.noOutlay(name) : words.paidBy(name)}</>
}

/** What the lever spends as simulated, with the levers that share its outlay. */
const Cost = ({ lever }: Pick<LeverProps, 'lever'>) => {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const item = useLive(state => state.cost?.gross.items.find(({ levers }) => levers.includes(lever.name)))
  if (item === undefined || Math.abs(item.perYear) < 0.005) return <Payer lever={lever} />
  return <>{words.cost(numbers.money(item.perYear), payerNames[language][lever.payer] ?? lever.payer)}</>
}

export const LeverControl = memo(({ lever, setting, about, effect, preview, commit }: LeverProps) => {
  const words = useWords(whatIfWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const { name, bounds, standard, unit, symbol = '' } = lever
  const { scale, text: unitText } = unitWords(unit, language)
  const base = percentOf[language][name]
  const text = base === undefined ? unitText : words.percentOf(unitText, base)
  const least = shownDigits(stepOf(bounds) * scale, standard * scale)
  const signed = bounds[0] < 0 && standard === 0
  const show = (value: number, withUnit: boolean): string => {
    const digits = tellingDigits(value * scale, standard * scale, least)
    return `${signed ? numbers.signed(value * scale, digits) : numbers.plain(value * scale, digits)}${withUnit ? text : ''}`
  }
  const schedule = { start: packageStart, ramp: packageRamp }
  /** Under the hand: its cost is shown before it is let go. */
  const [held, setHeld] = useState<LeverSetting | undefined>(undefined)
  const attempt = (next: LeverSetting): void => {
    setHeld(next)
    preview(name, next)
  }
  const take = (next: LeverSetting | undefined): void => {
    setHeld(undefined)
    commit(name, next)
  }
  const shown = held ?? setting
  const withValue = (value: number): LeverSetting => ({ ...schedule, ...setting, value })
  const title = leverName(name, lever.doc, language)
  const hardly = effect !== undefined && !effect.acts
  return (
    <div className={`lev${shown === undefined ? ' same' : ''}`}>
      <Slider
        name={title}
        mark={symbol.split(' ')[0]}
        bounds={bounds}
        standard={standard}
        value={setting?.value ?? standard}
        moved={setting !== undefined}
        show={show}
        scale={scale}
        standardText={words.inForce(show(standard, false))}
        resetText={words.back}
        preview={value => attempt(withValue(value))}
        commit={value => take(value === undefined ? undefined : withValue(value))}
      />
      {/* Not before the hand lets go: what is below the slider stays where it is while it moves. */}
      {setting === undefined || shown === undefined ? (
        <p className="payer">
          <Payer lever={lever} />
        </p>
      ) : (
        <Schedule name={title} setting={shown} start={about.start} end={about.end} preview={attempt} commit={take}>
          <br />
          <Cost lever={lever} />
        </Schedule>
      )}
      {hardly ? (
        <p className="noeff">
          <b>{words.hardly}</b>
          {words.hardlyText(numbers.points(effect.debt))}
        </p>
      ) : null}
    </div>
  )
})
