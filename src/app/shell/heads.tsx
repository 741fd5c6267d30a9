import { Terms } from './terms.tsx'

/** Heads of the columns of a table, which differ from each other. */
export const Heads = ({ of }: { readonly of: readonly string[] }) =>
  of.map(head => (
    <th key={head} scope="col">
      <Terms text={head} />
    </th>
  ))
