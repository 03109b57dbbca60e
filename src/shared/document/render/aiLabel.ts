import type { AiUse } from '../../domain/attribution.ts'
import type { PublicationId } from '../../domain/ids.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import { plainLine } from './printable.ts'

/**
 * The implicit label that goes with the visible one: GB 45438-2025, the value of key AIGC, Label 1 for content known to
 * be made with AI. Null where none was used.
 */
export function aiLabel(
  aiUse: AiUse | null,
  { name }: Pick<Newsroom, 'name'>,
  publicationId: PublicationId,
): string | null {
  if (aiUse === null || aiUse === 'none') return null
  const producer = plainLine(name)
  return JSON.stringify({
    Label: '1',
    ContentProducer: producer,
    ProduceID: publicationId,
    ReservedCode1: '',
    ContentPropagator: producer,
    PropagateID: publicationId,
    ReservedCode2: '',
  })
}
