-- The settings of a service and of a client as one document: JSON with the members of the API. It counts if it was written
-- with the row's present version; else the release before wrote last, in settings and opaque. These are filled with every
-- write, so that it can go on beside this one; a later release drops them.
alter table service add column document varchar;
alter table service add column document_version bigint;
alter table client add column document varchar;
alter table client add column document_version bigint;
