import { expect, it } from 'vitest'

import { newArticleId } from '#shared/domain/ids.ts'
import { createWorkspace } from './workspace.ts'

it('puts the review beside an article that is opened to be reviewed, and the attribution beside any other', () => {
  const { getState } = createWorkspace()
  getState().show('toReview')
  getState().open(newArticleId())
  expect(getState().inspectorTab).toBe('review')
  getState().show('mine')
  getState().open(newArticleId())
  expect(getState().inspectorTab).toBe('attribution')
})

it('unfolds the pane that something is shown in', () => {
  const { getState } = createWorkspace()
  getState().setPane('inspector', false)
  getState().setPane('list', false)
  getState().inspect('review')
  getState().show('bin')
  expect(getState().panes).toEqual({ library: true, list: true, inspector: true })
})

it('keeps the opened article open while another shelf is looked at', () => {
  const { getState } = createWorkspace()
  const articleId = newArticleId()
  getState().open(articleId)
  getState().show('published')
  expect(getState().articleId).toBe(articleId)
})
