"""Counting schools for one page: its job, and how many are counted while somebody waits."""

SUMMARY_JOB = "count_schools"
#: So many schools are counted within the request; more in the background.
AT_ONCE = 5
