/** The controls of a declared question: its policies, and an input for whatever it asks. */

import { useState } from 'react'
import { packageWords } from '../../model/names/packages.ts'
import type { Option } from '../../questions/core/question.ts'
import { type DeclaredName, questionEntries } from '../../questions/index.ts'
import { FileButton, Select } from '../controls/button.tsx'
import { ask, useStore } from '../state/store.ts'
import type { Form } from '../worker/answers/question.ts'
import { useWriting } from './writing.ts'

/** A number or word that is typed, with examples of words; asked when it is left. */
const Typed = ({
  id,
  value,
  options,
}: {
  readonly id: string
  readonly value: string
  readonly options: readonly Option[]
}) => {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const isNumber = value !== '' && Number.isFinite(Number(value))
  const take = (): void => {
    if (typed !== undefined) ask(id, typed.trim())
    setTyped(undefined)
  }
  return (
    <>
      <input
        {...(options.length === 0
          ? isNumber
            ? { inputMode: 'decimal', size: 5 }
            : { size: 16 }
          : { list: `${id}-examples`, size: 30 })}
        value={typed ?? value}
        onChange={event => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={event => {
          if (event.key === 'Enter') take()
        }}
      />
      {options.length === 0 ? null : (
        <datalist id={`${id}-examples`}>
          {options.map(([example]) => (
            <option key={example} value={example} />
          ))}
        </datalist>
      )}
    </>
  )
}

const ordinals = { first: { en: 'First policy', zh: '前一项政策' }, second: { en: 'Second policy', zh: '后一项政策' } }

export const Controls = ({
  question,
  form: { list, about },
  children,
}: {
  readonly question: DeclaredName
  readonly form: Form
  /** Before the controls of the question. */
  readonly children?: React.ReactNode
}) => {
  const { said, language } = useWriting()
  const asks = useStore(state => state.asks)
  const { kept, draft } = useStore()
  const policies = [
    ...Object.entries(packageWords[language]).map(([id, { name }]) => [id, name] as const),
    ['draft', draft.name || { en: 'Scenario on screen', zh: '当前情景' }[language]] as const,
    ...kept.filter(({ region }) => region === draft.region).map(({ id, name }) => [id, name] as const),
  ]
  const two =
    about !== 'two'
      ? []
      : ([
          ['first', 'A'],
          ['second', 'draft'],
        ] as const)
  if ('unasked' in questionEntries[question]) return null
  return (
    <div className="record-choice">
      {children}
      {two.map(([name, standard]) => (
        <Select
          key={name}
          aria-label={said(ordinals[name])}
          options={policies}
          value={asks[`${question}.${name}`] ?? standard}
          choose={id => ask(`${question}.${name}`, id)}
        />
      ))}
      {list.map(({ name, label, standard, options, typed, file }) => (
        <label key={name}>
          {said(label)}{' '}
          {file === 'one' ? (
            <FileButton
              label={{ en: 'Open file …', zh: '打开文件…' }[language]}
              accept=".csv,.txt"
              taken={async ([opened]) => ask(`${question}.${name}`, await opened!.text())}
            />
          ) : file === 'several' ? (
            <FileButton
              label={{ en: 'Open files …', zh: '打开文件…' }[language]}
              accept=".json"
              multiple
              taken={async opened => {
                const texts = await Promise.all(opened.map(one => one.text()))
                ask(`${question}.${name}`, `[${texts.join(',')}]`)
              }}
            />
          ) : typed ? (
            <Typed id={`${question}.${name}`} options={options} value={asks[`${question}.${name}`] ?? standard} />
          ) : (
            <Select
              options={options.map(([id, text]) => [id, said(text)])}
              value={asks[`${question}.${name}`] ?? standard}
              choose={chosen => ask(`${question}.${name}`, chosen)}
            />
          )}
        </label>
      ))}
    </div>
  )
}
