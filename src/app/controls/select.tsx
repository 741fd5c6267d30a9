/** A list that opens, of which one entry is chosen. */

import type { ComponentProps } from 'react'

export const Select = <Id extends string | number>({
  options,
  value,
  choose,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  readonly options: ReadonlyArray<readonly [id: Id, name: string | number]>
  readonly value: Id
  readonly choose: (id: Id) => void
}) => (
  <select
    {...rest}
    value={value}
    onChange={event => choose(options.find(([id]) => String(id) === event.target.value)![0])}
  >
    {options.map(([id, name]) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </select>
)
