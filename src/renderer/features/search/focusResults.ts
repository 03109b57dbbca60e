const results = 'search-results'

/** The id of the list of results. */
export const resultsId = results

/** From the field to what it found. */
export const focusResults = (): void => document.getElementById(results)?.focus()
