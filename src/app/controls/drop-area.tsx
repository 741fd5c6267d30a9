/** An area that files can be dropped on, which stands out while they are held over it. */

import { type ReactNode, useState } from 'react'

export const DropArea = ({
  dropped,
  children,
}: {
  readonly dropped: (data: DataTransfer) => void
  readonly children: ReactNode
}) => {
  const [over, setOver] = useState(false)
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        dropped(event.dataTransfer)
      }}
    >
      {children}
    </div>
  )
}
