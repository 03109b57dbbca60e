/** On updates that show what the draft says already: the journal reports only what they did beyond that. */
export const OUTSIDE_TAG = 'galley/outside'
