/** A button that opens the browser's own dialogue for files, or for a folder. */

import { useId, useRef } from 'react'
import { Button } from './button.tsx'

export const FileButton = ({
  label,
  accept,
  main = false,
  taken,
}: {
  readonly label: string
  /** Ends of the names of files, such as '.xlsx,.zip'; absent for a folder. */
  readonly accept?: string
  readonly main?: boolean
  readonly taken: (files: readonly File[]) => void
}) => {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button main={main} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        id={id}
        className="vh"
        type="file"
        tabIndex={-1}
        aria-label={label}
        {...(accept === undefined ? { webkitdirectory: '' } : { accept })}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = ''
          if (files.length > 0) taken(files)
        }}
      />
    </>
  )
}
