/** Every check of the accounts over the whole run. */

import type { AuditedCheck } from '../../../analysis/books/audit-report.ts'
import { Section } from '../../shell/head.tsx'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { booksWords } from '../../words/books.ts'
import { checkName } from '../../words/terms/accounts.ts'

export const Audit = ({ audit }: { readonly audit: readonly AuditedCheck[] }) => {
  const words = useWords(booksWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const held = audit.filter(({ holds }) => holds).length
  const quarters = Math.max(...audit.map(({ steps }) => steps))
  return (
    <Section title={words.audit} note={words.auditNote(held, audit.length, quarters)}>
      <table className="audit">
        <thead>
          <tr>
            <th scope="col">{words.check}</th>
            <th scope="col" className="hide">
              {words.overWhat}
            </th>
            <th scope="col">{words.largest}</th>
            <th scope="col">
              <span className="vh">{words.result}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {audit.map(({ id, label, numbers: count, steps, largestResidual, holds }) => (
            <tr key={id}>
              <th scope="row">{checkName(id, label, language)}</th>
              <td className="note hide">{words.overText(numbers.plain(count, 0), steps)}</td>
              <td>{numbers.scientific(largestResidual)}</td>
              <td>
                {holds ? (
                  <>
                    <span className="ok" aria-hidden="true" />
                    <span className="vh">{words.holds}</span>
                  </>
                ) : (
                  <b>{words.fails}</b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="src">{words.auditSource}</p>
    </Section>
  )
}
