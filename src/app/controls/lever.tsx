/**
 * Control for one lever: slider, schedule once it is changed, cost and payer, and a note where it has little effect.
 */

import { memo, useRef, useState } from 'react'
import { type LeverSetting, stagesOf, leverAt } from '../../engine/scenario.ts'
import { packageRamp, packageStart } from '../../model/packages.ts'
import { OwnMenu } from '../shell/menu.tsx'
import { useLive } from '../state/live.ts'
import { shownYear, lastQuarter, quarter } from '../state/quarters.ts'
import { useAnswer } from '../state/question.ts'
import { useStore } from '../state/store.ts'
import type { About, LeverAbout } from '../worker/answers/about.ts'
import type { LeverEffect } from '../../analysis/policies/lever-effects.ts'
import { useLanguage, useTexts, useWords } from '../shell/use.ts'
import { leverName, leverUnit, payerName, percentOf } from '../../model/names/levers.ts'
import { inText } from '../../language/typeset.ts'
import { variableName } from '../../model/names/variables.ts'
import { whatIfWords } from '../words/what-if.ts'
import { Button } from './button.tsx'
import { SchedulePath, StageTimes, withNextStage, withStage } from './schedule.tsx'
import { Slider } from './slider.tsx'
import { shownDigits, stepOf, tellingDigits } from './steps.ts'
import { TypedNumber } from './typed-number.tsx'

export interface LeverProps {
  readonly lever: LeverAbout
  readonly setting: LeverSetting | undefined
  readonly about: About
  readonly effect: LeverEffect | undefined
  readonly preview: (name: string, setting: LeverSetting | undefined) => void
  readonly commit: (name: string, setting: LeverSetting | undefined) => void
}

/** The payer of a lever that costs nothing or is not moved. */
const Payer = ({ lever: { payer, free } }: Pick<LeverProps, 'lever'>) => {
  const words = useWords(whatIfWords)
  const name = payerName(payer, useLanguage())
  if (payer === 'none') return <>{words.noOutlayNobody}</>
  return <>{free ? words.noOutlay(name) : words.paidBy(name)}</>
}

/** Spending of the lever as simulated, with the levers that share its outlay. */
const Cost = ({ lever }: Pick<LeverProps, 'lever'>) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const item = useLive(state => state.cost?.gross.items.find(({ levers }) => levers.includes(lever.name)))
  if (item === undefined || Math.abs(item.perYear) < 0.005) return <Payer lever={lever} />
  return <>{words.cost(numbers.money(item.perYear), payerName(lever.payer, language))}</>
}

/** The people whom it concerns in the year in which packages start, where the model knows the group. */
const Reached = ({ lever: { group } }: Pick<LeverProps, 'lever'>) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const { region, policy, assumptions } = useStore(state => state.draft)
  const { data } = useAnswer('reach', region, group === undefined ? undefined : { policy, assumptions })
  if (group === undefined) return null
  const people = data?.[group.name]
  const name = inText(variableName(group.name, group.doc, language), language)
  return (
    <>
      {' · '}
      <span className="reach">
        {words.concerns(name, people === undefined ? '…' : numbers.people(people), packageStart)}
      </span>
    </>
  )
}

/** A word for a lever of little effect, beside its payer, so that nothing moves when it comes. */
const Hardly = ({ effect }: { readonly effect: LeverEffect | undefined }) => {
  const { words, numbers } = useTexts(whatIfWords)
  if (effect === undefined || effect.acts) return null
  return (
    <>
      {' · '}
      <OwnMenu className="noeff term" align="start" label={words.hardlyShort}>
        <b>{words.hardly}</b>
        <p>{words.hardlyText(numbers.points(effect.debt))}</p>
      </OwnMenu>
    </>
  )
}

/** Text of a lever's value, with its unit or without, and the size of 1 in the unit that readers see. */
export const useLeverValue = ({ name, bounds, standard, unit }: LeverAbout) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const { scale, text: unitText } = leverUnit(name, unit, language)
  const base = percentOf[language][name]
  const text = base === undefined ? unitText : words.percentOf(unitText, base)
  const least = shownDigits(stepOf(bounds) * scale, standard * scale)
  const signed = bounds[0] < 0 && standard === 0
  const show = (value: number, withUnit: boolean): string => {
    const digits = tellingDigits(value * scale, standard * scale, least)
    return `${signed ? numbers.signed(value * scale, digits) : numbers.plain(value * scale, digits)}${withUnit ? text : ''}`
  }
  return { show, scale }
}

/** Levers that add to a rate of growth, which is stated in per cent. */
const growing: ReadonlySet<string> = new Set(['pensionIndexationExtra', 'publicEmploymentGrowth'])

const isSummed = (name: string, { later }: LeverSetting): boolean => growing.has(name) && later === undefined

/** In per cent on top of current policy, at the end of the year that is shown; the standard grows by nothing more. */
const addedGrowth = (setting: LeverSetting, standard: number): number => {
  let factor = 1
  for (let time = Math.floor(setting.start ?? 0); time <= lastQuarter(shownYear); time += quarter)
    factor *= (1 + (leverAt(standard, setting, time) - standard) / 100) ** quarter
  return 100 * (factor - 1)
}

/** The setting with the value that adds up to `sum`; undefined where no value within the bounds does. */
const withSum = (
  setting: LeverSetting,
  sum: number,
  standard: number,
  [low, high]: readonly [number, number],
): LeverSetting | undefined => {
  const at = (value: number): number => addedGrowth({ ...setting, value }, standard)
  if (!(sum >= at(low) - 1e-9 && sum <= at(high) + 1e-9)) return undefined
  let [from, to] = [low, high]
  while (to - from > 1e-6) {
    const middle = (from + to) / 2
    if (at(middle) < sum) from = middle
    else to = middle
  }
  return { ...setting, value: Number(to.toFixed(4)) }
}

/** Of a rate of growth, what it adds up to: readers think in that, and type it. */
const Sum = ({
  title,
  lever: { bounds, standard },
  setting,
  take,
}: Pick<LeverProps, 'lever'> & {
  readonly title: string
  readonly setting: LeverSetting
  readonly take: (sum: number) => boolean
}) => {
  const { words, numbers } = useTexts(whatIfWords)
  const at = (value: number): string => numbers.signed(addedGrowth({ ...setting, value }, standard), 1)
  return (
    <p className="sum">
      {words.sumBefore}{' '}
      <TypedNumber
        label={words.sumField(title, shownYear)}
        value={addedGrowth(setting, standard).toFixed(1)}
        size={4}
        take={sum => (sum !== undefined && take(sum) ? undefined : words.outOfBounds(at(bounds[0]), at(bounds[1])))}
      />{' '}
      {words.sumAfter(shownYear)}
    </p>
  )
}

/** The values that follow the first one in time, and the button that adds one. */
const Later = ({
  title,
  setting,
  years,
  slider,
  take,
}: {
  readonly title: string
  readonly setting: LeverSetting
  readonly years: { readonly start: number; readonly end: number }
  readonly slider: (at: number) => React.ReactNode
  /** `selector` says what takes the focus then, where it changes. */
  readonly take: (setting: LeverSetting | undefined, selector?: string) => void
}) => {
  const words = useWords(whatIfWords)
  const next = withNextStage(setting, years)
  const stages = stagesOf(setting)
  return (
    <>
      {stages.slice(1).map(({ start = packageStart }, later) => {
        const at = later + 1
        const name = words.stageName(title, start)
        return (
          <div key={at} className="later">
            {slider(at)}
            <p className="when-later">
              <StageTimes name={name} setting={setting} at={at} years={years} commit={take} />
              <Button
                className="link"
                aria-label={words.removeStage(name)}
                onClick={() => take(withStage(setting, at, undefined), '.then')}
              >
                {words.removeShort}
              </Button>
            </p>
          </div>
        )
      })}
      {next === undefined ? null : (
        <Button
          className="then link"
          aria-label={words.addStage(title)}
          onClick={() => take(next, '.later:last-of-type input[type=range]')}
        >
          {words.thenShort}
        </Button>
      )}
    </>
  )
}

export const LeverControl = memo(({ lever, setting, about, effect, preview, commit }: LeverProps) => {
  const { words, language } = useTexts(whatIfWords)
  const { name, bounds, standard } = lever
  const { show, scale } = useLeverValue(lever)
  const schedule = { start: packageStart, ramp: packageRamp }
  /** Under the hand: its cost is shown before it is let go. */
  const [held, setHeld] = useState<LeverSetting | undefined>(undefined)
  const attempt = (next: LeverSetting): void => {
    sum.current = undefined
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
  /** The sum that was typed last: it stays what it is when the schedule is changed. */
  const sum = useRef<number>(undefined)
  const takeSum = (wanted: number, of: LeverSetting): boolean => {
    const next = withSum(of, wanted, standard, bounds)
    if (next === undefined) return false
    sum.current = wanted
    take(next)
    return true
  }
  const takeTimes = (next: LeverSetting): void => {
    if (sum.current === undefined || !isSummed(name, next) || !takeSum(sum.current, next)) take(next)
  }
  const summed = shown ?? withValue(standard)
  const years = { start: about.start, end: about.end }
  /** A stage that was just added takes the focus; where one was removed, the button that adds one does. */
  const place = useRef<HTMLDivElement>(null)
  const focusOn = (selector: string): void => {
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(selector)?.focus())
  }
  const slider = (at: number, of: LeverSetting | undefined) => (
    <Slider
      name={at === 0 || of === undefined ? title : words.stageName(title, stagesOf(of)[at]!.start ?? packageStart)}
      bounds={bounds}
      standard={standard}
      value={of === undefined ? standard : stagesOf(of)[at]!.value}
      moved={of !== undefined}
      show={show}
      scale={scale}
      standardText={words.inForce(show(standard, false))}
      resetText={words.back}
      preview={value =>
        attempt(at === 0 || of === undefined ? withValue(value) : withStage(of, at, { ...stagesOf(of)[at]!, value })!)
      }
      commit={value => {
        sum.current = undefined
        if (of === undefined || (at === 0 && value !== undefined))
          take(value === undefined ? undefined : withValue(value))
        // The first value goes where it is the standard; a later one may lead back to it.
        else if (at === 0) take(withStage(of, at, undefined))
        else take(withStage(of, at, { ...stagesOf(of)[at]!, value: value ?? standard }))
      }}
    />
  )
  return (
    <div ref={place} className={`lev${shown === undefined ? ' same' : ''}`}>
      {slider(0, setting)}
      {isSummed(name, summed) ? (
        <Sum title={title} lever={lever} setting={summed} take={wanted => takeSum(wanted, summed)} />
      ) : null}
      {/* Not before the hand lets go: what is below the slider stays where it is while it moves. */}
      {setting === undefined || shown === undefined ? (
        <p className="payer">
          <Payer lever={lever} />
          <Reached lever={lever} />
          <Hardly effect={effect} />
        </p>
      ) : (
        <>
          <div className="when">
            <SchedulePath setting={shown} standard={standard} years={years} />
            <span>
              <StageTimes name={title} setting={shown} at={0} years={years} commit={takeTimes} />
              <br />
              <Cost lever={lever} />
              <Reached lever={lever} />
              <Hardly effect={effect} />
            </span>
          </div>
          <Later
            title={title}
            setting={shown}
            years={years}
            slider={at => slider(at, setting)}
            take={(next, selector) => {
              take(next)
              if (selector !== undefined) focusOn(selector)
            }}
          />
        </>
      )}
    </div>
  )
})
