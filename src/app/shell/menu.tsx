/** A button with a sheet that closes on Escape or a click elsewhere and returns the focus. */

import { type ReactNode, useEffect, useId, useRef } from 'react'

export const Menu = ({
  label,
  className = '',
  open,
  setOpen,
  children,
}: {
  readonly label: ReactNode
  readonly className?: string
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  readonly children: ReactNode
}) => {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    const pressed = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('keydown', key)
    document.addEventListener('pointerdown', pressed)
    return () => {
      document.removeEventListener('keydown', key)
      document.removeEventListener('pointerdown', pressed)
    }
  }, [open, setOpen])
  return (
    <div className="menu" ref={place}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} className="sheet" hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  )
}
