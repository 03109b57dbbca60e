import { expect, it } from 'vitest'

import { importJobs, isImportable } from './importing.ts'

const file = (name: string, text = '') => ({ name, bytes: new TextEncoder().encode(text) })
const attached = (text: string, ...pictures: string[]) =>
  importJobs([file('a.md', text), ...pictures.map((name) => file(name))])[0]?.attachments.map(({ name }) => name)

it('takes text and Markdown with their pictures, and nothing else', () => {
  expect(['a.md', 'A.TXT', 'a.markdown', '图.jpeg', 'a.webp'].every(isImportable)).toBe(true)
  expect(['a.docx', 'a.svg', 'md', 'a.md.exe'].some(isImportable)).toBe(false)
})

it('sends a picture along under the path that the text writes', () => {
  expect(attached('![alt](images/草原.png)', '草原.png')).toEqual(['images/草原.png'])
  expect(attached('![alt](草原.png) ![again](./images/草原.png)', '草原.png')).toEqual([
    '草原.png',
    './images/草原.png',
  ])
})

it('takes a name for what it is, whatever its signs mean in a pattern', () => {
  expect(attached('![alt](pics/a-b+(1).png)', 'a-b+(1).png')).toEqual(['pics/a-b+(1).png'])
})

it('understands an escaped name', () => {
  expect(attached('![alt](my%20pics/my%20horse.png)', 'my horse.png')).toEqual(['my pics/my horse.png'])
})

it('gives each article only the pictures that it names', () => {
  const jobs = importJobs([file('a.md', '![x](one.png)'), file('b.txt', 'plain'), file('one.png'), file('two.png')])
  expect(jobs.map(({ fileName, attachments }) => [fileName, attachments.length])).toEqual([
    ['a.md', 1],
    ['b.txt', 0],
  ])
})
