/** The view Who: not built yet; it says so. */

import { Head } from '../../shell/head.tsx'
import { useWords } from '../../shell/use.ts'
import { shellWords } from '../../words/shell.ts'

export default function Who() {
  const words = useWords(shellWords)
  return <Head title={words.views.who} lead={words.notBuilt} />
}
