/** Table of all accounting checks over the run, and the largest residual of all simulations. */

import type { AuditedCheck } from '../../../analysis/books/audit-report.ts'
import type { Policy } from '../../../engine/scenario.ts'
import { HeadedTable, HiddenHead } from '../../charts/table.tsx'
import { Section } from '../../shell/head.tsx'
import { useTexts } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { useQuestion } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import { workers } from '../../worker/workers.ts'
import booksWords from '../../../texts/app/books.ts'
import { checkTitle } from '../../../model/names/accounts.ts'

/** The accounts of all simulations, checked by the pool: the audit above is of the central run alone. */
const Simulations = ({ policy }: { readonly policy: Policy }) => {
  const { words, numbers } = useTexts(booksWords)
  const { region, assumptions, outside, seed, members } = useStore(state => state.draft)
  const { data, done, progress, problem } = useQuestion({
    key: [region, 'audit', { policy, assumptions, outside, seed, members }],
    ask: async options => {
      const input = { settings: { seed, members }, policies: [policy], assumptions, paths: [], auditEvery: 1 }
      const parts = await workers().pool.parts('chances', { region, outside }, input, options)
      return Math.max(...parts.map(({ audit }) => audit.largestResidual))
    },
  })
  return (
    <p className="note futures-audit" role="status">
      <b>{words.futures}</b>{' '}
      {problem !== undefined
        ? problem
        : data === undefined || !done
          ? words.futuresUnderWay(numbers.percent(progress, 0))
          : words.futuresAudit(numbers.plain(members, 0), numbers.scientific(data))}
    </p>
  )
}

export const Audit = ({ audit, policy }: { readonly audit: readonly AuditedCheck[]; readonly policy: Policy }) => {
  const { words, language, numbers } = useTexts(booksWords)
  const held = audit.filter(({ holds }) => holds).length
  const quarters = Math.max(...audit.map(({ steps }) => steps))
  return (
    <Section title={words.audit} note={words.auditNote(held, audit.length, quarters)}>
      <HeadedTable
        className="audit"
        head={
          <>
            <th scope="col">
              <Terms text={words.check} />
            </th>
            <th scope="col" className="hide">
              {words.overWhat}
            </th>
            <th scope="col">
              <Terms text={words.largest} />
            </th>
            <HiddenHead text={words.result} />
          </>
        }
      >
        {audit.map(({ id, label, numbers: count, steps, largestResidual, holds }) => (
          <tr key={id}>
            <th scope="row">
              <Terms text={checkTitle(id, label, language)} />
            </th>
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
      </HeadedTable>
      <p className="src">{words.auditSource}</p>
      <Simulations policy={policy} />
    </Section>
  )
}
