/**
 * A panel beside a button, kept within the window; it takes the focus and gives it back, and closes on Escape or a press
 * elsewhere. Loaded when the first one is opened.
 */

import { Anchor, Content, Root } from '@radix-ui/react-popover'
import { type ReactNode, type RefObject, useRef } from 'react'

export default function Panel({
  id,
  labelledBy,
  label,
  anchor,
  align,
  wide = false,
  close,
  children,
}: {
  readonly id?: string
  /** The id of what names it, or its name. */
  readonly labelledBy?: string
  readonly label?: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly align: 'start' | 'end'
  /** Beside its button; on a phone a sheet at the bottom. */
  readonly wide?: boolean
  readonly close: () => void
  readonly children: ReactNode
}) {
  const pressedElsewhere = useRef(false)
  return (
    <Root open onOpenChange={open => (open ? undefined : close())}>
      <Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Content
        id={id}
        className={wide ? 'sheet wide' : 'sheet'}
        {...(wide ? { side: 'right' as const } : {})}
        aria-labelledby={labelledBy}
        aria-label={label}
        align={align}
        sideOffset={8}
        collisionPadding={8}
        // Content that does not fit is scrolled, with keys too.
        tabIndex={0}
        onInteractOutside={event => {
          // The button closes what it has opened.
          if (event.target instanceof Node && anchor.current?.contains(event.target) === true) event.preventDefault()
          else pressedElsewhere.current = true
        }}
        onCloseAutoFocus={event => {
          event.preventDefault()
          // Not where another panel has it by now.
          const free = document.activeElement === null || document.activeElement === document.body
          if (free && !pressedElsewhere.current) anchor.current?.focus()
        }}
      >
        {children}
      </Content>
    </Root>
  )
}
