/** Step n brings a database from version n to n + 1. A step that has been released is never edited again. */
export const migrations: readonly string[] = [
  /* sql */ `
  create table newsroom (id integer primary key check (id = 1), settings text not null) strict;

  create table people (
    id text primary key, account text not null unique, name text not null, roles text not null, passwordHash text not null
  ) strict;
  create table devices (
    id text primary key, personId text not null references people, name text not null, publicKey text not null,
    enrolledAt text not null, revokedAt text
  ) strict;
  create table challenges (challenge text primary key, deviceId text not null references devices, expiresAt text not null) strict;
  create table tokens (hash text primary key, deviceId text not null references devices, expiresAt text not null) strict;

  create table articles (
    id text primary key, authorId text not null references people, slug text not null, headline text not null,
    columnId text, kind text not null, status text not null, updatedAt text not null
  ) strict;
  create table revisions (
    id text primary key, articleId text not null references articles, authorId text not null references people,
    parents text not null, content text not null, storedAt text not null
  ) strict;
  create index revisionsOfArticle on revisions (articleId);
  create table verdicts (
    seq integer primary key autoincrement, articleId text not null references articles,
    revisionId text not null references revisions, personId text not null references people,
    deviceId text not null references devices, signed text not null, receivedAt text not null,
    unique (revisionId, personId)
  ) strict;
  create index verdictsOfArticle on verdicts (articleId);
  create index verdictsOfDevice on verdicts (deviceId);
  create table media (
    hash text primary key, mimeType text not null, bytes integer not null,
    storedBy text not null references people, storedAt text not null
  ) strict;

  create table publications (
    id text primary key, articleId text not null references articles, revisionId text not null references revisions,
    channel text not null, path text not null, columnId text,
    publishedAt text not null, receipt text not null, entry text not null, html text not null,
    unique (articleId, channel, revisionId)
  ) strict;
  create index publicationsByPath on publications (path, publishedAt, id);
  create index publicationsByTime on publications (publishedAt, id);
  create index publicationsByColumn on publications (columnId, publishedAt);
  create table publicationMedia (
    publicationId text not null references publications, hash text not null references media,
    primary key (publicationId, hash)
  ) strict;
  create index publicationsOfMedia on publicationMedia (hash);

  create table record (
    seq integer primary key, articleId text not null, event text not null, at text not null, personId text not null,
    deviceId text not null, revisionId text, data text not null, previousHash text not null, hash text not null unique
  ) strict;
  create index recordOfArticle on record (articleId, seq);
  create trigger recordIsNeverChanged before update on record begin select raise(abort, 'the record is append-only'); end;
  create trigger recordIsNeverCut before delete on record begin select raise(abort, 'the record is append-only'); end;

  create table operations (
    personId text not null references people, key text not null, fingerprint text not null, status integer not null,
    body text not null, at text not null, primary key (personId, key)
  ) strict;
  create table changes (seq integer primary key autoincrement, articleId text) strict;
  create index changesOfArticle on changes (articleId, seq);
  `,

  /* sql */ `
  alter table revisions add column seq integer not null default 0;
  update revisions set seq =
    (select count(*) from revisions as other where other.articleId = revisions.articleId and other.rowid <= revisions.rowid);
  create unique index revisionsInOrder on revisions (articleId, seq);
  drop index revisionsOfArticle;
  alter table revisions add column submittedAt text;
  update revisions set submittedAt = (
    select min(record.at) from record
    where record.articleId = revisions.articleId and record.event = 'submitted' and record.revisionId = revisions.id
  );

  create table heads (
    articleId text not null references articles, revisionId text not null references revisions,
    primary key (articleId, revisionId)
  ) strict;
  insert into heads select articleId, id from revisions where id not in
    (select parent.value from revisions as child, json_each(child.parents) as parent);

  create table coWriters (
    articleId text not null references articles, personId text not null references people, since text not null,
    primary key (articleId, personId)
  ) strict;
  create index coWritersByPerson on coWriters (personId);

  alter table changes add column working integer not null default 0;
  alter table changes add column personId text;
  -- Desktops hear of the working line from now on: everybody who writes is told once of what is there.
  insert into changes (articleId, working) select id, 1 from articles;
  `,

  /* sql */ `
  -- What readers get of a picture: a file of its own, made at publication. Originals stay with the desk.
  create table renditions (
    publicationId text not null references publications, hash text not null, original text not null references media,
    mimeType text not null, width integer not null, height integer not null, bytes integer not null,
    primary key (publicationId, hash)
  ) strict;
  create index renditionsByHash on renditions (hash);
  `,

  /* sql */ `
  -- Texts of working lines from earlier, many in one compressed body: see desk/packs.ts. Places are in bytes.
  create table packs (id integer primary key, articleId text not null references articles, body blob not null) strict;
  alter table revisions add column pack integer references packs;
  alter table revisions add column packStart integer;
  alter table revisions add column packEnd integer;
  create index revisionsToPack on revisions (storedAt) where pack is null and submittedAt is null;
  `,
]
