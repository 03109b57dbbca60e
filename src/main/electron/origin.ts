/** The only origin that windows of the program show. */
export const scheme = 'galley'
export const origin = `${scheme}://app`
export const startPage = `${origin}/`

export const isOwnPage = (url: string): boolean => URL.canParse(url) && url.startsWith(`${origin}/`)
