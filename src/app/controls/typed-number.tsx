/** A number that is typed within a sentence: one that cannot be taken stays, with the reason below. */

import { useId, useState } from 'react'

export const TypedNumber = ({
  label,
  value,
  size,
  placeholder,
  take,
}: {
  readonly label: string
  readonly value: string
  readonly size: number
  readonly placeholder?: string | undefined
  /** Undefined for an empty field. Returns why the number cannot be taken. */
  readonly take: (typed: number | undefined) => string | undefined
}) => {
  const id = useId()
  const [refused, setRefused] = useState<string | undefined>(undefined)
  return (
    <>
      <input
        key={value}
        className="time"
        type="text"
        inputMode="decimal"
        size={size}
        aria-label={label}
        aria-invalid={refused !== undefined}
        aria-describedby={refused === undefined ? undefined : id}
        placeholder={placeholder}
        defaultValue={value}
        onBlur={({ target }) => {
          const text = target.value.replace('−', '-').replaceAll(',', '').trim()
          setRefused(text === value ? undefined : take(text === '' ? undefined : Number(text)))
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            // The key takes back what was typed, and closes no sheet in which the field may stand.
            event.preventDefault()
            event.currentTarget.value = value
            event.currentTarget.blur()
          }
        }}
      />
      {refused === undefined ? null : (
        <span className="refused" id={id} role="alert">
          {refused}
        </span>
      )}
    </>
  )
}
