import { $getRoot, $isParagraphNode, defineExtension } from 'lexical'

/** Marks an editor in which nothing has been written yet, so that the style sheet can say so. */
export const EmptyExtension = defineExtension({
  name: 'galley/Empty',
  register(editor) {
    const mark = () => {
      const isEmpty = editor.read(() => {
        const first = $getRoot().getFirstChild()
        return $getRoot().getChildrenSize() === 1 && $isParagraphNode(first) && first.isEmpty()
      })
      editor.getRootElement()?.toggleAttribute('data-empty', isEmpty)
    }
    const stopRoot = editor.registerRootListener(mark)
    const stopUpdates = editor.registerUpdateListener(mark)
    return () => {
      stopRoot()
      stopUpdates()
    }
  },
})
