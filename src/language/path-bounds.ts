/** What the values of a path from outside can be, by what it measures. */

/** What its declaration says: no value is below or above. */
export interface PathBounds {
  /** 0 for an interest rate, -1 for a difference of shares. */
  readonly least?: number
  /** 1 for a share of a whole. */
  readonly most?: number
}

/** No volume, share, price or index is negative, only growth; what else cannot be, the declaration says. */
export const boundsOfPath = ({
  unit,
  least = unit === '1/year' ? -Infinity : 0,
  most = Infinity,
}: PathBounds & { readonly unit: string }): readonly [least: number, most: number] => [least, most]
