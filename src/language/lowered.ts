/** A name as it stands within a sentence: 'Public finances' -> 'public finances', while 'LGFV debt' keeps its capitals. */
export const lowered = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, first => first.toLowerCase())
