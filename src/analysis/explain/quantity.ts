/** Writes a variable with its labels as an outcome; kept separate because pages need it too. */

import type { Cause } from '../../language/trace.ts'

/** A variable or labels of it; dimensions without a label are taken together, `closing` is the end of the quarter. */
export type Quantity = Pick<Cause, 'name' | 'closing' | 'labels'>

/** 'all(closing(deposits)[CN-LN,young])'. */
export const quantityText = ({ name, closing, labels }: Quantity): string => {
  const own = Object.values(labels).join(',')
  return `all(${closing ? `closing(${name})` : name}${own === '' ? '' : `[${own}]`})`
}

/** A quantity when a step begins, as addresses hold it: 'closing(deposits)[area=CN-LN,group=young]@2035.75'. */
export const pointText = ({ name, closing, labels, time }: Quantity & { readonly time: number }): string => {
  const own = Object.entries(labels).map(([dimension, label]) => `${dimension}=${label}`)
  return `${closing ? `closing(${name})` : name}${own.length === 0 ? '' : `[${own.join(',')}]`}@${time}`
}

/** Undefined where the text is none of these. */
export const pointOf = (text: string): (Quantity & { readonly time: number }) | undefined => {
  const found = /^(closing\()?(\w+)\)?(?:\[([^\]]+)\])?@(\d+(?:\.\d+)?)$/.exec(text)
  if (found === null) return undefined
  const [, closing, name, labels = '', time] = found
  const own = labels === '' ? [] : labels.split(',').map(one => one.split('=') as [string, string])
  return { name: name!, closing: closing !== undefined, labels: Object.fromEntries(own), time: Number(time) }
}
