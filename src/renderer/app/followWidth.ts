import type { Dispose } from '#shared/rpc/transport.ts'
import { useWorkspace } from '../state/workspace.ts'

/** In a window narrower than this the words need the room that the names of the shelves take. */
const roomForLibrary = '(min-width: 1240px)'

/** Folds the library where the window is narrow, and unfolds it where it has become wide. */
export function followWidth(): Dispose {
  const wide = window.matchMedia(roomForLibrary)
  const follow = () => useWorkspace.getState().setPane('library', wide.matches)
  follow()
  wide.addEventListener('change', follow)
  return () => wide.removeEventListener('change', follow)
}
