"""What a note costs in calls, bytes and time, beside what it may cost."""
