/** Chips that filter a list: any number of them is pressed. */

import type { ReactNode } from 'react'
import { Button } from './button.tsx'

const toggled = <Item,>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> => {
  const changed = new Set(set)
  if (!changed.delete(item)) changed.add(item)
  return changed
}

export const FilterChips = <Item extends string>({
  label,
  items,
  pressed,
  press,
  children,
}: {
  readonly label: string
  readonly items: readonly Item[]
  readonly pressed: ReadonlySet<Item>
  readonly press: (pressed: ReadonlySet<Item>) => void
  readonly children: (item: Item) => ReactNode
}) => (
  <div className="tally" role="group" aria-label={label}>
    {items.map(item => (
      <Button
        key={item}
        className="chip"
        aria-pressed={pressed.has(item)}
        onClick={() => press(toggled(pressed, item))}
      >
        {children(item)}
      </Button>
    ))}
  </div>
)
