/** The view Books: not built yet; it says so. */

import { Head } from '../../shell/head.tsx'
import { useWords } from '../../shell/use.ts'
import { shellWords } from '../../words/shell.ts'

export default function Books() {
  const words = useWords(shellWords)
  return <Head title={words.views.books} lead={words.notBuilt} />
}
