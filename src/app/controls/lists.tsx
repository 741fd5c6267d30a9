/** Lists of levers by theme and assumptions by sector, in groups that open; a search shows matches from all groups. */

import { useMemo, useState, memo } from 'react'
import { type LeverSetting, type Policy, stagesOf } from '../../engine/scenario.ts'
import { isOwnLever } from '../../scenario/scenario.ts'
import type { Draft } from '../state/scenario.ts'
import { useTexts, useWords } from '../shell/use.ts'
import { isEvent } from '../../language/payer.ts'
import { assumedGains } from '../../model/design.ts'
import { leverName, themeNames } from '../../model/names/levers.ts'
import { parameterName } from '../../model/names/parameters.ts'
import { sectorNames } from '../../model/names/sectors.ts'
import { whatIfWords } from '../words/what-if.ts'
import type { About, LeverAbout, ParameterAbout } from '../worker/answers/about.ts'
import type { Effects } from '../../analysis/policies/lever-effects.ts'
import { Button } from './button.tsx'
import { LeverControl } from './lever.tsx'
import { priorQuantile } from '../../engine/distributions.ts'
import type { Prior } from '../../language/declare.ts'
import { EvidenceDot } from '../charts/evidence.tsx'
import { answerWords } from '../words/answer.ts'
import { unitWords } from '../../model/names/units.ts'
import { Slider } from './slider.tsx'
import { shownDigits, stepOf } from './steps.ts'

interface Group<Item> {
  readonly title: string
  readonly items: readonly Item[]
}

const grouped = <Item,>(items: readonly Item[], titleOf: (item: Item) => string): Group<Item>[] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(titleOf(item), [...(groups.get(titleOf(item)) ?? []), item])
  return [...groups].map(([title, own]) => ({ title, items: own }))
}

export const Groups = <Item,>({
  groups,
  moved,
  openFirst,
  same,
  searching,
  render,
}: {
  readonly groups: readonly Group<Item>[]
  readonly moved: (item: Item) => boolean
  /** Groups that are open before anything was pressed. */
  readonly openFirst: (group: Group<Item>) => boolean
  readonly same: string
  readonly searching: boolean
  readonly render: (item: Item) => React.ReactNode
}) => {
  const words = useWords(whatIfWords)
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(groups.filter(openFirst).map(({ title }) => title)),
  )
  if (groups.length === 0) return <p className="note none-found">{words.nothingFound}</p>
  return groups.map(({ title, items }) => {
    const count = items.filter(moved).length
    const open = searching || opened.has(title)
    return (
      <details
        key={title}
        className="grp"
        open={open}
        onToggle={event => {
          if (searching) return
          const next = new Set(opened)
          if (event.currentTarget.open) next.add(title)
          else next.delete(title)
          if (next.size !== opened.size) setOpened(next)
        }}
      >
        <summary>
          {title}
          {count === 0 ? <span>{same}</span> : <span className="ch">{words.groupMoved(count)}</span>}
        </summary>
        {open ? items.map(render) : null}
      </details>
    )
  })
}

const matches = (text: string, found: string): boolean => text.toLowerCase().includes(found.trim().toLowerCase())

/** Levers of policy that a person moves one by one. */
export const ownLevers = (about: About): About['levers'] =>
  about.levers.filter(lever => isOwnLever(lever.name) && !isEvent(lever))

/** Those without the levers that only divide what others spend or buy among industries. */
export const firstLevers = (about: About): About['levers'] =>
  ownLevers(about).filter(({ partOf }) => partOf === undefined)

/** A share of a whole goes up to what the others of that whole leave. */
const withinWhole = (lever: LeverAbout, levers: About['levers'], policy: Policy): LeverAbout => {
  const { name, partOf, bounds } = lever
  if (partOf === undefined) return lever
  const others = levers.filter(one => one.partOf === partOf && one.name !== name && policy[one.name] !== undefined)
  const taken = others.reduce((sum, one) => sum + Math.max(...stagesOf(policy[one.name]).map(({ value }) => value)), 0)
  return taken === 0
    ? lever
    : { ...lever, bounds: [bounds[0], Math.max(bounds[0], Number((bounds[1] - taken).toFixed(6)))] }
}

export const LeverList = ({
  about,
  levers: all,
  first = all,
  draft,
  search,
  effects,
  preview,
  commit,
}: {
  readonly about: About
  readonly levers: About['levers']
  /** Those that stand there before a reader asks for all. */
  readonly first?: About['levers']
  readonly draft: Draft
  readonly search: string
  readonly effects: Effects | undefined
  readonly preview: (name: string, setting: LeverSetting | undefined) => void
  readonly commit: (name: string, setting: LeverSetting | undefined) => void
}) => {
  const { words, language } = useTexts(whatIfWords)
  const { policy } = draft
  const [whole, showWhole] = useState(false)
  const groups = useMemo(() => {
    const shown = whole || search !== '' ? all : all.filter(lever => first.includes(lever) || lever.name in policy)
    const levers = shown.filter(({ name, doc, symbol }) =>
      matches(`${leverName(name, '', language)} ${doc} ${symbol}`, search),
    )
    const within = levers.map(lever => withinWhole(lever, levers, policy))
    return grouped(within, ({ theme }) => themeNames[language][theme] ?? theme)
  }, [all, first, whole, language, search, policy])
  return (
    <>
      <Groups
        key={language}
        groups={groups}
        moved={({ name }) => policy[name] !== undefined}
        openFirst={group => group === groups[0] || group.items.some(({ name }) => policy[name] !== undefined)}
        same={words.groupSame}
        searching={search !== ''}
        render={lever => (
          <LeverControl
            key={lever.name}
            lever={lever}
            setting={policy[lever.name]}
            about={about}
            effect={effects?.[lever.name]}
            preview={preview}
            commit={commit}
          />
        )}
      />
      {whole || search !== '' || first.length === all.length ? null : (
        <Button className="link" onClick={() => showWhole(true)}>
          {words.allLevers(all.length)}
        </Button>
      )}
    </>
  )
}

/** From the 2 to the 98 % point: nothing is drawn beyond. */
const boundsOf = (prior: Prior): readonly [number, number] => [priorQuantile(prior, 0.02), priorQuantile(prior, 0.98)]

/** Over what was assumed before a fit, as far as the value that came out of it. */
const handleBounds = (prior: Prior, { central }: Prior): readonly [number, number] => [
  Math.min(central, priorQuantile(prior, 0.05)),
  Math.max(central, priorQuantile(prior, 0.95)),
]

const width = 300

/** Between which values a share of the draws lies, along the slider: as two places of it. */
const middleOf = (prior: Prior, share: number, [low, high]: readonly [number, number]): readonly [number, number] => {
  const place = (u: number): number =>
    Math.min(width, Math.max(0, ((priorQuantile(prior, u) - low) / (high - low)) * width))
  return [place(0.5 - share / 2), place(0.5 + share / 2)]
}

interface AssumptionProps {
  readonly parameter: ParameterAbout
  readonly value: number | undefined
  /** Before it was fitted: the slider goes over it, and both stand below. */
  readonly before?: Prior
  readonly preview: (name: string, value: number | undefined) => void
  readonly commit: (name: string, value: number | undefined) => void
  /** In place of the note on a value that was moved. */
  readonly children?: React.ReactNode
}

/** Slider, evidence grade, and the middle of the prior distribution on the scale of the slider. */
export const Assumption = memo(({ parameter, value, before, preview, commit, children }: AssumptionProps) => {
  const { words, language, numbers } = useTexts(whatIfWords)
  const { gradeNames } = useWords(answerWords)
  const { name, doc, prior, unit, evidence } = parameter
  const bounds = useMemo(() => (before === undefined ? boundsOf(prior) : handleBounds(before, prior)), [before, prior])
  const { scale, text } = unitWords(unit, language)
  const digits = shownDigits(stepOf(bounds) * scale, prior.central * scale)
  const show = (number: number, withUnit: boolean): string =>
    `${numbers.plain(number * scale, digits)}${withUnit ? text : ''}`
  return (
    <div className={`lev assume${value === undefined ? ' standard' : ''}`}>
      <Slider
        name={parameterName(name, doc, language)}
        mark={<EvidenceDot grade={evidence} />}
        bounds={bounds}
        standard={prior.central}
        value={value ?? prior.central}
        moved={value !== undefined}
        show={show}
        scale={scale}
        standardText={words.standard(show(prior.central, false))}
        resetText={words.backStandard}
        {...(before === undefined ? {} : { resetShort: words.reset })}
        preview={next => preview(name, next)}
        commit={next => commit(name, next)}
      />
      {[...new Set([before ?? prior, prior])].map((one, at) => (
        <svg
          key={at}
          className={at === 0 ? 'prior' : 'prior fitted'}
          viewBox={`0 0 ${width} 10`}
          aria-hidden="true"
          preserveAspectRatio="none"
        >
          <path className="axis" d={`M0 5H${width}`} />
          {[0.8, 0.5].map(share => {
            const [from, to] = middleOf(one, share, bounds)
            return <rect key={share} x={from} width={to - from} y="1" height="8" />
          })}
        </svg>
      ))}
      {children ?? (value === undefined ? null : <p className="note">{words.assumption(gradeNames[evidence])}</p>)}
    </div>
  )
})

/** Atop, and open, are the assumptions that would change the finding of the answer. */
export const AssumptionList = ({
  about,
  draft,
  search,
  preview,
  commit,
}: {
  readonly about: About
  readonly draft: Draft
  readonly search: string
  readonly preview: (name: string, value: number | undefined) => void
  readonly commit: (name: string, value: number | undefined) => void
}) => {
  const { words, language } = useTexts(whatIfWords)
  const { assumptions } = draft
  const groups = useMemo(() => {
    const found = about.parameters.filter(({ name, doc }) =>
      matches(`${parameterName(name, doc, language)} ${doc} ${name}`, search),
    )
    const isAtop = ({ name }: { readonly name: string }): boolean => assumedGains.includes(name)
    return grouped(
      [...found.filter(isAtop), ...found.filter(one => !isAtop(one))],
      one => sectorNames[language][isAtop(one) ? 'assumedGains' : one.sector] ?? one.sector,
    )
  }, [about, language, search])
  return (
    <Groups
      key={language}
      groups={groups}
      moved={({ name }) => assumptions[name] !== undefined}
      openFirst={({ items, title }) =>
        title === sectorNames[language]['assumedGains'] || items.some(({ name }) => assumptions[name] !== undefined)
      }
      same={words.groupStandard}
      searching={search !== ''}
      render={parameter => (
        <Assumption
          key={parameter.name}
          parameter={parameter}
          value={assumptions[parameter.name]}
          preview={preview}
          commit={commit}
        />
      )}
    />
  )
}
