import { signal } from '@lexical/extension'
import { defineExtension, safeCast } from 'lexical'

import type { AddedPicture, PictureState } from '#shared/contract/media.ts'
import type { ClashBlock } from '#shared/document/blocks.ts'
import type { MediaHash, PersonId } from '#shared/domain/ids.ts'
import type { NameOf } from '#shared/messages/clashText.ts'
import type { Translate } from '#shared/messages/format.ts'
import type { InputMethods } from '../draft/Composing.ts'
import type { Decision } from '../draft/decision.ts'

/** What the editor needs of the program around it. */
export interface EditorHost {
  /** Stores a picture; fails with `media_unsupported`, `too_large`, `decoder_unavailable`, `disk_full`. */
  addPicture: (bytes: Uint8Array<ArrayBuffer>) => Promise<AddedPicture>
  mediaUrl: (hash: MediaHash) => string
  /** What has become of a picture that cannot be shown. */
  pictureState: (hash: MediaHash) => Promise<PictureState>
  /** Shows an address outside of the program. */
  openLink: (url: string) => void
  /** The name to show for a person, or null where it is not known. */
  nameOf: NameOf
  /** Carries out what somebody decided about a place that has several versions. */
  decide: (clash: ClashBlock, decision: Decision) => void
  /** Another version of such a place that the person here is writing, and what becomes of it. */
  writing: {
    me: () => PersonId | null
    keep: (clash: ClashBlock, text: string) => void
    stop: (clash: ClashBlock) => void
    inputMethods: InputMethods
  }
  t: Translate
}

const nobody: EditorHost = {
  addPicture: () => Promise.reject(new Error('the editor has no host')),
  mediaUrl: () => '',
  pictureState: () => Promise.resolve('lost'),
  openLink: () => undefined,
  nameOf: () => null,
  decide: () => undefined,
  writing: {
    me: () => null,
    keep: () => undefined,
    stop: () => undefined,
    inputMethods: { hold: () => () => undefined, compose: () => () => undefined },
  },
  t: (key) => key,
}

/** A signal: another host or language reaches the running editor, which is never built anew for a setting. */
export const HostExtension = defineExtension({
  name: 'galley/Host',
  config: safeCast<{ host: EditorHost }>({ host: nobody }),
  build(_editor, config) {
    const host = signal(config.host)
    return {
      host,
      setHost: (next: EditorHost) => {
        host.value = next
      },
    }
  },
})
