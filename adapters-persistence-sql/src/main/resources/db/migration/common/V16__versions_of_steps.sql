-- Counted up by every write that is decided on what the step was; the release before knows no such steps.
alter table step add column version integer default 1 not null;
