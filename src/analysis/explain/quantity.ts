/** Writes a variable with its labels as an outcome; kept separate because pages need it too. */

import type { Cause } from '../../language/trace.ts'

/** A variable or labels of it; dimensions without a label are taken together, `closing` is the end of the quarter. */
export type Quantity = Pick<Cause, 'name' | 'closing' | 'labels'>

/** 'all(closing(deposits)[CN-LN,young])'. */
export const quantityText = ({ name, closing, labels }: Quantity): string => {
  const own = Object.values(labels).join(',')
  return `all(${closing ? `closing(${name})` : name}${own === '' ? '' : `[${own}]`})`
}
