/** Compares measured numbers with expected ones; numbers known to lie outside are listed until they move. */

/** A number that lies outside its expected range, with the reason. It is not hidden by a wider range. */
export interface Finding {
  readonly id: string
  /** The words of the expectation it belongs to. */
  readonly what: string
  readonly measured: number
  /** Move, in its own unit, up to which it need not be looked at again: 2 % of itself when absent. */
  readonly room?: number
  readonly reason: string
}

export interface Expectation {
  readonly id: string
  readonly what: string
  /** Both included. */
  readonly from: number
  readonly to: number
}

const shown = (value: number): string => String(Number(value.toPrecision(4)))

/** Nothing when the number is as expected, or a finding that has not moved; else a sentence on what is wrong. */
export const complaint = (
  { id, what, from, to }: Expectation,
  measured: number,
  findings: readonly Finding[] = [],
): string => {
  const inside = measured >= from && measured <= to
  const known = findings.find(finding => finding.id === id && finding.what === what)
  const numbers = `${id}, ${what}: measured ${shown(measured)}, expected ${shown(from)} to ${shown(to)}`
  if (known === undefined) return inside ? '' : `${numbers}.`
  if (inside) return `${numbers}: as expected now, take it off the list of findings.`
  const { room = 0.02 * Math.abs(known.measured) } = known
  const moved = !(Math.abs(measured - known.measured) <= room)
  return moved ? `${numbers}: the finding was ${shown(known.measured)}; see why it moved and correct the list.` : ''
}

/** Findings that no expectation speaks of: left over after a change. */
export const unusedFindings = (expectations: readonly Expectation[], findings: readonly Finding[]): string[] =>
  findings
    .filter(({ id, what }) => !expectations.some(expected => expected.id === id && expected.what === what))
    .map(({ id, what }) => `${id}, ${what}`)
