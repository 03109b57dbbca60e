import styles from './Kbd.module.css'

/** A shortcut in the form that the person's keyboard has it. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{keys}</kbd>
}
