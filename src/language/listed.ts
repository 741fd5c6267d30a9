/** Words as a sentence lists them: 'a, b and c' in English, with enumeration commas in Chinese. */
export const listed = (words: readonly string[], language: 'en' | 'zh' = 'en'): string => {
  if (language === 'zh') return words.join('、')
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
