import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'

import { UnreadUpload } from '../desk/revisions.ts'
import { statusOf } from './status.ts'
import { ListBlock } from '#shared/document/blocks.ts'
import { ArticleContent } from '#shared/document/content.ts'
import { DeskArticle, Receipt } from '#shared/domain/article.ts'
import { Newsroom, Person } from '#shared/domain/newsroom.ts'
import { SignedVerdict } from '#shared/domain/verdict.ts'
import { RecordEntry } from '#shared/protocol/record.ts'
import { Change } from '#shared/protocol/routes.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import { WireError } from '#shared/rpc/errors.ts'

/** Schemas that the description names once and refers to. Lists contain themselves, so theirs has to have a name. */
const named = z.registry<{ id: string }>()
const schemas = { ArticleContent, Change, DeskArticle, ListBlock, Newsroom, Person, Receipt, RecordEntry }
for (const [id, schema] of Object.entries({ ...schemas, SignedVerdict, WireError })) named.add(schema, { id })

/** An upload's document is validated by its own reader, but this is what it has to be. */
const zodToJsonConfig = {
  override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
    if (zodSchema === UnreadUpload.shape.content) jsonSchema.$ref = '#/components/schemas/ArticleContentInput'
  },
}

/** Describes the routes registered after this, at `openapi.json` of the same scope. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Galley desk', version: '1', description: 'What desktops ask of the publishing server.' },
      components: { securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: named, zodToJsonConfig }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: named, zodToJsonConfig }),
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** What any request may meet, whatever it asks. */
const common: readonly ErrorCode[] = ['invalid_input', 'unauthenticated', 'too_large', 'internal']

/** The answers of a route by status: its own, and its failures with their codes. */
export function responsesOf(response: z.ZodType, errors: readonly ErrorCode[]) {
  const failures = Object.entries(Object.groupBy([...new Set([...errors, ...common])], statusOf)).map(
    ([status, codes = []]) => [
      status,
      { description: codes.join(', '), content: { 'application/json': { schema: WireError } } },
    ],
  )
  return { 200: response, ...Object.fromEntries(failures) } as Record<string, unknown>
}
