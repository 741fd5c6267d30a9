/** Builds the bodies of loops and functions while they are written. */

import type { SumLoop } from '../linked.ts'

/** The body of a loop, or of the function: statements so far, and constants they define by what they hold. */
export class Body {
  readonly parent: Body | undefined
  /** The dimension of the loop, as a bit. */
  readonly bit: number
  readonly depth: number
  readonly names = new Map<string, string>()
  text = ''
  private readonly opening: string

  constructor(parent: Body | undefined, loop: SumLoop | undefined) {
    this.parent = parent
    this.depth = parent === undefined ? 0 : parent.depth + 1
    if (loop === undefined) {
      this.bit = 0
      this.opening = ''
      return
    }
    const { rank } = loop.dimension
    const name = 'i' + rank
    this.bit = 1 << rank
    this.opening = 'for(let ' + name + '=' + loop.low + ';' + name + '<=' + loop.high + ';' + name + '++){\n'
  }

  /** Puts the finished loop into the body around it. */
  close(): void {
    if (this.parent !== undefined) this.parent.text += this.opening + this.text + '}\n'
  }
}

/** The functions written so far. In brackets they are compiled at once, not first skimmed and then read again. */
export class WrittenFunctions {
  text = ''
  private count = 0
  private readonly known = new Map<string, string>()

  add(body: string): string {
    const name = 'f' + this.count++
    this.text += 'var ' + name + '=(function(v){\n' + body + '});\n'
    return name
  }

  /** One function for all that have the same text. */
  shared(parameters: string, body: string): string {
    const whole = '(' + parameters + '){\n' + body + '}'
    let name = this.known.get(whole)
    if (name === undefined) {
      name = 'f' + this.count++
      this.text += 'var ' + name + '=(function' + whole + ');\n'
      this.known.set(whole, name)
    }
    return name
  }
}
