/** Pixels of a picture, all frames together. One of more would take gigabytes to show, however small its file is. */
export const maxPixels = 100_000_000

/** A longer animation is a film, and belongs in another format. */
export const maxFrames = 600

/** The longer side of what readers get. Larger than any screen that a news page fills, and a tenth of the bytes. */
export const publishedSide = 2560

/** Metadata beyond this is no caption, and is not read. Bytes of one segment. */
export const maxMetadata = 1024 * 1024
