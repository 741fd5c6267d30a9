/** A button that does something on the page; `main` for the one that a reader most likely wants. */

import type { ComponentProps } from 'react'

export const Button = ({
  main = false,
  className = main ? 'btn main' : 'btn',
  ...rest
}: ComponentProps<'button'> & { readonly main?: boolean }) => <button type="button" className={className} {...rest} />
