/** Addresses of values: 'output', or 'output[CN-LN]' for the value of a label. */

/** An address that somebody wrote, in parts: 'residents[CN-LN,M]'; undefined where it is none. */
export const addressParts = (
  address: string,
): { readonly name: string; readonly labels: readonly string[] } | undefined => {
  const [, name, labels] = /^(\w+)(?:\[([^\]]+)\])?$/.exec(address) ?? []
  return name === undefined ? undefined : { name, labels: labels?.split(',').map(label => label.trim()) ?? [] }
}

/** The name of the variable in an address: 'output' of 'output[CN-LN]'. */
export const addressedVariable = (address: string): string => address.replace(/\[.*$/, '')

/** The labels in an address: 'CN-LN' and 'M' of 'residents[CN-LN, M]'. */
export const addressedLabels = (address: string): string[] => /\[(.*)\]$/.exec(address)?.[1]?.split(/, */) ?? []
