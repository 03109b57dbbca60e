/** As people compare sizes of files. */
export const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
