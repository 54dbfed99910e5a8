"""The operating system's own scheduler, notifications and calendar files, each behind one small protocol."""
