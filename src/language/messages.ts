/**
 * Messages for people, by code. A table writes each message once, in English and Chinese side by side; what is thrown,
 * reported or sent between threads carries its code, the values it speaks of and both texts.
 */

export type Language = 'en' | 'zh'

/** The same thing in both languages. */
export interface Both<Text> {
  readonly en: Text
  readonly zh: Text
}

type Values = Readonly<Record<string, unknown>>

/** Plain data, so that it passes between threads. */
export interface Message {
  /** Family and entry, such as 'region.unknownName'. */
  readonly code: string
  readonly values: Values
  readonly text: Both<string>
}

/** Values that a message speaks of: words and numbers by their names. */
export type Of<Names extends string> = Readonly<Record<Names, string | number>>

type Maker = (values: never) => Both<string>

export type MessageTable<Table extends Record<string, Maker>> = {
  readonly [Code in keyof Table]: ((...values: Parameters<Table[Code]>) => Message) & {
    /** The values of a message with this code; undefined for any other message. */
    readonly of: (message: Message) => Parameters<Table[Code]>[0] | undefined
  }
}

/** A table whose entries make messages with the code 'family.entry'. Entries without both languages do not compile. */
export const messageTable = <Table extends Record<string, Maker>>(family: string, table: Table): MessageTable<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([entry, text]) => {
      const code = `${family}.${entry}`
      const make = (values: Values = {}): Message => ({ code, values, text: text(values as never) })
      return [
        entry,
        Object.assign(make, { of: (message: Message) => (message.code === code ? message.values : undefined) }),
      ]
    }),
  ) as unknown as MessageTable<Table>
