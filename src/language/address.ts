/** Addresses of values: 'output', or 'output[CN-LN]' for the value of a label. */

/** The name of the variable in an address: 'output' of 'output[CN-LN]'. */
export const addressedVariable = (address: string): string => address.replace(/\[.*$/, '')

/** The labels in an address: 'CN-LN' and 'M' of 'residents[CN-LN, M]'. */
export const addressedLabels = (address: string): string[] => /\[(.*)\]$/.exec(address)?.[1]?.split(/, */) ?? []
