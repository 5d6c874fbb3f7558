-- Room in each page for a new version of a step beside the old one: codes are settled and device codes polled soon after
-- they are made, and such an update then writes no index.
alter table step set (fillfactor = 70);
