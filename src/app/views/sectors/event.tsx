/** Chooses an event: what is sold less or more outside, by which area and industry, or a plant that opens or closes. */

import { useState } from 'react'
import {
  plant,
  readShock,
  restrictions,
  shockedVariables,
  type ShockText,
  writeShock,
} from '../../../analysis/industries/shock-text.ts'
import { typedNumber } from '../../../language/usage.ts'
import { Button } from '../../controls/button.tsx'
import { Select } from '../../controls/select.tsx'
import { ProblemNote } from '../../shell/failure.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { ask } from '../../state/asks.ts'
import { nameIn, typeset } from '../../../language/typeset.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import { type Choices, useEventName, useScales } from './choices.ts'

/** Sales of a plant until the reader says otherwise, billion a year. */
const plantSales = -10

/** Undefined where the text is no number, or takes away more than there is. */
const amountFrom = (text: string, isPlant: boolean): number | undefined => {
  const value = typedNumber(text.replace('−', '-'))
  return value === undefined || (!isPlant && value < -100) ? undefined : value
}

const Amount = ({ shock, take }: { readonly shock: ShockText; readonly take: (amount: number) => void }) => {
  const words = useWords(sectorsWords)
  const isPlant = shock.unit === 'bn'
  const { output } = useScales()
  const scale = isPlant ? output : 1
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const found = typed === undefined ? undefined : amountFrom(typed, isPlant)
  const wrong = typed !== undefined && found === undefined
  const done = (): void => {
    if (found !== undefined) {
      take(found / scale)
      setTyped(undefined)
    }
  }
  return (
    <label>
      {isPlant ? words.plantSales : restrictions.includes(shock.variable) ? words.level : words.amount}{' '}
      <input
        inputMode="decimal"
        size={6}
        value={typed ?? String(Number((shock.amount * scale).toPrecision(6)))}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'amount-wrong' : undefined}
        onChange={event => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={event => {
          if (event.key === 'Enter') done()
        }}
      />
      {wrong ? (
        <span id="amount-wrong" role="alert">
          {' '}
          {words.amountWrong}
        </span>
      ) : null}
    </label>
  )
}

/** Why an event cannot be; the command line names its option first. */
export const EventProblem = ({ problem }: { readonly problem: string }) => (
  <ProblemNote text={problem.replace('--shock ', '')} />
)

export const EventChoice = ({
  choices: { about, event },
  industries,
}: {
  readonly choices: Choices
  readonly industries: readonly string[]
}) => {
  const { words, language } = useTexts(sectorsWords)
  const nameOf = useEventName(about)
  const areas = about.areas.map(({ id }) => id)
  const shock = readShock(event) ?? { variable: '', labels: [], amount: 0, unit: '%' as const }
  const isPlant = shock.unit === 'bn'
  const isRestriction = restrictions.includes(shock.variable)
  const area = shock.labels.find(label => areas.includes(label))
  const industry = shock.labels.find(label => industries.includes(label))
  const set = (changed: Partial<Omit<ShockText, 'labels'>>, place = area, of = industry): void => {
    const labels = [place, of].filter(one => one !== undefined)
    ask('sectors.event', writeShock({ ...shock, ...changed, labels }))
  }
  const choose = (variable: string): void => {
    if (restrictions.includes(variable))
      ask('sectors.event', writeShock({ variable, labels: [], amount: 60, unit: '%' }))
    else if (variable !== plant) set({ variable, unit: '%', amount: isPlant || isRestriction ? -100 : shock.amount })
    else set({ variable, unit: 'bn', amount: plantSales }, area ?? areas[0], industry ?? industries[0])
  }
  const examples = [
    'exportsRussia=-100%',
    'chipRestriction=100%',
    'exportsWorld[machinery]=-30%',
    `plant[${areas[0]},vehicles]=${plantSales}bn`,
    `plant[${areas[0]},machinery]=${-plantSales}bn`,
  ]
  const select = (
    label: string,
    value: string,
    options: ReadonlyArray<readonly [id: string, name: string]>,
    take: (id: string) => void,
  ) => (
    <label>
      {label} <Select options={options.map(([id, name]) => [id, name])} value={value} choose={take} />
    </label>
  )
  const all = (name: string): Array<readonly [string, string]> => (isPlant ? [] : [['', name]])
  return (
    <div className="record-choice event-choice">
      {select(
        words.what,
        shock.variable,
        [...Object.keys(shockedVariables), plant, ...restrictions].map(name => [
          name,
          words.shocks[name as keyof typeof words.shocks],
        ]),
        choose,
      )}
      {isRestriction ? null : (
        <>
          {select(
            words.where,
            area ?? '',
            [...all(words.everywhere), ...about.areas.map(({ id, names }) => [id, nameIn(names, language)] as const)],
            place => set({}, place === '' ? undefined : place),
          )}
          {select(
            words.industry,
            industry ?? '',
            [...all(words.every), ...industries.map(one => [one, labelName(one, language)] as const)],
            of => set({}, area, of === '' ? undefined : of),
          )}
        </>
      )}
      <Amount key={event} shock={shock} take={amount => set({ amount })} />
      <span className="event-examples">
        {typeset(`${words.examples}: `, language)}
        {examples.map(text => (
          <Button key={text} aria-pressed={text === event} onClick={() => ask('sectors.event', text)}>
            {nameOf(text)}
          </Button>
        ))}
      </span>
    </div>
  )
}
