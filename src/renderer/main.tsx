import { createRoot } from 'react-dom/client'

import { App } from './app/App.tsx'
import { followWidth } from './app/followWidth.ts'
import type { PreloadBridge } from './platform/electron.ts'
import { electronPlatform } from './platform/electron.ts'
import { webPlatform } from './platform/web.ts'
import './styles/global.css'

declare global {
  interface Window {
    /** Only in Electron: see src/preload. */
    galley?: PreloadBridge
  }
}

const platform = window.galley === undefined ? webPlatform() : electronPlatform(window.galley)

// Before the first drawing, so that nothing moves after it.
followWidth()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App platform={platform} />)
