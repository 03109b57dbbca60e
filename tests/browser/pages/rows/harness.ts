export interface RowsPage {
  /** Brings these rows of the shelf into view, as scrolling does. */
  show(first: number, last: number): void
  /** The first rows of the pages that core was asked for, in the order in which it was. */
  asked(): number[]
  /** Core answers what it was asked first and has not answered. False when there is nothing. */
  answer(): boolean
}

declare global {
  interface Window {
    rows: RowsPage
  }
}
