import { z } from 'zod'

/** A TEXT column that holds JSON of this shape. */
export const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

/** An INTEGER column that holds 0 or 1. */
export const flag = z.int().transform((value) => value === 1)
