/** A button with a panel that it opens and closes. */

import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { Button } from '../controls/button.tsx'

const Panel = lazy(() => import('./panel.tsx'))

export interface MenuProps {
  readonly label: ReactNode
  /** Text for a screen reader in place of the label. */
  readonly name?: string | undefined
  readonly className?: string
  /** The edge of the button that the panel stands at. */
  readonly align?: 'start' | 'end'
  /** -1 where keys of the arrows lead to it. */
  readonly tabIndex?: number
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** Its state is elsewhere where a key opens it too. */
export const Menu = ({
  label,
  name,
  className = '',
  align = 'end',
  tabIndex,
  open,
  setOpen,
  children,
}: MenuProps & { readonly open: boolean; readonly setOpen: (open: boolean) => void }) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => setOpen(false)
  return (
    <span className="menu">
      <Button
        id={`${id}-button`}
        ref={button}
        className={className}
        aria-label={name}
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <Panel id={id} labelledBy={`${id}-button`} anchor={button} align={align} close={close}>
            {typeof children === 'function' ? children(close) : children}
          </Panel>
        </Suspense>
      ) : null}
    </span>
  )
}

export const OwnMenu = (props: MenuProps) => {
  const [open, setOpen] = useState(false)
  return <Menu {...props} open={open} setOpen={setOpen} />
}
