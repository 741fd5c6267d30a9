/** Buttons, a list that opens, and an area for files. */

import { type ComponentProps, useId, useRef, type ReactNode, useState } from 'react'

/** Does something on the page; `main` for the one that a reader most likely wants. */
export const Button = ({
  main = false,
  className = main ? 'btn main' : 'btn',
  ...rest
}: ComponentProps<'button'> & { readonly main?: boolean }) => <button type="button" className={className} {...rest} />
/** Opens the browser's own dialogue for files, or for a folder. */
export const FileButton = ({
  label,
  accept,
  multiple = false,
  main = false,
  taken,
}: {
  readonly label: string
  /** Ends of the names of files, such as '.xlsx,.zip'; absent for a folder. */
  readonly accept?: string
  readonly multiple?: boolean
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
        {...(accept === undefined ? { webkitdirectory: '' } : { accept, multiple })}
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

/** Files can be dropped on it; it stands out while they are held over it. */
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

/** A list that opens, of which one entry is chosen. */
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
