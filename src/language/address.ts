/** Addresses of values: 'output', or 'output[CN-LN]' for the value of a label. */

/** The name of the variable in an address: 'output' of 'output[CN-LN]'. */
export const addressedVariable = (address: string): string => address.replace(/\[.*$/, '')
