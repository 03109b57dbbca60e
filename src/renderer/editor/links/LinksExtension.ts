import { LinkExtension } from '@lexical/link'
import { configExtension, defineExtension, registerEventListener } from 'lexical'

import { safeUrl } from '#shared/domain/url.ts'
import { HostExtension } from '../HostExtension.ts'

/** Links are text while one writes: a click sets the caret. With ⌘ or Ctrl, or where nobody may write, it follows them. */
export const LinksExtension = defineExtension({
  name: 'galley/Links',
  dependencies: [
    HostExtension,
    configExtension(LinkExtension, { validateUrl: (url) => safeUrl(url) !== null, attributes: { rel: null } }),
  ],
  register(editor, _config, state) {
    const { host } = state.getDependency(HostExtension).output
    return editor.registerRootListener((root) => {
      if (root === null) return undefined
      return registerEventListener(root, 'click', (event) => {
        const anchor = event.target instanceof Element ? event.target.closest('a') : null
        if (anchor === null) return
        // The window itself never goes anywhere.
        event.preventDefault()
        const url = safeUrl(anchor.getAttribute('href') ?? '')
        const follow = event.metaKey || event.ctrlKey || !editor.isEditable()
        if (url !== null && follow) host.peek().openLink(url)
      })
    })
  },
})
