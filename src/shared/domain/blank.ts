/**
 * Nothing that a reader could read: no letter and no digit is left once the characters are gone that are not drawn
 * (zero-width spaces and joiners, fillers such as U+3164, which count as letters). A field of punctuation is blank too:
 * a dash is nobody's name.
 */
export const isBlank = (text: string): boolean => !readable.test(text.replaceAll(undrawn, ''))

const undrawn = /\p{Default_Ignorable_Code_Point}/gu
const readable = /[\p{L}\p{N}]/u
