import { useState } from 'react'
import { createRoot } from 'react-dom/client'

import { ListBox } from '#renderer/ui/ListBox.tsx'
import '#renderer/styles/global.css'
import './tall.css'

/** As many articles as one shelf is promised to hold, each as high as the library shows it. */
const total = 1_000_000

function Shelf() {
  const [cursor, setCursor] = useState(-1)
  const [opened, setOpened] = useState(-1)
  return (
    <>
      <div className="shelf">
        <ListBox
          label="稿件"
          total={total}
          lineHeight={84}
          cursor={cursor}
          onCursor={setCursor}
          onOpen={setOpened}
          isSelected={(index) => index === opened}
        >
          {(index) => `第 ${index + 1} 稿`}
        </ListBox>
      </div>
      <output aria-label="打开的稿件">{opened < 0 ? '' : `第 ${opened + 1} 稿`}</output>
    </>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(<Shelf />)
