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

/** A text of a table (texts/), or what makes it of its values. */
type TableText = string | ((...values: never) => string)

/** Texts of a table with both languages at once: a text is { en, zh }, and what makes a text makes both. */
export type BothTexts<Texts> = Texts extends string
  ? Both<string>
  : Texts extends (...values: infer Values) => string
    ? (...values: Values) => Both<string>
    : { readonly [Key in keyof Texts]: BothTexts<Texts[Key]> }

export const bothTexts = <Texts>({ en, zh }: Both<Texts>): BothTexts<Texts> => {
  if (typeof en === 'function') {
    const [inEnglish, inChinese] = [en, zh as typeof en]
    return ((...values: unknown[]) => ({ en: inEnglish(...values), zh: inChinese(...values) })) as never
  }
  if (typeof en !== 'object' || en === null) return { en, zh } as never
  const entries = Object.keys(en).map(key => {
    const at = key as keyof Texts
    return [key, bothTexts({ en: en[at], zh: zh[at] })]
  })
  return Object.fromEntries(entries) as never
}

type Maker = (values: never) => Both<string>

/** A message is made of the values of its text. */
type Makes<Parameters extends readonly unknown[]> = ((...values: Parameters) => Message) & {
  /** The values of a message with this code; undefined for any other message. */
  readonly of: (message: Message) => Parameters[0] | undefined
}

export type MessageTable<Texts, More> = {
  readonly [Code in keyof Texts]: Makes<Texts[Code] extends (...values: infer Values) => string ? Values : []>
} & { readonly [Code in keyof More]: Makes<More[Code] extends (...values: infer Values) => unknown ? Values : never> }

/**
 * Makes messages with the code 'family.entry': of the texts of a table, and of `more`, functions for what no table can
 * say.
 */
export const messageTable = <
  Texts extends Readonly<Record<string, TableText>>,
  More extends Record<string, Maker> = Record<never, Maker>,
>(
  family: string,
  texts: Both<Texts>,
  more?: More,
): MessageTable<Texts, More> =>
  Object.fromEntries(
    Object.entries({ ...(bothTexts(texts) as Record<string, Both<string> | Maker>), ...more }).map(([entry, text]) => {
      const code = `${family}.${entry}`
      const make = (values: Values = {}): Message => ({
        code,
        values,
        text: typeof text === 'function' ? text(values as never) : text,
      })
      return [
        entry,
        Object.assign(make, { of: (message: Message) => (message.code === code ? message.values : undefined) }),
      ]
    }),
  ) as unknown as MessageTable<Texts, More>
/** Reported to a person in both languages, while all other errors are faults of the program: by code, what went wrong, where, why and what to do. The text of the error itself is the English one. */
export class ReportedError extends Error {
  readonly messages: readonly Message[]

  constructor(...messages: readonly Message[]) {
    super(messages.map(({ text }) => text.en).join('\n'))
    this.messages = messages
  }
}

/** A wrong word, value or file of the person who asked; no fault of the model, of the data or of the program. */
export class UsageError extends ReportedError {}
