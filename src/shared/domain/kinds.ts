import { z } from 'zod'

/** Original 原创, reprint 转载, wire 通稿, compiled 编译. */
export const ArticleKind = z.enum(['original', 'reprint', 'wire', 'compiled'])
export type ArticleKind = z.infer<typeof ArticleKind>
